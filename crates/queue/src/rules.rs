use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, HashMap};

/// How a hall works: what a branch configures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HallRules {
    /// The counters, with the letters of the series that each one serves.
    pub counters: BTreeMap<u8, Vec<char>>,
    /// How priority numbers alternate with the others.
    pub ratio: Ratio,
    /// Minutes that one person takes at a counter, until the day itself has shown it.
    pub service_minutes: u32,
    /// Who does not come is called again after so many others.
    pub skip_behind: usize,
    /// Minutes before the estimated turn at which somebody should be back.
    pub back_before_minutes: u32,
    /// Most numbers of a series on a day of the week; what is not in it has no limit.
    pub quota: HashMap<(char, Weekday), u32>,
}

/// So many priority numbers, then so many others, while both wait. Both at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Priority numbers.
    pub priority: u32,
    /// Other numbers.
    pub normal: u32,
}

impl HallRules {
    /// Whether a counter serves a series.
    pub fn serves(&self, counter: u8, series: char) -> bool {
        self.counters.get(&counter).is_some_and(|served| served.contains(&series))
    }

    /// Most numbers of a series on a day; none is no limit.
    pub fn quota(&self, series: char, day: Date) -> Option<u32> {
        self.quota.get(&(series, day.weekday())).copied()
    }
}
