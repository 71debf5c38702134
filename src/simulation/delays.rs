//! How long it takes until something that failed is back. The week, what is told of recovery and the expected downtime
//! read the same table; a figure of the reader's own moves the first two.

use crate::{
    catalog::Confidence::{self, High, Low, Medium},
    questionnaire::Operator,
};

/// One delay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Delay {
    /// The shortest, the typical value, and the longest, in minutes.
    pub(crate) minutes: [f64; 3],
    /// How far it can be trusted.
    pub(crate) confidence: Confidence,
    /// Where it is from, and of when.
    pub(crate) evidence: &'static str,
}

impl Delay {
    const fn new(minutes: [f64; 3], confidence: Confidence, evidence: &'static str) -> Self {
        Self { minutes, confidence, evidence }
    }

    /// The typical value, in minutes.
    pub(crate) const fn typical(&self) -> f64 {
        self.minutes[1]
    }
}

/// Until a load balancer sends no more requests to a server that does not answer.
pub(crate) const DETECTION: Delay = Delay::new(
    [0.5, 0.8, 1.1],
    High,
    "Elastic Load Balancing User Guide: two failed checks, 30 seconds apart by default, take 30 to 65 seconds; 48 is the middle",
);

/// Until a container task that is started takes requests.
pub(crate) const TASK_START: Delay = Delay::new(
    [1.0, 1.6, 2.5],
    Low,
    "57 seconds from created to started with a PHP image of 413 MB (elasticscale.com, 2024-04), then PHP and one or two health \
     checks; estimate of 2026-11",
);

/// What brings a site back at a managed host.
pub(crate) const HOST_RESTORE: Delay = Delay::new(
    [15.0, 60.0, 480.0],
    Low,
    "managed hosts watch their machines around the clock and publish no time; estimate of 2026-11",
);

/// Until an Auto Scaling group that no load balancer tells replaces a server that does not answer.
pub(crate) const STATUS_CHECK: Delay = Delay::new(
    [1.5, 4.0, 8.0],
    Low,
    "Amazon EC2 Auto Scaling User Guide, health checks: status checks run each minute, and an impaired one is waited for a few \
     minutes; four is estimated, what was terminated is replaced at once",
);

/// Until an Aurora cluster is back on its replica.
pub(crate) const FAILOVER_AURORA: Delay = Delay::new(
    [0.5, 0.75, 1.0],
    High,
    "Amazon Aurora User Guide, high availability (2026-04-13): typically less than 60 seconds, often less than 30; 45 is the middle",
);

/// Until an RDS instance is back on its standby.
pub(crate) const FAILOVER_RDS: Delay = Delay::new(
    [1.0, 1.5, 2.0],
    Medium,
    "Amazon RDS User Guide, Multi-AZ (undated): failover typically takes 60 to 120 seconds; 90 is the middle",
);

/// Until a database without a standby is back.
pub(crate) const RESTART: Delay = Delay::new(
    [5.0, 10.0, 10.0],
    High,
    "Amazon Aurora User Guide, high availability (2026-04-13): typically less than ten minutes, in the same zone",
);

/// Until a single server is back after its host failed.
pub(crate) const RECOVERY: Delay = Delay::new(
    [2.0, 5.0, 10.0],
    Low,
    "Amazon EC2 User Guide, simplified automatic recovery (2026-04-13); AWS publishes no figure, several minutes by experience",
);

/// Until a server is restored from its last backup, once somebody is there.
pub(crate) const RESTORE: Delay = Delay::new(
    [10.0, 35.0, 60.0],
    Low,
    "a new instance from a snapshot and its address moved by hand; AWS gives no time, estimate of 2026",
);

/// What restoring a managed database to a point in time, which makes a new instance, adds to that.
pub(crate) const DATABASE_RESTORE: Delay =
    Delay::new([15.0, 30.0, 60.0], Low, "half an hour is usual; estimate of 2026");

/// Until somebody who can help is at work, at a random moment, nights and weekends included.
pub(crate) const fn by_hand(operator: Operator) -> Delay {
    match operator {
        Operator::InHouse | Operator::Consultant => Delay::new(
            [15.0, 60.0, 240.0],
            Low,
            "somebody of the team or a consultant, told by monitoring from outside; estimate of 2026-11",
        ),
        Operator::Agency => Delay::new(
            [60.0, 240.0, 960.0],
            Low,
            "an agency with office hours, 15 hours away at the worst; estimate of 2026-11",
        ),
        Operator::Nobody => Delay::new(
            [480.0, 1_440.0, 4_320.0],
            Low,
            "nobody in particular: a customer tells, after days at the worst; estimate of 2026-11",
        ),
    }
}
