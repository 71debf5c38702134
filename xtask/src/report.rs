//! The steps of a task: each is announced, timed and, at the end, listed.

use crate::Result;
use crate::count::Count;
use std::time::{Duration, Instant};

/// What became of one step.
enum Status {
    Done,
    Failed,
    /// Not run, because a step it needs failed.
    Skipped,
}

struct Step {
    name: &'static str,
    status: Status,
    count: Count,
    duration: Duration,
}

/// The steps run so far. They run one at a time, and a failed one does not stop the others.
#[derive(Default)]
pub struct Report {
    steps: Vec<Step>,
}

impl Report {
    /// Runs a step that counts no tests. Gives whether it succeeded.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result) -> bool {
        self.counted(name, |_| work().map(|()| true))
    }

    /// Runs a step that counts the tests it sees. Gives whether it succeeded.
    pub fn counted(&mut self, name: &'static str, work: impl FnOnce(&mut Count) -> Result<bool>) -> bool {
        println!("\n== {name}");
        let started = Instant::now();
        let mut count = Count::default();
        let succeeded = work(&mut count).unwrap_or_else(|fault| {
            println!("   {fault}");
            false
        }) && count.failed == 0;
        let duration = started.elapsed();
        println!("   {} in {}", if succeeded { "done" } else { "FAILED" }, seconds(duration));
        self.steps.push(Step { name, status: if succeeded { Status::Done } else { Status::Failed }, count, duration });
        succeeded
    }

    /// Notes a step that cannot run, because `needed` failed.
    pub fn skip(&mut self, name: &'static str, needed: &str) {
        println!("\n== {name}\n   not run: {needed} failed");
        self.steps.push(Step { name, status: Status::Skipped, count: Count::default(), duration: Duration::ZERO });
    }

    /// Lists the steps with what they duration.
    pub fn print(&self) {
        println!("\n{:<34} {:>8}  {:>7} {:>7}", "step", "time", "passed", "failed");
        for step in &self.steps {
            let tests = if step.count == Count::default() {
                String::new()
            } else {
                format!("{:>7} {:>7}", step.count.passed, step.count.failed)
            };
            let status = match step.status {
                Status::Done => "",
                Status::Failed => "  FAILED",
                Status::Skipped => "  not run",
            };
            println!("{:<34} {:>8}  {tests:<15}{status}", step.name, seconds(step.duration));
        }
        let whole: Duration = self.steps.iter().map(|step| step.duration).sum();
        println!("{:<34} {:>8}", "all", seconds(whole));
    }

    /// The tests of all steps. A step that did not succeed without counting a failed test counts as one,
    /// so that "0 failed" is never said of a failed run.
    pub fn total(&self) -> Count {
        let mut total = Count::default();
        for step in &self.steps {
            total.add(step.count);
            let failed = !matches!(step.status, Status::Done);
            total.failed += u32::from(failed && step.count.failed == 0);
        }
        total
    }

    /// The list, then an error if a step failed.
    pub fn close(&self) -> Result {
        self.print();
        match self.steps.iter().filter(|step| matches!(step.status, Status::Failed)).count() {
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
            count.read("test result: ok. 4 passed; 0 failed; 0 ignored");
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
            count.read("test result: FAILED. 4 passed; 2 failed; 0 ignored");
            Ok(false)
        });
        assert!(!succeeded);
        assert_eq!(report.total(), Count { passed: 4, failed: 2 });
    }
}
