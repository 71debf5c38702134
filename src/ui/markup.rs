//! Elements, put together step by step. Each use of Yew's `html!` unfolds where it stands, into some three hundred
//! bytes of program an element, and the page has a thousand; these steps are calls.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use yew::{
    html::{BaseComponent, IntoPropValue},
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VComp, VList, VNode, VTag, VText},
};

/// An element in the making.
pub(crate) struct Tag(Box<Draft>);

struct Draft {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<VNode>,
}

thread_local! {
    /// Every set of attributes that some element has had. Yew sees by its address that a set is the same as before, and
    /// then looks at the values alone; there are only as many sets as the program has ways to make an element.
    static SETS: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// Begins an element.
#[inline(never)]
pub(crate) fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Draft { tag: VTag::new(name), names: Vec::new(), values: Vec::new(), children: Vec::new() }))
}

/// Begins a button that does what it is told to on a click, and nothing else.
#[inline(never)]
pub(crate) fn button() -> Tag {
    tag("button").set("type", "button")
}

/// Begins the heading of a column.
#[inline(never)]
pub(crate) fn column() -> Tag {
    tag("th").set("scope", "col")
}

/// Begins the label of a box to tick, with the box.
#[inline(never)]
pub(crate) fn tick_box(is_ticked: bool, ticked: Callback<Event>) -> Tag {
    tag("label").add(tag("input").set("type", "checkbox").checked(is_ticked).onchange(ticked))
}

/// Things beside one another, without an element around them.
pub(crate) fn together(children: impl Child) -> Html {
    let mut row = Vec::new();
    children.join(&mut row);
    list(row)
}

/// A row of things of one kind, however many there are.
pub(crate) fn row<C: Child>(children: impl IntoIterator<Item = C>) -> Html {
    let mut row = Vec::new();
    for child in children {
        child.join(&mut row);
    }
    list(row)
}

/// A part of the page with a state of its own.
pub(crate) fn component<C: BaseComponent>(props: C::Properties) -> Html {
    VNode::VComp(Rc::new(VComp::new::<C>(Rc::new(props), None)))
}

impl Tag {
    /// Sets an attribute that never changes.
    #[inline(never)]
    pub(crate) fn set(self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, Some(AttrValue::Static(value)))
    }

    /// Sets the classes.
    #[inline(never)]
    pub(crate) fn class(self, classes: &'static str) -> Self {
        self.set("class", classes)
    }

    /// Sets an attribute, if there is a value for it.
    pub(crate) fn attr(self, name: &'static str, value: impl IntoPropValue<Option<AttrValue>>) -> Self {
        self.attribute(name, value.into_prop_value())
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        self.0.names.push(name);
        self.0.values.push(value.map(AttributeOrProperty::Attribute));
        self
    }

    /// Sets an attribute that is either there or not.
    #[inline(never)]
    pub(crate) fn flag(self, name: &'static str, is_set: bool) -> Self {
        self.attribute(name, is_set.then_some(AttrValue::Static(name)))
    }

    /// Sets what stands in a field.
    pub(crate) fn value(mut self, value: impl Into<AttrValue>) -> Self {
        self.0.tag.set_value(Some(value.into()));
        self
    }

    /// Sets whether a box is ticked.
    #[inline(never)]
    pub(crate) fn checked(mut self, is_checked: bool) -> Self {
        self.0.tag.set_checked(is_checked);
        self
    }

    /// Tells the element from its siblings when their order changes.
    pub(crate) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Hears a click.
    pub(crate) fn onclick(self, heard: impl Into<Callback<MouseEvent>>) -> Self {
        self.on(ListenerKind::onclick, heard.into())
    }

    /// Hears each change of a field while it is made.
    pub(crate) fn oninput(self, heard: impl Into<Callback<InputEvent>>) -> Self {
        self.on(ListenerKind::oninput, heard.into())
    }

    /// Hears a change of a field that is done.
    pub(crate) fn onchange(self, heard: impl Into<Callback<Event>>) -> Self {
        self.on(ListenerKind::onchange, heard.into())
    }

    /// Hears that the field is left.
    pub(crate) fn onblur(self, heard: impl Into<Callback<FocusEvent>>) -> Self {
        self.on(ListenerKind::onblur, heard.into())
    }

    /// Hears a key.
    pub(crate) fn onkeydown(self, heard: impl Into<Callback<KeyboardEvent>>) -> Self {
        self.on(ListenerKind::onkeydown, heard.into())
    }

    #[inline(never)]
    fn on<E: JsCast + 'static>(mut self, kind: ListenerKind, callback: Callback<E>) -> Self {
        self.0.tag.add_listener(Rc::new(Hearing { kind, callback }));
        self
    }

    /// Puts something into the element, after what is already in it.
    pub(crate) fn add(mut self, child: impl Child) -> Self {
        child.join(&mut self.0.children);
        self
    }

    /// Puts a row of things into the element, however many there are.
    pub(crate) fn all<C: Child>(self, children: impl IntoIterator<Item = C>) -> Self {
        self.add(row(children))
    }

    /// The element as Yew takes it.
    #[inline(never)]
    pub(crate) fn html(self) -> Html {
        let Draft { mut tag, names, values, children } = *self.0;
        if !names.is_empty() {
            tag.attributes = Attributes::Dynamic { keys: set_of(names), values: values.into_boxed_slice() };
        }
        if !children.is_empty() {
            tag.add_child(list(children));
        }
        VNode::VTag(Rc::new(tag))
    }
}

fn set_of(names: Vec<&'static str>) -> &'static [&'static str] {
    SETS.with_borrow_mut(|sets| match sets.binary_search_by(|set| (**set).cmp(&names[..])) {
        Ok(at) => sets[at],
        Err(at) => {
            let set: &'static [&'static str] = names.leak();
            sets.insert(at, set);
            set
        }
    })
}

#[inline(never)]
fn list(children: Vec<VNode>) -> Html {
    VNode::VList(Rc::new(VList::with_children(children, None)))
}

/// What can stand in an element. What is not there keeps its place, so that what comes after it is not taken for it.
pub(crate) trait Child {
    /// Joins its siblings.
    fn join(self, siblings: &mut Vec<VNode>);
}

impl Child for &'static str {
    #[inline(never)]
    fn join(self, siblings: &mut Vec<VNode>) {
        siblings.push(VNode::VText(VText::new(self)));
    }
}

impl Child for String {
    #[inline(never)]
    fn join(self, siblings: &mut Vec<VNode>) {
        siblings.push(VNode::VText(VText::new(self)));
    }
}

impl Child for &String {
    fn join(self, siblings: &mut Vec<VNode>) {
        self.clone().join(siblings);
    }
}

impl Child for Html {
    #[inline(never)]
    fn join(self, siblings: &mut Vec<VNode>) {
        siblings.push(self);
    }
}

impl Child for Tag {
    #[inline(never)]
    fn join(self, siblings: &mut Vec<VNode>) {
        siblings.push(self.html());
    }
}

impl<C: Child> Child for Option<C> {
    fn join(self, siblings: &mut Vec<VNode>) {
        match self {
            Some(child) => child.join(siblings),
            None => siblings.push(VNode::default()),
        }
    }
}

macro_rules! children {
    ($($child:ident),+) => {
        impl<$($child: Child),+> Child for ($($child,)+) {
            #[allow(non_snake_case, reason = "each child is named after its type")]
            fn join(self, siblings: &mut Vec<VNode>) {
                let ($($child,)+) = self;
                $($child.join(siblings);)+
            }
        }
    };
}

children!(A, B);
children!(A, B, C);
children!(A, B, C, D);
children!(A, B, C, D, E);
children!(A, B, C, D, E, F);
children!(A, B, C, D, E, F, G);

/// Passes an event on to who hears it.
struct Hearing<E> {
    kind: ListenerKind,
    callback: Callback<E>,
}

impl<E: JsCast + 'static> Listener for Hearing<E> {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: web_sys::Event) {
        self.callback.emit(event.unchecked_into());
    }

    fn passive(&self) -> bool {
        false
    }
}
