//! How to sign in to the demo town: one person for each role, all with one password.

use std::fmt;

use super::people::PEOPLE;

/// Everybody's password in the demo town, and nowhere else.
pub const PASSWORD: &str = "tre-barche-sul-golfo";

/// Which person stands for which role.
const ROLES: &[(&str, &str)] = &[
    ("citizen", "anna_livigni"),
    ("verified citizen", "marta_dibella"),
    ("operator", "pina_dangelo"),
    ("officer", "carmela_sottile"),
    ("manager", "ignazio_tramuta"),
    ("editor", "elena_virga"),
    ("administrator", "gaspare_lopresti"),
    ("data-protection officer", "rosalia_campisi"),
    ("system administrator", "dario_pusateri"),
];

/// One way to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignIn {
    /// What the person is.
    pub role: &'static str,
    /// Name.
    pub name: &'static str,
    /// Address.
    pub email: &'static str,
    /// Password.
    pub password: &'static str,
}

/// All of them; shown as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIns(pub Vec<SignIn>);

/// The nine sign-ins of the demo town.
pub fn sign_ins() -> SignIns {
    let rows = ROLES.iter().filter_map(|(role, handle)| {
        let person = PEOPLE.iter().find(|person| person.handle == *handle)?;
        Some(SignIn { role, name: person.name, email: person.email, password: PASSWORD })
    });
    SignIns(rows.collect())
}

impl fmt::Display for SignIns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |of: fn(&SignIn) -> &str| self.0.iter().map(|row| of(row).chars().count()).max().unwrap_or(0);
        let (role, name, email) = (width(|row| row.role), width(|row| row.name), width(|row| row.email));
        for (number, row) in self.0.iter().enumerate() {
            let end = if number + 1 < self.0.len() { "\n" } else { "" };
            write!(f, "{:role$}  {:name$}  {:email$}  {}{end}", row.role, row.name, row.email, row.password)?;
        }
        Ok(())
    }
}
