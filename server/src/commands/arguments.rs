//! The command line.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use clap::{Args, Parser, Subcommand};

use jiff::civil::Date;

use crate::viewer::Role;

/// Leaders walk their own services; teams answer; boards read one page a month.
#[derive(Debug, Parser)]
#[command(name = "firsthand", version, arg_required_else_help = false)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Serve an organisation.
    Serve(Serve),
    /// Serve a made-up organisation with a year behind it.
    Demo(Demo),
    /// Make an organisation, and invite its first administrator.
    Init(Init),
    /// Invite a person, or invite one again.
    Invite(Invite),
    /// Set up how an organisation's people sign in: by its own provider, by passkeys, or both.
    Sso(Sso),
    /// Take services and tasks from a file.
    #[command(subcommand)]
    Import(Import),
    /// Erase people whose time has come, or one person now; hold an erasure, or lift the hold.
    Erase(Erase),
    /// Look at an installation the way a security officer would, and say what is wrong
    Doctor(Doctor),
    /// Print what was done in an organisation, one line of JSON each, oldest first.
    Audit(Audit),
    /// Compute all that is computed from the walks anew.
    Rebuild(Place),
    /// Check that every published month is what was published: in a store, in a backup, or one in a file. Changes nothing.
    Verify(Verify),
}

/// Where the data is; for a command that only looks, it has to be there.
#[derive(Clone, Debug, Args)]
pub(super) struct Place {
    /// The folder of the data; it is made when it is not there, except by what only looks
    #[arg(long, value_name = "DIR", required_unless_present = "database")]
    pub(super) data: Option<PathBuf>,
    /// A PostgreSQL database instead: postgres://USER:PASSWORD@HOST/NAME
    #[arg(
        long,
        value_name = "URL",
        env = "FIRSTHAND_DATABASE",
        hide_env_values = true
    )]
    pub(super) database: Option<String>,
}

/// How to serve.
#[derive(Clone, Debug, Args)]
pub(super) struct Listen {
    /// The address to listen at; port 0 picks a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:3000")]
    pub(super) listen: SocketAddr,
    /// Where people reach the server, such as https://firsthand.example
    #[arg(long, value_name = "URL", env = "FIRSTHAND_BASE_URL", value_parser = base_url)]
    pub(super) base_url: Option<String>,
    /// The built site; without it, `site` beside the program or one folder up
    #[arg(long, value_name = "DIR", env = "FIRSTHAND_SITE")]
    pub(super) site: Option<PathBuf>,
    /// The address of a proxy before this server, which says where requests come from; may be said again
    #[arg(long, value_name = "ADDR")]
    pub(super) trusted_proxy: Vec<IpAddr>,
    /// Where to report a weakness: mailto:... or https://..., shown at /.well-known/security.txt
    #[arg(long, value_name = "URI", env = "FIRSTHAND_SECURITY_CONTACT", value_parser = contact)]
    pub(super) security_contact: Option<String>,
    /// The mail server: smtps://USER:PASSWORD@HOST, or smtp://...?tls=required; without it no mail is sent
    #[arg(
        long,
        value_name = "URL",
        env = "FIRSTHAND_SMTP",
        hide_env_values = true,
        requires = "mail_from"
    )]
    pub(super) smtp: Option<String>,
    /// Who mail comes from, such as firsthand@council.example
    #[arg(long, value_name = "ADDRESS", env = "FIRSTHAND_MAIL_FROM")]
    pub(super) mail_from: Option<String>,
    /// Take the app's own copies off people's phones: the way out of a faulty service worker
    #[arg(long)]
    pub(super) no_worker: bool,
}

/// Where erasures are written down, so that they are done again on a backup that is brought back.
#[derive(Clone, Debug, Args)]
pub(super) struct Erasures {
    /// The journal of erasures, a file that no backup brings back; erasures.jsonl in the folder of the data otherwise
    #[arg(long, value_name = "FILE", env = "FIRSTHAND_ERASURES")]
    pub(super) erasures: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Erase {
    #[command(flatten)]
    pub(super) place: Place,
    #[command(flatten)]
    pub(super) erasures: Erasures,
    /// Everybody who asked for it seven days ago or longer
    #[arg(long, required_unless_present = "person", conflicts_with = "person")]
    pub(super) due: bool,
    /// This person, now, whether they asked or not
    #[arg(long, value_name = "ID")]
    pub(super) person: Option<String>,
    /// Do not erase: hold the person's erasure until it is lifted, because something has to be kept
    #[arg(long, requires = "person", conflicts_with = "release")]
    pub(super) hold: bool,
    /// Do not erase: lift the hold
    #[arg(long, requires = "person")]
    pub(super) release: bool,
}

#[derive(Debug, Args)]
pub(super) struct Audit {
    #[command(flatten)]
    pub(super) place: Place,
    /// The organisation's id
    #[arg(long, value_name = "ID")]
    pub(super) organisation: String,
    /// Only what was done since the beginning of this day (UTC), such as 2026-06-15
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<Date>,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// The folder of the data, or one file of it such as a backup
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// A PostgreSQL database instead: postgres://USER:PASSWORD@HOST/NAME
    #[arg(
        long,
        value_name = "URL",
        env = "FIRSTHAND_DATABASE",
        hide_env_values = true,
        conflicts_with = "data"
    )]
    pub(super) database: Option<String>,
    /// A published month as it was saved from its page; with --data or --database, it must be in there too
    #[arg(long, value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    /// The public key that everything must be signed with, as /.well-known/firsthand-keys.json has it
    #[arg(long, value_name = "HEX", value_parser = public_key)]
    pub(super) key: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) place: Place,
    #[command(flatten)]
    pub(super) erasures: Erasures,
    #[command(flatten)]
    pub(super) listen: Listen,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// The folder of the demonstration; it is made when it is not there
    #[arg(long, value_name = "DIR", default_value = "firsthand-demo")]
    pub(super) data: PathBuf,
    #[command(flatten)]
    pub(super) listen: Listen,
    /// Say in one line of JSON where it is and who can sign in
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    #[command(flatten)]
    pub(super) place: Place,
    /// What the organisation is called, in English
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(super) name: String,
    /// What it is called in Welsh
    #[arg(long, value_name = "NAME", default_value = "")]
    pub(super) name_cy: String,
    /// A short id for it; made from the name otherwise
    #[arg(long, value_name = "ID", value_parser = short_id)]
    pub(super) id: Option<String>,
    /// The zone its months are counted in
    #[arg(long, value_name = "ZONE", default_value = "Europe/London", value_parser = time_zone)]
    pub(super) time_zone: String,
    /// The name of its first administrator
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(super) admin: String,
    /// Where people will reach the server
    #[arg(long, value_name = "URL", env = "FIRSTHAND_BASE_URL", value_parser = base_url, default_value = HERE)]
    pub(super) base_url: String,
}

#[derive(Debug, Args)]
pub(super) struct Invite {
    #[command(flatten)]
    pub(super) place: Place,
    /// The organisation's id
    #[arg(long, value_name = "ID")]
    pub(super) organisation: String,
    /// The person's name; somebody of that name in the organisation is invited again
    #[arg(long, value_name = "NAME", value_parser = named, required_unless_present = "person")]
    pub(super) name: Option<String>,
    /// The id of somebody who is here already, instead of a name
    #[arg(long, value_name = "ID", conflicts_with = "name")]
    pub(super) person: Option<String>,
    /// What a new person may do, with commas between: leader, service_team, board, secretary, administrator
    #[arg(long, value_name = "ROLES", value_delimiter = ',', value_parser = role)]
    pub(super) roles: Vec<Role>,
    /// What somebody who is here already may do besides
    #[arg(long, value_name = "ROLES", value_delimiter = ',', value_parser = role, conflicts_with = "roles")]
    pub(super) add_roles: Vec<Role>,
    /// The ids of the services a new person answers for, with commas between
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(super) services: Vec<String>,
    /// A new person's job
    #[arg(long, value_name = "TITLE", default_value = "")]
    pub(super) title: String,
    /// Their passkey works even where single sign-on is the only way in: for the day it fails
    #[arg(long)]
    pub(super) break_glass: bool,
    /// Where people reach the server
    #[arg(long, value_name = "URL", env = "FIRSTHAND_BASE_URL", value_parser = base_url, default_value = HERE)]
    pub(super) base_url: String,
}

#[derive(Debug, Args)]
pub(super) struct Sso {
    #[command(flatten)]
    pub(super) place: Place,
    /// The organisation's id
    #[arg(long, value_name = "ID")]
    pub(super) organisation: String,
    /// The address of the provider, as it says it itself
    #[arg(long, value_name = "URL", value_parser = said)]
    pub(super) issuer: Option<String>,
    /// What the provider calls this installation
    #[arg(long, value_name = "ID", value_parser = said)]
    pub(super) client_id: Option<String>,
    /// A file with the secret the provider gave
    #[arg(long, value_name = "FILE")]
    pub(super) client_secret_file: Option<PathBuf>,
    /// The only tenant whose people are let in (Entra ID: the directory's id)
    #[arg(long, value_name = "ID", value_parser = said)]
    pub(super) tenant: Option<String>,
    /// Let people in only when the provider says this of how they signed in (`acr`)
    #[arg(long, value_name = "VALUE", value_parser = said)]
    pub(super) require_acr: Option<String>,
    /// Let people in only when they signed in by this among others (`amr`), such as mfa
    #[arg(long, value_name = "VALUE", value_parser = said)]
    pub(super) require_amr: Option<String>,
    #[command(flatten)]
    pub(super) way: SsoWay,
    /// Where people reach the server
    #[arg(long, value_name = "URL", env = "FIRSTHAND_BASE_URL", value_parser = base_url, default_value = HERE)]
    pub(super) base_url: String,
}

/// How people sign in.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct SsoWay {
    /// The provider is the only way in
    #[arg(long)]
    pub(super) only: bool,
    /// The provider and passkeys (as without any of these)
    #[arg(long)]
    pub(super) either: bool,
    /// Passkeys alone; the provider's secret is forgotten
    #[arg(long)]
    pub(super) off: bool,
}

#[derive(Debug, Args)]
pub(super) struct Doctor {
    #[command(flatten)]
    pub(super) place: Place,
    /// Where people reach the server
    #[arg(long, value_name = "URL", env = "FIRSTHAND_BASE_URL", value_parser = base_url)]
    pub(super) base_url: String,
}

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    /// Services and tasks from a JSON or CSV file; changes nothing unless all of it is right
    Tasks(ImportTasks),
}

#[derive(Debug, Args)]
pub(super) struct ImportTasks {
    /// A .json or .csv file, as docs/importing.md says
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) place: Place,
    /// The organisation's id
    #[arg(long, value_name = "ID")]
    pub(super) organisation: String,
}

/// By name: passkeys are for names, not for addresses.
const HERE: &str = "http://localhost:3000";

fn base_url(text: &str) -> Result<String, String> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let host = rest.unwrap_or_default().trim_end_matches('/');
    if host.is_empty() || host.contains(['/', '?', '#', ' ', '@']) {
        return Err("it must be http:// or https:// and a host, with nothing after it".to_owned());
    }
    Ok(text.trim_end_matches('/').to_owned())
}

fn public_key(text: &str) -> Result<String, String> {
    let key = text.to_ascii_lowercase();
    let said = "it is no public key: 64 digits, as /.well-known/firsthand-keys.json has it";
    crate::record::is_key(&key)
        .then_some(key)
        .ok_or_else(|| said.to_owned())
}

fn contact(text: &str) -> Result<String, String> {
    let one_line = !text.contains(|letter: char| letter.is_control() || letter.is_whitespace());
    if one_line && (text.starts_with("mailto:") || text.starts_with("https://")) {
        Ok(text.to_owned())
    } else {
        Err("it must be mailto: and an address, or an address that starts with https://".to_owned())
    }
}

fn said(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        Err("it is empty".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

fn named(text: &str) -> Result<String, String> {
    said(&app::name::clean(text))
}

fn short_id(text: &str) -> Result<String, String> {
    if crate::import::is_short_id(text) {
        Ok(text.to_owned())
    } else {
        Err("use small letters, digits and dashes, 60 at most".to_owned())
    }
}

fn time_zone(text: &str) -> Result<String, String> {
    jiff::tz::TimeZone::get(text)
        .map(|_| text.to_owned())
        .map_err(|_| "there is no such zone".to_owned())
}

fn role(text: &str) -> Result<Role, String> {
    let known = Role::ALL.map(Role::code).join(", ");
    Role::from_code(text).ok_or_else(|| format!("the roles are {known}"))
}
