use super::*;
use crate::{
    questionnaire::{PRESETS, Priorities, QuestionId},
    session::{Asked, Happening, Setting},
};

const VISITS: Field = Field::Question(QuestionId::Visits);

fn run(actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(Session::default(), |session, action| session.after(action))
}

fn typing(text: &str) -> Action {
    Action::Type(VISITS, text.to_owned())
}

#[test]
fn a_wrong_text_is_kept_complained_about_on_leaving_and_the_last_value_goes_on() {
    let typing_on = run([typing("2000"), typing("2000 or so 5")]);
    assert_eq!(typing_on.typed(&VISITS).unwrap().problem, None);
    assert_eq!(typing_on.link(), "v=1&visits=2000");
    let left = typing_on.after(Action::Settle(VISITS));
    let typed = left.typed(&VISITS).unwrap();
    assert_eq!(typed.text, "2000 or so 5");
    assert!(typed.problem.as_ref().unwrap().message.contains("must be a number"));
    assert_eq!(left.link(), "v=1&visits=2000");
    let righted = left.after(typing("3000")).after(Action::Settle(VISITS));
    assert_eq!(righted.typed(&VISITS), None);
    assert_eq!(righted.link(), "v=1&visits=3000");
}

#[test]
fn typing_in_one_field_is_one_step_and_leaving_it_ends_the_step() {
    let session = run([typing("200"), typing("2000"), typing("20000"), Action::Settle(VISITS), typing("500")]);
    assert_eq!(session.steps(), 2);
    let back = session.after(Action::Undo);
    assert_eq!(back.link(), "v=1&visits=20k");
    assert_eq!(back.after(Action::Undo).answers(), &Answers::default());
    assert_eq!(back.after(Action::Redo).link(), "v=1&visits=500");
}

#[test]
fn the_back_button_undoes_and_forward_does_again() {
    let session = run([Action::Start("shop"), Action::Start("news")]);
    let back = session.after(Action::Arrive(run([Action::Start("shop")]).link()));
    assert!(back.can_redo() && back.can_undo());
    assert_eq!(back.after(Action::Arrive(session.link())).answers(), session.answers());
    let elsewhere = back.after(Action::Arrive("#visits=4k".to_owned()));
    assert!(!elsewhere.can_redo() && elsewhere.can_undo());
}

#[test]
fn answers_from_elsewhere_are_told_from_steps_of_the_session() {
    let session = run([Action::Start("shop"), Action::Start("news"), Action::Start("blog")]);
    let shop = run([Action::Start("shop")]).link();
    assert_eq!(session.after(Action::Arrive(shop)).arrivals(), 0, "two steps back by the history");
    assert_eq!(session.after(Action::Arrive(session.link())).arrivals(), 0);
    assert_eq!(session.after(Action::Arrive("v=1&visits=4k".to_owned())).arrivals(), 1);
    let file = Box::new(run([typing("5k")]).answers().clone());
    let open = Action::Open(file, Scenarios::default());
    assert_eq!(session.after(open.clone()).arrivals(), 1);
    assert_eq!(session.after(open.clone()).after(open).arrivals(), 1);
}

#[test]
fn a_broken_link_opens_with_notes_that_can_be_put_away() {
    let session = Session::open("#v=1&visits=200k&colour=blue");
    assert_eq!(session.link(), "v=1&visits=200k");
    assert_eq!(session.notes().len(), 1);
    assert!(session.after(Action::Dismiss).notes().is_empty());
}

#[test]
fn what_the_week_brings_outlives_answers_is_undone_and_linked() {
    let spike = Action::Ask(Happening::Spike, Asked::Yes);
    let higher = |text: &str| Action::Adjust(Happening::Spike, Setting::Height, text.to_owned());
    let session = run([spike.clone(), higher("30"), higher("lots"), Action::Start("shop")]);
    assert!(session.link().ends_with("&if.spike=tue-12-30-2"), "{}", session.link());
    assert_eq!(session.steps(), 3);
    let again = Session::open(&session.link());
    assert_eq!((again.answers(), again.what_ifs().events()), (session.answers(), session.what_ifs().events()));
    let back = session.after(Action::Undo);
    assert_eq!(back.link(), "v=1&if.spike=tue-12-30-2");
    let ordinary = back.after(Action::Undo).after(Action::Undo);
    assert_eq!(ordinary.link(), "");
    assert_eq!(ordinary.after(Action::Redo).link(), "v=1&if.spike=tue-12-10-2");
    assert_eq!(
        ordinary.after(Action::Arrive("v=1&if.spike=tue-12-10-2".to_owned())).link(),
        "v=1&if.spike=tue-12-10-2"
    );
    assert_eq!(session.after(Action::Reset).link(), "");
    // Comparison is of answers: a what-if is no step between them.
    let asked = run([Action::Start("shop"), Action::Start("news"), spike]);
    assert_eq!(asked.compared().map(link::encode), Some(run([Action::Start("shop")]).link()));
}

#[test]
fn defaults_keep_their_region_and_money_whatever_is_started_from() {
    let defaults = link::decode("preset=shop&region=eu-west-1&currency=eur&exchange=0.92&rate=120").answers;
    let session = Session::open_with(defaults.clone(), "");
    assert_eq!(session.answers(), &defaults);
    let news = session.after(Action::Start("news"));
    assert_eq!(news.link(), Session::open_with(defaults.clone(), "preset=news").link());
    assert!(news.link().contains("&region=eu-west-1&rate=120&currency=eur&exchange=0.92"), "{}", news.link());
    assert_eq!(news.after(Action::Reset).answers(), &defaults);
    // Somebody else's link stands for itself, and one written with these defaults brings the same answers anywhere.
    assert_eq!(Session::open_with(defaults, "v=1&site=news").answers(), Session::open("v=1&site=news").answers());
    assert_eq!(Session::open(&news.link()).answers(), news.answers());
    let usual = Session::open_with(news.defaults.clone(), "v=1");
    assert_eq!(Session::open_with(news.defaults.clone(), &usual.link()).answers(), &Answers::default());
}

#[test]
fn comparison_is_with_the_step_before_or_with_the_baseline() {
    let session =
        run([Action::Start("shop"), Action::KeepBaseline, Action::Start("news"), Action::Weigh(Priorities::Shop)]);
    assert_eq!(session.compared().map(link::encode), Some(run([Action::Start("shop")]).link()));
    let freed = session.after(Action::DropBaseline);
    assert_eq!(freed.compared().map(link::encode), Some(run([Action::Start("news")]).link()));
}

#[test]
fn answers_of_the_reader_are_told_from_those_started_from() {
    assert!(Session::default().is_untouched());
    let shop = run([Action::Start("shop")]);
    assert!(!shop.is_untouched() && !shop.is_given(QuestionId::Site));
    let typed = shop.after(Action::Type(VISITS, "200k".to_owned()));
    assert!(typed.is_given(QuestionId::Visits), "the same as the preset's, and yet the reader's");
    assert!(!typed.is_given(QuestionId::Budget));
    assert!(!typed.after(Action::Start("news")).is_given(QuestionId::Visits));
    let linked = Session::open("v=1&visits=4k");
    assert!(linked.is_given(QuestionId::Visits) && !linked.is_given(QuestionId::Site) && !linked.is_untouched());
    assert!(!Session::open("preset=shop").is_given(QuestionId::Site));
}

#[test]
fn scenarios_are_steps_travel_in_the_link_and_keep_their_answers() {
    let twice = Box::new(run([typing("600k")]).answers().clone());
    let two = run([typing("300k"), Action::AddScenario("Twice".to_owned(), twice)]);
    let names = |session: &Session| -> Vec<String> {
        session.scenarios().all(session.answers()).into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(names(&two), ["Scenario A", "Twice"]);
    let first = two.after(Action::EditScenario(0)).after(typing("5k")).after(Action::Settle(VISITS));
    assert_eq!(first.after(Action::EditScenario(1)).answers(), two.answers());
    let again = Session::open(&first.link());
    assert_eq!((again.answers(), again.scenarios()), (first.answers(), first.scenarios()));
    assert!(first.is_said_by(&first.link()) && !first.is_said_by(&two.link()));
    assert_eq!(first.after(Action::Undo).after(Action::Undo).link(), two.link());
    assert_eq!(first.after(Action::Arrive(two.after(Action::EditScenario(0)).link())).steps(), first.steps() + 1);
    // Typing a name is one step; what cannot be done is none.
    let named = ["T", "To", "Today"]
        .into_iter()
        .fold(first.clone(), |session, name| session.after(Action::NameScenario(name.to_owned())));
    assert_eq!((names(&named)[0].as_str(), named.steps()), ("Today", first.steps() + 1));
    assert_eq!(names(&named.after(Action::Undo)), names(&first));
    assert_eq!(named.after(Action::EditScenario(7)), named);
    let alone = named.after(Action::RemoveScenario);
    assert_eq!((alone.answers(), alone.after(Action::RemoveScenario)), (two.answers(), alone.clone()));
    assert_eq!(two.after(Action::Reset).link(), "");
}

#[test]
fn the_past_has_an_end() {
    let session = run((0..300).map(|i| Action::Start(PRESETS[i % 2].id)));
    let undone = (0..STEPS).fold(session, |session, _| session.after(Action::Undo));
    assert!(!undone.can_undo());
}
