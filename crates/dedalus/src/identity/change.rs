//! What a change changed, field by field, for the audit: only what differs, before and after.

/// Two texts of one line a field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    before: Vec<String>,
    after: Vec<String>,
}

impl Change {
    /// Notes a field if it differs.
    #[must_use]
    pub fn field(mut self, name: &str, before: &str, after: &str) -> Self {
        if before != after {
            self.before.push(format!("{name}: {before}"));
            self.after.push(format!("{name}: {after}"));
        }
        self
    }

    /// Does nothing differ?
    pub fn is_empty(&self) -> bool {
        self.after.is_empty()
    }

    /// The value before.
    pub fn before(&self) -> Option<String> {
        (!self.is_empty()).then(|| self.before.join("\n"))
    }

    /// The value after.
    pub fn after(&self) -> Option<String> {
        (!self.is_empty()).then(|| self.after.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_noted() {
        let change = Change::default().field("nome", "URP", "URP").field("telefono", "091 1", "091 2");
        assert_eq!((change.before().as_deref(), change.after().as_deref()), (Some("telefono: 091 1"), Some("telefono: 091 2")));
        assert!(Change::default().field("nome", "URP", "URP").is_empty());
    }
}
