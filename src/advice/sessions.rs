//! PHP sessions behind a load balancer.

use super::finding::{Finding, Severity, Situation};
use crate::questionnaire::{PhpSessions, Said};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let (severity, title) = match situation.answers.php_sessions {
        Said::Known(PhpSessions::No) => return None,
        Said::Known(PhpSessions::Yes) => (Severity::Warning, "PHP sessions have to leave the servers' disks"),
        Said::NotSure => (Severity::Consider, "Find out whether a plugin uses PHP sessions"),
    };
    first.assessment.architecture.survives_a_server().then(|| Finding {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, group, single},
        decision::Standing,
        questionnaire::Answers,
    };

    fn told(php_sessions: Said<PhpSessions>, standing: Standing) -> Option<Severity> {
        let answers = Answers { php_sessions, ..Answers::default() };
        Given::new(answers, standing).told(check).map(|finding| finding.severity)
    }

    #[test]
    fn sessions_are_told_behind_a_load_balancer_and_are_to_be_found_out() {
        assert_eq!(told(Said::Known(PhpSessions::Yes), group()), Some(Severity::Warning));
        assert_eq!(told(Said::NotSure, group()), Some(Severity::Consider));
    }

    #[test]
    fn they_do_not_matter_on_one_server_nor_where_there_are_none() {
        assert_eq!(told(Said::Known(PhpSessions::Yes), single()), None);
        assert_eq!(told(Said::Known(PhpSessions::No), group()), None);
    }
}
