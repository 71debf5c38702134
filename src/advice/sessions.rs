//! PHP sessions behind a load balancer.

use super::finding::{Case, Finding, Severity};
use crate::questionnaire::{PhpSessions, Said};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let first = case.first()?;
    let (severity, title) = match case.answers.php_sessions {
        Said::Known(PhpSessions::No) => return None,
        Said::Known(PhpSessions::Yes) => (Severity::Warning, "PHP sessions have to leave the servers' disks"),
        Said::NotSure => (Severity::Consider, "Find out whether a plugin uses PHP sessions"),
    };
    first.assessment.architecture.scales().then(|| Finding {
        rule: "sessions",
        severity,
        title: title.to_owned(),
        detail: "WordPress itself keeps no sessions, but a plugin that calls session_start writes to the disk of the \
                 server that answered, and the next request may go to another"
            .to_owned(),
        remedy: "Store sessions in ElastiCache, or replace the plugin; sticky sessions only hide it".to_owned(),
        source: "AWS whitepaper, Stateless Web Tier",
        views: Vec::new(),
    })
}
