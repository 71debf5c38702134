//! The steps of a task: each is announced, timed and, at the end, listed.

use crate::Outcome;
use crate::count::Count;
use std::time::{Duration, Instant};

/// What became of one step.
enum Fate {
    Done,
    Failed,
    /// Not run, because a step it needs failed.
    Skipped,
}

struct Line {
    name: &'static str,
    fate: Fate,
    count: Count,
    took: Duration,
}

/// The steps run so far. They run one at a time, and a failed one does not stop the others.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
}

impl Report {
    /// Runs a step that counts no tests. Gives whether it succeeded.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) -> bool {
        self.counted(name, |_| work().map(|()| true))
    }

    /// Runs a step that counts the tests it sees. Gives whether it succeeded.
    pub fn counted(&mut self, name: &'static str, work: impl FnOnce(&mut Count) -> Outcome<bool>) -> bool {
        println!("\n== {name}");
        let started = Instant::now();
        let mut count = Count::default();
        let succeeded = work(&mut count).unwrap_or_else(|fault| {
            println!("   {fault}");
            false
        }) && count.failed == 0;
        let took = started.elapsed();
        println!("   {} in {}", if succeeded { "done" } else { "FAILED" }, seconds(took));
        self.lines.push(Line { name, fate: if succeeded { Fate::Done } else { Fate::Failed }, count, took });
        succeeded
    }

    /// Notes a step that cannot run, because `needed` failed.
    pub fn skip(&mut self, name: &'static str, needed: &str) {
        println!("\n== {name}\n   not run: {needed} failed");
        self.lines.push(Line { name, fate: Fate::Skipped, count: Count::default(), took: Duration::ZERO });
    }

    /// Lists the steps with what they took.
    pub fn print(&self) {
        println!("\n{:<34} {:>8}  {:>7} {:>7}", "step", "time", "passed", "failed");
        for line in &self.lines {
            let tests = if line.count == Count::default() {
                String::new()
            } else {
                format!("{:>7} {:>7}", line.count.passed, line.count.failed)
            };
            let fate = match line.fate {
                Fate::Done => "",
                Fate::Failed => "  FAILED",
                Fate::Skipped => "  not run",
            };
            println!("{:<34} {:>8}  {tests:<15}{fate}", line.name, seconds(line.took));
        }
        let whole: Duration = self.lines.iter().map(|line| line.took).sum();
        println!("{:<34} {:>8}", "all", seconds(whole));
    }

    /// The tests of all steps. A step that did not succeed without counting a failed test counts as one,
    /// so that "0 failed" is never said of a failed run.
    pub fn total(&self) -> Count {
        let mut total = Count::default();
        for line in &self.lines {
            total.add(line.count);
            let failed = !matches!(line.fate, Fate::Done);
            total.failed += u32::from(failed && line.count.failed == 0);
        }
        total
    }

    /// The list, then an error if a step failed.
    pub fn close(&self) -> Outcome {
        self.print();
        match self.lines.iter().filter(|line| matches!(line.fate, Fate::Failed)).count() {
            0 => Ok(()),
            1 => Err("one step failed".into()),
            several => Err(format!("{several} steps failed").into()),
        }
    }
}

pub fn seconds(time: Duration) -> String {
    let tenths = time.as_secs_f64();
    if tenths < 60.0 {
        format!("{tenths:.1} s")
    } else {
        format!("{}m{:02}s", time.as_secs() / 60, time.as_secs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_without_tests_counts_as_one_failure() {
        let mut report = Report::default();
        report.counted("tests", |count| {
            count.see("test result: ok. 4 passed; 0 failed; 0 ignored");
            Ok(true)
        });
        report.step("lints", || Err("untidy".into()));
        assert_eq!(report.total(), Count { passed: 4, failed: 1 });
        assert!(report.close().is_err());
    }

    #[test]
    fn a_step_with_failed_tests_counts_just_those() {
        let mut report = Report::default();
        let succeeded = report.counted("tests", |count| {
            count.see("test result: FAILED. 4 passed; 2 failed; 0 ignored");
            Ok(false)
        });
        assert!(!succeeded);
        assert_eq!(report.total(), Count { passed: 4, failed: 2 });
    }
}
