//! Processes that belong together, and what they weigh.

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// A process group; killed as a whole (SIGKILL) when dropped.
pub struct Group {
    leader: Child,
}

impl Group {
    /// Starts a command as the leader of a group of its own.
    pub fn start(command: &mut Command) -> Result<Self> {
        let leader = command.process_group(0).spawn();
        Ok(Self {
            leader: leader.with_context(|| format!("{} did not start", command.get_program().display()))?,
        })
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.leader.id()
    }

    /// Whether its leader still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.leader.try_wait(), Ok(None))
    }

    /// Kills all of it at once, as a power cut does, and returns when all of it has gone.
    pub fn kill(&mut self) -> Result<()> {
        let id = i32::try_from(self.leader.id())?;
        let group = Pid::from_raw(id).context("no process")?;
        // Fails only where nobody is left.
        let _ = kill_process_group(group, Signal::KILL);
        self.leader.wait()?;
        let until = Instant::now() + Duration::from_secs(10);
        while members(id)? > 0 {
            if Instant::now() > until {
                bail!("processes of group {id} are still there after SIGKILL");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

/// Living processes of a group; those that only wait to be reaped do not count.
fn members(group: i32) -> Result<usize> {
    Ok(stats()?.into_iter().filter(|stat| stat.group == group && stat.state != 'Z').count())
}

/// Proportional set size of a process and all its descendants, in bytes.
pub fn memory_pss(root: u32) -> Result<u64> {
    let stats = stats()?;
    let mut tree = vec![i32::try_from(root)?];
    let mut next = 0;
    while let Some(&parent) = tree.get(next) {
        tree.extend(stats.iter().filter(|stat| stat.parent == parent).map(|stat| stat.id));
        next += 1;
    }
    let sizes = tree.iter().filter_map(|id| fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok());
    Ok(sizes.filter_map(|text| pss(&text)).sum())
}

fn pss(smaps_rollup: &str) -> Option<u64> {
    let line = smaps_rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
}

struct Stat {
    id: i32,
    state: char,
    parent: i32,
    group: i32,
}

fn stats() -> Result<Vec<Stat>> {
    let entries = fs::read_dir("/proc").context("/proc cannot be read")?.flatten();
    let texts = entries.filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok());
    Ok(texts.filter_map(|text| stat(&text)).collect())
}

/// `123 (name of it) S 1 123 …`; the name may contain blanks and parentheses.
fn stat(text: &str) -> Option<Stat> {
    let (id, rest) = text.split_once(' ')?;
    let mut fields = rest.rsplit_once(')')?.1.split_whitespace();
    Some(Stat {
        id: id.parse().ok()?,
        state: fields.next()?.chars().next()?,
        parent: fields.next()?.parse().ok()?,
        group: fields.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_dies_with_its_children() {
        let mut group = Group::start(Command::new("sh").args(["-c", "sleep 60 & sleep 60; true"])).unwrap();
        let id = i32::try_from(group.id()).unwrap();
        let until = Instant::now() + Duration::from_secs(5);
        while members(id).unwrap() < 3 && Instant::now() < until {
            std::thread::yield_now();
        }
        assert_eq!(members(id).unwrap(), 3);
        group.kill().unwrap();
        assert_eq!(members(id).unwrap(), 0);
    }

    #[test]
    fn names_with_blanks_do_not_shift_the_fields() {
        let stat = stat("42 (Web (x) Process) S 7 9 9 0").unwrap();
        assert_eq!((stat.id, stat.state, stat.parent, stat.group), (42, 'S', 7, 9));
    }

    #[test]
    fn this_process_weighs_something() {
        let bytes = memory_pss(std::process::id()).unwrap();
        assert!((100_000..10_000_000_000).contains(&bytes), "{bytes}");
        assert_eq!(pss("Rss: 9 kB\nPss:   12 kB\n"), Some(12 * 1024));
    }
}
