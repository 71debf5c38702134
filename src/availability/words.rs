//! What is known of failures and recovery, in sentences. They stand here and not in `report`, as must-haves quote them.

use std::fmt::{Display, Formatter, Result};

use super::{
    expected::{ExpectedDowntime, Share},
    failure::{Failure, Impact, Lack, TakenOver},
    loss::Outage,
    recovery::{ByHand, Way},
};
use crate::{
    architecture::Replacement,
    units::{Minutes, text},
};

/// How its minutes come about: `0.08 times a year × 12 minutes = 55 seconds a year`.
impl Display for Share {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let often = match text::significant(self.rate, 2) {
            one if one == "1" => "once".to_owned(),
            rate => format!("{rate} times"),
        };
        write!(f, "{often} a year × {} = {} a year", self.each(), self.downtime)
    }
}

impl ExpectedDowntime {
    /// The span and what of it is planned, without the typical figure: `1 hour 29 minutes to 5 hours 25 minutes, 58 minutes
    /// of it planned`.
    pub fn range(&self) -> String {
        format!("{} to {}, {} of it planned", self.low, self.high, self.planned)
    }
}

impl Display for ByHand {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} to come, {} to restore", self.come, self.restore)
    }
}

/// A sentence without a full stop.
impl Display for Way {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Replaced { detection, replacement } => write!(
                f,
                "the load balancer stops using it within {detection}, and {} another",
                match replacement {
                    Replacement::ByGroup => "Auto Scaling starts",
                    Replacement::ByHand => "somebody starts",
                }
            ),
            Self::StartedAnew { detection, boot } => {
                write!(f, "Auto Scaling notices within {detection} and starts another server, which takes {boot}")
            }
            Self::OtherZone { detection, failover } => write!(
                f,
                "web servers of the other zone go on after {detection}, the database fails over in {failover}"
            ),
            Self::NewDatabase(hand) => {
                write!(f, "web servers of the other zone go on, and somebody starts the database there: {hand}")
            }
            Self::NewServer(hand) => write!(f, "somebody starts a new server from the last backup: {hand}"),
            Self::NewServerAndDatabase(hand) => write!(
                f,
                "somebody starts a new server from the last backup and the database to a point in time: {hand}"
            ),
            Self::StillServed(hand) => write!(
                f,
                "readers notice nothing, and somebody restores the server for writing from its last snapshot: {hand}"
            ),
            Self::ByHost(hand) => {
                write!(
                    f,
                    "the host brings it back, from its last daily backup where need be, in about {}",
                    hand.restore
                )
            }
            Self::FileServer(hand) => {
                write!(f, "all servers wait for the file server, restored by hand from its daily snapshot: {hand}")
            }
            Self::GoodBackup(hand) => write!(f, "somebody restores the last good backup: {hand}"),
        }
    }
}

impl Failure {
    /// What happens, in a few sentences.
    pub fn told(&self) -> String {
        if let Impact::Down(outage) = self.impact {
            return format!("{}: the site is down until people bring it back.", outage.words());
        }
        let mut sentences: Vec<String> = Vec::new();
        if let Impact::Restart(after) = self.impact {
            sentences.push(format!("The site is down until Auto Scaling has started another server, {after} later."));
        }
        let after =
            |wanted| self.takes_over.iter().find(|successor| successor.of == wanted).map(|successor| successor.after);
        if let Some(after) = after(TakenOver::WebServers) {
            sentences.push(self.web_servers_go_on(after));
        }
        if let Some(after) = after(TakenOver::Database) {
            sentences.push(format!("The database fails over to the other zone in {after}; nothing is lost."));
        }
        sentences.extend(self.lacks.iter().map(|lack| lack.words().to_owned()));
        if sentences.is_empty() { "Readers notice nothing.".to_owned() } else { sentences.join(" ") }
    }
}

impl Failure {
    fn web_servers_go_on(&self, after: Minutes) -> String {
        let new = match self.replacement {
            Replacement::ByGroup => "Auto Scaling starts new ones",
            Replacement::ByHand => "somebody starts new ones",
        };
        format!("The load balancer stops using the lost web servers within {after}; the others go on, and {new}.")
    }
}

impl Outage {
    const fn words(self) -> &'static str {
        match self {
            Self::Network => "Nothing reaches the network any more",
            Self::LoadBalancer => "Nothing reaches the web servers any more",
            Self::ContentDelivery => "Readers are sent to content delivery, which does not answer",
            Self::Database => "The database is gone and nothing stands by",
            Self::Pages => "Nothing answers where the exported pages are kept",
            Self::WebServers => "No web server is left that can read WordPress",
        }
    }
}

impl Lack {
    const fn words(self) -> &'static str {
        match self {
            Self::Names => "Readers who do not remember the address cannot find the site.",
            Self::Images => "Images that content delivery does not hold are missing.",
            Self::ObjectCache => "Objects are read from the database again: pages take longer.",
            Self::Outbound => "Servers of that zone reach no updates and no other sites.",
            Self::Standby => "Nothing stands by for the database until it is replaced.",
            Self::Copy => "A copy of the files is missing until it is healed.",
            Self::Bastion => "Administrators have to come in another way.",
            Self::Deployment => "Nothing can be deployed.",
            Self::Editing => "Readers notice nothing; nothing can be written or published until the server is back.",
            Self::Backup => "There is nothing to restore from.",
        }
    }
}
