//! Two days of a hall: seeded arrivals, kiosks that print or fail to, counters that call, an outage, a killed kiosk, and
//! the next morning. Everything goes through [`queue::Hall`] as the stations use it.

use claim::TicketKind;
use jiff::civil::{Date, date};
use jiff::tz::{TimeZone, offset};
use jiff::{SignedDuration, Zoned};
use queue::{By, Hall, HallRules, Happened, Ratio, Ticket, TicketId, TicketState, Wish};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::time::Instant;
use store::{Key, Store};

/// A Thursday; the branch works on Friday too.
const DAY: Date = date(2026, 9, 10);
/// Minutes after 8:00 at which nobody is called any more.
const CLOSES: i64 = 450;

/// What happens.
pub struct Plan {
    pub seed: u64,
    pub arrivals: u32,
    pub counters: u8,
    pub priority_percent: u32,
    /// Minutes after 8:00 from which the central systems do not answer, and for how long.
    pub outage: (i64, i64),
    /// Arrivals whose tickets do not print: the paper ran out.
    pub paper_out: [std::ops::Range<u32>; 2],
    /// Arrival during which its kiosk is killed, between number and paper.
    pub killed: u32,
}

impl Plan {
    pub fn surge() -> Self {
        Self {
            seed: 1,
            arrivals: 300,
            counters: 3,
            priority_percent: 20,
            outage: (180, 60),
            paper_out: [40..46, 150..158],
            killed: 100,
        }
    }
}

/// What came out.
#[derive(Debug, Default)]
pub struct Report {
    pub arrivals: u32,
    pub given: usize,
    pub print_failed: usize,
    pub orphans: usize,
    pub first_day: usize,
    pub carried: usize,
    pub no_shows: usize,
    pub outage_minutes: i64,
    /// Of those who are called on the day on which they came: normal, priority.
    pub longest_minutes: [f64; 2],
    pub estimate_median_off: f64,
    /// 5th and 95th percentile of call minus estimate, in minutes.
    pub estimate_within_90_percent: [f64; 2],
    /// Median and most.
    pub call_ms: [f64; 2],
}

struct Hallway {
    /// Two kiosks and the counters: each with the file opened for itself, as processes do.
    kiosks: [Store; 2],
    counters: Vec<Store>,
    rules: HallRules,
    random: StdRng,
    report: Report,
    /// The estimate on each ticket, and whether the outage was known then.
    estimates: HashMap<TicketId, (Zoned, bool)>,
    given: Vec<TicketId>,
    called: Vec<(TicketId, Zoned)>,
    calls: Vec<f64>,
}

pub fn at(day: Date, seconds: i64) -> Result<Zoned, String> {
    let opens = day.at(8, 0, 0, 0).to_zoned(TimeZone::fixed(offset(7))).map_err(text)?;
    opens.checked_add(SignedDuration::from_secs(seconds)).map_err(text)
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Most take three to six minutes, some a quarter of an hour.
fn service_seconds(random: &mut StdRng) -> i64 {
    match random.random_range(0..10) {
        0 => random.random_range(480..900),
        _ => random.random_range(180..360),
    }
}

/// Plays both days. `Err` says which promise was broken.
pub fn run(plan: &Plan, file: &Path) -> Result<Report, String> {
    let open = || Store::open(file, &Key::from_bytes([7; 32])).map_err(text);
    let counters = (0..plan.counters).map(|_| open()).collect::<Result<_, _>>()?;
    let rules = HallRules {
        counters: (1..=plan.counters).map(|counter| (counter, vec!['A', 'B', 'P'])).collect(),
        ratio: Ratio { priority: 2, normal: 1 },
        service_minutes: 5,
        skip_behind: 3,
        back_before_minutes: 10,
        quota: HashMap::new(),
    };
    let mut hall = Hallway {
        kiosks: [open()?, open()?],
        counters,
        rules,
        random: StdRng::seed_from_u64(plan.seed),
        report: Report { arrivals: plan.arrivals, outage_minutes: plan.outage.1, ..Report::default() },
        estimates: HashMap::new(),
        given: vec![],
        called: vec![],
        calls: vec![],
    };
    hall.first_day(plan, &open)?;
    hall.second_day()?;
    hall.judge(plan.outage.0 * 60)
}

impl Hallway {
    fn first_day(&mut self, plan: &Plan, open: &dyn Fn() -> Result<Store, String>) -> Result<(), String> {
        let arrivals = self.arrivals(plan);
        let (mut next_arrival, mut arrived) = (0, arrivals.into_iter().peekable());
        let mut free = vec![0_i64; self.counters.len()];
        let outage = plan.outage.0 * 60..(plan.outage.0 + plan.outage.1) * 60;
        let mut announced = false;
        for second in 0..CLOSES * 60 {
            while arrived.next_if(|arrival| *arrival <= second).is_some() {
                self.arrive(plan, next_arrival, (next_arrival % 2) as usize, second, open)?;
                next_arrival += 1;
            }
            if outage.contains(&second) != announced {
                announced = !announced;
                let (by, now) = (By::officer("cs-1", 1), at(DAY, second)?.timestamp());
                let end = at(DAY, outage.end)?.timestamp();
                match announced {
                    true => self.kiosks[0].announce_outage(Some(end), &by, now),
                    false => self.kiosks[0].end_outage(&by, now),
                }
                .map_err(text)?;
            }
            if announced {
                continue;
            }
            for (counter, free) in free.iter_mut().enumerate() {
                if *free <= second {
                    *free = self.call(DAY, counter, second)?;
                }
            }
        }
        self.report.first_day = self.called.len();
        Ok(())
    }

    /// Seconds after opening: half of the people come in the first hour, the others through the day.
    fn arrivals(&mut self, plan: &Plan) -> Vec<i64> {
        let mut arrivals: Vec<i64> = (0..plan.arrivals)
            .map(|person| match person % 2 {
                0 => self.random.random_range(0..3600),
                _ => self.random.random_range(0..(CLOSES - 60) * 60),
            })
            .collect();
        arrivals.sort_unstable();
        arrivals
    }

    /// Somebody takes a number at one of the kiosks.
    fn arrive(
        &mut self,
        plan: &Plan,
        person: u32,
        kiosk: usize,
        second: i64,
        open: &dyn Fn() -> Result<Store, String>,
    ) -> Result<(), String> {
        let priority = self.random.random_range(0..100) < plan.priority_percent;
        let series = if priority { 'P' } else { 'B' };
        let by = By::machine(["kiosk-1", "kiosk-2"][kiosk]);
        let now = at(DAY, second)?;
        let wish =
            Wish { kind: TicketKind::Counter, series, day: DAY, appointment: None, priority, quota: None };
        let store = &mut self.kiosks[kiosk];
        let id = store.reserve(&wish, None, &by, now.timestamp()).map_err(text)?.id;
        self.given.push(id);
        if person == plan.killed && self.report.orphans == 0 {
            // The process ends here. Its number is in the store; the person goes to the other kiosk.
            *store = open()?;
            self.report.orphans += 1;
            return self.arrive(plan, person, 1 - kiosk, second, open);
        }
        let failed = plan.paper_out.iter().any(|out| out.contains(&person));
        let printed = match failed {
            true => store.print_failed(id, "paper out", &by, now.timestamp()),
            false => store.printed(id, &by, now.timestamp()),
        };
        printed.map_err(text)?;
        self.report.print_failed += usize::from(failed);
        let outage = store.outage(now.timestamp()).map_err(text)?.and_then(|outage| outage.expected);
        let begins = outage.map_or(now.clone(), |end| end.to_zoned(now.time_zone().clone()));
        let turn = store.floor(DAY).map_err(text)?.turn(&self.rules, id, &now, &begins);
        let turn = turn.ok_or(format!("{id} waits and has no turn"))?;
        let expected = turn.at.to_zoned(now.time_zone().clone()).map_err(text)?;
        self.estimates.insert(id, (expected, second >= plan.outage.0 * 60));
        Ok(())
    }

    /// A counter calls the next one. Returns when it is free again.
    fn call(&mut self, day: Date, counter: usize, second: i64) -> Result<i64, String> {
        let (number, now) = ((counter + 1) as u8, at(day, second)?);
        let by = By::officer("cs-1", number);
        let store = &mut self.counters[counter];
        let before = store.floor(day).map_err(text)?;
        let start = Instant::now();
        let called = store.call_next(&self.rules, number, &by, &now).map_err(text)?;
        self.calls.push(start.elapsed().as_secs_f64() * 1000.0);
        let Some(ticket) = called else {
            let waiting = before.waiting_by_series().values().sum::<usize>();
            return if waiting == 0 {
                Ok(second + 60)
            } else {
                Err(format!("{waiting} wait and nobody is called"))
            };
        };
        let earlier = before.tickets.iter().find(|other| {
            other.state.waits() && other.priority == ticket.priority && other.place < ticket.place
        });
        if let Some(earlier) = earlier {
            return Err(format!("{} was called before {}", ticket.id, earlier.id));
        }
        self.called.push((ticket.id, now.clone()));
        let missing = self.random.random_range(0..100) < 4;
        let seconds = if missing { 60 } else { service_seconds(&mut self.random) };
        let end = at(day, second + seconds)?.timestamp();
        let event = if missing { Happened::NoShow } else { Happened::Served };
        self.report.no_shows += usize::from(missing);
        store.happened(ticket.id, &by, end, event).map_err(text)?;
        Ok(second + seconds)
    }

    /// The next morning: what was not reached comes first, in the order that it had, then new numbers.
    fn second_day(&mut self) -> Result<(), String> {
        let friday = DAY.tomorrow().map_err(text)?;
        let mut left: Vec<Ticket> = self.kiosks[0].floor(DAY).map_err(text)?.tickets;
        left.retain(|ticket| ticket.state.waits());
        left.sort_by_key(|ticket| (ticket.place, ticket.id));
        let by = By::machine("kiosk-1");
        let morning = at(friday, -600)?;
        let carried = self.kiosks[0].new_day(&by, &morning).map_err(text)?;
        let again = self.kiosks[1].new_day(&By::machine("kiosk-2"), &morning).map_err(text)?;
        if carried.len() != left.len() || !again.is_empty() {
            return Err(format!(
                "{} wait, {} and {} were carried over",
                left.len(),
                carried.len(),
                again.len()
            ));
        }
        self.report.carried = carried.len();
        for _ in 0..20 {
            let wish = Wish {
                kind: TicketKind::Counter,
                series: 'B',
                day: friday,
                appointment: None,
                priority: false,
                quota: None,
            };
            let id = self.kiosks[1].reserve(&wish, None, &by, morning.timestamp()).map_err(text)?.id;
            self.given.push(id);
        }
        let mut free = vec![0_i64; self.counters.len()];
        for second in 0..CLOSES * 60 {
            for (counter, free) in free.iter_mut().enumerate() {
                if *free <= second {
                    *free = self.call(friday, counter, second)?;
                }
            }
        }
        let second_day: Vec<TicketId> =
            self.called.iter().skip(self.report.first_day).map(|(id, _)| *id).collect();
        let normal = |ids: &mut dyn Iterator<Item = TicketId>| -> Vec<TicketId> {
            ids.filter(|id| id.number.series() == 'B').collect()
        };
        let called = normal(&mut second_day.iter().copied());
        let expected = normal(&mut left.iter().map(|ticket| ticket.id));
        if called.get(..expected.len()) != Some(expected.as_slice()) {
            return Err("the order of the day before was not kept".into());
        }
        Ok(())
    }

    /// Every number that was given was called once, and reads as what its history adds up to.
    fn judge(mut self, outage_begins: i64) -> Result<Report, String> {
        let given: BTreeSet<TicketId> = self.given.iter().copied().collect();
        if given.len() != self.given.len() {
            return Err("a number was given twice".into());
        }
        let mut times: BTreeMap<TicketId, u32> = BTreeMap::new();
        for (id, _) in &self.called {
            *times.entry(*id).or_default() += 1;
        }
        if let Some((id, _)) = times.iter().find(|(_, times)| **times > 1) {
            return Err(format!("{id} was called twice"));
        }
        if let Some(lost) = given.iter().find(|id| !times.contains_key(id)) {
            return Err(format!("{lost} was never called"));
        }
        for id in &given {
            let ticket = self.kiosks[0].ticket(*id).map_err(text)?.ok_or(format!("{id} is gone"))?;
            if !matches!(ticket.state, TicketState::Served | TicketState::NoShow) {
                return Err(format!("{id} ended as {:?}", ticket.state));
            }
        }
        self.report.given = given.len();
        let minutes = |span: SignedDuration| span.as_secs_f64() / 60.0;
        let mut off = vec![];
        for (id, called) in self.called.iter().take(self.report.first_day) {
            let ticket = self.kiosks[0].ticket(*id).map_err(text)?.ok_or("gone")?;
            let lane = &mut self.report.longest_minutes[usize::from(ticket.priority)];
            *lane = lane.max(minutes(called.timestamp().duration_since(ticket.reserved)));
            let known = self.estimates.get(id);
            let outage = at(DAY, outage_begins)?;
            // Nobody can tell that the systems will fail.
            let known = known.filter(|(_, knew)| *knew || *called < outage);
            off.extend(known.map(|(expected, _)| minutes(called.duration_since(expected))));
        }
        off.sort_by(f64::total_cmp);
        let mut distance: Vec<f64> = off.iter().map(|off| off.abs()).collect();
        distance.sort_by(f64::total_cmp);
        self.calls.sort_by(f64::total_cmp);
        let part = |sorted: &[f64], part: f64| {
            let place = (sorted.len().saturating_sub(1) as f64 * part).round() as usize;
            sorted.get(place).copied().unwrap_or_default()
        };
        self.report.estimate_median_off = part(&distance, 0.5);
        self.report.estimate_within_90_percent = [part(&off, 0.05), part(&off, 0.95)];
        self.report.call_ms = [part(&self.calls, 0.5), part(&self.calls, 1.0)];
        Ok(self.report)
    }
}
