//! `{:?}` is for tests: what it prints is promised by nobody, and a compiler may be told to print nothing for it.

use std::path::{Path, PathBuf};

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// Texts with a debug format in them, outside of tests and assertions, each with its file.
pub(crate) fn formats() -> Vec<String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("build.rs")];
    for folder in ["src", "xtask"] {
        super::source::gather(&root.join(folder), &mut files);
    }
    files.sort();
    files.iter().flat_map(|file| in_file(file, &root)).collect()
}

fn in_file(path: &Path, root: &Path) -> Vec<String> {
    let syntax = syn::parse_file(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut found = Formats(Vec::new());
    found.visit_file(&syntax);
    let name = path.strip_prefix(root).unwrap().display();
    found.0.into_iter().map(|text| format!("{name}: {text}")).collect()
}

struct Formats(Vec<String>);

impl<'ast> Visit<'ast> for Formats {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !super::source::is_test(super::source::attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if !call.path.segments.last().is_some_and(|last| is_assertion(&last.ident)) {
            self.tokens(call.tokens.clone());
        }
    }
}

impl Formats {
    fn tokens(&mut self, tokens: TokenStream) {
        // What stands in a macro is only tokens, assertions of `proptest!` among them.
        let mut is_asserted = false;
        for token in tokens {
            match token {
                TokenTree::Group(group) if !is_asserted => self.tokens(group.stream()),
                TokenTree::Group(_) => is_asserted = false,
                TokenTree::Literal(literal) if is_debug(&literal.to_string()) => self.0.push(literal.to_string()),
                TokenTree::Ident(name) => is_asserted = is_assertion(&name),
                TokenTree::Literal(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

/// `assert!`, `assert_eq!`, `prop_assert!` and their like.
fn is_assertion(name: &Ident) -> bool {
    name.to_string().contains("assert")
}

/// Whether a format string has a place that ends with `?`: `{:?}`, `{tier:?}`, `{:#?}`, `{:>8?}`.
fn is_debug(text: &str) -> bool {
    text.split('{')
        .skip(1)
        .filter_map(|place| place.split_once('}'))
        .any(|(place, _)| place.split_once(':').is_some_and(|(_, how)| how.ends_with('?') && !how.contains(' ')))
}

#[test]
fn a_debug_format_is_told_from_other_texts() {
    for text in ["{:?}", "a {tier:?} b", "{0:#?}", "{} {x:>8?}"] {
        assert!(is_debug(text), "{text}");
    }
    for text in ["{}", "{x:>8}", "what: {name}?", "{name}: really?", "?:{}"] {
        assert!(!is_debug(text), "{text}");
    }
}
