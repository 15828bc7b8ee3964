//! Moderators and reports, as they are met over HTTP.

mod api;
mod comments;
mod ideas;
mod queue;
mod reports;
mod right_group;
mod visibility;

use diesel::prelude::*;
use medskapa::db::schema::{appeals, comments as rows, ideas as idea_rows, people};
use medskapa::ideas::lifecycle::State;
use medskapa::kernel::{CommentId, PersonId};

use crate::support::{Client, Staged, TestApp};

/// Most statements for one page, with the one that looks up who asks.
const MOST_STATEMENTS: u64 = 6;

/// A comment that waits for a moderator.
fn waiting_comment(app: &TestApp, idea: &Staged, author: &Client, body: &str) -> CommentId {
    app.write(|tx| {
        Ok(diesel::insert_into(rows::table)
            .values((
                rows::idea_id.eq(idea.id),
                rows::kind.eq("for"),
                rows::state.eq("waiting"),
                rows::body.eq(body),
                rows::language.eq("sv"),
                rows::author_id.eq(author.id()),
                rows::author_name.eq(author.name()),
                rows::created_at.eq(tx.now),
            ))
            .returning(rows::id)
            .get_result(tx.conn)?)
    })
}

/// Makes somebody the author of an idea.
fn give_to(app: &TestApp, idea: &Staged, author: &Client) {
    app.write(|tx| {
        let this = idea_rows::table.filter(idea_rows::id.eq(idea.id));
        diesel::update(this).set(idea_rows::author_id.eq(author.id())).execute(tx.conn)?;
        Ok(())
    });
}

/// Lets somebody read in English.
fn reads_english(app: &TestApp, person: PersonId) {
    app.write(|tx| {
        diesel::update(people::table.filter(people::id.eq(person))).set(people::locale.eq("en")).execute(tx.conn)?;
        Ok(())
    });
}

/// An idea that Bo refused and whose author wants it judged again.
fn appealed(app: &TestApp) -> Staged {
    let idea = app.idea_in(State::Refused);
    app.write(|tx| {
        diesel::insert_into(appeals::table)
            .values((
                appeals::idea_id.eq(idea.id),
                appeals::reason.eq("Jag menade ingen särskild."),
                appeals::first_moderator.eq(idea.moderator.id()),
                appeals::at.eq(tx.now),
            ))
            .execute(tx.conn)?;
        diesel::update(idea_rows::table.filter(idea_rows::id.eq(idea.id)))
            .set((idea_rows::state.eq(State::Screening), idea_rows::due_on.eq(Some(tx.now.date().plus_days(5)))))
            .execute(tx.conn)?;
        Ok(())
    });
    idea
}

/// Statements that a request costs.
fn cost(app: &TestApp, request: impl FnOnce()) -> u64 {
    let before = app.db.statements();
    request();
    app.db.statements() - before
}
