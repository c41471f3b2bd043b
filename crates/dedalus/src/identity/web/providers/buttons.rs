//! The buttons of the providers: SPID and CIE first, in the look their rules ask for (AgID, "Regole tecniche del pulsante
//! SPID"; Ministry of the Interior, "Entra con CIE"): the blue, the mark beside the words, all of one size.

use askama::Template;
use askama::filters::HtmlSafe;
use kit::Result;

use crate::identity::PersonId;
use crate::identity::linked_identity;
use crate::identity::provider::{Provider, ProviderKind};
use crate::shell::{App, Frame};

/// The buttons, one below the other; nothing in a town without providers.
#[derive(Template)]
#[template(path = "identity/templates/providers/buttons.html")]
pub struct Buttons {
    frame: Frame,
    list: Vec<Button>,
    /// Do words explain what SPID and CIE are?
    explained: bool,
}
impl HtmlSafe for Buttons {}

impl Buttons {
    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// One button.
struct Button {
    href: String,
    words: String,
    kind: ProviderKind,
}

/// To sign in, and on to a path.
pub async fn buttons_to_enter(app: &App, frame: &Frame, return_to: &str) -> Result<Buttons> {
    let list = Provider::offered(&app.db).await?;
    Ok(Buttons {
        list: list.iter().map(|one| button(frame, one, "/accedi/con", return_to, "button-enter")).collect(),
        explained: true,
        frame: frame.clone(),
    })
}

/// To prove again to be oneself: the providers that know this person.
pub async fn buttons_to_prove(app: &App, frame: &Frame, person: PersonId, return_to: &str) -> Result<Buttons> {
    let links = linked_identity::of_person(&app.db, person).await?;
    let mut list = Provider::offered(&app.db).await?;
    list.retain(|provider| links.iter().any(|link| link.slug == provider.slug));
    let list = list.iter().map(|one| button(frame, one, "/io/conferma/con", return_to, "button-prove")).collect();
    Ok(Buttons { list, explained: false, frame: frame.clone() })
}

fn button(frame: &Frame, provider: &Provider, path: &str, return_to: &str, key: &str) -> Button {
    let mut href = format!("{path}/{}", provider.slug);
    if !return_to.is_empty() {
        href.push_str("?torna=");
        href.extend(url::form_urlencoded::byte_serialize(return_to.as_bytes()));
    }
    Button { href, words: frame.t1(key, "provider", &provider.name), kind: provider.kind }
}
