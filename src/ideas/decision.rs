//! What a group decides, from raw form to typed decision. A yes says what will happen, a partial
//! yes also what will not, a no what could change it and what the author can do instead. Pure.
//!
//! Not here: that a yes has an owner who has accepted ([`super::lifecycle`] and the table's checks).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::forms::{Ticket, optional};
use super::lifecycle::Outcome;
use crate::error::{Code, FieldErrors, Result};
use crate::kernel::text::{DecisionText, Reason};
use crate::word_enum;

word_enum! {
    /// Whose decision it is (domain 2.2).
    pub enum DecisionKind {
        /// Inside the group's own mandate.
        Own = "own",
        /// A recommendation to somebody who decides.
        Recommendation = "recommendation",
    }
}

/// A decision as it came in. Missing fields are empty.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawDecision {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// `yes`, `partly` or `no`.
    pub outcome: String,
    /// `own` or `recommendation`.
    pub kind: String,
    /// What will happen; needed for a yes.
    pub what: String,
    /// Why.
    pub reasons: String,
    /// What is not part of it, or what has to be fulfilled; needed for a partial yes.
    pub conditions: String,
    /// What would change the answer; needed for a no.
    pub would_change: String,
    /// What the author can do instead; needed for a no.
    pub instead: String,
    /// `yes` when it concerns children.
    pub concerns_children: String,
    /// What children said and how it was weighed; needed when it concerns them.
    pub children: String,
    /// Who thought otherwise, and what.
    pub dissent: String,
}

/// A decision whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Yes, to a part, or no, with what each needs.
    pub answer: Answer,
    /// Whose decision it is.
    pub kind: DecisionKind,
    /// Why.
    pub reasons: Reason,
    /// What children said and how it was weighed.
    pub children: Option<Reason>,
    /// Who thought otherwise, and what.
    pub dissent: Option<Reason>,
}

/// An answer with what it cannot do without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes {
        /// What will happen.
        what: DecisionText,
    },
    /// Yes to a part.
    Partly {
        /// What will happen.
        what: DecisionText,
        /// What will not, or what has to be fulfilled.
        conditions: Reason,
    },
    /// No.
    No {
        /// What would change the answer.
        would_change: Reason,
        /// What the author can do instead.
        instead: Reason,
    },
}

impl Answer {
    /// The answer in one word.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::Yes { .. } => Outcome::Yes,
            Self::Partly { .. } => Outcome::Partly,
            Self::No { .. } => Outcome::No,
        }
    }

    /// What will happen; nothing for a no.
    #[must_use]
    pub fn what(&self) -> &str {
        match self {
            Self::Yes { what } | Self::Partly { what, .. } => what.as_str(),
            Self::No { .. } => "",
        }
    }
}

impl RawDecision {
    /// Reads it. `young_author` makes the children's side a must (domain 2.6).
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self, young_author: bool) -> Result<Decision> {
        let mut errors = FieldErrors::default();
        let outcome = errors.choice::<Outcome>("outcome", &self.outcome);
        let kind = errors.choice::<DecisionKind>("kind", &self.kind);
        let answer = outcome.and_then(|outcome| self.parse_answer(outcome, &mut errors));
        let reasons = errors.text("reasons", Reason::parse(&self.reasons));
        let children = self.parse_children(young_author, &mut errors);
        let dissent = optional("dissent", &self.dissent, Reason::parse, &mut errors);
        let value = (|| {
            Some(Decision { answer: answer?, kind: kind?, reasons: reasons?, children: children?, dissent: dissent? })
        })();
        errors.finish(value)
    }

    fn parse_answer(&self, outcome: Outcome, errors: &mut FieldErrors) -> Option<Answer> {
        match outcome {
            Outcome::Yes => {
                let what = errors.text("what", DecisionText::parse(&self.what))?;
                Some(Answer::Yes { what })
            }
            Outcome::Partly => {
                let what = errors.text("what", DecisionText::parse(&self.what));
                let conditions = errors.text("conditions", Reason::parse(&self.conditions));
                Some(Answer::Partly { what: what?, conditions: conditions? })
            }
            Outcome::No => {
                let would_change = errors.text("would_change", Reason::parse(&self.would_change));
                let instead = errors.text("instead", Reason::parse(&self.instead));
                Some(Answer::No { would_change: would_change?, instead: instead? })
            }
        }
    }

    #[expect(clippy::option_option, reason = "the outer says whether it is right, the inner whether it was written")]
    fn parse_children(&self, young_author: bool, errors: &mut FieldErrors) -> Option<Option<Reason>> {
        match self.concerns_children.as_str() {
            "yes" => errors.text("children", Reason::parse(&self.children)).map(Some),
            "no" if young_author => errors.text("children", Reason::parse(&self.children)).map(Some),
            "no" => optional("children", &self.children, Reason::parse, errors),
            "" => {
                errors.add("concerns_children", Code::FieldNotChosen);
                None
            }
            _ => {
                errors.add("concerns_children", Code::FieldUnknownChoice);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn raw(outcome: &str) -> RawDecision {
        RawDecision {
            outcome: outcome.to_owned(),
            kind: "own".to_owned(),
            what: "Fyra lampor sätts upp före jul.".to_owned(),
            reasons: "Många har bett om ljus.".to_owned(),
            conditions: "Bara längs den norra delen.".to_owned(),
            would_change: "Om marken blir kommunens.".to_owned(),
            instead: "Fråga bostadsbolaget.".to_owned(),
            concerns_children: "no".to_owned(),
            ..RawDecision::default()
        }
    }

    fn wrong(raw: &RawDecision, young: bool) -> Vec<&'static str> {
        match raw.parse(young) {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(errors)) => errors.all().iter().map(|error| error.field).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn every_answer_carries_what_it_cannot_do_without() {
        let empty = |outcome: &str| RawDecision {
            outcome: outcome.to_owned(),
            kind: "own".to_owned(),
            concerns_children: "no".to_owned(),
            ..RawDecision::default()
        };

        assert_eq!(wrong(&empty("yes"), false), ["what", "reasons"]);
        assert_eq!(wrong(&empty("partly"), false), ["what", "conditions", "reasons"]);
        assert_eq!(wrong(&empty("no"), false), ["would_change", "instead", "reasons"]);
        for outcome in ["yes", "partly", "no"] {
            assert_eq!(raw(outcome).parse(false).unwrap().answer.outcome().as_str(), outcome);
        }
    }

    #[test]
    fn a_choice_that_was_not_made_is_told() {
        assert_eq!(wrong(&RawDecision::default(), false), ["outcome", "kind", "reasons", "concerns_children"]);
        assert_eq!(wrong(&RawDecision { kind: "best".to_owned(), ..raw("yes") }, false), ["kind"]);
    }

    #[test]
    fn what_concerns_children_says_how_they_were_heard() {
        let children = RawDecision { concerns_children: "yes".to_owned(), ..raw("yes") };

        assert_eq!(wrong(&children, false), ["children"]);
        assert_eq!(wrong(&raw("yes"), true), ["children"], "the author is a child");
        let heard = RawDecision { children: "Barnen valde platsen.".to_owned(), ..children };
        assert_eq!(heard.parse(true).unwrap().children.unwrap().as_str(), "Barnen valde platsen.");
    }
}
