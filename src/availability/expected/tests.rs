//! Six sites worked out by hand, rate times time, cause by cause.

use super::*;
use crate::questionnaire::Operator;

/// One EC2 instance with its database on it, behind CloudFront, administrators of its own, editors on the live site.
const ONE_SERVER: Setting = Setting {
    provider: Provider::Ec2,
    servers: Servers::Single,
    database: Database::SameServer,
    files: Files::Local,
    delivery: Delivery::CloudFront,
    balancer: Balancer::Absent,
    releases: Releases::OnLiveSite,
    operator: Operator::InHouse,
    response: None,
    overload: Minutes::ZERO,
};
const NOBODY: Setting = Setting { operator: Operator::Nobody, releases: Releases::RarelyOnLiveSite, ..ONE_SERVER };
const ELSEWHERE: Setting =
    Setting { provider: Provider::Elsewhere, delivery: Delivery::Direct, operator: Operator::Agency, ..ONE_SERVER };
const SELF_REPLACING: Setting = Setting {
    servers: Servers::SelfReplacing,
    database: Database::Single,
    balancer: Balancer::Present,
    releases: Releases::ThroughDeployment,
    ..ONE_SERVER
};
/// The reference architecture: two zones, EFS, Aurora with a replica.
const REFERENCE: Setting = Setting {
    servers: Servers::Fleet,
    database: Database::AuroraReplica,
    files: Files::Efs,
    balancer: Balancer::Present,
    ..ONE_SERVER
};
const GOLDEN_IMAGE: Setting = Setting { files: Files::Local, releases: Releases::ThroughDeployment, ..REFERENCE };

#[track_caller]
fn comes_to(setting: Setting, typical: f64, planned: f64, [low, high]: [f64; 2]) {
    let found = expected_downtime(&setting);
    assert!((found.typical.value() - typical).abs() < 0.001, "typical {}", found.typical.value());
    assert!((found.planned.value() - planned).abs() < 0.001, "planned {}", found.planned.value());
    let close = |found: f64, wanted: f64| (found / wanted - 1.0).abs() < 0.02;
    assert!(close(found.low.value(), low), "low {} against {low}", found.low.value());
    assert!(close(found.high.value(), high), "high {} against {high}", found.high.value());
}

#[test]
fn six_sites_come_out_as_by_hand() {
    comes_to(ONE_SERVER, 192.8125, 58.0, [88.8, 324.6]);
    comes_to(NOBODY, 1098.0975, 13.1, [280.7, 2043.0]);
    comes_to(ELSEWHERE, 355.375, 58.0, [121.5, 672.9]);
    comes_to(SELF_REPLACING, 108.5525, 39.0, [55.6, 174.6]);
    comes_to(REFERENCE, 117.211, 19.0, [53.6, 199.0]);
    comes_to(GOLDEN_IMAGE, 62.891, 7.0, [28.4, 107.6]);
}

#[test]
fn their_neighbours_come_out_too() {
    let typical = |setting: Setting| expected_downtime(&setting).typical.value();
    let close =
        |setting: Setting, wanted: f64| assert!((typical(setting) - wanted).abs() < 0.06, "{}", typical(setting));
    close(Setting { operator: Operator::InHouse, ..ELSEWHERE }, 215.9);
    close(Setting { operator: Operator::Nobody, releases: Releases::RarelyOnLiveSite, ..ELSEWHERE }, 1082.7);
    close(Setting { operator: Operator::Agency, ..ONE_SERVER }, 331.0);
    close(Setting { releases: Releases::ThroughDeployment, ..ONE_SERVER }, 141.5);
    close(Setting { database: Database::MultiAz, ..REFERENCE }, 125.3);
    close(Setting { operator: Operator::Agency, ..REFERENCE }, 185.4);
    close(Setting { operator: Operator::Nobody, releases: Releases::RarelyOnLiveSite, ..REFERENCE }, 433.5);
}

#[test]
fn a_year_over_nine_hours_is_as_likely_as_simulated() {
    let chance = |setting: Setting| expected_downtime(&setting).chance_of_more(Minutes::new(525.6));
    // 5, 39, 17, 1.4, 3 and 1.1 % in 20,000 simulated years, which draw every rate and time for themselves: the recursion is
    // to meet them within a third.
    let wanted = [
        (ONE_SERVER, 0.05),
        (NOBODY, 0.39),
        (ELSEWHERE, 0.17),
        (SELF_REPLACING, 0.014),
        (REFERENCE, 0.03),
        (GOLDEN_IMAGE, 0.011),
    ];
    for (setting, wanted) in wanted {
        let found = chance(setting);
        assert!((found - wanted).abs() < 0.01 + wanted / 3.0, "{found} against {wanted}");
    }
}

/// Who comes counts for more than what is doubled.
#[test]
fn the_order_that_practice_knows_holds() {
    let typical = |setting: Setting| expected_downtime(&setting).typical;
    let order = [GOLDEN_IMAGE, SELF_REPLACING, REFERENCE, ONE_SERVER, ELSEWHERE, NOBODY].map(typical);
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
    for setting in [ONE_SERVER, ELSEWHERE, SELF_REPLACING, REFERENCE, GOLDEN_IMAGE] {
        let by = [Operator::InHouse, Operator::Agency, Operator::Nobody]
            .map(|operator| typical(Setting { operator, ..setting }));
        assert!(by[0] < by[1] && by[1] < by[2], "{by:?}");
        let found = expected_downtime(&setting);
        assert!(found.low < found.typical && found.typical < found.high);
        assert!(found.causes.windows(2).all(|pair| pair[0].downtime >= pair[1].downtime));
    }
}

/// Ten minutes lost in each week are 520 a year, whatever else is expected.
#[test]
fn an_overloaded_week_is_a_cause_of_its_own() {
    let overloaded = expected_downtime(&Setting { overload: Minutes::new(10.0), ..ONE_SERVER });
    let difference = overloaded.typical - expected_downtime(&ONE_SERVER).typical;
    assert!((difference.value() - 520.0).abs() < 3.0, "{difference:?}");
    assert_eq!(overloaded.causes[0].cause, Cause::Overload);
}

/// Faults that wait for people last by the reader's own figure; the others stay as they were.
#[test]
fn an_own_figure_for_people_moves_what_waits_for_them() {
    let own = |minutes: f64| expected_downtime(&Setting { response: Some(Minutes::new(minutes)), ..ONE_SERVER });
    assert!((own(60.0).typical - expected_downtime(&ONE_SERVER).typical).value().abs() < 1e-9);
    assert!(own(10.0).typical < own(60.0).typical && own(10.0).planned == own(60.0).planned);
}

/// Markov's inequality, on which the search leaves out how likely a bad year is: ten times the mean is exceeded in one year of
/// ten at most.
#[test]
fn a_year_of_ten_times_the_mean_is_seldom() {
    for operator in [Operator::Nobody, Operator::Agency, Operator::InHouse] {
        for setting in [REFERENCE, GOLDEN_IMAGE] {
            let expected = expected_downtime(&Setting { operator, ..setting });
            assert!(expected.chance_of_more(expected.mean() * 10.0) <= 0.1);
        }
    }
}
