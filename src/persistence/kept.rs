use super::{Device, Fault, Place};
use crate::codec;

/// The most texts that are put aside. One more is refused, and told, rather than the oldest dropped.
pub const MOST_EARLIER: usize = 20;

/// What is kept in a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The text written last.
    pub last: Option<String>,
    /// Those put aside until the reader takes or discards them, oldest first.
    pub earlier: Vec<String>,
}

impl Kept {
    /// What a device keeps in a place.
    pub fn read(device: &impl Device, place: Place) -> Self {
        let last = device.read(place.name()).filter(|text| !text.is_empty());
        let earlier = device.read(place.earlier()).filter(|text| !text.is_empty());
        // What is no list may be of another version: it stays as one text.
        let earlier =
            earlier.map(|text| serde_json::from_str(&text).unwrap_or_else(|_| vec![text])).unwrap_or_default();
        Self { last, earlier }
    }

    /// Writes this in place of what was `before`, in an order in which no failure and no crash loses a text: first the texts
    /// put aside together with those that are no longer to be, then the last one, then the texts put aside alone.
    ///
    /// # Errors
    /// When the device takes no more.
    pub fn write(&self, before: &Self, device: &impl Device, place: Place) -> Result<(), Fault> {
        let mut both = before.earlier.clone();
        both.extend(self.earlier.iter().filter(|text| !before.earlier.contains(text)).cloned());
        let write_earlier = |texts: &[String]| {
            device.write(place.earlier(), (!texts.is_empty()).then(|| codec::compact(&texts)).as_deref())
        };
        if both != before.earlier {
            write_earlier(&both)?;
        }
        if self.last != before.last {
            device.write(place.name(), self.last.as_deref())?;
        }
        if self.earlier != both {
            write_earlier(&self.earlier)?;
        }
        Ok(())
    }

    /// Puts a text aside, if there is one, as the latest. None where there is no room for it.
    pub(super) fn putting_aside(mut self, text: Option<&str>) -> Option<Self> {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return Some(self) };
        self.earlier.retain(|earlier| earlier != text);
        if self.earlier.len() >= MOST_EARLIER {
            return None;
        }
        self.earlier.push(text.to_owned());
        Some(self)
    }

    /// The same with another text as the last; none where it is empty.
    pub(super) fn with_last(self, text: &str) -> Self {
        Self { last: Some(text.to_owned()).filter(|text| !text.is_empty()), ..self }
    }
}
