//! The real window under WebDriver.

use crate::driver::Session;
use crate::{Display, Group, memory_pss};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How the window is opened.
#[derive(Clone, Debug)]
pub struct WindowOptions {
    /// The application.
    pub app: PathBuf,
    /// Folder of its configuration.
    pub config: PathBuf,
    /// Folder of its claims; outlives the window.
    pub data: PathBuf,
    /// Pixels of the display.
    pub size: (u32, u32),
    /// Settings for this run, such as `session.idle_seconds=30`.
    pub settings: Vec<String>,
    /// Other arguments, such as `--dock`.
    pub arguments: Vec<String>,
}

impl WindowOptions {
    /// The kiosk of this checkout with the sample photographs under its camera, on an upright panel or a wide one.
    pub fn new(data: &Path, portrait: bool) -> Self {
        let root = root();
        let photos = root.join("samples/photos");
        let (width, height, mm) = if portrait { (1080, 1920, 296) } else { (1920, 1080, 527) };
        Self {
            app: std::env::var_os("ANJUNGAN_APP").map_or_else(beside_this_program, PathBuf::from),
            config: root.join("kiosk-config/files"),
            data: data.to_path_buf(),
            size: (width, height),
            settings: vec![
                "camera.source=folder".into(),
                format!("camera.folder={}", photos.display()),
                format!("kiosk.panel.width_px={width}"),
                format!("kiosk.panel.height_px={height}"),
                format!("kiosk.panel.width_mm={mm}"),
                // By touch, so that each test knows when.
                "capture.automatic=false".into(),
            ],
            arguments: Vec::new(),
        }
    }
}

/// Root of the checkout.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// `target/debug/anjungan-asik` for a program in `target/debug` or `target/debug/deps`.
fn beside_this_program() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let folders = program.ancestors().skip(1).take(2).map(|folder| folder.join("anjungan-asik"));
    folders.into_iter().find(|app| app.is_file()).unwrap_or_else(|| "anjungan-asik".into())
}

/// What can be seen and touched on the screen now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct View {
    /// Name of the screen.
    pub screen: String,
    /// Number of the visit to it.
    pub visit: String,
    /// Name of what lies over it.
    pub overlay: Option<String>,
    /// What can be touched, in the order of the page; keys of the keyboard excepted.
    pub controls: Vec<Control>,
    /// Name of the field and what stands in it.
    pub field: Option<(String, String)>,
    /// Picture of the message about the whole screen.
    pub banner: Option<String>,
    /// What was read from a document: the control that changes it, and the value.
    pub values: Vec<(String, String)>,
}

impl View {
    /// Whether a control can be touched.
    pub fn has(&self, id: &str) -> bool {
        self.controls.iter().any(|control| control.id == id)
    }
}

/// Something to touch.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Control {
    /// Its `data-id`.
    pub id: String,
    /// What it says.
    pub words: String,
    /// Whether it is the answer given.
    pub chosen: bool,
}

const LOOK: &str = r#"
const root = document.querySelector('[data-screen]');
if (!root) return null;
const open = element => element.getClientRects().length > 0 && !element.closest('[inert]')
    && !element.disabled && element.getAttribute('aria-disabled') !== 'true';
const chosen = element => ['aria-pressed', 'aria-checked', 'aria-selected']
    .some(name => element.getAttribute(name) === 'true');
const controls = [...document.querySelectorAll('[data-id]')].filter(open).map(element =>
    ({id: element.dataset.id, words: element.textContent.trim(), chosen: chosen(element)}));
const field = document.querySelector('[data-field]');
const overlay = document.querySelector('[data-overlay]');
return {
    screen: root.dataset.screen, visit: root.dataset.visit, overlay: overlay ? overlay.dataset.overlay : null,
    controls,
    banner: document.querySelector('[data-banner]')?.dataset.banner ?? null,
    values: [...document.querySelectorAll('[data-value]')].map(value => [value.dataset.value, value.textContent.trim()]),
    field: field ? [field.dataset.field, field.value ?? field.textContent] : null,
};
"#;

/// The kiosk, open on a display of its own, with home folders of its own.
pub struct Window {
    session: Option<Session>,
    // Dropped in this order: its processes, its display, its folders.
    driver: Group,
    /// What it is shown on.
    pub display: Display,
    home: TempDir,
    taps: u32,
    keystrokes: u32,
}

impl Window {
    /// Opens it and waits for the first screen. Fails with the last lines of its log where it does not come up.
    pub fn open(options: &WindowOptions) -> Result<Self> {
        if !options.app.is_file() {
            bail!("{} is not built: run the tests with `cargo xtask test`", options.app.display());
        }
        let display = Display::start(options.size.0, options.size.1)?;
        let home = tempfile::tempdir()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let driver = Group::start(&mut driver(home.path(), &display.name, port)?)?;
        let mut window = Self { session: None, driver, display, home, taps: 0, keystrokes: 0 };
        window.connect(options, port).with_context(|| window.log())?;
        window.wait("the first screen", Duration::from_secs(60), |view| !view.screen.is_empty())?;
        Ok(window)
    }

    fn connect(&mut self, options: &WindowOptions, port: u16) -> Result<()> {
        let mut arguments = vec!["--config".to_owned(), options.config.display().to_string()];
        arguments.extend(["--data".to_owned(), options.data.display().to_string()]);
        for setting in &options.settings {
            arguments.extend(["--set".to_owned(), setting.clone()]);
        }
        arguments.extend(options.arguments.iter().cloned());
        let until = Instant::now() + Duration::from_secs(30);
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if !self.driver.runs() || Instant::now() > until {
                bail!("WebKitWebDriver does not answer: is the package webkit2gtk-driver installed?");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let wanted = json!({"webkitgtk:browserOptions": {"binary": options.app, "args": arguments}});
        self.session = Some(Session::begin(port, &wanted).context("the application did not open")?);
        Ok(())
    }

    fn session(&self) -> Result<&Session> {
        self.session.as_ref().context("the window is closed")
    }

    /// Runs a script in the page and returns what it returns.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.session()?.execute(script, arguments).context("a script in the page")
    }

    /// What can be seen and touched now; empty while the page is loading.
    pub fn view(&self) -> Result<View> {
        let view = self.execute(LOOK, &[])?;
        Ok(if view.is_null() { View::default() } else { serde_json::from_value(view)? })
    }

    /// Name of the screen.
    pub fn screen_name(&self) -> Result<String> {
        Ok(self.view()?.screen)
    }

    /// How many elements there are.
    pub fn count(&self, selector: &str) -> Result<u64> {
        let count =
            self.execute("return document.querySelectorAll(arguments[0]).length", &[selector.into()])?;
        count.as_u64().context("no number")
    }

    /// Waits until the screen is as wanted. Fails with the name of the screen that is there instead.
    pub fn wait(&self, what: &str, time: Duration, is: impl Fn(&View) -> bool) -> Result<View> {
        let until = Instant::now() + time;
        loop {
            let view = self.view();
            match view {
                Ok(view) if is(&view) => return Ok(view),
                Ok(view) if Instant::now() > until => {
                    let (kiosk, log) = (self.kiosk_says(), self.log());
                    bail!(
                        "waited for {what} in vain: the window shows `{}`, the kiosk {kiosk}, {log}",
                        view.screen
                    )
                }
                Err(error) if Instant::now() > until => {
                    return Err(error.context(format!("waited for {what}")));
                }
                _ => std::thread::sleep(Duration::from_millis(25)),
            }
        }
    }

    /// The screen that the kiosk means to show, without what is personal on it: it must be the one in the window.
    fn kiosk_says(&self) -> String {
        let Ok(screen) = self.invoke("screen", json!({})) else { return "says nothing".to_owned() };
        let say = |place: &str| screen.pointer(place).map(Value::to_string).unwrap_or_default();
        let overlay = say("/overlay/name");
        format!(
            "{} with visit {}, camera {}, overlay {overlay}",
            say("/name"),
            say("/visit"),
            say("/body/camera")
        )
    }

    /// Waits until the kiosk has kept so many characters of what is being typed.
    pub fn wait_for_kept(&self, characters: usize) -> Result<()> {
        let until = Instant::now() + Duration::from_secs(5);
        loop {
            let screen = self.invoke("screen", json!({}))?;
            let kept =
                screen.pointer("/body/typed").and_then(Value::as_str).unwrap_or_default().chars().count();
            if kept == characters {
                return Ok(());
            }
            if Instant::now() > until {
                bail!("{kept} of {characters} characters were kept");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits for a screen by name.
    pub fn wait_for_screen(&self, name: &str, time: Duration) -> Result<View> {
        self.wait(&format!("screen `{name}`"), time, |view| view.screen == name)
    }

    /// Waits until the screen is another one than `before`.
    pub fn wait_for_next(&self, before: &View, time: Duration) -> Result<View> {
        let what = format!("the screen after `{}`", before.screen);
        self.wait(&what, time, |view| !view.visit.is_empty() && view.visit != before.visit)
    }

    /// Touches a control by its `data-id`, with a pointer on the display.
    pub fn tap(&mut self, control: &str) -> Result<()> {
        self.touch(&format!("[data-id=\"{control}\"]"))?;
        self.taps += 1;
        Ok(())
    }

    fn touch(&self, selector: &str) -> Result<()> {
        self.session()?.click(selector).with_context(|| format!("touching {selector}"))
    }

    /// Types on a keyboard of its own, as an officer has one, into the first element that a selector finds.
    pub fn keyboard(&self, selector: &str, text: &str) -> Result<()> {
        self.session()?.type_into(selector, text).with_context(|| format!("typing into {selector}"))
    }

    /// Types on the keyboard of the screen, key by key.
    pub fn type_keys(&mut self, text: &str) -> Result<()> {
        for key in text.chars() {
            let key = if key == ' ' { "space".to_owned() } else { key.to_string() };
            self.touch(&format!("[data-key=\"{key}\"]"))?;
            self.keystrokes += 1;
        }
        Ok(())
    }

    /// Takes out all that stands in the field, with the key of the screen.
    pub fn clear_keys(&mut self) -> Result<()> {
        self.touch("[data-key=\"clear\"]")?;
        self.keystrokes += 1;
        Ok(())
    }

    /// Touches of controls so far, and of keys.
    pub fn counts(&self) -> (u32, u32) {
        (self.taps, self.keystrokes)
    }

    /// The words of the first element that a selector finds.
    pub fn text(&self, selector: &str) -> Result<String> {
        let text =
            self.execute("return document.querySelector(arguments[0])?.textContent", &[json!(selector)])?;
        Ok(text.as_str().with_context(|| format!("nothing is {selector}"))?.trim().to_owned())
    }

    /// Waits until the pictures on the page have been loaded, at most five seconds.
    pub fn wait_for_pictures(&self) -> Result<()> {
        let loaded = "return [...document.images].every(image => image.complete && image.naturalWidth > 0)";
        let until = Instant::now() + Duration::from_secs(5);
        while self.execute(loaded, &[])? != true {
            if Instant::now() > until {
                bail!("pictures on the page do not load");
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        Ok(())
    }

    /// Saves what the display shows as PNG.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        self.display.save(file)
    }

    /// Calls a command of the application, as the page does.
    pub fn invoke(&self, command: &str, arguments: Value) -> Result<Value> {
        let script = "const done = arguments[2];
            window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
                .then(value => done({value}), error => done({error: JSON.stringify(error)}));";
        let answer = self.session()?.execute_async(script, &[json!(command), arguments])?;
        match answer.get("error") {
            Some(error) => bail!("{command}: {error}"),
            None => Ok(answer.get("value").cloned().unwrap_or_default()),
        }
    }

    /// What axe finds wrong for people with disabilities: one line a finding.
    pub fn axe(&self) -> Result<Vec<String>> {
        let file = root().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
        if self.execute("return typeof window.axe", &[])? == "undefined" {
            self.execute(&axe, &[])?;
        }
        let script = "const done = arguments[0];
            axe.run(document, {resultTypes: ['violations']}).then(
                found => done({lines: found.violations.flatMap(v => v.nodes.map(
                    node => `${v.id}: ${node.target.join(' ')}: ${node.failureSummary}`))}),
                error => done({error: String(error)}));";
        let found = self.session()?.execute_async(script, &[])?;
        match found.get("lines").and_then(Value::as_array) {
            Some(lines) => Ok(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
            None => bail!("axe: {found}"),
        }
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Result<()> {
        self.session()?.refresh().context("loading the page anew")
    }

    /// Proportional set size of all processes of the application and its driver, in bytes.
    pub fn memory(&self) -> Result<u64> {
        memory_pss(self.driver.id())
    }

    /// Kills the application with everything that belongs to it, without a warning, as a power cut does.
    pub fn kill(mut self) -> Result<()> {
        self.driver.kill()
    }

    /// The last lines that the application said.
    pub fn log(&self) -> String {
        let log = fs::read_to_string(self.home.path().join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        let last = lines.get(lines.len().saturating_sub(15)..).unwrap_or_default().join("\n");
        format!("and the application said last:\n{last}\n")
    }
}

/// WebKitWebDriver on its own display with its own home, its words in `home/log`.
fn driver(home: &Path, display: &str, port: u16) -> Result<Command> {
    let log = File::create(home.join("log"))?;
    let mut driver = Command::new("setpriv");
    driver.args(["--pdeathsig", "KILL", "WebKitWebDriver", &format!("--port={port}")]);
    driver.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    driver.env("HOME", home).env("DISPLAY", display).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    for (name, folder) in [
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_DATA_HOME", "share"),
        ("XDG_RUNTIME_DIR", "run"),
    ] {
        fs::create_dir_all(home.join(folder))?;
        driver.env(name, home.join(folder));
    }
    driver.env("TAURI_WEBVIEW_AUTOMATION", "true").env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    // No bus of a desktop is there to ask.
    driver.env("NO_AT_BRIDGE", "1").env_remove("DBUS_SESSION_BUS_ADDRESS");
    Ok(driver)
}
