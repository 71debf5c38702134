//! `groundplan simulate`: the week of one option, or CPU credits along a trace.

use clap::{Args, Subcommand, ValueEnum};
use groundplan::{
    assessment::Client,
    catalog::{Catalog, CreditMode, Region},
    options::hosting,
    report::facts,
    search::architectures,
    simulation::{
        Events, Rules, Week,
        credit_trace::{CreditTrace, terms},
        report, simulate,
    },
    units::{Credits, Minutes, Ratio},
    workload::Workload,
};

use super::{known_options, read_answers};

/// What is simulated.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Simulate {
    #[command(subcommand)]
    part: Option<Part>,
    /// The answers; "-" reads standard input.
    #[arg(required = true)]
    answers: Option<String>,
    /// The hosting option.
    #[arg(long, help = format!("The hosting option: {}", known_options()))]
    option: Option<String>,
    /// Print every minute of the week as comma-separated values.
    #[arg(long)]
    csv: bool,
}

#[derive(Subcommand)]
enum Part {
    /// Follows the CPU credits of a burstable instance along a trace of utilisation.
    CpuCredits(CpuCredits),
}

#[derive(Args)]
struct CpuCredits {
    /// The instance type: t2.micro, t3.small …
    #[arg(long)]
    instance: String,
    /// What happens when credits run out; the family's default where nothing is said.
    #[arg(long, value_enum)]
    mode: Option<Mode>,
    /// Earned credits at the start.
    #[arg(long, default_value_t = 0.0)]
    start_credits: f64,
    /// Launch credits at the start (T2 in standard mode).
    #[arg(long, default_value_t = 0.0)]
    launch_credits: f64,
    /// Utilisation in per cent, one value an hour: 0,10,100.
    #[arg(long, value_delimiter = ',', required_unless_present = "minutes", conflicts_with = "minutes")]
    hours: Vec<f64>,
    /// Utilisation in per cent, one value a minute.
    #[arg(long, value_delimiter = ',')]
    minutes: Vec<f64>,
    /// Minutes over which utilisation is lowered as credits end; 0 is a hard end.
    #[arg(long, default_value_t = 0.0)]
    ramp: f64,
    /// The region surplus credits are priced in.
    #[arg(long, default_value = "us-east-1")]
    region: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    Standard,
    Unlimited,
}

/// Runs the command.
pub(super) fn run(command: &Simulate) -> Result<String, String> {
    match (&command.part, &command.answers) {
        (Some(Part::CpuCredits(arguments)), _) => cpu_credits(arguments),
        (None, Some(answers)) => week(command, answers),
        (None, None) => Err("name a file with answers, or cpu-credits".to_owned()),
    }
}

fn week(command: &Simulate, path: &str) -> Result<String, String> {
    let answers = read_answers(path)?;
    let id = command.option.as_deref().ok_or_else(|| format!("say which option with --option: {}", known_options()))?;
    let hosting = hosting(id).ok_or_else(|| format!("there is no option {id}; there are {}", known_options()))?;
    let catalog = Catalog::bundled();
    let workload = Workload::new(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    let built = architectures(&[hosting], &client).pop();
    let (_, architecture) = built.ok_or_else(|| format!("nothing can be built of {id} for these answers"))?;
    let (rules, events) = (Rules::new(&answers.overrides, answers.operator), Events::new());
    if command.csv {
        return Ok(report::csv(&Week::series(&architecture, workload.typical(), &workload.shape, &events, &rules)));
    }
    let week = simulate(&architecture, workload.typical(), &workload.shape, &events, &rules);
    let own = facts::own_figures(&answers).map(|own| format!("; {own}")).unwrap_or_default();
    let title = format!("{}, one week of the typical case{own}", hosting.name);
    Ok(report::plain(&title, &architecture.web.machine, &week))
}

fn cpu_credits(arguments: &CpuCredits) -> Result<String, String> {
    let catalog = Catalog::bundled();
    let name = arguments.instance.as_str();
    let kind = catalog.instance(name).ok_or_else(|| format!("{name} is not an instance type of the catalog"))?;
    let burst = kind.burst.ok_or_else(|| format!("{name} earns no CPU credits; t2, t3, t3a and t4g types do"))?;
    let region = Region::from_code(&arguments.region)
        .ok_or_else(|| format!("{} is not a region with prices", arguments.region))?;
    let mode = arguments.mode.map_or(burst.default_mode, |mode| match mode {
        Mode::Standard => CreditMode::Standard,
        Mode::Unlimited => CreditMode::Unlimited,
    });
    let (percents, length) =
        if arguments.minutes.is_empty() { (&arguments.hours, 60.0) } else { (&arguments.minutes, 1.0) };
    if let Some(wrong) = percents.iter().find(|percent| !(0.0..=100.0).contains(*percent)) {
        return Err(format!("{wrong} is not a utilisation: give per cent of all vCPUs, from 0 to 100"));
    }
    // Launch credits come with T2 in standard mode alone, and do not count towards the maximum.
    let launch = if mode == CreditMode::Standard { burst.launch_credits } else { Credits::ZERO };
    within("--start-credits", arguments.start_credits, burst.max_credits.value(), name)?;
    within("--launch-credits", arguments.launch_credits, launch.value(), name)?;
    within("--ramp", arguments.ramp, Minutes::WEEK.value(), name)?;
    let terms = terms(kind, mode, Minutes::new(arguments.ramp)).ok_or("no credit terms")?;
    let spans = percents.iter().map(|percent| (Ratio::percent(*percent), Minutes::new(length))).collect();
    let trace = CreditTrace {
        terms,
        start: Credits::new(arguments.start_credits),
        launch: Credits::new(arguments.launch_credits),
        spans,
    };
    let price = kind.surplus_sku().and_then(|sku| catalog.price(&sku, region).ok()).map(|price| price.usd);
    Ok(report::credits(name, &trace, price))
}

/// A number that lies between zero and the most an instance of this name can have.
fn within(option: &str, given: f64, most: f64, name: &str) -> Result<(), String> {
    if (0.0..=most).contains(&given) {
        return Ok(());
    }
    Err(format!("{option} must be between 0 and {most} for {name} in this mode; {given} was given"))
}
