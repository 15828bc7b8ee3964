//! The one road from a form, or a body of the API, to an action.

use actix_web::web::{Data, Path};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::form::{SentBack, Words};
use super::{MoveKind, idea_page};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::ideas::actions::{self, At, Moved};
use crate::ideas::decision::RawDecision;
use crate::ideas::forms::{
    RawAskOwner, RawCompletion, RawCorrection, RawForwarding, RawForwardingAnswer, RawHandOver, RawHandOverAnswer,
    RawHelp, RawInquiryAnswer, RawLift, RawMerge, RawOwnershipAnswer, RawPostponement, RawProgress, RawQuestion,
    RawStart, RawStop, RawTakeForward,
};
use crate::kernel::{Actor, Date, InquiryId};
use crate::search::Search;
use crate::town::Town;
use crate::web::{self, Form, PageResult, Visit};

/// Where a move is sent to: the idea's number, and the inquiry where one is answered.
#[derive(Debug, Clone, Deserialize)]
pub struct Place {
    /// Public number of the idea.
    pub number: String,
    /// The inquiry that is answered.
    #[serde(default)]
    pub id: Option<InquiryId>,
}

/// Who moves what, and when.
#[derive(Clone, Copy)]
pub struct Mover<'a> {
    /// The database.
    pub db: &'a Db,
    /// The town.
    pub town: &'a Town,
    /// Who.
    pub actor: &'a Actor,
    /// Where to.
    pub place: &'a Place,
}

impl Mover<'_> {
    fn today(&self) -> Date {
        self.db.clock().now().date()
    }
}

/// A raw form, or body, that asks for one move.
pub trait Move: Serialize + DeserializeOwned + Clone + Send + 'static {
    /// Which move.
    const KIND: MoveKind;

    /// Reads the words and does it.
    ///
    /// # Errors
    /// What is wrong with the words, or what the action says.
    fn take(&self, mover: &Mover<'_>) -> Result<Moved>;
}

/// Does a move: first whether the asker may at all, then the words, then the action.
///
/// # Errors
/// What the move gives.
pub fn carry_out<M: Move>(raw: &M, mover: &Mover<'_>) -> Result<Moved> {
    actions::authorise(mover.db, mover.actor, &mover.place.number, M::KIND.action())?;
    raw.take(mover)
}

/// `POST /ideas/{number}/…`, for every move. What is wrong, and what stands in the way, comes back
/// on the page of the form.
pub async fn post<M: Move>(
    visit: Visit,
    db: Data<Db>,
    search: Data<Search>,
    path: Path<Place>,
    form: Form<M>,
) -> PageResult {
    let (place, raw) = (path.into_inner(), form.0);
    let moved = {
        let (db, visit, place, raw) = (db.clone(), visit.clone(), place.clone(), raw.clone());
        web::run(move || {
            let mover = Mover { db: &db, town: &visit.town, actor: &visit.actor, place: &place };
            carry_out(&raw, &mover)
        })
        .await
    };
    match moved {
        Ok(_) => Ok(web::see_other_with(&visit, &next_page(M::KIND, &place.number), &flash_word(M::KIND))),
        Err(error) => {
            let errors = visit.again(error, &place.number)?;
            let sent = SentBack { kind: M::KIND, words: Words::of(&raw)?, errors };
            idea_page::show_again(visit, (db, search), place.number, sent).await
        }
    }
}

fn next_page(kind: MoveKind, number: &str) -> String {
    match kind {
        kind if kind.ends_at_the_idea() => format!("/ideas/{number}"),
        MoveKind::AskHelp => format!("/ideas/{number}/progress"),
        _ => format!("/ideas/{number}/desk"),
    }
}

pub(super) fn flash_word(kind: MoveKind) -> String {
    format!("desk-{kind}")
}

/// Declares a move: its raw form, its kind, and what it does with a mover.
macro_rules! moves {
    ($($raw:ident $kind:ident |$form:ident, $mover:ident, $at:ident| $work:expr;)*) => {$(
        impl Move for $raw {
            const KIND: MoveKind = MoveKind::$kind;

            fn take(&self, $mover: &Mover<'_>) -> Result<Moved> {
                let $form = self;
                let $at = &At { number: &$mover.place.number, ticket: &self.ticket };
                $work
            }
        }
    )*};
}

moves! {
    RawLift Lift |form, to, at| actions::lift(to.db, to.town, to.actor, at, &form.parse()?);
    RawTakeForward TakeForward |form, to, at| {
        actions::take_forward(to.db, to.town, to.actor, at, &form.parse(to.today())?)
    };
    RawQuestion Ask |form, to, at| actions::ask(to.db, to.town, to.actor, at, &form.parse()?);
    RawForwarding Forward |form, to, at| actions::forward(to.db, to.town, to.actor, at, &form.parse()?);
    RawInquiryAnswer AnswerInquiry |form, to, at| {
        let inquiry = to.place.id.ok_or(Error::NotFound)?;
        actions::answer_inquiry(to.db, to.town, to.actor, at, inquiry, &form.parse()?)
    };
    RawForwardingAnswer AnswerForwarding |form, to, at| {
        let inquiry = to.place.id.ok_or(Error::NotFound)?;
        actions::answer_forwarding(to.db, to.town, to.actor, at, inquiry, &form.parse()?)
    };
    RawHandOver HandOver |form, to, at| actions::offer_hand_over(to.db, to.town, to.actor, at, &form.parse()?);
    RawHandOverAnswer AnswerHandOver |form, to, at| {
        actions::answer_hand_over(to.db, to.town, to.actor, at, &form.parse()?)
    };
    RawMerge Merge |form, to, at| actions::merge(to.db, to.town, to.actor, at, &form.parse()?);
    RawDecision Decide |form, to, at| actions::decide(to.db, to.town, to.actor, at, form);
    RawAskOwner AskOwner |form, to, at| actions::ask_owner(to.db, to.town, to.actor, at, &form.parse(to.today())?);
    RawOwnershipAnswer AnswerOwnership |form, to, at| {
        actions::answer_ownership(to.db, to.town, to.actor, at, &form.parse(to.today())?)
    };
    RawStart Start |form, to, at| actions::start(to.db, to.town, to.actor, at, form.parse()?.as_ref());
    RawProgress Report |form, to, at| actions::report_progress(to.db, to.town, to.actor, at, &form.parse()?);
    RawHelp AskHelp |form, to, at| actions::ask_help(to.db, to.actor, at, &form.parse()?);
    RawCompletion Complete |form, to, at| actions::complete(to.db, to.town, to.actor, at, &form.parse()?);
    RawPostponement Postpone |form, to, at| actions::postpone(to.db, to.town, to.actor, at, &form.parse()?);
    RawStop Stop |form, to, at| actions::stop(to.db, to.town, to.actor, at, &form.parse()?);
    RawCorrection Correct |form, to, at| actions::correct(to.db, to.town, to.actor, at, &form.parse()?);
}
