//! What the `firsthand` command does.

mod arguments;
mod audit;
mod demo;
mod doctor;
mod end;
mod erase;
mod import;
mod people;
mod place;
mod serve;
pub(crate) mod sso;
mod stop;
mod verify;

use std::{ffi::OsString, io::Write, process::ExitCode};

use clap::{Parser, error::ErrorKind};

use arguments::{Arguments, Command};
use stop::{Result, Stop};

use crate::clock::Clock;

/// Does what the command line says. Bad arguments or configuration: one line on standard error, exit status 2;
/// anything else that went wrong: one line, exit status 1.
pub async fn run() -> ExitCode {
    match run_with(std::env::args_os()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            let _ = writeln!(std::io::stderr(), "firsthand: {}", stop.line);
            ExitCode::from(stop.status)
        }
    }
}

async fn run_with(arguments: impl Iterator<Item = OsString>) -> Result<()> {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            ) =>
        {
            return say(&error.to_string());
        }
        Err(error) => return Err(Stop::bad(in_one_line(&error.to_string()))),
    };
    log_to_standard_error();
    match arguments.command {
        Command::Serve(serve) => serve::serve(serve).await,
        Command::Demo(demo) => demo::demo(demo).await,
        Command::Init(init) => people::init(init, &Clock::system()).await,
        Command::Invite(invite) => people::invite(invite, &Clock::system()).await,
        Command::Sso(sso) => sso::sso(sso, &Clock::system()).await,
        Command::Doctor(doctor) => doctor::doctor(doctor).await,
        Command::Import(import) => import::import(import).await,
        Command::Erase(erase) => erase::erase(erase, &Clock::system()).await,
        Command::Audit(asked) => audit::audit(asked).await,
        Command::Rebuild(place) => rebuild(place).await,
        Command::Verify(asked) => verify::verify(asked).await,
    }
}

async fn rebuild(place: arguments::Place) -> Result<()> {
    let store = place.open_store().await?;
    let tell = |far: crate::store::Far| drop(writeln!(std::io::stderr(), "{far}"));
    let walks = store.rebuild_telling(tell).await?;
    say(&format!("Computed {walks} walks anew.\n"))
}

fn say(text: &str) -> Result<()> {
    std::io::stdout()
        .write_all(text.as_bytes())
        .map_err(|error| Stop::failed(error.to_string()))
}

/// The first paragraph of clap's message, which says what is wrong; the rest is usage.
fn in_one_line(message: &str) -> String {
    let first = message.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = first.split_whitespace().collect();
    let line = words.join(" ");
    format!(
        "{} (see firsthand --help)",
        line.strip_prefix("error: ").unwrap_or(&line)
    )
}

fn log_to_standard_error() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}
