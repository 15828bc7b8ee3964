//! The program: parse the command line, run one command, turn its result into an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    medskapa::cli::run()
}
