//! The providers with which an account is opened, for the pages of the account: draw it with `{{ linked }}`.

use askama::Template;
use askama::filters::HtmlSafe;
use kit::Result;

use crate::identity::linked_identity::{self, OwnLink};
use crate::identity::provider::{Provider, ProviderKind};
use crate::identity::{PersonId, linked_identity as links};
use crate::shell::{App, Frame};

/// The section: what is linked, what may be.
#[derive(Template)]
#[template(path = "identity/templates/linked.html")]
pub struct LinkedSection {
    frame: Frame,
    links: Vec<OwnLink>,
    /// Providers that are not linked yet.
    others: Vec<Provider>,
}
impl HtmlSafe for LinkedSection {}

impl LinkedSection {
    /// Is there nothing to show?
    fn is_empty(&self) -> bool {
        self.links.is_empty() && self.others.is_empty()
    }
}

/// The section of a person; it draws nothing in a town without providers.
pub async fn linked_section(app: &App, frame: &Frame, person: PersonId) -> Result<LinkedSection> {
    let links = links::of_person(&app.db, person).await?;
    let mut others = Provider::offered(&app.db).await?;
    others.retain(|provider| !links.iter().any(|link: &linked_identity::OwnLink| link.slug == provider.slug));
    Ok(LinkedSection { frame: frame.clone(), links, others })
}

impl OwnLink {
    /// Does the town's administration keep it?
    fn is_kept(&self) -> bool {
        self.kind == ProviderKind::Ldap
    }
}
