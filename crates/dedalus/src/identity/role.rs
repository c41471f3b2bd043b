//! What a membership lets a person do; the table itself stands in `permission.rs`.

/// A staff role, held in an office from a moment to a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Works at the counter and answers.
    Operator,
    /// Is responsible for cases.
    Officer,
    /// Heads an office.
    Manager,
    /// Holds a political office: mayor, assessore.
    Administrator,
    /// Writes for institutional pages.
    Editor,
    /// Watches over personal data (GDPR art. 37–39): reads the audit and the register of processing.
    Privacy,
    /// Runs the system; sees people and settings, not confidential matters.
    System,
}

kit::words!(Role {
    Operator = "operator", Officer = "officer", Manager = "manager",
    Administrator = "administrator", Editor = "editor", Privacy = "privacy", System = "system",
});

impl Role {
    /// Key of the role's name in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Operator => "role-operator",
            Self::Officer => "role-officer",
            Self::Manager => "role-manager",
            Self::Administrator => "role-administrator",
            Self::Editor => "role-editor",
            Self::Privacy => "role-privacy",
            Self::System => "role-system",
        }
    }

    /// May somebody else stand in for it? Nobody stands in for who keeps the system or watches over personal data: those
    /// are named by name.
    pub const fn is_substitutable(self) -> bool {
        !matches!(self, Self::System | Self::Privacy)
    }
}
