//! What can be configured, as types. The JSON Schema and the checks are derived from them; doc comments here are
//! the help that editors show. `x-file` names the layer that a table is expected in, `x-allowed` says a pattern in
//! words.

use claim::rules::Rules;
use indexmap::IndexMap;
use jiff::civil::{Date, Time};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The whole configuration, all layers merged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Keys that the layers below must not set, such as `rules.reasons`: all that is under them is locked as well, but
    /// for what the same file names with a `!` before it, such as `!rules.documents.kk`.
    #[serde(default)]
    #[schemars(extend("x-file" = "pusat.toml"))]
    pub locked: Vec<String>,
    /// The rules of the claim: written by head office.
    #[schemars(extend("x-file" = "pusat.toml"))]
    pub rules: Rules,
    /// The branch.
    #[schemars(extend("x-file" = "cabang.toml"))]
    pub branch: Branch,
    /// Interviews that can be booked.
    #[schemars(extend("x-file" = "cabang.toml"))]
    pub interview: Interview,
    /// Numbers on tickets.
    #[schemars(extend("x-file" = "cabang.toml"))]
    pub queue: Queue,
    /// Officers at the counters, by short name.
    #[serde(default)]
    #[schemars(extend("x-file" = "cabang.toml"))]
    pub officers: IndexMap<String, Officer>,
    /// When a session ends by itself.
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub session: Session,
    /// How strictly pictures are judged.
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub capture: Capture,
    /// Reading what stands on documents.
    #[serde(default)]
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub reading: Reading,
    /// This machine.
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub kiosk: Kiosk,
    /// The camera for documents.
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub camera: Camera,
    /// A camera of its own for the face of the participant; without this table one camera takes both.
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub face_camera: Option<Camera>,
    /// The printer.
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub printer: Printer,
    /// Reading screens aloud.
    #[serde(default)]
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub voice: Voice,
    /// Calling numbers in the hall, where this machine is a board.
    #[serde(default)]
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub board: Board,
    /// Where finished claims go.
    #[schemars(extend("x-file" = "kiosk.toml"))]
    pub delivery: Delivery,
    /// Texts in place of those of the program, and the words for new codes of the rules.
    #[serde(default)]
    #[schemars(schema_with = "texts", extend("x-file" = "pusat.toml"))]
    pub texts: PackTexts,
}

/// Texts of a configuration, by language and key, in the notation of Fluent.
pub type PackTexts = IndexMap<Language, IndexMap<String, String>>;

fn texts(_: &mut SchemaGenerator) -> Schema {
    let text = json_schema!({ "type": "string", "minLength": 1, "maxLength": 2000,
        "x-allowed": "a text in quotes, in the notation of Fluent, 1 to 2000 characters" });
    let table = json_schema!({ "type": "object", "additionalProperties": text });
    let languages = Language::ALL.map(|language| (language.tag().to_owned(), table.clone().to_value()));
    let languages = serde_json::Map::from_iter(languages);
    json_schema!({ "type": "object", "properties": languages, "additionalProperties": false })
}

/// The branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// Name, as on the sign outside.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Street and town.
    #[schemars(length(min = 1))]
    pub address: String,
    /// Telephone number, as people dial it.
    #[schemars(
        regex(pattern = "^[0-9+() -]{3,24}$"),
        extend("x-allowed" = "3 to 24 digits, spaces, dashes, + and brackets")
    )]
    pub phone: Option<String>,
    /// Time zone.
    pub time_zone: TimeZone,
    /// Working days.
    #[schemars(length(min = 1))]
    pub open_days: Vec<Weekday>,
    /// Opening time.
    pub opens: Time,
    /// Closing time.
    pub closes: Time,
    /// Days on which the branch is closed.
    #[serde(default)]
    pub holidays: Vec<Date>,
}

/// Western, central or eastern Indonesia.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum TimeZone {
    /// UTC+7.
    WIB,
    /// UTC+8.
    WITA,
    /// UTC+9.
    WIT,
}

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Interviews that can be booked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    /// Working days between the claim and the first interview; 0 is the same day.
    #[schemars(range(max = 30))]
    pub first_after_days: u32,
    /// Working days on offer.
    #[schemars(range(min = 1, max = 20))]
    pub days: u32,
    /// Times of day at which interviews begin.
    #[schemars(length(min = 1))]
    pub times: Vec<Time>,
    /// Interviews at the same time, where there is no roster.
    #[schemars(range(min = 1, max = 50))]
    pub at_once: u32,
    /// Who holds interviews when, by a short name of the officer; without it, `at_once` officers at any time.
    #[serde(default)]
    pub roster: IndexMap<String, Shift>,
}

/// When one officer holds interviews.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// Days of the week.
    #[schemars(length(min = 1))]
    pub days: Vec<Weekday>,
    /// Begin of the work.
    pub from: Time,
    /// End of the work; no interview begins then or later.
    pub to: Time,
    /// Days of leave.
    #[serde(default)]
    pub leave: Vec<Date>,
}

/// Numbers on tickets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// Letter of the numbers for claims finished at the kiosk.
    #[schemars(regex(pattern = "^[A-Z]$"), extend("x-allowed" = "one capital letter, A to Z"))]
    pub kiosk_series: String,
    /// Letter of the numbers for the counter.
    #[schemars(regex(pattern = "^[A-Z]$"), extend("x-allowed" = "one capital letter, A to Z"))]
    pub counter_series: String,
    /// Letter of the numbers for the counter of who is served first.
    #[schemars(regex(pattern = "^[A-Z]$"), extend("x-allowed" = "one capital letter, A to Z"))]
    pub priority_series: String,
    /// How the numbers of who is served first alternate with the others.
    #[serde(default)]
    pub ratio: Ratio,
    /// Minutes that one person takes at a counter, for the estimate until the day itself has shown it.
    #[serde(default = "ten")]
    #[schemars(range(min = 1, max = 120))]
    pub service_minutes: u32,
    /// Who was called and does not come is called again after so many others.
    #[serde(default = "three")]
    #[schemars(range(min = 1, max = 20))]
    pub skip_behind: u32,
    /// Minutes before the estimated turn at which somebody should be back.
    #[serde(default = "ten")]
    #[schemars(range(max = 60))]
    pub back_before_minutes: u32,
    /// Counters by number, with the letters of the series that each one serves.
    #[serde(default)]
    pub counters: IndexMap<String, Vec<String>>,
    /// Working days after today for which numbers are given when those of today are all given; 0 is none.
    #[serde(default = "three")]
    #[schemars(range(max = 10))]
    pub days_ahead: u32,
    /// Working days within which data of a participant are repaired.
    #[serde(default = "two")]
    #[schemars(range(min = 1, max = 30))]
    pub repair_days: u32,
    /// Most numbers of a series on a day, by letter; a day that is left out has no limit.
    #[serde(default)]
    pub quota: IndexMap<String, Quota>,
}

fn ten() -> u32 {
    10
}

fn two() -> u32 {
    2
}

fn three() -> u32 {
    3
}

/// So many numbers of who is served first, then so many others, while both wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// Numbers of who is served first.
    #[schemars(range(min = 1, max = 20))]
    pub priority: u32,
    /// Other numbers.
    #[schemars(range(min = 1, max = 20))]
    pub normal: u32,
}

impl Default for Ratio {
    fn default() -> Self {
        Self { priority: 2, normal: 1 }
    }
}

/// Most numbers on each day of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Quota {
    #[schemars(range(max = 2000))]
    pub monday: Option<u32>,
    #[schemars(range(max = 2000))]
    pub tuesday: Option<u32>,
    #[schemars(range(max = 2000))]
    pub wednesday: Option<u32>,
    #[schemars(range(max = 2000))]
    pub thursday: Option<u32>,
    #[schemars(range(max = 2000))]
    pub friday: Option<u32>,
    #[schemars(range(max = 2000))]
    pub saturday: Option<u32>,
    #[schemars(range(max = 2000))]
    pub sunday: Option<u32>,
}

/// An officer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Officer {
    /// Name, as on the badge.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Number that the officer types to begin, 4 to 8 digits.
    pub pin: Pin,
    /// Which of the two verifications the officer makes.
    pub checks: Checks,
}

/// Which verification of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Checks {
    /// Customer service.
    First,
    /// Penata madya.
    Second,
}

impl From<Checks> for claim::Stage {
    fn from(checks: Checks) -> Self {
        match checks {
            Checks::First => claim::Stage::First,
            Checks::Second => claim::Stage::Second,
        }
    }
}

/// A secret number of an officer; it does not print.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Pin(
    #[schemars(regex(pattern = "^[0-9]{4,8}$"), extend("x-allowed" = "4 to 8 digits, in quotes"))] String,
);

impl Pin {
    /// Whether this is what was typed.
    pub fn is(&self, typed: &str) -> bool {
        self.0 == typed
    }
}

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

/// When a session ends by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Seconds without a touch after which the warning shows.
    #[schemars(range(min = 15, max = 1800))]
    pub idle_seconds: u32,
    /// Seconds of the warning (EN 301 549 and WCAG 2.2: at least 20).
    #[schemars(range(min = 20, max = 120))]
    pub warning_seconds: u32,
}

/// How strictly pictures are judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Capture {
    /// Refusals after which a picture is taken as it is, flagged for the assistant.
    #[schemars(range(min = 1, max = 10))]
    pub tries: u32,
    /// Whether the picture of a document is taken as soon as it is good and steady. A face waits for the touch.
    #[serde(default = "automatic")]
    pub automatic: bool,
}

fn automatic() -> bool {
    true
}

/// Reading what stands on documents, so that it need not be typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reading {
    /// Whether documents are read.
    pub on: bool,
    /// How sure the reader has to be of what it offers, in percent; the rest is typed.
    #[schemars(range(min = 1, max = 100))]
    pub trust: u8,
}

impl Default for Reading {
    fn default() -> Self {
        Self { on: true, trust: 60 }
    }
}

/// This machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kiosk {
    /// Name of the machine, on slips and in the journal.
    #[schemars(
        regex(pattern = "^[a-z0-9-]{1,32}$"),
        extend("x-allowed" = "1 to 32 of the characters a-z, 0-9 and the dash")
    )]
    pub id: String,
    /// What the machine is for.
    #[serde(default)]
    pub role: Role,
    /// Number of the counter, for the role `counter`.
    #[serde(default = "first")]
    #[schemars(range(min = 1, max = 99))]
    pub counter: u8,
    /// Languages on offer; the first is the one to begin with.
    #[schemars(length(min = 1))]
    pub languages: Vec<Language>,
    /// The panel.
    pub panel: Panel,
}

fn first() -> u8 {
    1
}

/// What a machine is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Participants make their claims.
    #[default]
    Kiosk,
    /// An officer calls and serves.
    Counter,
    /// The hall sees and hears who is called.
    Board,
}

/// Calling numbers in the hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Board {
    /// How often each call is said.
    #[schemars(range(min = 1, max = 3))]
    pub times: u8,
    /// Seconds after the last call from which the pictures show how a claim goes.
    #[schemars(range(min = 20, max = 3600))]
    pub quiet_seconds: u32,
    /// Seconds that each of these pictures stays.
    #[schemars(range(min = 5, max = 120))]
    pub picture_seconds: u32,
}

impl Default for Board {
    fn default() -> Self {
        Self { times: 1, quiet_seconds: 90, picture_seconds: 12 }
    }
}

/// Languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Indonesian.
    Id,
    /// Javanese.
    Jv,
    /// English.
    En,
}

/// The panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// Visible width in pixels, as it stands in the lobby.
    #[schemars(range(min = 600, max = 8000))]
    pub width_px: u32,
    /// Visible height in pixels.
    #[schemars(range(min = 600, max = 8000))]
    pub height_px: u32,
    /// Visible width in millimetres: sizes on the screen follow from it.
    #[schemars(range(min = 100, max = 3000))]
    pub width_mm: u32,
    /// Whether the window fills the screen.
    pub full_screen: bool,
}

/// A camera.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Camera {
    /// A camera of this machine, or a folder of photographs played as if held under one.
    pub source: CameraSource,
    /// Part of the name of the camera, or of what it is called in `/dev/v4l/by-id` (stays with the camera) or
    /// `/dev/v4l/by-path` (stays with the socket), or a path such as `/dev/videoN`; absent takes the best one found.
    #[schemars(length(min = 1))]
    pub device: Option<String>,
    /// Folder of photographs (JPEG, PNG) for the source `folder`, relative to the configuration.
    #[schemars(length(min = 1))]
    pub folder: Option<PathBuf>,
    /// Degrees clockwise by which its pictures are turned.
    pub turn: Turn,
}

/// Where pictures come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CameraSource {
    /// A camera of this machine.
    Device,
    /// A folder of photographs.
    Folder,
}

/// Quarter turns clockwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Turn {
    None,
    Right,
    Around,
    Left,
}

/// The printer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Printer {
    /// How it is reached.
    pub connection: PrinterConnection,
    /// `vendor:product`, `vendor:product:serial` or a path for `usb`; a path for `serial`.
    #[schemars(length(min = 1))]
    pub device: Option<String>,
    /// Bits a second for `serial`; 115200 without it.
    #[schemars(extend("enum" = [9600, 19200, 38400, 57600, 115200, 230400]))]
    pub baud: Option<u32>,
    /// How a printer for `serial` says that it can take no more for now; it does not, without it.
    pub flow: Option<PrinterFlow>,
    /// `host:port` for `tcp`; 9100 is the usual port.
    pub address: Option<String>,
    /// `ipp://host/printers/name` for `cups`.
    pub queue: Option<String>,
    /// Folder for `file`: one `.escpos` and one `.png` a slip, relative to the data folder.
    #[schemars(length(min = 1))]
    pub folder: Option<PathBuf>,
    /// Width of the paper in millimetres: 80, 58, or 210 for A4.
    pub paper_mm: PaperWidth,
    /// Lines fed before the cut, so that it does not go through the last line.
    #[schemars(range(max = 20))]
    pub feed_lines: u8,
    /// How it cuts.
    pub cut: PrinterCut,
    /// Whether it is asked how it is, where ESC/POS goes straight to it.
    pub asked: bool,
    /// Seconds after which printing has failed.
    #[schemars(range(min = 1, max = 60))]
    pub seconds: u32,
}

/// How a printer is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrinterConnection {
    /// ESC/POS over USB.
    Usb,
    /// ESC/POS over a serial line.
    Serial,
    /// ESC/POS over TCP.
    Tcp,
    /// Through CUPS, or IPP of the printer itself.
    Cups,
    /// Into a folder.
    File,
}

/// How a printer on a serial line holds back what it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrinterFlow {
    /// Not at all.
    None,
    /// RTS/CTS.
    Hardware,
    /// XON/XOFF.
    Software,
}

/// How a printer cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrinterCut {
    /// All but a corner, so that nothing falls down.
    Corner,
    /// Through.
    Full,
    /// It has no blade.
    None,
}

/// Width of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u32", into = "u32")]
#[schemars(extend("enum" = [80, 58, 210]), with = "u32")]
pub enum PaperWidth {
    /// 80 mm, 576 dots.
    Mm80,
    /// 58 mm, 384 dots.
    Mm58,
    /// Sheets of A4.
    A4,
}

impl TryFrom<u32> for PaperWidth {
    type Error = String;
    fn try_from(mm: u32) -> Result<Self, String> {
        match mm {
            80 => Ok(Self::Mm80),
            58 => Ok(Self::Mm58),
            210 => Ok(Self::A4),
            _ => Err(format!("{mm} mm: only 80, 58 and 210 are known")),
        }
    }
}

impl From<PaperWidth> for u32 {
    fn from(width: PaperWidth) -> u32 {
        match width {
            PaperWidth::Mm80 => 80,
            PaperWidth::Mm58 => 58,
            PaperWidth::A4 => 210,
        }
    }
}

/// Reading screens aloud.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Voice {
    /// Loudspeaker, as a name of ALSA; absent: nothing is said aloud.
    #[schemars(length(min = 1))]
    pub device: Option<String>,
    /// Headphones, as a name of ALSA, for what is personal; absent: that is not said. Never a device that a loudspeaker
    /// hangs on.
    #[schemars(length(min = 1))]
    pub headphones: Option<String>,
    /// Speed of the synthetic voice, in words a minute.
    #[schemars(range(min = 80, max = 300))]
    pub words_per_minute: u32,
    /// Folder of recorded sentences, relative to the configuration.
    #[schemars(length(min = 1))]
    pub clips: Option<PathBuf>,
}

/// Slow, and nobody is heard: a kiosk without this table has no voice.
impl Default for Voice {
    fn default() -> Self {
        Self { device: None, headphones: None, words_per_minute: 140, clips: None }
    }
}

/// Where finished claims go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// Folder that receives one subfolder a claim, relative to the data folder.
    #[schemars(length(min = 1))]
    pub folder: PathBuf,
}
