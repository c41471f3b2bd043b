//! Where a request stands, and the one table of what may follow.

/// What a status means for who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The office has something to do.
    Open,
    /// Somebody else has: the citizen, or who was asked outside.
    Waiting,
    /// Nothing is left to do.
    Closed,
}
kit::words!(Stage { Open = "open", Waiting = "waiting", Closed = "closed" });

impl Stage {
    /// Key of its name in filters.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "request-stage-open",
            Self::Waiting => "request-stage-waiting",
            Self::Closed => "request-stage-closed",
        }
    }

    /// The word of addresses.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Open => "aperte",
            Self::Waiting => "in-attesa",
            Self::Closed => "chiuse",
        }
    }

    /// From an address.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|stage| stage.form_word() == word)
    }
}

/// A status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// It has a number.
    Received,
    /// The office has looked at it: it is theirs, and it is one.
    Confirmed,
    /// An officer takes responsibility.
    Taken,
    /// The citizen was asked for something.
    Asked,
    /// There is a day for it.
    Planned,
    /// Somebody works on it.
    Working,
    /// Handed to somebody outside the town hall.
    Forwarded,
    /// Done.
    Solved,
    /// Answered with words.
    Answered,
    /// Somebody else's business.
    NotOurs,
    /// Nothing will be done, for a reason.
    NoAction,
    /// Another request is about the same thing.
    Duplicate,
    /// Taken back by who made it.
    Withdrawn,
}
kit::words!(Status {
    Received = "received",
    Confirmed = "confirmed",
    Taken = "taken",
    Asked = "asked",
    Planned = "planned",
    Working = "working",
    Forwarded = "forwarded",
    Solved = "solved",
    Answered = "answered",
    NotOurs = "not_ours",
    NoAction = "no_action",
    Duplicate = "duplicate",
    Withdrawn = "withdrawn",
});

/// Who makes a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mover {
    /// Somebody of the office.
    Office,
    /// Who holds the receipt.
    Citizen,
    /// The office, saying that two are one.
    Merger,
}

use Status::{Answered, Asked, Confirmed, Duplicate, Forwarded, NoAction, NotOurs, Planned, Received, Solved, Taken, Withdrawn, Working};

/// What the office may do next. The order is that of the form; the first is the step one expects.
const BY_OFFICE: &[(Status, &[Status])] = &[
    (Received, &[Taken, Confirmed, Forwarded, NotOurs, NoAction, Solved, Answered]),
    (Confirmed, &[Taken, Forwarded, NotOurs, NoAction, Solved, Answered]),
    (Taken, &[Planned, Working, Asked, Forwarded, Solved, Answered, NotOurs, NoAction]),
    (Asked, &[Taken, NoAction]),
    (Planned, &[Working, Planned, Asked, Forwarded, Solved, Answered, NoAction]),
    (Working, &[Solved, Planned, Asked, Forwarded, Answered, NoAction]),
    (Forwarded, &[Taken, Solved, Answered, NotOurs, NoAction]),
    (Solved, &[Taken]),
    (Answered, &[Taken]),
    (NotOurs, &[Taken]),
    (NoAction, &[Taken]),
    (Duplicate, &[]),
    (Withdrawn, &[]),
];

impl Status {
    /// What it means.
    pub const fn stage(self) -> Stage {
        match self {
            Self::Received | Self::Confirmed | Self::Taken | Self::Planned | Self::Working => Stage::Open,
            Self::Asked | Self::Forwarded => Stage::Waiting,
            Self::Solved | Self::Answered | Self::NotOurs | Self::NoAction | Self::Duplicate | Self::Withdrawn => Stage::Closed,
        }
    }

    /// Is nothing left to do?
    pub fn is_closed(self) -> bool {
        self.stage() == Stage::Closed
    }

    /// What may follow, by who makes the move: the one table.
    pub fn next(self, by: Mover) -> &'static [Self] {
        match by {
            Mover::Office => BY_OFFICE.iter().find(|(from, _)| *from == self).map_or(&[], |(_, to)| *to),
            // A citizen takes back what is not done, answers a question, and says that what is closed does not work.
            Mover::Citizen => match self {
                Self::Received | Self::Confirmed | Self::Taken | Self::Planned | Self::Working | Self::Forwarded => &[Withdrawn],
                Self::Asked => &[Taken, Withdrawn],
                Self::Solved | Self::Answered => &[Confirmed],
                Self::NotOurs | Self::NoAction | Self::Duplicate | Self::Withdrawn => &[],
            },
            Mover::Merger => match self.stage() {
                Stage::Open | Stage::Waiting => &[Duplicate],
                Stage::Closed => &[],
            },
        }
    }

    /// May it follow?
    pub fn may_become(self, to: Self, by: Mover) -> bool {
        self.next(by).contains(&to)
    }

    /// Must a move to it say why? No further action without a reason; what somebody else must do is said, too.
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Asked | Self::NoAction | Self::NotOurs | Self::Forwarded | Self::Solved | Self::Answered)
    }

    /// Is the text of a move to it the answer, that stands in a box of its own?
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Solved | Self::Answered | Self::NotOurs | Self::NoAction)
    }

    /// The step that one may expect next; nothing for what is closed.
    pub fn expected(self) -> Option<Self> {
        match self {
            Self::Received | Self::Confirmed | Self::Asked => Some(Taken),
            Self::Taken => Some(Planned),
            Self::Planned => Some(Working),
            Self::Working | Self::Forwarded => Some(Solved),
            _ => None,
        }
    }

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Received => "request-status-received",
            Self::Confirmed => "request-status-confirmed",
            Self::Taken => "request-status-taken",
            Self::Asked => "request-status-asked",
            Self::Planned => "request-status-planned",
            Self::Working => "request-status-working",
            Self::Forwarded => "request-status-forwarded",
            Self::Solved => "request-status-solved",
            Self::Answered => "request-status-answered",
            Self::NotOurs => "request-status-not-ours",
            Self::NoAction => "request-status-no-action",
            Self::Duplicate => "request-status-duplicate",
            Self::Withdrawn => "request-status-withdrawn",
        }
    }

    /// Its icon.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Received | Self::Confirmed => "it-mail",
            Self::Taken => "it-user",
            Self::Asked => "it-clock",
            Self::Planned => "it-calendar",
            Self::Working => "it-tool",
            Self::Forwarded => "it-external-link",
            Self::Solved | Self::Answered => "it-check-circle",
            Self::NotOurs | Self::NoAction => "it-info-circle",
            Self::Duplicate => "it-copy",
            Self::Withdrawn => "it-close-circle",
        }
    }

    /// The class of its word inside a line.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Received | Self::Confirmed => "ded-state ded-state--open",
            Self::Taken | Self::Planned | Self::Working => "ded-state ded-state--work",
            Self::Asked | Self::Forwarded => "ded-state ded-state--warn",
            Self::Solved | Self::Answered => "ded-state ded-state--done",
            Self::NotOurs | Self::NoAction | Self::Duplicate | Self::Withdrawn => "ded-state ded-state--soft",
        }
    }

    /// The class of its dot in the story.
    pub const fn dot(self) -> &'static str {
        match self {
            Self::Solved | Self::Answered => "ded-dot ded-dot--done",
            Self::Asked | Self::Forwarded => "ded-dot ded-dot--wait",
            _ => "ded-dot",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_status() -> impl Strategy<Value = Status> {
        proptest::sample::select(Status::ALL)
    }
    fn any_mover() -> impl Strategy<Value = Mover> {
        proptest::sample::select(&[Mover::Office, Mover::Citizen, Mover::Merger][..])
    }

    #[test]
    fn every_status_has_one_row() {
        for status in Status::ALL {
            assert_eq!(BY_OFFICE.iter().filter(|(from, _)| from == status).count(), 1, "{status:?}");
        }
    }

    #[test]
    fn an_open_request_can_always_be_closed_by_the_office() {
        for status in Status::ALL.iter().filter(|status| !status.is_closed()) {
            let near = status.next(Mover::Office);
            assert!(near.iter().any(|next| next.is_closed() || next.next(Mover::Office).iter().any(|far| far.is_closed())), "{status:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_happens_only_answers_and_a_citizens_no_open_what_is_closed(from in any_status(), by in any_mover(), at in 0_usize..20) {
            let Some(to) = from.next(by).get(at).copied() else { return Ok(()) };
            if from.is_closed() {
                prop_assert!(!to.is_closed());
                prop_assert!(matches!(from, Solved | Answered | NotOurs | NoAction));
                prop_assert!(by != Mover::Merger);
            }
            // Only who made it takes it back, and only a merger makes a duplicate.
            prop_assert_eq!(to == Withdrawn, by == Mover::Citizen && to == Withdrawn);
            prop_assert_eq!(to == Duplicate, by == Mover::Merger);
            prop_assert!(to != Received);
        }

        #[test]
        fn random_histories_end_where_the_table_says(steps in proptest::collection::vec((any_mover(), 0_usize..9), 0..40)) {
            let mut now = Received;
            for (by, at) in steps {
                let next = now.next(by);
                if let Some(to) = next.get(at % next.len().max(1)) {
                    prop_assert!(now.may_become(*to, by));
                    now = *to;
                }
                if matches!(now, Withdrawn | Duplicate) {
                    prop_assert!(now.next(Mover::Office).is_empty() && now.next(Mover::Citizen).is_empty());
                }
            }
        }
    }
}
