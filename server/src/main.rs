//! The `firsthand` command.

use std::process::ExitCode;

use server::commands;

#[tokio::main]
async fn main() -> ExitCode {
    commands::run().await
}
