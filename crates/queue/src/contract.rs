//! What each store of tickets has to do: the same tests for any of them. A test of the store calls [`run`] and
//! [`shared`]; both stop where something is wrong.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

use crate::{
    By, Hall, HallError, HallRules, Happened, Outage, Ratio, Refused, Ticket, TicketId, TicketState, Wish,
};
use claim::TicketKind;
use jiff::civil::{Date, Weekday, date};
use jiff::tz::{TimeZone, offset};
use jiff::{ToSpan, Zoned};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::thread;

/// A Thursday.
pub const DAY: Date = date(2026, 9, 10);

/// Three counters: 1 for everything, 2 for everything, 3 for interviews. Two priority numbers, then one other.
pub fn rules() -> HallRules {
    HallRules {
        counters: BTreeMap::from([(1, vec!['A', 'B', 'P']), (2, vec!['A', 'B', 'P']), (3, vec!['A'])]),
        ratio: Ratio { priority: 2, normal: 1 },
        service_minutes: 10,
        skip_behind: 2,
        back_before_minutes: 10,
        quota: HashMap::from([(('B', Weekday::Thursday), 3)]),
    }
}

/// A moment of a day in the branch, in minutes after 8:00.
pub fn at(day: Date, minutes: i64) -> Zoned {
    let zone = TimeZone::fixed(offset(7));
    day.at(8, 0, 0, 0).to_zoned(zone).unwrap().checked_add(minutes.minutes()).unwrap()
}

/// A number for the counter.
pub fn wish(series: char, day: Date) -> Wish {
    let priority = series == 'P';
    Wish { kind: TicketKind::Counter, series, day, appointment: None, priority, quota: None }
}

fn kiosk() -> By {
    By::machine("kiosk-1")
}

fn officer(counter: u8) -> By {
    By::officer("cs-1", counter)
}

fn take(hall: &mut dyn Hall, series: char, minutes: i64) -> Ticket {
    let now = at(DAY, minutes).timestamp();
    let ticket = hall.reserve(&wish(series, DAY), None, &kiosk(), now).unwrap();
    hall.printed(ticket.id, &kiosk(), now).unwrap()
}

fn next(hall: &mut dyn Hall, counter: u8, now: &Zoned) -> Option<String> {
    let called = hall.call_next(&rules(), counter, &officer(counter), now).unwrap()?;
    hall.served(called.id, &officer(counter), now.timestamp()).unwrap();
    Some(called.id.number.to_string())
}

fn refused<T>(result: Result<T, HallError>) -> Refused {
    match result {
        Err(HallError::Refused(why)) => why,
        Err(HallError::Store(why)) => panic!("{why}"),
        Ok(_) => panic!("it was not refused"),
    }
}

/// All tests of one station; `open` gives an empty store each time.
pub fn run<H: Hall>(open: impl Fn() -> H) {
    let tests: [fn(&mut dyn Hall); 12] = [
        numbers_count_up_by_series_and_day,
        a_number_counts_whether_or_not_paper_came,
        the_longest_waiting_is_called_and_two_priority_numbers_take_turns_with_one_other,
        an_interview_is_called_when_it_is_due,
        a_counter_has_one_person_and_only_its_series,
        what_an_officer_does_is_kept,
        what_does_not_fit_any_more_is_refused_and_changes_nothing,
        the_quota_ends_the_numbers_of_the_day,
        what_was_not_reached_goes_first_on_the_next_day,
        in_a_hall_without_calls_nothing_is_carried_over,
        an_outage_is_announced_until_it_is_over,
        after_an_outage_all_who_wait_are_carried_over,
    ];
    for test in tests {
        test(&mut open());
    }
}

fn numbers_count_up_by_series_and_day(hall: &mut dyn Hall) {
    let mut number = |series, day| {
        hall.reserve(&wish(series, day), None, &kiosk(), at(DAY, 0).timestamp())
            .unwrap()
            .id
            .number
            .to_string()
    };
    let friday = DAY.tomorrow().unwrap();
    let numbers = [number('A', DAY), number('A', DAY), number('B', DAY), number('P', friday)];
    assert_eq!(numbers, ["A-001", "A-002", "B-001", "P-001"]);
    let numbers = [number('A', friday), number('A', DAY), number('A', friday)];
    assert_eq!(numbers, ["A-003", "A-004", "A-005"], "who is carried over meets nobody with the same number");
    let wrong = hall.reserve(&wish('ä', DAY), None, &kiosk(), at(DAY, 0).timestamp());
    assert_eq!(refused(wrong), Refused::NoNumber('ä'));
}

fn a_number_counts_whether_or_not_paper_came(hall: &mut dyn Hall) {
    let now = at(DAY, 0).timestamp();
    let [reserved, failed, issued] =
        [0, 0, 0].map(|_| hall.reserve(&wish('B', DAY), None, &kiosk(), now).unwrap().id);
    hall.print_failed(failed, "paper out", &kiosk(), now).unwrap();
    hall.printed(issued, &kiosk(), now).unwrap();
    let second = hall.print_failed(issued, "offline", &kiosk(), now).unwrap();
    assert_eq!(second.state, TicketState::Issued, "paper in the hand stays in the hand");
    let state = |id| hall.ticket(id).unwrap().unwrap().state;
    assert_eq!([reserved, failed].map(state), [TicketState::Reserved, TicketState::PrintFailed]);
    let numbers: Vec<_> = (0..4).map(|minute| next(hall, 1, &at(DAY, minute))).collect();
    let called = ["B-001", "B-002", "B-003"].map(|number| Some(number.to_owned()));
    assert_eq!(numbers[..3], called);
    assert_eq!(numbers[3], None);
}

fn the_longest_waiting_is_called_and_two_priority_numbers_take_turns_with_one_other(hall: &mut dyn Hall) {
    for minute in 0..4 {
        take(hall, 'B', minute);
    }
    for minute in 4..8 {
        take(hall, 'P', minute);
    }
    let called: Vec<_> = (0..8).filter_map(|minute| next(hall, 1, &at(DAY, 10 + minute))).collect();
    assert_eq!(called, ["P-001", "P-002", "B-001", "P-003", "P-004", "B-002", "B-003", "B-004"]);
}

fn an_interview_is_called_when_it_is_due(hall: &mut dyn Hall) {
    let appointment = Some(at(DAY, 60).timestamp());
    let interview = Wish { kind: TicketKind::Interview, appointment, ..wish('A', DAY) };
    hall.reserve(&interview, None, &kiosk(), at(DAY, 0).timestamp()).unwrap();
    let called = hall.call_next(&rules(), 3, &officer(3), &at(DAY, 59)).unwrap();
    assert_eq!(called, None, "its time has not come");
    take(hall, 'B', 1);
    take(hall, 'B', 2);
    assert_eq!(next(hall, 1, &at(DAY, 59)).as_deref(), Some("B-001"));
    assert_eq!(next(hall, 1, &at(DAY, 60)).as_deref(), Some("A-001"), "its time is a promise");
}

fn a_counter_has_one_person_and_only_its_series(hall: &mut dyn Hall) {
    let first = take(hall, 'B', 0).id;
    take(hall, 'B', 1);
    assert_eq!(hall.call_next(&rules(), 3, &officer(3), &at(DAY, 2)).unwrap(), None);
    assert_eq!(hall.call_next(&rules(), 9, &officer(9), &at(DAY, 2)).unwrap(), None, "no such counter");
    let called = hall.call_next(&rules(), 1, &officer(1), &at(DAY, 2)).unwrap().unwrap();
    assert_eq!((called.id, called.counter, called.state), (first, Some(1), TicketState::Called));
    let again = hall.call_next(&rules(), 1, &officer(1), &at(DAY, 3));
    assert_eq!(refused(again), Refused::Busy(first));
    assert!(hall.call_next(&rules(), 2, &officer(2), &at(DAY, 3)).unwrap().is_some());
    let floor = hall.floor(DAY).unwrap();
    let board: Vec<_> = floor.calls(5).iter().map(|call| (call.id.number.number(), call.counter)).collect();
    assert_eq!(board, [(2, 2), (1, 1)]);
    assert_eq!(floor.at_counter(1).map(|ticket| ticket.id), Some(first));
}

fn what_an_officer_does_is_kept(hall: &mut dyn Hall) {
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|minute| take(hall, 'B', minute).id);
    let (me, now) = (officer(1), at(DAY, 10));
    let time = now.timestamp();
    let call = |hall: &mut dyn Hall| hall.call_next(&rules(), 1, &officer(1), &now).unwrap().unwrap().id;
    assert_eq!(call(hall), first);
    assert_eq!(hall.recall(first, &me, time).unwrap().calls, 2);
    hall.skip(&rules(), first, &me, time).unwrap();
    assert_eq!(call(hall), second);
    assert_eq!(hall.arrived(second, &me, time).unwrap().state, TicketState::Serving);
    hall.hold(second, &me, time).unwrap();
    assert_eq!(call(hall), third, "the skipped one comes after two others");
    hall.no_show(third, &me, time).unwrap();
    assert_eq!(hall.call(second, 1, &me, &now).unwrap().state, TicketState::Called, "taken up again");
    hall.transfer(second, 'B', Some(2), &me, time).unwrap();
    assert_eq!(call(hall), first, "the one before waits for counter 2 alone");
    hall.served(first, &me, time).unwrap();
    assert_eq!(hall.call_next(&rules(), 2, &officer(2), &now).unwrap().unwrap().id, second);
    assert_eq!(call(hall), fourth);
    hall.served(fourth, &me, time).unwrap();
    assert_eq!(hall.call(third, 1, &me, &now).unwrap().state, TicketState::Called, "came after all");

    let history = hall.history(DAY).unwrap();
    assert!(history.is_sorted_by_key(|entry| entry.seq));
    let mut folded: BTreeMap<TicketId, Ticket> = BTreeMap::new();
    for entry in &history {
        match folded.get_mut(&entry.id) {
            Some(ticket) => ticket.apply(entry.at, &entry.event),
            None => {
                folded.insert(entry.id, Ticket::first(entry.id, entry.at, &entry.event).unwrap());
            }
        }
    }
    let mut tickets = hall.floor(DAY).unwrap().tickets;
    tickets.sort_by_key(|ticket| ticket.id);
    assert_eq!(folded.into_values().collect::<Vec<_>>(), tickets, "a ticket is what its history adds up to");
    let middle = history[history.len() / 2].seq;
    let after = hall.entries_after(middle).unwrap();
    assert_eq!(after, history.into_iter().filter(|entry| entry.seq > middle).collect::<Vec<_>>());
    assert!(after.iter().any(|entry| entry.by == me && entry.event == Happened::NoShow));
}

fn what_does_not_fit_any_more_is_refused_and_changes_nothing(hall: &mut dyn Hall) {
    let id = take(hall, 'B', 0).id;
    let (me, now) = (officer(1), at(DAY, 1));
    let time = now.timestamp();
    let before = hall.version().unwrap();
    for event in [Happened::Served, Happened::Recalled, Happened::NoShow, Happened::Arrived] {
        assert_eq!(refused(hall.happened(id, &me, time, event)), Refused::NotNow(id));
    }
    let unknown = TicketId { number: "B-099".parse().unwrap(), ..id };
    assert_eq!(refused(hall.served(unknown, &me, time)), Refused::Unknown(unknown));
    assert_eq!(hall.version().unwrap(), before);
    hall.call(id, 1, &me, &now).unwrap();
    assert_ne!(hall.version().unwrap(), before);
    hall.served(id, &me, time).unwrap();
    assert_eq!(refused(hall.call(id, 1, &me, &now)), Refused::NotNow(id));
}

fn the_quota_ends_the_numbers_of_the_day(hall: &mut dyn Hall) {
    let time = at(DAY, 0).timestamp();
    let limited = Wish { quota: rules().quota('B', DAY), ..wish('B', DAY) };
    let left = |hall: &mut dyn Hall| hall.floor(DAY).unwrap().remaining(&rules(), 'B');
    assert_eq!(left(hall), Some(3));
    let ids = [0, 1, 2].map(|_| hall.reserve(&limited, None, &kiosk(), time).unwrap().id);
    assert_eq!(left(hall), Some(0));
    assert_eq!(refused(hall.reserve(&limited, None, &kiosk(), time)), Refused::Full);
    assert_eq!(hall.floor(DAY).unwrap().remaining(&rules(), 'P'), None);
    hall.cancel(ids[1], &kiosk(), time).unwrap();
    let number = hall.reserve(&limited, None, &kiosk(), time).unwrap().id.number;
    assert_eq!(
        number.to_string(),
        "B-004",
        "one that was given up is free for another person, not its number"
    );
}

fn what_was_not_reached_goes_first_on_the_next_day(hall: &mut dyn Hall) {
    let ids: Vec<_> = (0..5).map(|minute| take(hall, 'B', minute).id).collect();
    let (me, evening) = (officer(1), at(DAY, 400));
    for _ in 0..3 {
        let called = hall.call_next(&rules(), 1, &me, &evening).unwrap().unwrap().id;
        match called {
            id if id == ids[0] => hall.served(id, &me, evening.timestamp()).unwrap(),
            id if id == ids[1] => hall.hold(id, &me, evening.timestamp()).unwrap(),
            id => hall.ticket(id).unwrap().unwrap(),
        };
    }
    let friday = DAY.tomorrow().unwrap();
    let morning = at(friday, -10);
    let carried = hall.new_day(&kiosk(), &morning).unwrap();
    let numbers: BTreeSet<_> = carried.iter().map(|ticket| ticket.id).collect();
    assert_eq!(numbers, ids[1..].iter().copied().collect());
    assert_eq!(hall.new_day(&kiosk(), &morning).unwrap(), [], "once only");
    let new = hall.reserve(&wish('B', friday), None, &kiosk(), morning.timestamp()).unwrap();
    assert_eq!(new.id.number.to_string(), "B-006", "no number stands twice on the board of a day");
    let called: Vec<_> = (0..5).filter_map(|minute| next(hall, 1, &at(friday, minute))).collect();
    assert_eq!(called, ["B-002", "B-003", "B-004", "B-005", "B-006"], "in the order that they had");
}

fn in_a_hall_without_calls_nothing_is_carried_over(hall: &mut dyn Hall) {
    let id = take(hall, 'B', 0).id;
    let friday = DAY.tomorrow().unwrap();
    hall.new_day(&kiosk(), &at(friday, 0)).unwrap();
    assert_eq!(hall.ticket(id).unwrap().unwrap().state, TicketState::Lapsed);
    let new = hall.reserve(&wish('B', friday), None, &kiosk(), at(friday, 0).timestamp()).unwrap();
    assert_eq!(new.id.number.to_string(), "B-001", "each day begins at 1");
}

fn an_outage_is_announced_until_it_is_over(hall: &mut dyn Hall) {
    let time = |minutes| at(DAY, minutes).timestamp();
    assert_eq!(hall.outage(time(0)).unwrap(), None);
    hall.end_outage(&kiosk(), time(1)).unwrap();
    let before = hall.version().unwrap();
    hall.announce_outage(None, &officer(1), time(10)).unwrap();
    assert_ne!(hall.version().unwrap(), before);
    hall.announce_outage(Some(time(90)), &officer(1), time(20)).unwrap();
    let outage = Outage { since: time(10), expected: Some(time(90)), ended: None };
    assert_eq!(hall.outage(time(30)).unwrap(), Some(outage));
    hall.end_outage(&officer(1), time(60)).unwrap();
    assert_eq!(hall.outage(time(61)).unwrap(), None);
    assert_eq!(hall.outages(time(60)).unwrap(), [Outage { ended: Some(time(60)), ..outage }]);
    assert_eq!(hall.outages(time(61)).unwrap(), []);
}

fn after_an_outage_all_who_wait_are_carried_over(hall: &mut dyn Hall) {
    let first = take(hall, 'B', 0).id;
    let second = take(hall, 'B', 1).id;
    hall.announce_outage(None, &officer(1), at(DAY, 2).timestamp()).unwrap();
    let friday = DAY.tomorrow().unwrap();
    hall.end_outage(&officer(1), at(friday, -30).timestamp()).unwrap();
    let carried = hall.new_day(&kiosk(), &at(friday, -20)).unwrap();
    assert_eq!(carried.iter().map(|ticket| ticket.id).collect::<Vec<_>>(), [first, second]);
}

/// Stations that work at the same time on one empty store: two kiosks, then two counters.
pub fn shared<H: Hall + Send>(stations: [H; 2]) {
    const EACH: usize = 40;
    let [mut first, mut second] = stations;
    let before = first.version().unwrap();
    let take_many = |hall: &mut H| (0..EACH).map(|_| take(hall, 'B', 0).id).collect::<Vec<_>>();
    let both = |work: &(dyn Fn(&mut H, u8) -> Vec<TicketId> + Sync), first: &mut H, second: &mut H| {
        thread::scope(|scope| {
            let other = scope.spawn(|| work(second, 2));
            let mine = work(first, 1);
            mine.into_iter().chain(other.join().unwrap()).collect::<Vec<_>>()
        })
    };
    let taken = both(&|hall, _| take_many(hall), &mut first, &mut second);
    let numbers: BTreeSet<u32> = taken.iter().map(|id| id.number.number()).collect();
    assert_eq!(numbers, (1..=2 * EACH as u32).collect(), "no number lost or doubled");
    assert_ne!(second.version().unwrap(), before);
    assert_eq!(first.version().unwrap(), second.version().unwrap());

    let call_all = |hall: &mut H, counter: u8| {
        let mut called = vec![];
        while let Some(ticket) = hall.call_next(&rules(), counter, &officer(counter), &at(DAY, 1)).unwrap() {
            hall.served(ticket.id, &officer(counter), at(DAY, 1).timestamp()).unwrap();
            called.push(ticket.id);
        }
        called
    };
    let called = both(&call_all, &mut first, &mut second);
    assert_eq!(called.len(), taken.len());
    assert_eq!(called.iter().collect::<BTreeSet<_>>(), taken.iter().collect(), "each was called once");
}
