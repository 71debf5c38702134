//! About the people who run it, and how.

use crate::{
    questionnaire::{
        Answers, AwsTies, Depth, GitSkill, Input, LocalWrites, Operator, PhpSessions, PluginChanges, Question,
        QuestionId, Section, Touches, Unsure, UntilKnown,
        question::{COMMON, choice_token, number_token, offered, perhaps},
    },
    units::Hours,
};

pub(super) const CHANGES: Question = Question {
    id: QuestionId::Changes,
    section: Section::Work,
    depth: Depth::First,
    label: "Who installs and updates plugins?",
    hint: "On the live site, as it is done today",
    why: "With several servers the webroot has to be shared, or changed only through deployment: this answer decides between them",
    input: Input::Choice(offered::<PluginChanges>),
    touches: Touches::Judgement,
    read: |answers| choice_token(answers.plugin_changes),
    write: |answers, given| Ok(Answers { plugin_changes: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const GIT: Question = Question {
    id: QuestionId::Git,
    section: Section::Work,
    depth: Depth::First,
    label: "Does your team use Git and CI/CD?",
    hint: "Whoever changes the code counts",
    why: "A version-controlled webroot is the better architecture only for people who can work with it",
    input: Input::Choice(offered::<GitSkill>),
    touches: Touches::Judgement,
    read: |answers| choice_token(answers.git),
    write: |answers, given| Ok(Answers { git: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const OPERATOR: Question = Question {
    id: QuestionId::Operator,
    section: Section::Work,
    depth: Depth::First,
    label: "Who operates the servers?",
    hint: "Who is called when it is down",
    why: "Several servers need somebody who knows them",
    input: Input::Choice(offered::<Operator>),
    touches: Touches::Judgement,
    read: |answers| choice_token(answers.operator),
    write: |answers, given| Ok(Answers { operator: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const HOURS: Question = Question {
    id: QuestionId::Hours,
    section: Section::Work,
    label: "Hours available per month",
    hint: "For updates, monitoring and incidents",
    why: "An option that needs more hours than there are will be neglected",
    input: Input::Number { min: 0.0, max: 2_000.0, unit: "hours", example: "8", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Says("no option is ruled out for it")),
    touches: Touches::Judgement,
    read: |answers| perhaps(answers.operator_hours.map(Hours::value), number_token),
    write: |answers, given| Ok(Answers { operator_hours: given.perhaps_number()?.map(Hours::new), ..answers }),
    ..COMMON
};

pub(super) const LOCAL_WRITES: Question = Question {
    id: QuestionId::LocalWrites,
    section: Section::Work,
    label: "Do plugins write to the local disk?",
    hint: "Caches, generated CSS, exports, licence files",
    why: "What one server writes the others do not see, unless the webroot is shared",
    input: Input::Choice(offered::<LocalWrites>),
    unsure: Unsure::Offered(UntilKnown::Says("no option is ruled out for it")),
    touches: Touches::Judgement,
    read: |answers| perhaps(answers.local_writes, choice_token),
    write: |answers, given| Ok(Answers { local_writes: given.perhaps_choice()?, ..answers }),
    ..COMMON
};

pub(super) const SESSIONS: Question = Question {
    id: QuestionId::Sessions,
    section: Section::Work,
    label: "Do plugins use PHP sessions?",
    hint: "WordPress itself does not",
    why: "Sessions on a local disk break behind a load balancer without sticky sessions or a shared store",
    input: Input::Choice(offered::<PhpSessions>),
    unsure: Unsure::Offered(UntilKnown::Says("no option is ruled out for it")),
    touches: Touches::Judgement,
    read: |answers| perhaps(answers.php_sessions, choice_token),
    write: |answers, given| Ok(Answers { php_sessions: given.perhaps_choice()?, ..answers }),
    ..COMMON
};

pub(super) const AWS: Question = Question {
    id: QuestionId::Aws,
    section: Section::Work,
    label: "Are you on AWS, or want its services?",
    hint: "RDS, IAM, S3, CloudFront and others",
    why: "Without either, a server elsewhere does the same for less",
    input: Input::Choice(offered::<AwsTies>),
    touches: Touches::Judgement,
    read: |answers| choice_token(answers.aws),
    write: |answers, given| Ok(Answers { aws: given.choice()?, ..answers }),
    ..COMMON
};
