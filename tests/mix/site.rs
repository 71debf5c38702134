//! One client: answers that go together.

use groundplan::{
    catalog::Region,
    questionnaire::{Answers, NOT_SURE, Priorities, QuestionId},
};

use super::{
    dice::Dice,
    kinds::{KINDS, Kind, People, Stakes},
};

/// A client of the mix.
pub(crate) struct Client {
    pub(crate) kind: &'static Kind,
    pub(crate) answers: Answers,
}

/// The client of a number, the same whatever else is drawn.
pub(crate) fn client(number: u64) -> Client {
    let mut dice = Dice::new(number.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x006d_6978);
    let kind = dice.pick(&KINDS.each_ref().map(|kind| (kind.share, kind)));
    let mut said: Vec<(QuestionId, String)> = Vec::new();
    about_the_site(&mut said, kind, &mut dice);
    let people = dice.pick(kind.people);
    about_the_work(&mut said, people, &mut dice);
    let stakes = dice.pick(kind.stakes);
    about_must_haves(&mut said, kind, stakes, &mut dice);
    let priorities = if dice.percent(60) { kind.priorities } else { Priorities::Balanced };
    let start = Answers { weights: priorities.weights(), ..Answers::nothing_said() };
    let answers = said.iter().fold(start, |answers, (id, token)| id.question().answer(&answers, token).unwrap());
    Client { kind, answers }
}

/// A number somebody knows in so many of a hundred cases.
fn known(dice: &mut Dice, of_a_hundred: u32, amount: [f64; 3]) -> String {
    let value = dice.amount(amount);
    if dice.percent(of_a_hundred) { value.to_string() } else { NOT_SURE.to_owned() }
}

fn about_the_site(said: &mut Vec<(QuestionId, String)>, kind: &Kind, dice: &mut Dice) {
    let mut say = |id: QuestionId, token: String| said.push((id, token));
    say(QuestionId::Site, groundplan::questionnaire::ClosedSet::token(kind.site).to_owned());
    say(QuestionId::Visits, known(dice, 92, kind.visits));
    say(QuestionId::Peaks, dice.pick(kind.peaks).to_owned());
    say(QuestionId::Peak, known(dice, 35, kind.peak));
    say(QuestionId::Growth, dice.pick(&[(30, "unsure"), (15, "0"), (25, "10"), (20, "25"), (10, "60")]).to_owned());
    say(QuestionId::Uncacheable, known(dice, 30, kind.uncacheable));
    let media = dice.amount(kind.media);
    let (size, growth) = if dice.percent(70) {
        let growth = (media * dice.amount([0.5, 2.0, 5.0])).round() / 100.0;
        (media.to_string(), if dice.percent(50) { growth.to_string() } else { NOT_SURE.to_owned() })
    } else {
        (NOT_SURE.to_owned(), NOT_SURE.to_owned())
    };
    say(QuestionId::Media, size);
    say(QuestionId::MediaGrowth, growth);
    say(QuestionId::Theme, dice.pick(kind.themes).to_owned());
    say(QuestionId::Plugins, known(dice, 75, kind.plugins).parse().map_or(NOT_SURE.to_owned(), whole));
    let (region, readers) = dice.pick(&[
        (45, (Region::Frankfurt, "europe")),
        (10, (Region::Ireland, "europe")),
        (20, (Region::NorthVirginia, "north-america")),
        (8, (Region::Oregon, "north-america")),
        (4, (Region::Sydney, "australia")),
        (4, (Region::Tokyo, "japan")),
        (5, (Region::Mumbai, "india")),
        (4, (Region::SaoPaulo, "south-america")),
    ]);
    say(QuestionId::Region, region.code().to_owned());
    say(QuestionId::Readers, readers.to_owned());
}

fn whole(value: f64) -> String {
    value.round().to_string()
}

type Weighted = &'static [(u32, &'static str)];

fn about_the_work(said: &mut Vec<(QuestionId, String)>, people: People, dice: &mut Dice) {
    let (operator, hours, git, changes, rate): (_, [f64; 3], Weighted, Weighted, [f64; 3]) = match people {
        People::Nobody => (
            "nobody",
            [1.0, 2.0, 4.0],
            &[(90, "no"), (10, "learning")],
            &[(70, "editors"), (30, "rarely")],
            [30.0, 50.0, 80.0],
        ),
        People::Freelancer => (
            "agency",
            [2.0, 4.0, 8.0],
            &[(50, "no"), (40, "learning"), (10, "yes")],
            &[(60, "editors"), (35, "rarely"), (5, "developers")],
            [40.0, 65.0, 100.0],
        ),
        People::Agency => (
            "agency",
            [4.0, 8.0, 16.0],
            &[(25, "no"), (45, "learning"), (30, "yes")],
            &[(45, "editors"), (35, "rarely"), (20, "developers")],
            [60.0, 95.0, 150.0],
        ),
        People::Consultant => (
            "consultant",
            [6.0, 12.0, 30.0],
            &[(15, "no"), (50, "learning"), (35, "yes")],
            &[(30, "editors"), (45, "rarely"), (25, "developers")],
            [80.0, 120.0, 200.0],
        ),
        People::Administrators => (
            "in-house",
            [15.0, 35.0, 100.0],
            &[(10, "no"), (30, "learning"), (60, "yes")],
            &[(25, "editors"), (30, "rarely"), (45, "developers")],
            [50.0, 75.0, 110.0],
        ),
    };
    let mut say = |id: QuestionId, token: String| said.push((id, token));
    say(QuestionId::Operator, operator.to_owned());
    say(QuestionId::Hours, known(dice, 70, hours).parse().map_or(NOT_SURE.to_owned(), whole));
    say(QuestionId::Git, dice.pick(git).to_owned());
    say(QuestionId::Changes, dice.pick(changes).to_owned());
    say(QuestionId::Rate, whole(dice.amount(rate)));
    say(QuestionId::LocalWrites, dice.pick(&[(60, "unsure"), (25, "no"), (15, "yes")]).to_owned());
    say(QuestionId::Sessions, dice.pick(&[(70, "unsure"), (22, "no"), (8, "yes")]).to_owned());
    say(QuestionId::Aws, dice.pick(&[(55, "no"), (30, "wants"), (15, "yes")]).to_owned());
}

fn about_must_haves(said: &mut Vec<(QuestionId, String)>, kind: &Kind, stakes: Stakes, dice: &mut Dice) {
    let (outage, zone, rpo, rto): (Weighted, u32, Weighted, Weighted) = match stakes {
        Stakes::Low => (&[(50, "none"), (20, "10000"), (30, "2880")], 0, &[(100, "1d")], &[(70, "3d"), (30, "1d")]),
        Stakes::Usual => (
            &[(25, "none"), (30, "2880"), (35, "1440"), (10, "525")],
            2,
            &[(85, "1d"), (15, "1h")],
            &[(15, "3d"), (60, "1d"), (25, "4h")],
        ),
        Stakes::Money => (
            &[(15, "none"), (30, "1440"), (40, "525"), (15, "263")],
            15,
            &[(35, "1d"), (35, "1h"), (30, "5min")],
            &[(25, "1d"), (50, "4h"), (25, "1h")],
        ),
        Stakes::Critical => (
            &[(10, "1440"), (50, "525"), (30, "263"), (10, "53")],
            60,
            &[(15, "1h"), (60, "5min"), (25, "none")],
            &[(20, "4h"), (55, "1h"), (25, "5min")],
        ),
    };
    let mut say = |id: QuestionId, token: String| said.push((id, token));
    say(QuestionId::Outage, dice.pick(outage).to_owned());
    say(QuestionId::Zone, if dice.percent(zone) { "yes" } else { "no" }.to_owned());
    say(QuestionId::Rpo, dice.pick(rpo).to_owned());
    say(QuestionId::Rto, dice.pick(rto).to_owned());
    let budget = dice.amount(kind.budget);
    say(QuestionId::Budget, if dice.percent(75) { budget.to_string() } else { "none".to_owned() });
}
