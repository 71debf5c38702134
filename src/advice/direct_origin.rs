//! Whoever knows the origin's address goes round the content delivery network, its cache and its firewall.

use super::finding::{Finding, Severity, Situation};
use crate::architecture::{Network, Service};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let architecture = &situation.first()?.assessment.architecture;
    let is_fronted = architecture.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn(_)));
    let runs_servers = architecture.has(|service| {
        matches!(service, Service::WebServers(_) | Service::Tasks(_) | Service::Lightsail(_) | Service::Server(_))
    });
    if !is_fronted || !runs_servers {
        return None;
    }
    let balanced = architecture.has(|service| matches!(service, Service::LoadBalancer));
    let foreign = architecture.has(|service| matches!(service, Service::OtherCdn(_)));
    let (origin, remedy) = match architecture.network {
        Network::Vpc | Network::Lightsail | Network::OffAws if foreign => (
            if balanced { "the load balancer" } else { "the server" },
            "Take web traffic from the published addresses of the content delivery network and nothing else, or through its \
             tunnel",
        ),
        Network::Vpc if balanced => (
            "the load balancer",
            "Make the load balancer a VPC origin in private subnets, or let its security group take CloudFront's managed \
             prefix list and nothing else",
        ),
        Network::Vpc => (
            "the server",
            "Let its security group take web traffic from CloudFront's managed prefix list and nothing else; the list counts \
             as 55 of a group's 60 rules",
        ),
        Network::Lightsail => (
            "the server",
            "Lightsail's firewall knows no prefix lists: let CloudFront send a secret header, and the web server refuse what \
             comes without it",
        ),
        Network::OffAws => {
            ("the server", "Let CloudFront send a secret header, and the web server refuse what comes without it")
        }
    };
    Some(Finding {
        rule: "direct-origin",
        severity: Severity::Consider,
        title: format!("Let only the content delivery network reach {origin}"),
        detail:
            "Addresses are found in certificates and old DNS records; whoever has this one goes round page cache, rate \
                 limits and firewall"
                .to_owned(),
        remedy: remedy.to_owned(),
        source: match architecture.network {
            Network::Vpc | Network::Lightsail | Network::OffAws if foreign => {
                "Cloudflare documentation, protect your origin server"
            }
            Network::OffAws | Network::Lightsail | Network::Vpc => {
                "Amazon CloudFront Developer Guide, managed prefix list, VPC origins, restricting access to load balancers"
            }
        },
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, placed},
        architecture::{EdgeBilling, OtherNetwork},
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
    };

    fn told(network: Network, services: &[Service]) -> Option<Finding> {
        let mut architecture = placed(fixtures::single(fixtures::fixed(2.0)), services);
        architecture.network = network;
        Given::new(Answers::default(), option("ec2", architecture, Bill::default(), Outcome::default())).told(check)
    }

    fn server() -> Service {
        Service::Server("any".to_owned())
    }

    #[test]
    fn each_network_has_its_own_way() {
        let cdn = || Service::Cdn(EdgeBilling::PayAsYouGo);
        let remedy = |network, services: &[Service]| told(network, services).unwrap().remedy;
        assert!(remedy(Network::Vpc, &[cdn(), server(), Service::LoadBalancer]).contains("VPC origin"));
        assert!(remedy(Network::Vpc, &[cdn(), server()]).contains("security group"));
        assert!(remedy(Network::Lightsail, &[cdn(), server()]).contains("secret header"));
        assert!(
            remedy(Network::OffAws, &[Service::OtherCdn(OtherNetwork::CloudflareFree), server()])
                .contains("published addresses")
        );
    }

    #[test]
    fn without_one_in_front_or_without_servers_there_is_nothing_to_go_round() {
        assert_eq!(told(Network::Vpc, &[server()]), None);
        assert_eq!(told(Network::OffAws, &[Service::OtherCdn(OtherNetwork::CloudflareFree)]), None);
    }
}
