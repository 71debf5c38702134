//! What the page does that takes a browser: keeping what is typed, undoing, and leaving nothing behind.

#![expect(clippy::unwrap_used, reason = "what is not there fails the test, as it should")]

use groundplan::{
    kit::Kit,
    ui::{App, AppProps},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use yew::{AppHandle, Renderer, scheduler};

/// The page in an element of its own, which goes with it.
struct Mounted {
    root: Element,
    app: AppHandle<App>,
}

impl Mounted {
    async fn new(props: AppProps) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let app = Renderer::<App>::with_root_and_props(root.clone(), props).render();
        scheduler::flush().await;
        Self { root, app }
    }

    async fn destroy(self) {
        self.app.destroy();
        scheduler::flush().await;
        self.root.remove();
    }

    fn find<E: JsCast>(&self, selector: &str) -> E {
        self.root.query_selector(selector).unwrap().unwrap().unchecked_into()
    }

    fn is_there(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    async fn click(&self, selector: &str) {
        self.find::<HtmlElement>(selector).click();
        scheduler::flush().await;
    }

    /// Presses the button with these words.
    async fn press(&self, words: &str) {
        let buttons = self.root.query_selector_all("button").unwrap();
        let mut buttons = (0..buttons.length()).filter_map(|i| buttons.item(i)?.dyn_into::<HtmlElement>().ok());
        buttons.find(|button| button.text_content().as_deref() == Some(words)).unwrap().click();
        scheduler::flush().await;
    }

    async fn type_into(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.find(selector);
        field.set_value(text);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).unwrap()).unwrap();
        scheduler::flush().await;
    }

    async fn press_enter(&self, selector: &str) {
        press_key(&self.find::<Element>(selector), "Enter", Modifier::None).await;
    }

    fn value(&self, selector: &str) -> String {
        self.find::<HtmlInputElement>(selector).value()
    }
}

enum Modifier {
    None,
    Control,
}

async fn press_key(target: &Element, key: &str, modifier: Modifier) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    init.set_ctrl_key(matches!(modifier, Modifier::Control));
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    target.dispatch_event(&event).unwrap();
    scheduler::flush().await;
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn root_element() -> HtmlElement {
    document().document_element().unwrap().unchecked_into()
}

fn shop() -> AppProps {
    AppProps { fragment: "preset=shop".into(), ..AppProps::default() }
}

#[wasm_bindgen_test]
async fn a_number_field_keeps_a_refused_text_and_complains_when_it_is_left() {
    let page = Mounted::new(shop()).await;
    page.type_into("#visits", "lots").await;
    assert_eq!(page.value("#visits"), "lots");
    assert!(!page.is_there("#visits-problem"), "nothing is complained about while it is typed");
    page.press_enter("#visits").await;
    assert_eq!(page.value("#visits"), "lots");
    let field: Element = page.find("#visits");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    let described = field.get_attribute("aria-describedby").unwrap();
    assert!(described.split(' ').any(|id| id == "visits-problem"), "{described}");
    let complaint = page.find::<Element>("#visits-problem").text_content().unwrap();
    assert!(complaint.contains("\"lots\" is not") && complaint.contains("200,000 visits"), "{complaint}");
    page.type_into("#visits", "250k").await;
    page.press_enter("#visits").await;
    assert!(!page.is_there("#visits-problem"));
    assert_eq!(page.value("#visits"), "250,000");
    page.destroy().await;
}

#[wasm_bindgen_test]
async fn steps_are_undone_and_redone_by_button_and_by_keyboard() {
    let page = Mounted::new(shop()).await;
    page.type_into("#visits", "250k").await;
    page.press_enter("#visits").await;
    page.press("Undo").await;
    assert_eq!(page.value("#visits"), "200,000");
    page.press("Redo").await;
    assert_eq!(page.value("#visits"), "250,000");
    let body: Element = document().body().unwrap().into();
    press_key(&body, "z", Modifier::Control).await;
    assert_eq!(page.value("#visits"), "200,000");
    page.click(".preset").await;
    assert_eq!(page.value("#visits"), "5,000");
    page.press("Start over").await;
    page.press("Undo").await;
    assert_eq!(page.value("#visits"), "5,000");
    page.destroy().await;
}

#[wasm_bindgen_test]
async fn what_leaves_the_page_takes_its_effects_along() {
    let (kit, problems) = Kit::from_json(r##"{"accent": "#7a1fa2"}"##);
    assert_eq!(problems, []);
    let accents = || root_element().style().get_property_value("--accent").unwrap();
    let mounted = Mounted::new(AppProps { kit, ..shop() }).await;
    assert_ne!(accents(), "");
    mounted.press("Workshop").await;
    assert_eq!(root_element().get_attribute("data-mode").as_deref(), Some("workshop"));
    mounted.press("Leave the workshop").await;
    assert_eq!(root_element().get_attribute("data-mode"), None);
    mounted.destroy().await;
    assert_eq!(accents(), "");
    // Nobody hears the shortcut any more: what the address says stays.
    let address = || web_sys::window().unwrap().location().href().unwrap();
    let before = address();
    press_key(&document().body().unwrap().into(), "z", Modifier::Control).await;
    assert_eq!(address(), before);
}
