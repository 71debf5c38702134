//! The open decisions of a design, each a closed set of values in a file of its own, and the values a client has pinned.

mod choice_id;
mod credits;
mod database;
mod design;
mod media;
mod network;
mod objects;
mod pages;
mod pins;
mod purchase;
mod staging;
mod throughput;
mod way_in;
mod way_out;
mod zones;

pub use choice_id::{ChoiceId, MOST_SERVERS};
pub use credits::Credits;
pub use database::Database;
pub use design::Design;
pub use media::Media;
pub use network::DeliveryNetwork;
pub use objects::Objects;
pub use pages::Pages;
pub use pins::Pins;
pub use purchase::Purchase;
pub use staging::Staging;
pub use throughput::Throughput;
pub use way_in::WayIn;
pub use way_out::WayOut;
pub use zones::Zones;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_takes_its_values_and_says_what_would_be_right() {
        for choice in ChoiceId::ALL {
            assert_eq!(ChoiceId::from_token(choice.token()), Some(*choice));
            for (token, label) in choice.values() {
                assert_eq!(choice.value(token).as_deref(), Ok(token));
                assert!(!label.is_empty() && !label.ends_with('.'), "{label}");
            }
            assert!(choice.value("perhaps").is_err(), "{choice}");
        }
        assert_eq!(ChoiceId::Machine.value("t4g.small").as_deref(), Ok("t4g.small"));
        assert_eq!(
            ChoiceId::Nat.value("two").unwrap_err(),
            "must be one of none, one, instance, each; \"two\" is not among them"
        );
        assert!(ChoiceId::Servers.value("0").is_err() && ChoiceId::Servers.value("41").is_err());
    }

    #[test]
    fn a_pin_stands_until_it_is_released() {
        let mut pins = Pins::default();
        pins.pin(ChoiceId::Nat, "one".to_owned());
        pins.pin(ChoiceId::Zones, "two".to_owned());
        pins.pin(ChoiceId::Nat, "none".to_owned());
        assert_eq!(pins.of::<WayOut>(ChoiceId::Nat), Some(WayOut::Public));
        assert_eq!(pins.iter().map(|(choice, _)| choice).collect::<Vec<_>>(), [ChoiceId::Zones, ChoiceId::Nat]);
        pins.release(ChoiceId::Nat);
        pins.release(ChoiceId::Zones);
        assert!(pins.is_empty());
    }
}
