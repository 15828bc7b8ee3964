//! The life cycle as a table for `docs/generated/lifecycle.md`.

use std::fmt::Write as _;

use super::{CommandKind, Facts, State, decide};
use crate::kernel::Date;
use crate::town::Clocks;

/// The days in words. Who asks somebody chooses the day, within a limit.
fn days_until_due(kind: CommandKind, due_on: Option<Date>, today: Date) -> String {
    if kind == CommandKind::Ask {
        return format!("at most {}", Clocks::default().asking_days);
    }
    if kind == CommandKind::Forward {
        return format!("at most {}", Clocks::default().forwarding_days);
    }
    if kind == CommandKind::Postpone {
        return format!("at most {}", super::rules::MOST_DAYS_PUT_OFF);
    }
    due_on.map_or_else(|| "–".to_owned(), |due| due.days_since(today).to_string())
}

/// The whole table: each state, each command that can lead on from it, and where to.
#[must_use]
pub fn markdown() -> String {
    let today = Date::from_civil(jiff::civil::Date::constant(2026, 1, 1));
    let mut page = String::from(
        "# The life cycle of an idea\n\nWritten by the program from `src/ideas/lifecycle`; a test compares. \
         A command that is not named for a state is refused there.\n\n| from | command | to | days until the next step is due |\n|---|---|---|---|\n",
    );
    for state in State::ALL {
        for kind in CommandKind::ALL {
            let facts = Facts::most_favourable();
            if let Ok(change) = decide(*state, kind.example_on(today), &facts, &Clocks::default(), today) {
                let days = days_until_due(*kind, change.due_on, today);
                let _infallible = writeln!(page, "| {state} | {kind} | {} | {days} |", change.next);
            }
        }
    }
    page.push_str("\n| state | public | ended | taken to the group's desk | takes comments |\n|---|:-:|:-:|:-:|:-:|\n");
    let mark = |yes: bool| if yes { "✓" } else { "" };
    for state in State::ALL {
        let _infallible = writeln!(
            page,
            "| {state} | {} | {} | {} | {} |",
            mark(state.is_public()),
            mark(state.is_final()),
            mark(state.is_with_group()),
            mark(state.takes_comments())
        );
    }
    page
}
