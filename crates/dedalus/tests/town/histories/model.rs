//! The desk as simply as it can be said: lists of requests, receipts and followers, and the rules in their own words. Written from
//! the specification, never from the code.

use std::collections::{BTreeMap, BTreeSet};

pub type Who = usize;
/// Two citizens with accounts; a third, Carla, has none.
pub const NAMES: [&str; 2] = ["anna", "bruno"];

/// Where a request stands, in the words of the forms.
pub type Status = &'static str;

pub const ALL: [Status; 13] = [
    "received",
    "confirmed",
    "taken",
    "asked",
    "planned",
    "working",
    "forwarded",
    "solved",
    "answered",
    "not_ours",
    "no_action",
    "duplicate",
    "withdrawn",
];
/// What closes a request with an answer.
const ANSWERS: [Status; 4] = ["solved", "answered", "not_ours", "no_action"];

pub fn is_answer(status: Status) -> bool {
    ANSWERS.contains(&status)
}

pub fn is_closed(status: Status) -> bool {
    is_answer(status) || matches!(status, "duplicate" | "withdrawn")
}

pub fn needs_words(status: Status) -> bool {
    is_answer(status) || matches!(status, "asked" | "forwarded")
}

/// May the office make this move?
pub fn office_may(from: Status, to: Status) -> bool {
    let next: &[Status] = match from {
        "received" => &["taken", "confirmed", "forwarded", "not_ours", "no_action", "solved", "answered"],
        "confirmed" => &["taken", "forwarded", "not_ours", "no_action", "solved", "answered"],
        "taken" => &["planned", "working", "asked", "forwarded", "solved", "answered", "not_ours", "no_action"],
        "asked" => &["taken", "no_action"],
        "planned" => &["working", "planned", "asked", "forwarded", "solved", "answered", "no_action"],
        "working" => &["solved", "planned", "asked", "forwarded", "answered", "no_action"],
        "forwarded" => &["taken", "solved", "answered", "not_ours", "no_action"],
        "solved" | "answered" | "not_ours" | "no_action" => &["taken"],
        _ => &[],
    };
    next.contains(&to)
}

#[derive(Debug, Clone)]
pub struct Comment {
    pub words: String,
    pub hidden: bool,
}

#[derive(Debug, Clone)]
pub struct Request {
    pub number: String,
    pub is_report: bool,
    /// Others may write below it.
    pub talk: bool,
    pub office: usize,
    pub title: String,
    pub body: String,
    pub author: Option<Who>,
    pub status: Status,
    pub before: Option<Status>,
    pub into: Option<usize>,
    pub private: bool,
    pub hidden: bool,
    pub answer: Option<String>,
    /// What the office wrote for itself.
    pub notes: Vec<String>,
    pub comments: Vec<Comment>,
    /// The day it was closed, and whether it was asked then if it is really solved.
    pub closed: Option<i64>,
    pub asked: bool,
}

#[derive(Debug, Clone)]
pub struct Receipt {
    pub number: String,
    /// Where its holder reads the receipt.
    pub path: String,
    pub of: usize,
    pub first: bool,
    pub who: Option<Who>,
    pub email: String,
    pub follows: bool,
    pub rated: bool,
    pub works: Option<bool>,
}

/// Who hears of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Holders,
    Everybody,
    Answer,
}

#[derive(Debug, Clone, Default)]
pub struct World {
    pub requests: Vec<Request>,
    pub receipts: Vec<Receipt>,
    pub follows: BTreeSet<(Who, usize)>,
    /// The last number of each letter and year.
    pub series: BTreeMap<(char, i16), i64>,
    /// Letters that must have gone: mailbox and the page they lead to.
    pub letters: Vec<(String, String)>,
    pub day: i64,
    pub year: i16,
}

impl World {
    pub fn is_public(&self, at: usize) -> bool {
        !self.requests[at].private && !self.requests[at].hidden
    }

    pub fn holds(&self, who: Who, at: usize) -> bool {
        self.receipts.iter().any(|receipt| receipt.of == at && receipt.who == Some(who))
    }

    pub fn reads(&self, who: Option<Who>, at: usize) -> bool {
        self.is_public(at) || who.is_some_and(|who| self.requests[at].author == Some(who) || self.holds(who, at))
    }

    /// The request that is answered for this one.
    pub fn main(&self, mut at: usize) -> usize {
        while let Some(into) = self.requests[at].into {
            at = into;
        }
        at
    }

    /// A request and all that are the same, however far.
    fn family(&self, at: usize) -> Vec<usize> {
        let leads = |mut one: usize| {
            while one != at {
                match self.requests[one].into {
                    Some(into) => one = into,
                    None => return false,
                }
            }
            true
        };
        (0..self.requests.len()).filter(|one| leads(*one)).collect()
    }

    pub fn is_shared(&self, at: usize) -> bool {
        self.receipts.iter().any(|receipt| receipt.of == at && !receipt.first) || self.requests.iter().any(|one| one.into == Some(at))
    }

    /// Writes down who must get a letter.
    pub fn tell(&mut self, at: usize, heard: Heard, by: Option<Who>, but_mailbox: Option<&str>) {
        let (family, public) = (self.family(at), self.is_public(at));
        let mut told: Vec<(String, String)> = Vec::new();
        for receipt in self.receipts.iter().filter(|receipt| receipt.follows && !receipt.email.is_empty() && family.contains(&receipt.of)) {
            let wide = public || heard == Heard::Answer;
            let did_it = receipt.who.is_some() && receipt.who == by;
            if !did_it && (receipt.of == at || wide) {
                told.push((receipt.email.clone(), format!("{}/segnalazione", receipt.path)));
            }
        }
        if public && heard != Heard::Holders {
            for who in 0..NAMES.len() {
                let follows = family.iter().any(|one| {
                    let silent = |receipt: &Receipt| {
                        receipt.who == Some(who) && family.contains(&receipt.of) && (receipt.follows || receipt.of == *one)
                    };
                    self.follows.contains(&(who, *one)) && !self.receipts.iter().any(silent)
                });
                if follows && by != Some(who) {
                    told.push((mailbox(who), format!("/segnalazioni/{}", self.requests[at].number)));
                }
            }
        }
        self.letters.extend(told.into_iter().filter(|(to, _)| but_mailbox != Some(to.as_str())));
    }

    /// A status by the office or the citizen.
    pub fn set(&mut self, at: usize, to: Status) {
        let day = self.day;
        let request = &mut self.requests[at];
        request.status = to;
        request.closed = is_closed(to).then_some(day);
        request.asked = false;
    }

    /// May the holder say now whether it still works?
    pub fn is_asked(&self, receipt: usize) -> bool {
        let receipt = &self.receipts[receipt];
        let at = self.main(receipt.of);
        let main = &self.requests[at];
        let since = main.closed.map(|closed| self.day - closed);
        main.status == "solved"
            && main.is_report
            && (receipt.of == at || self.is_public(at))
            && receipt.works.is_none()
            && since.is_some_and(|since| (28..56).contains(&since))
    }

    /// No: open again, and whoever said otherwise is asked anew another time.
    pub fn reopen(&mut self, at: usize) {
        self.set(at, "confirmed");
        let family = self.family(at);
        for receipt in self.receipts.iter_mut().filter(|receipt| family.contains(&receipt.of)) {
            receipt.works = None;
        }
    }

    /// May one be said to be the same as the other?
    pub fn may_merge(&self, one: usize, other: usize) -> bool {
        !is_closed(self.requests[one].status)
            && self.main(other) != one
            && self.requests[other].status != "withdrawn"
            && (self.is_public(other) || !self.is_public(one))
    }

    /// The number that the next receipt of a channel must have.
    pub fn next_number(&mut self, letter: char) -> String {
        let last = self.series.entry((letter, self.year)).or_insert(0);
        *last += 1;
        format!("{letter}-{}-{last:04}", self.year)
    }
}

pub fn mailbox(who: Who) -> String {
    format!("{}@example.org", NAMES[who])
}
