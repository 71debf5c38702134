use super::{Device, Fault, Kept, Place};

/// So many texts are put aside that there is no room for another: some have to be taken or discarded first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowded;

/// What one window knows of a place and has done there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeper {
    place: Place,
    /// What is kept, as far as this window knows; with what it could not write, so that it is there as long as the window.
    kept: Kept,
    /// The text this window has written or taken over: the only one it overwrites.
    own: Option<String>,
    /// Why its last text is not kept.
    fault: Option<Fault>,
    /// The text of another window that has been written since this one looked.
    heard: Option<String>,
}

impl Keeper {
    /// A window that has not looked yet.
    pub const fn new(place: Place) -> Self {
        Self { place, kept: Kept { last: None, earlier: Vec::new() }, own: None, fault: None, heard: None }
    }

    /// The window shows a text that it has not made: that of a link, of a file, or the usual one. Nothing is written; if just
    /// this text is kept, it is taken over.
    pub fn open(&mut self, device: &impl Device, text: &str) {
        self.kept = self.found(device);
        self.own = self.kept.last.clone().filter(|last| last == text);
        self.heard = None;
    }

    /// Keeps a text in place of the window's own. A text of anybody else is put aside.
    pub fn keep(&mut self, device: &impl Device, text: &str) {
        let before = self.found(device);
        let own = self.own.as_deref();
        // What this window wrote may have been put aside by another one since: it goes on here.
        let after = Kept { earlier: without(&before.earlier, own), ..before.clone() };
        let others = before.last.as_deref().filter(|last| Some(*last) != own && *last != text);
        let after = after.putting_aside(others).map(|after| after.with_last(text));
        // Told as any lack of room: the reader finds the same remedies.
        let _ = self.carry_out(device, after, Some(text));
    }

    /// Takes a text that was kept, or that comes from a file, in place of what the window shows; that is put aside if there
    /// is any.
    ///
    /// # Errors
    /// When too many texts are put aside already. Then nothing has changed.
    pub fn take(&mut self, device: &impl Device, shown: Option<&str>, text: &str) -> Result<(), Crowded> {
        let before = self.found(device);
        let rest = Kept { earlier: without(&before.earlier, Some(text)), ..before.clone() };
        let last = before.last.as_deref().filter(|last| *last != text);
        let shown = shown.filter(|shown| *shown != text);
        let after = rest.putting_aside(last).and_then(|rest| rest.putting_aside(shown));
        self.carry_out(device, after.map(|after| after.with_last(text)), Some(text))
    }

    /// Puts aside what the window shows, because something else is begun.
    ///
    /// # Errors
    /// When too many texts are put aside already. Then nothing has changed.
    pub fn put_aside(&mut self, device: &impl Device, shown: &str) -> Result<(), Crowded> {
        let after = self.found(device).putting_aside(Some(shown));
        self.carry_out(device, after, None)
    }

    /// Forgets a text at the reader's wish. If there was no room for the one shown, it is tried again.
    pub fn discard(&mut self, device: &impl Device, text: &str, shown: &str) {
        let fault = self.fault;
        let before = self.found(device);
        let last = before.last.filter(|last| last != text);
        let after = Kept { last, earlier: without(&before.earlier, Some(text)) };
        let own = self.own.clone().filter(|own| own != text);
        let _ = self.carry_out(device, Some(after), own.as_deref());
        if fault.is_some() && shown != text {
            self.keep(device, shown);
        }
    }

    /// Looks again, because another window has written something.
    pub fn look_again(&mut self, device: &impl Device) {
        let found = self.found(device);
        if found.last != self.kept.last {
            self.heard = found.last.clone();
        }
        self.kept = found;
    }

    /// The texts there are besides the one shown: the latest first.
    pub fn others(&self, shown: &str) -> impl Iterator<Item = &str> {
        let last = self.kept.last.iter().filter(|last| self.own.as_ref() != Some(*last));
        let earlier = self.kept.earlier.iter().rev().filter(|text| self.kept.last.as_ref() != Some(*text));
        last.chain(earlier).map(String::as_str).filter(move |text| *text != shown)
    }

    /// The text that another window has written while this one shows another.
    pub fn elsewhere(&self, shown: &str) -> Option<&str> {
        self.heard.as_deref().filter(|heard| *heard != shown && self.kept.last.as_deref() == Some(heard))
    }

    /// Whether a text is the window's own: written or taken over by it.
    pub fn is_own(&self, text: &str) -> bool {
        self.own.as_deref() == Some(text)
    }

    /// Whether the text written last is the window's own.
    pub const fn owns_something(&self) -> bool {
        self.own.is_some()
    }

    /// Why the window's last text is not kept, if it is not.
    pub const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// What is kept now: on the device, and what the device had no room for.
    fn found(&self, device: &impl Device) -> Kept {
        let mut found = Kept::read(device, self.place);
        if self.fault.is_some() {
            let unwritten = self.kept.earlier.iter().filter(|text| !found.earlier.contains(text)).cloned();
            let unwritten: Vec<String> = unwritten.collect();
            found.earlier.extend(unwritten);
        }
        found
    }

    /// Writes what is to be kept; none where there is no room among the texts put aside. What could not be written stays with
    /// this window.
    fn carry_out(&mut self, device: &impl Device, after: Option<Kept>, own: Option<&str>) -> Result<(), Crowded> {
        let Some(after) = after else {
            self.fault = Some(Fault::Full);
            return Err(Crowded);
        };
        let held = Kept::read(device, self.place);
        match after.write(&held, device, self.place) {
            Ok(()) => {
                self.kept = after;
                self.own = own.map(str::to_owned);
                self.fault = None;
                self.heard = None;
            }
            Err(fault) => {
                self.kept = Kept { last: held.last, earlier: after.earlier };
                self.fault = Some(fault);
            }
        }
        Ok(())
    }
}

fn without(texts: &[String], text: Option<&str>) -> Vec<String> {
    texts.iter().filter(|known| Some(known.as_str()) != text).cloned().collect()
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, collections::BTreeMap};

    use proptest::prelude::*;

    use super::*;
    use crate::persistence::MOST_EARLIER;

    /// A device with room for so many bytes, that can refuse everything after so many writings.
    struct Memory {
        texts: RefCell<BTreeMap<String, String>>,
        room: usize,
        writings: RefCell<usize>,
    }

    impl Memory {
        fn of(room: usize) -> Self {
            Self { texts: RefCell::default(), room, writings: RefCell::new(usize::MAX) }
        }

        fn has(&self, text: &str) -> bool {
            let kept = Kept::read(self, Place::Answers);
            kept.last.as_deref() == Some(text) || kept.earlier.iter().any(|earlier| earlier == text)
        }
    }

    impl Device for Memory {
        fn read(&self, name: &str) -> Option<String> {
            self.texts.borrow().get(name).cloned()
        }

        fn write(&self, name: &str, text: Option<&str>) -> Result<(), Fault> {
            let left = self.writings.borrow().checked_sub(1).ok_or(Fault::Denied)?;
            self.writings.replace(left);
            let mut texts = self.texts.borrow_mut();
            let others: usize = texts.iter().filter(|(known, _)| *known != name).map(|(_, text)| text.len()).sum();
            if others + text.map_or(0, str::len) > self.room {
                return Err(Fault::Full);
            }
            match text {
                Some(text) => texts.insert(name.to_owned(), text.to_owned()),
                None => texts.remove(name),
            };
            Ok(())
        }
    }

    fn window(device: &Memory, text: &str) -> Keeper {
        let mut window = Keeper::new(Place::Answers);
        window.open(device, text);
        window
    }

    fn others(window: &Keeper, shown: &str) -> Vec<String> {
        window.others(shown).map(str::to_owned).collect()
    }

    #[test]
    fn a_window_overwrites_only_what_it_has_written_itself() {
        let device = Memory::of(1_000);
        let mut first = window(&device, "usual");
        first.keep(&device, "a");
        first.keep(&device, "ab");
        assert_eq!(Kept::read(&device, Place::Answers), Kept { last: Some("ab".to_owned()), earlier: Vec::new() });
        // A fresh visit, then a link.
        let mut fresh = window(&device, "usual");
        assert_eq!(others(&fresh, "usual"), ["ab"]);
        fresh.keep(&device, "c");
        assert_eq!(others(&fresh, "c"), ["ab"]);
        let mut link = window(&device, "link");
        assert_eq!(others(&link, "link"), ["c", "ab"]);
        link.keep(&device, "changed");
        link.keep(&device, "changed again");
        assert_eq!(others(&link, "changed again"), ["c", "ab"]);
        link.discard(&device, "c", "changed again");
        assert_eq!(others(&link, "changed again"), ["ab"]);
        assert_eq!(link.take(&device, Some("changed again"), "ab"), Ok(()));
        assert_eq!(others(&link, "ab"), ["changed again"]);
    }

    #[test]
    fn the_text_kept_is_taken_over_by_a_window_that_shows_it() {
        let device = Memory::of(1_000);
        window(&device, "usual").keep(&device, "a");
        let mut reloaded = window(&device, "a");
        assert_eq!(others(&reloaded, "a"), Vec::<String>::new());
        reloaded.keep(&device, "b");
        assert_eq!(others(&reloaded, "b"), Vec::<String>::new());
        // Another link in the same window is no further change of these.
        reloaded.open(&device, "link");
        reloaded.keep(&device, "link, changed");
        assert_eq!(others(&reloaded, "link, changed"), ["b"]);
    }

    #[test]
    fn two_windows_take_turns_without_losing_anything_or_piling_it_up() {
        let device = Memory::of(1_000);
        let (mut one, mut two) = (window(&device, "usual"), window(&device, "usual"));
        for turn in 0..50 {
            one.keep(&device, &format!("one {turn}"));
            two.look_again(&device);
            assert_eq!(two.elsewhere("two"), Some(format!("one {turn}").as_str()));
            two.keep(&device, &format!("two {turn}"));
            assert_eq!(others(&two, &format!("two {turn}")), [format!("one {turn}")]);
        }
    }

    #[test]
    fn what_the_device_refuses_stays_with_the_window_and_is_told() {
        let denied = Memory::of(0);
        let mut window_there = window(&denied, "");
        window_there.keep(&denied, "a");
        assert_eq!(window_there.fault(), Some(Fault::Full));
        assert_eq!(window_there.take(&denied, Some("a"), "file"), Ok(()));
        assert_eq!(others(&window_there, "file"), ["a"]);
        assert_eq!(window_there.take(&denied, Some("file"), "a"), Ok(()));
        window_there.discard(&denied, "file", "a");
        assert_eq!(others(&window_there, "a"), Vec::<String>::new());
    }

    #[test]
    fn a_device_without_room_keeps_what_it_has() {
        let device = Memory::of(30);
        window(&device, "").keep(&device, "kept last time");
        let mut fresh = window(&device, "");
        fresh.keep(&device, "a long text of this time");
        assert_eq!((fresh.fault(), device.has("kept last time")), (Some(Fault::Full), true));
        fresh.discard(&device, "kept last time", "a long text of this time");
        assert_eq!((fresh.fault(), device.has("a long text of this time")), (None, true));
    }

    #[test]
    fn one_more_than_can_be_put_aside_is_refused_and_none_is_dropped() {
        let device = Memory::of(10_000);
        for visit in 0..MOST_EARLIER + 1 {
            window(&device, "").keep(&device, &format!("visit {visit}"));
        }
        let mut next = window(&device, "");
        next.keep(&device, "one more");
        assert_eq!((next.fault(), others(&next, "one more").len()), (Some(Fault::Full), MOST_EARLIER + 1));
        assert_eq!(next.put_aside(&device, "one more"), Err(Crowded));
        next.discard(&device, "visit 3", "one more");
        assert_eq!((next.fault(), others(&next, "one more").len()), (None, MOST_EARLIER));
    }

    #[test]
    fn what_is_no_list_of_texts_stays_as_one() {
        let device = Memory::of(1_000);
        device.write(Place::Answers.earlier(), Some("{\"version\": 9}")).unwrap();
        let mut fresh = window(&device, "");
        assert_eq!(others(&fresh, ""), ["{\"version\": 9}"]);
        fresh.keep(&device, "a");
        window(&device, "").keep(&device, "b");
        assert!(device.has("{\"version\": 9}") && device.has("a") && device.has("b"));
    }

    #[derive(Clone, Debug)]
    enum Step {
        Open(String),
        Keep(String),
        Take(String),
        PutAside(String),
    }

    fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
        let step = prop_oneof![
            "[a-d]".prop_map(Step::Open),
            "[a-d][0-9]".prop_map(Step::Keep),
            "[a-d]".prop_map(Step::Take),
            "[a-d][0-9]".prop_map(Step::PutAside),
        ];
        prop::collection::vec((0..3_usize, step), 0..12)
    }

    proptest! {
        /// Whatever three windows do, and wherever the device gives up: of what was kept when a window came, nothing is lost
        /// but what that window wrote itself.
        #[test]
        fn nothing_is_lost_but_what_a_window_wrote_itself(
            steps in steps(), room in prop_oneof![Just(1_000_usize), 5..60_usize], writings in prop_oneof![Just(1_000_usize), 0..12_usize],
        ) {
            let device = Memory::of(room);
            device.writings.replace(writings);
            let mut windows = [(); 3].map(|()| window(&device, ""));
            for (at, step) in steps {
                let before = Kept::read(&device, Place::Answers);
                let own = windows[at].own.clone();
                match &step {
                    Step::Open(text) => windows[at].open(&device, text),
                    Step::Keep(text) => windows[at].keep(&device, text),
                    Step::Take(text) => windows[at].take(&device, None, text).unwrap_or_default(),
                    Step::PutAside(text) => windows[at].put_aside(&device, text).unwrap_or_default(),
                }
                for text in before.last.iter().chain(&before.earlier).filter(|text| own.as_ref() != Some(*text)) {
                    prop_assert!(device.has(text), "{text} is lost by {step:?}");
                }
            }
        }
    }
}
