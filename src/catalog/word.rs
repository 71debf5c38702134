/// One of a closed set of things the files name by a word.
pub(super) trait Word: Copy + 'static {
    /// Every word.
    const WORDS: &'static [&'static str];
    /// What they stand for, in the same order.
    const ALL: &'static [Self];
    /// What is taken in place of a word that is not known, once that has been noted.
    const FIRST: Self;
}

/// Declares such a set: variant and word.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident {
        $(#[$first_doc:meta])* $first:ident = $first_word:literal,
        $($(#[$vdoc:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[$first_doc])* $first,
            $($(#[$vdoc])* $variant,)*
        }

        impl crate::catalog::word::Word for $name {
            const WORDS: &'static [&'static str] = &[$first_word, $($word),*];
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];
            const FIRST: Self = Self::$first;
        }
    };
}

pub(super) use words;
