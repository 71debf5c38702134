/// Something that remembers texts by their names.
pub trait Device {
    /// What is remembered under a name.
    fn read(&self, name: &str) -> Option<String>;

    /// Remembers a text under a name, or forgets what is there.
    ///
    /// # Errors
    /// When it does not; what was there before is then there still.
    fn write(&self, name: &str, text: Option<&str>) -> Result<(), Fault>;
}

/// Why a text is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser keeps nothing for this page, as in some private windows.
    Denied,
    /// There is no room for it.
    Full,
}
