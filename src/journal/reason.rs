//! Events that say why.

use super::Event;

impl Event {
    /// The kinds of the events whose [`Event::reason`] there is.
    pub const WITH_REASON: [&'static str; 4] = ["lifted", "taken_forward", "corrected", "postponed"];

    /// Why it happened, in the words of whoever did it, where those are kept with the event.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Lifted { reason, .. }
            | Self::TakenForward { reason, .. }
            | Self::Corrected { reason, .. }
            | Self::Postponed { reason, .. } => Some(reason),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::IdeaId;

    #[test]
    fn the_kinds_are_those_that_have_a_reason() {
        let (idea, reason) = (IdeaId::new(1), "Därför".to_owned());
        let events = [
            Event::Lifted { idea, group: None, reason: reason.clone() },
            Event::TakenForward { idea, reason: reason.clone() },
            Event::Corrected {
                idea,
                from: "open".to_owned(),
                to: "closed".to_owned(),
                reason: reason.clone(),
                left: None,
            },
            Event::Postponed { idea, from: 1, to: 2, reason },
        ];

        assert_eq!(events.each_ref().map(Event::kind), Event::WITH_REASON);
        assert!(events.iter().all(|event| event.reason() == Some("Därför")));
        assert_eq!(Event::Stopped { idea }.reason(), None);
    }
}
