//! The Rust files of the program as syn parses them: the modules they make, and the paths each one names.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// One file, which is one module of the crate.
pub(crate) struct Source {
    /// From the root of the checkout, with forward slashes.
    pub(crate) file: String,
    /// The module it is, from the root of the crate: `["charts", "axes"]`.
    pub(crate) module: Vec<String>,
    /// The text as it stands.
    pub(crate) text: String,
    /// The paths its code names, tests left out, each from the root of the crate where it can be told.
    pub(crate) paths: BTreeSet<Vec<String>>,
    /// What it imports or passes on under a name: name and path.
    pub(crate) imports: Vec<Import>,
    /// The names its code begins a path with.
    pub(crate) names: BTreeSet<String>,
    /// Lines that are not tests.
    pub(crate) lines: usize,
}

/// One name brought in by `use`.
pub(crate) struct Import {
    pub(crate) name: String,
    pub(crate) path: Vec<String>,
    /// Whether others may use the name through this module.
    pub(crate) is_passed_on: bool,
}

/// All files of `src`, in order.
pub(crate) fn all() -> Vec<Source> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    gather(&root.join("src"), &mut files);
    files.sort();
    files.iter().map(|path| read(path, &root)).collect()
}

/// The rooms in the order `src/lib.rs` lists them.
pub(crate) fn rooms() -> Vec<String> {
    let text = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let items = syn::parse_file(&text).unwrap().items;
    items
        .iter()
        .filter_map(|item| if let syn::Item::Mod(module) = item { Some(module.ident.to_string()) } else { None })
        .collect()
}

pub(crate) fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn read(path: &Path, root: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let file = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let module = module_of(&file);
    let (paths, imports, names, test_lines) = parse(&text, &module, &file);
    let lines = text.lines().count() - test_lines;
    Source { file, module, text, paths, imports, names, lines }
}

/// `src/charts/axes.rs` is `charts::axes`, `src/charts/mod.rs` is `charts`, `src/lib.rs` is the crate.
fn module_of(file: &str) -> Vec<String> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

type Parsed = (BTreeSet<Vec<String>>, Vec<Import>, BTreeSet<String>, usize);

fn parse(text: &str, module: &[String], file: &str) -> Parsed {
    let syntax = syn::parse_file(text).unwrap_or_else(|fault| panic!("{file}: {fault}"));
    let mut found =
        Found { module, paths: BTreeSet::new(), imports: Vec::new(), names: BTreeSet::new(), test_lines: 0 };
    found.visit_file(&syntax);
    (found.paths, found.imports, found.names, found.test_lines)
}

struct Found<'a> {
    module: &'a [String],
    paths: BTreeSet<Vec<String>>,
    imports: Vec<Import>,
    names: BTreeSet<String>,
    test_lines: usize,
}

impl<'ast> Visit<'ast> for Found<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if is_test(attributes(item)) {
            let span = syn::spanned::Spanned::span(item);
            self.test_lines += span.end().line + 1 - span.start().line;
            return;
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let is_passed_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.tree(&item.tree, &mut Vec::new(), is_passed_on);
    }

    /// `pub(super)` names no module that is used.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.path(segments);
        visit::visit_path(self, path);
    }

    /// What stands in a macro is only tokens: its paths are told by their `::`.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

impl Found<'_> {
    fn tree(&mut self, tree: &syn::UseTree, before: &mut Vec<String>, is_passed_on: bool) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.tree(&path.tree, before, is_passed_on);
                before.pop();
            }
            syn::UseTree::Name(name) => {
                self.import(before, &name.ident.to_string(), &name.ident.to_string(), is_passed_on)
            }
            syn::UseTree::Rename(name) => {
                self.import(before, &name.ident.to_string(), &name.rename.to_string(), is_passed_on)
            }
            syn::UseTree::Glob(_) => self.import(before, "*", "*", is_passed_on),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, before, is_passed_on)),
        }
    }

    fn import(&mut self, before: &[String], last: &str, name: &str, is_passed_on: bool) {
        let mut path = before.to_vec();
        if last != "self" {
            path.push(last.to_owned());
        }
        let name = if last == "self" { before.last().cloned().unwrap_or_default() } else { name.to_owned() };
        let path = self.seen_from_root(path);
        if !is_passed_on {
            self.paths.insert(path.clone());
        }
        self.imports.push(Import { name, path, is_passed_on });
    }

    fn path(&mut self, segments: Vec<String>) {
        if let Some(first) = segments.first() {
            self.names.insert(first.clone());
        }
        // One name alone is the file's own, or was imported.
        if segments.len() > 1 {
            let path = self.seen_from_root(segments);
            self.paths.insert(path);
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 && !path.is_empty() {
                        let whole = std::mem::take(&mut path);
                        self.path(whole);
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.tokens(group.stream());
                    colons = 0;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => colons = 0,
            }
        }
        if !path.is_empty() {
            self.path(path);
        }
    }

    /// `super::x` in `charts::axes` is `charts::x`, `crate::x` is `x`; every other path is taken as it stands, from here.
    fn seen_from_root(&self, segments: Vec<String>) -> Vec<String> {
        let ups = segments.iter().take_while(|segment| *segment == "super").count();
        match segments.first().map(String::as_str) {
            Some("crate") => segments[1..].to_vec(),
            Some("super") => {
                let kept = self.module.len().saturating_sub(ups);
                self.module[..kept].iter().chain(&segments[ups..]).cloned().collect()
            }
            Some("self") => self.module.iter().chain(&segments[1..]).cloned().collect(),
            Some(_) | None => segments,
        }
    }
}

pub(crate) fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || (attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|what| what.is_ident("test")))
    })
}

pub(crate) fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Which file an absolute path leads to: through modules, and through names passed on, to the file that defines the last.
pub(crate) fn target<'a>(
    by_module: &BTreeMap<Vec<String>, &'a Source>,
    path: &[String],
    depth: usize,
) -> Option<&'a Source> {
    let known = (1..=path.len()).rev().find(|length| by_module.contains_key(&path[..*length]))?;
    let source = by_module[&path[..known]];
    let Some(name) = path.get(known) else { return Some(source) };
    let passed = source.imports.iter().find(|import| import.name == *name && import.is_passed_on);
    match passed.filter(|_| depth < 8) {
        Some(import) => {
            // A path that begins with a child of the module is said from there.
            let inner: Vec<String> = source.module.iter().chain(&import.path).cloned().collect();
            let whole =
                if by_module.contains_key(&inner[..source.module.len() + 1]) { inner } else { import.path.clone() };
            target(by_module, &whole, depth + 1).or(Some(source))
        }
        None => Some(source),
    }
}
