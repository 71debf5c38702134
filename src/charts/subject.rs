use crate::simulation::{Meter, Outcome, Series};

/// One option's week, as charts look at it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// What the option is called.
    pub name: &'a str,
    /// What the week came to.
    pub outcome: &'a Outcome,
    /// Its curves.
    pub series: &'a [Series],
}

impl<'a> Subject<'a> {
    /// The values of a curve; none where there is no such thing.
    pub fn curve(&self, meter: Meter) -> &'a [f64] {
        self.series.iter().find(|series| series.meter == meter).map_or(&[], |series| &series.values)
    }

    /// Whether there is such a curve.
    pub fn has(&self, meter: Meter) -> bool {
        !self.curve(meter).is_empty()
    }
}
