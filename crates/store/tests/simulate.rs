//! A small surge day: the whole one is `cargo xtask simulate`.

#[path = "../examples/simulate/day.rs"]
#[expect(dead_code, reason = "the command prints more of the report")]
mod day;

use day::Plan;

#[test]
fn nobody_is_lost_on_a_surge_day_with_an_outage_without_paper_and_with_a_killed_kiosk() {
    let folder = tempfile::tempdir().unwrap();
    let plan = Plan { arrivals: 90, counters: 1, paper_out: [5..8, 30..33], killed: 20, ..Plan::surge() };
    let report = day::run(&plan, &folder.path().join("journal.db")).unwrap();
    assert_eq!((report.print_failed, report.orphans), (6, 1));
    assert!(report.carried > 0 && report.first_day > 0, "both days have their part");
    assert_eq!(report.given, 90 + 1 + 20);
}
