//! The claim packet: one PDF for people, and the files that Lapak Asik takes.

use anyhow::{Context, Result, bail};
use claim::{BirthDate, CaseId, Claim, Phone, Rules, TicketKind};
use gateway::folder::{self, Delivery, Packed};
use jiff::Zoned;
use journey::step::{BANK, FieldName, Step};
use journey::way;
use journey::{Words, in_groups};
use kiosk_config::{Arg, Config};
use paper::{Line, Packet, PacketPage, Section, Verification};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use store::Store;

/// A case with its pages.
pub(crate) struct Loaded {
    /// The claim.
    pub claim: Claim,
    /// The pages in use of each document.
    pages: BTreeMap<String, Vec<Vec<u8>>>,
    /// Pages were erased after an earlier packet was handed over: this one adds to it.
    adds: bool,
}

/// Reads a case with the pages in use.
///
/// A page in use that is gone is an error, unless a packet with it was handed over before: one without it must not take
/// the place of a whole one.
pub(crate) fn load(store: &Store, case: &CaseId) -> Result<Loaded> {
    let events = store.events(case)?;
    let claim = Claim::from_events(events.iter().map(|recorded| &recorded.event));
    let mut pages: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    let mut adds = false;
    for document in claim.pages.keys() {
        for kept in claim.all_kept(document) {
            match store.page(case, kept.page)? {
                Some(jpeg) => pages.entry(document.clone()).or_default().push(jpeg),
                None if claim.delivered.is_some() => adds = true,
                None => bail!("a page in use is not there any more"),
            }
        }
    }
    Ok(Loaded { claim, pages, adds })
}

/// Writes the packet to the delivery folder. A folder of the kiosk's own is made; a share is only used when it is
/// there.
pub(crate) fn deliver(
    words: &Words<'_>,
    config: &Config,
    data: &Path,
    loaded: &Loaded,
    made: Zoned,
) -> Result<()> {
    let claim = &loaded.claim;
    let ticket = claim.ticket(TicketKind::Interview).context("no ticket yet")?;
    let target = data.join(&config.delivery.folder);
    if config.delivery.folder.is_relative() {
        fs::create_dir_all(&target)?;
    }
    let pdf = packet(words, config, loaded, made).pdf()?;
    let mut files = vec![Packed { name: "packet.pdf".into(), bytes: pdf }];
    for (place, (document, pages)) in in_order(config, loaded).into_iter().enumerate() {
        // Lapak Asik takes one file a document.
        let (end, bytes) = match &pages[..] {
            [page] => ("jpg", page.clone()),
            several => ("pdf", paper::document_pdf(several)?),
        };
        files.push(Packed { name: format!("{:02}-{document}.{end}", place + 1), bytes });
    }
    // Number and machine, nothing about the person.
    let mut id = format!("{}-{}-{}", ticket.date, ticket.number, config.kiosk.id);
    if loaded.adds {
        id = format!("{id}-{}", claim.revision);
    }
    folder::deliver(&target, &Delivery { id, files })?;
    Ok(())
}

/// Documents of the claim with a page, in the order of the rules: a picture for an earlier reason is none of them.
fn in_order<'a>(config: &Config, loaded: &'a Loaded) -> Vec<(&'a String, &'a Vec<Vec<u8>>)> {
    let wanted = way::wanted(&loaded.claim, &config.rules).into_iter();
    wanted.filter_map(|needed| loaded.pages.get_key_value(&needed.document)).collect()
}

fn packet(words: &Words<'_>, config: &Config, loaded: &Loaded, made: Zoned) -> Packet {
    let claim = &loaded.claim;
    let rules = &config.rules;
    let flagged = |document: &str| claim.flagged(document).then(|| words.t("packet-flagged"));
    let completeness = way::wanted(claim, rules).into_iter().map(|needed| {
        let there = loaded.pages.contains_key(&needed.document);
        let earlier = claim.kept(&needed.document).is_some();
        let state = match flagged(&needed.document) {
            Some(flagged) => flagged,
            None if there => words.t("packet-yes"),
            None if earlier => words.t("packet-earlier"),
            None => words.t("packet-later"),
        };
        let ok = (there || earlier) && !claim.flagged(&needed.document);
        Line { label: words.document(&needed.document), state, ok }
    });
    let completeness: Vec<Line> = completeness.collect();
    let pages = in_order(config, loaded).into_iter().flat_map(|(document, pages)| {
        let title = words.document(document);
        pages.iter().enumerate().map(move |(at, page)| PacketPage {
            title: match pages.len() {
                1 => title.clone(),
                count => format!("{title} ({}/{count})", at + 1),
            },
            note: flagged(document),
            jpeg: page.clone(),
        })
    });
    let ticket = claim.interview.as_ref().map(|ticket| ticket.number.clone()).unwrap_or_default();
    let coded = |of: &str, code: &Option<String>| {
        code.as_ref().map(|code| words.t(&format!("{of}-{code}"))).unwrap_or_default()
    };
    let sections = sections(words, config, claim, &made);
    let given = |there: bool| if there { words.t("packet-given") } else { String::new() };
    let interview = claim.slot.map(|slot| format!("{}, {}", words.date(slot.date), words.time(slot.time)));
    Packet {
        language: words.language.tag().into(),
        made,
        title: words.t("packet-title"),
        subtitle: config.branch.name.clone(),
        number: (words.t("packet-number"), ticket),
        facts: vec![
            (words.t("packet-interview"), interview.unwrap_or_default()),
            (words.t("answer-reason"), coded("reason", &claim.reason)),
            (words.t("answer-balance"), coded("balance", &claim.balance)),
            (words.t("packet-agreed"), given(claim.consent.is_some() && claim.declared.is_some())),
            (words.t("packet-rules"), claim.rules.clone()),
        ],
        to_check: to_check(words, claim, rules),
        completeness_title: counted(words, &completeness),
        completeness,
        verification_title: words.t("packet-verification"),
        verifications: ["packet-verified-first", "packet-verified-second"]
            .map(|who| Verification {
                title: words.t(who),
                choices: ["packet-verified-right", "packet-verified-again"].map(|key| words.t(key)).into(),
                lines: ["packet-verified-by", "packet-verified-on"].map(|key| words.t(key)).into(),
            })
            .into(),
        sections,
        pages: pages.collect(),
        footer: words.t("product"),
    }
}

/// The heading of the documents, with how many of them are there.
fn counted(words: &Words<'_>, lines: &[Line]) -> String {
    let there = lines.iter().filter(|line| line.ok).count();
    let count = |count: usize| Arg::from(i64::try_from(count).unwrap_or(i64::MAX));
    words.filled("packet-complete", &[("there", count(there)), ("of", count(lines.len()))])
}

/// What does not go together.
fn to_check(words: &Words<'_>, claim: &Claim, rules: &Rules) -> Vec<Section> {
    let differs = journey::differences(claim, rules);
    let rows: Vec<_> = differs.iter().map(|difference| difference.told(words)).collect();
    let title = words.t("packet-differs");
    if rows.is_empty() { vec![] } else { vec![Section { title, rows }] }
}

fn sections(words: &Words<'_>, config: &Config, claim: &Claim, made: &Zoned) -> Vec<Section> {
    let answer = |field: &str| claim.answers.get(field).cloned().unwrap_or_default();
    let field = |field: FieldName, shown: &dyn Fn(String) -> String| {
        (words.t(&format!("{}-label", field.words())), shown(answer(field.as_str())))
    };
    let grouped = |digits: String| in_groups(&digits);
    let birth =
        |iso: String| BirthDate::from_iso(&iso).map(|birth| words.birth_date(birth.date())).unwrap_or(iso);
    let phone = |text: String| Phone::parse(&text).map(|phone| in_groups(&phone.local())).unwrap_or(text);
    let bank = config.rules.banks.get(&answer(BANK)).map(|bank| bank.name.clone()).unwrap_or_default();
    let way =
        way::way(claim, &config.rules, claim.interview.as_ref().map_or(made.date(), |ticket| ticket.date));
    let said = journey::conditions(words, claim, &way).into_iter().map(|(_, label, value)| (label, value));
    let mut person = vec![
        field(FieldName::Name, &|name| name),
        field(FieldName::Nik, &grouped),
        field(FieldName::BirthDate, &birth),
        field(FieldName::Kpj, &grouped),
    ];
    let further = [FieldName::Kpj2, FieldName::Kpj3, FieldName::Npwp].into_iter();
    let further = further.filter(|further| way::is_asked(&Step::Field(*further), &way));
    person.extend(further.map(|further| field(further, &grouped)));
    let section = |key: &str, rows: Vec<(String, String)>| Section { title: words.t(key), rows };
    vec![
        section("answers-claim", said.collect()),
        section("answers-person", person),
        section(
            "answers-payment",
            vec![
                field(FieldName::Phone, &phone),
                (words.t("answer-bank"), bank),
                field(FieldName::Account, &grouped),
            ],
        ),
    ]
}
