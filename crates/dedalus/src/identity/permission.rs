//! Who may do what: one table. Every route names its act, the guard in `route.rs` asks this table before the handler
//! runs, administration shows it, and a test walks through all of it over HTTP.
//!
//! The table says which *sort* of person may try. Which row of the database it may be done to is the query's business
//! ("own" below): somebody else's post, another office's inbox are not found.

use super::role::Role;

/// A column of the table. A person stands in several: whoever holds a role is registered, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// Anybody, without an account.
    Visitor,
    /// With an account.
    Registered,
    /// Known by name: SPID, CIE, or a document shown at the counter.
    Verified,
    /// Works at the counter.
    Operator,
    /// Is responsible for cases.
    Officer,
    /// Heads an office.
    Manager,
    /// Mayor, assessore.
    Administrator,
    /// Speaks for an institutional page.
    Editor,
    /// Watches over personal data (GDPR art. 37–39).
    Privacy,
    /// Keeps the system.
    System,
}

impl Party {
    /// The columns in their order.
    pub const ALL: [Self; 10] = [
        Self::Visitor,
        Self::Registered,
        Self::Verified,
        Self::Operator,
        Self::Officer,
        Self::Manager,
        Self::Administrator,
        Self::Editor,
        Self::Privacy,
        Self::System,
    ];

    /// Key of the column's head in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Visitor => "party-visitor",
            Self::Registered => "party-registered",
            Self::Verified => "party-verified",
            Self::Operator => "role-operator",
            Self::Officer => "role-officer",
            Self::Manager => "role-manager",
            Self::Administrator => "role-administrator",
            Self::Editor => "role-editor",
            Self::Privacy => "role-privacy",
            Self::System => "role-system",
        }
    }

    /// Is it one of the staff's columns?
    pub const fn is_staff(self) -> bool {
        !matches!(self, Self::Visitor | Self::Registered | Self::Verified)
    }
}

impl From<Role> for Party {
    fn from(role: Role) -> Self {
        match role {
            Role::Operator => Self::Operator,
            Role::Officer => Self::Officer,
            Role::Manager => Self::Manager,
            Role::Administrator => Self::Administrator,
            Role::Editor => Self::Editor,
            Role::Privacy => Self::Privacy,
            Role::System => Self::System,
        }
    }
}

/// A cell of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Not at all.
    No,
    /// To one's own: account, post, page, office.
    Own,
    /// After breaking the glass, with a reason, for a while.
    Glass,
    /// To everything.
    All,
}

impl Reach {
    /// Key of the cell's word in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::No => "reach-no",
            Self::Own => "reach-own",
            Self::Glass => "reach-glass",
            Self::All => "reach-all",
        }
    }
}

/// Something one may do. Every route has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// Read what is public.
    Read,
    /// Sign up, sign in, ask for a new password.
    Enter,
    /// Say without an account: a language, whether a page is clear.
    Opine,
    /// Say that something breaks a rule, with an account or without (DSA art. 16 par. 1).
    Report,
    /// Write, answer, change and take back what is one's own.
    Speak,
    /// One's own account: profile, devices, consents.
    KeepAccount,
    /// What opens the account, takes its data along, or ends it.
    GuardAccount,
    /// The office's pages.
    WorkInside,
    /// Say that one is away, and who stands in.
    SetAbsence,
    /// Check a document at the counter.
    VerifyPerson,
    /// Decide when two accounts show one fiscal code.
    DecideIdentity,
    /// Read what is reported, decide about it, look again at what somebody else decided.
    Moderate,
    /// Where notices go for who chose nothing.
    KeepNotices,
    /// Words that hold a text back, and how much new accounts may write.
    KeepModerationRules,
    /// Read and release what an editor wrote for a page with the two-person rule.
    ReleasePost,
    /// Change an office's hours, contacts, and people.
    KeepOffice,
    /// See who has an account, invite, suspend.
    KeepPeople,
    /// Give and end roles.
    GrantRoles,
    /// Make and close offices.
    KeepOffices,
    /// Make and close institutional pages, choose their editors.
    KeepPages,
    /// Close communities, and open them again.
    KeepCommunities,
    /// Providers of identity and the directory.
    KeepProviders,
    /// Jobs, mail, disk.
    KeepSystem,
    /// What people say of the pages.
    ReadClarity,
    /// Who did what.
    ReadAudit,
    /// The register of processing.
    ReadProcessing,
    /// What is confidential about a person.
    ReadConfidential,
    /// Break the glass.
    BreakGlass,
    /// Non-working days and terms that follow from them.
    KeepCalendar,
    /// Boundary, streets and civic numbers, the map's tiles.
    KeepTerritory,
    /// Cards of services, their standards and versions.
    KeepServices,
    /// Categories of requests, their questions and rules; keys of Open311.
    KeepDesk,
    /// The requests and bookings of one's office; enter them for somebody at the counter.
    WorkDesk,
    /// Where, when and how one books.
    KeepBookings,
    /// An address with a credential of its own: cookies do not count there.
    UseOwnCredential,
}

/// A row of the table.
pub struct Rule {
    /// What.
    pub act: Act,
    /// Key of its words in the language files.
    pub key: &'static str,
    /// Must the person have proved to be it in the last minutes?
    pub fresh: bool,
    /// The cells, in the order of [`Party::ALL`].
    pub cells: [Reach; 10],
}

const N: Reach = Reach::No;
const O: Reach = Reach::Own;
const G: Reach = Reach::Glass;
const A: Reach = Reach::All;

const fn rule(act: Act, key: &'static str, cells: [Reach; 10]) -> Rule {
    Rule { act, key, fresh: false, cells }
}

/// The same, and the person must have proved to be it in the last minutes.
const fn fresh(act: Act, key: &'static str, cells: [Reach; 10]) -> Rule {
    Rule { act, key, fresh: true, cells }
}

/// The table.
#[rustfmt::skip]
pub const TABLE: [Rule; 35] = [
    //                                                           Visitor
    //                                                           │  Registered
    //                                                           │  │  Verified
    //                                                           │  │  │  Operator
    //                                                           │  │  │  │  Officer
    //                                                           │  │  │  │  │  Manager
    //                                                           │  │  │  │  │  │  Administrator
    //                                                           │  │  │  │  │  │  │  Editor
    //                                                           │  │  │  │  │  │  │  │  Privacy
    //                                                           │  │  │  │  │  │  │  │  │  System
    rule(Act::Read,             "act-read",                     [A, A, A, A, A, A, A, A, A, A]),
    rule(Act::Enter,            "act-enter",                    [A, A, A, A, A, A, A, A, A, A]),
    rule(Act::Opine,            "act-opine",                    [A, A, A, A, A, A, A, A, A, A]),
    rule(Act::Report,           "act-report",                   [A, A, A, A, A, A, A, A, A, A]),
    rule(Act::Speak,            "act-speak",                    [N, O, O, O, O, O, O, O, O, O]),
    rule(Act::KeepAccount,      "act-keep-account",             [N, O, O, O, O, O, O, O, O, O]),
    fresh(Act::GuardAccount,    "act-guard-account",            [N, O, O, O, O, O, O, O, O, O]),
    rule(Act::WorkInside,       "act-work-inside",              [N, N, N, A, A, A, A, A, A, A]),
    rule(Act::SetAbsence,       "act-set-absence",              [N, N, N, O, O, O, O, O, O, O]),
    rule(Act::VerifyPerson,     "act-verify-person",            [N, N, N, A, A, A, N, N, N, N]),
    fresh(Act::DecideIdentity,  "act-decide-identity",          [N, N, N, N, N, A, N, N, N, N]),
    rule(Act::ReleasePost,      "act-release-post",             [N, N, N, N, N, N, N, O, N, N]),
    rule(Act::Moderate,         "act-moderate",                 [N, N, N, A, A, A, N, N, N, N]),
    rule(Act::KeepModerationRules, "act-keep-moderation-rules", [N, N, N, N, N, A, N, N, N, A]),
    rule(Act::KeepOffice,       "act-keep-office",              [N, N, N, N, N, O, N, N, N, A]),
    rule(Act::KeepPeople,       "act-keep-people",              [N, N, N, N, N, N, N, N, N, A]),
    fresh(Act::GrantRoles,      "act-grant-roles",              [N, N, N, N, N, N, N, N, N, A]),
    rule(Act::KeepOffices,      "act-keep-offices",             [N, N, N, N, N, N, N, N, N, A]),
    rule(Act::KeepPages,        "act-keep-pages",               [N, N, N, N, N, N, N, N, N, A]),
    rule(Act::KeepCommunities,  "act-keep-communities",         [N, N, N, A, N, N, N, N, N, A]),
    rule(Act::KeepNotices,      "act-keep-notices",             [N, N, N, N, N, N, N, N, N, A]),
    fresh(Act::KeepProviders,   "act-keep-providers",           [N, N, N, N, N, N, N, N, N, A]),
    rule(Act::KeepSystem,       "act-keep-system",              [N, N, N, N, N, N, N, N, N, A]),
    rule(Act::ReadClarity,      "act-read-clarity",             [N, N, N, N, N, A, A, N, N, A]),
    rule(Act::ReadAudit,        "act-read-audit",               [N, N, N, N, N, N, N, N, A, A]),
    rule(Act::ReadProcessing,   "act-read-processing",          [N, N, N, N, N, N, N, N, A, A]),
    rule(Act::ReadConfidential, "act-read-confidential",        [N, N, N, N, N, N, N, N, A, G]),
    fresh(Act::BreakGlass,      "act-break-glass",              [N, N, N, N, N, N, N, N, N, A]),
    rule(Act::KeepCalendar,     "act-keep-calendar",            [N, N, N, N, N, A, N, N, N, A]),
    rule(Act::KeepTerritory,    "act-keep-territory",           [N, N, N, N, N, N, N, N, N, A]),
    rule(Act::KeepServices,     "act-keep-services",            [N, N, N, N, N, O, N, N, N, A]),
    rule(Act::KeepDesk,         "act-keep-desk",                [N, N, N, N, N, O, N, N, N, A]),
    rule(Act::WorkDesk,         "act-work-desk",                [N, N, N, O, O, O, N, N, N, N]),
    rule(Act::KeepBookings,     "act-keep-bookings",            [N, N, N, N, N, O, N, N, N, A]),
    rule(Act::UseOwnCredential, "act-use-own-credential",       [A, A, A, A, A, A, A, A, A, A]),
];

impl Act {
    /// Its row. Every act has one: a test counts them.
    pub fn rule(self) -> &'static Rule {
        TABLE.iter().find(|rule| rule.act == self).unwrap_or(&MISSING)
    }

    /// The cell of a party.
    pub fn reach(self, party: Party) -> Reach {
        let column = Party::ALL.iter().position(|known| *known == party);
        column.and_then(|column| self.rule().cells.get(column)).copied().unwrap_or(Reach::No)
    }

    /// Is it for the staff alone?
    pub fn is_for_staff(self) -> bool {
        [Party::Visitor, Party::Registered, Party::Verified].iter().all(|party| self.reach(*party) == Reach::No)
    }
}

/// What an act without a row would be: nobody's.
const MISSING: Rule = rule(Act::Read, "", [N; 10]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_one_row_and_its_own_words() {
        for rule in &TABLE {
            assert_eq!(TABLE.iter().filter(|other| other.act == rule.act).count(), 1, "{:?}", rule.act);
            assert_eq!(TABLE.iter().filter(|other| other.key == rule.key).count(), 1, "{}", rule.key);
        }
        // The last variant has the last number, so no variant is without a row.
        assert_eq!(Act::UseOwnCredential as usize + 1, TABLE.len());
    }

    #[test]
    fn who_keeps_the_system_reads_nothing_confidential_without_breaking_the_glass() {
        assert_eq!(Act::ReadConfidential.reach(Party::System), Reach::Glass);
        assert_eq!(Act::VerifyPerson.reach(Party::System), Reach::No);
    }

    #[test]
    fn what_visitors_may_everybody_may_and_what_is_for_staff_no_citizen_may() {
        for rule in &TABLE {
            if rule.act.reach(Party::Visitor) == Reach::All {
                assert!(rule.cells.iter().all(|cell| *cell == Reach::All), "{:?}", rule.act);
            }
            assert_eq!(rule.act.is_for_staff(), rule.act.reach(Party::Verified) == Reach::No, "{:?}", rule.act);
        }
    }
}
