//! Who looks at a page. Every handler takes one; permission starts here.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::request::Parts;
use kit::db::Db;
use kit::i18n::Lang;
use kit::rate::client_address;
use kit::{Error, Result, args};

use super::audit::Actor;
use super::office::OfficeId;
use super::page::{PageId, Rights};
use super::person::{PersonId, Tier};
use super::role::Role;
use super::session::{self, SessionPerson};
use crate::shell::{Account, App, Frame, FrameData, Jar, cookie, language_of, toast_of};

/// The viewer of one request. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Viewer(Arc<ViewerData>);

/// What is known of a viewer.
#[derive(Debug, Clone)]
pub struct ViewerData {
    /// The client's address, right behind a trusted proxy.
    pub address: IpAddr,
    /// The person, when signed in.
    pub me: Option<Me>,
}

/// A signed-in person with what it may do.
#[derive(Debug, Clone)]
pub struct Me {
    /// Number.
    pub id: PersonId,
    /// Name in addresses.
    pub handle: String,
    /// Name as shown.
    pub name: String,
    /// Tier.
    pub tier: Tier,
    /// Language.
    pub language: Lang,
    /// This session.
    pub session_id: i64,
    /// Running memberships.
    pub roles: Vec<(OfficeId, Role)>,
    /// Pages the person may speak as.
    pub pages: Vec<MyPage>,
}

/// A page somebody may speak as.
#[derive(Debug, Clone)]
pub struct MyPage {
    /// Number.
    pub id: PageId,
    /// Name in addresses.
    pub handle: String,
    /// Name.
    pub name: String,
    /// What is allowed.
    pub rights: Rights,
}

impl Viewer {
    /// A viewer from its data.
    pub fn new(data: ViewerData) -> Self {
        Self(Arc::new(data))
    }

    /// Nobody in particular: for feeds, jobs and tests.
    pub fn nobody() -> Self {
        Self::new(ViewerData { address: IpAddr::V4(Ipv4Addr::UNSPECIFIED), me: None })
    }

    /// The person, or the request to sign in.
    pub fn me(&self) -> Result<&Me> {
        self.0.me.as_ref().ok_or(Error::SignIn)
    }

    /// The person's number, if signed in.
    pub fn id(&self) -> Option<PersonId> {
        self.0.me.as_ref().map(|me| me.id)
    }

    /// May this person open administration? Others are told that the page is not theirs.
    pub fn system(&self) -> Result<&Me> {
        let me = self.me()?;
        if me.has(Role::System) { Ok(me) } else { Err(Error::Forbidden) }
    }

    /// Who acts, for the audit.
    pub fn actor(&self) -> Result<Actor> {
        let me = self.me()?;
        Ok(Actor::person(me.id, &me.name, self.0.address))
    }
}

impl Me {
    /// Holds a role in any office?
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|(_, held)| *held == role)
    }

    /// The page to speak as, if this person may do that.
    pub fn page(&self, id: PageId) -> Option<&MyPage> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// Pages to publish as.
    pub fn publishing(&self) -> impl Iterator<Item = &MyPage> {
        self.pages.iter().filter(|page| page.rights.publish)
    }

    /// Pages to answer as.
    pub fn replying(&self) -> impl Iterator<Item = &MyPage> {
        self.pages.iter().filter(|page| page.rights.reply)
    }
}

impl Deref for Viewer {
    type Target = ViewerData;
    fn deref(&self) -> &ViewerData {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for Viewer {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::internal("no middleware has recognised the viewer"))
    }
}

/// Finds out who asks and in which language, and fills the frame.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<SocketAddr>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), SocketAddr::ip);
    let address = client_address(peer, request.headers(), &app.config.server.trusted_proxies);
    let me = match cookie(request.headers(), Jar::Session, app.is_https()) {
        Some(key) => match load(&app.db, key).await {
            Ok(me) => me,
            Err(error) => {
                tracing::warn!(%error, "a session could not be read");
                None
            }
        },
        None => None,
    };
    let me = me.map(|(me, seen_at)| {
        if app.now().since(seen_at) > session::NOTED_EVERY {
            note_seen(app.clone(), me.session_id);
        }
        me
    });
    let (asked, chosen) = language_of(&app, request.headers());
    let lang = if chosen { asked } else { me.as_ref().map_or(asked, |me| me.language) };
    let path = request.uri().path().to_owned();
    let frame = Frame::new(FrameData {
        lang,
        here: request.uri().path_and_query().map_or_else(|| path.clone(), |here| here.as_str().to_owned()),
        path,
        town: Arc::clone(&app.town),
        public_url: app.config.server.public_url.as_str().into(),
        account: me.as_ref().map(account),
        toast: toast_of(&app, &request),
        now: app.now(),
        zone: app.zone.clone(),
    });
    request.extensions_mut().insert(Viewer::new(ViewerData { address, me }));
    request.extensions_mut().insert(frame);
    next.run(request).await
}

fn account(me: &Me) -> Account {
    let initials = me.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect::<String>().to_uppercase();
    Account {
        name: me.name.clone(),
        initials,
        is_staff: !me.roles.is_empty(),
        is_system: me.has(Role::System),
        may_publish: me.publishing().next().is_some(),
    }
}

fn note_seen(app: App, session_id: i64) {
    tokio::spawn(async move {
        if let Err(error) = session::seen(&app.db, session_id).await {
            tracing::debug!(%error, "a session's use was not noted");
        }
    });
}

kit::row! {
    struct Grant {
        kind: String,
        id: i64,
        word: String,
        name: String,
        publish: bool,
        reply: bool,
    }
}

async fn load(db: &Db, key: &str) -> Result<Option<(Me, kit::clock::Time)>> {
    let Some(found) = session::find(db, key).await? else { return Ok(None) };
    let SessionPerson { session_id, id, handle, name, tier, language, seen_at } = found;
    let grants: Vec<Grant> = db
        .all(
            "select 'role' as kind, office_id as id, role as word, '' as name, cast(0 as bigint) as publish, cast(0 as bigint) as reply
               from membership where person_id = $1 and starts_at <= $2 and (ends_at is null or ends_at > $2)
             union all
             select 'page' as kind, p.id, p.handle as word, p.name, e.may_publish as publish, e.may_reply as reply
               from page_editor e join page p on p.id = e.page_id where e.person_id = $1 and p.closed_at is null
              order by kind, name, id",
            args![id, db.now()],
        )
        .await?;
    let mut me = Me { id, handle, name, tier, language, session_id, roles: Vec::new(), pages: Vec::new() };
    for grant in grants {
        if grant.kind == "page" {
            let rights = Rights { publish: grant.publish, reply: grant.reply };
            me.pages.push(MyPage { id: PageId(grant.id), handle: grant.word, name: grant.name, rights });
        } else if let Some(role) = Role::from_word(&grant.word) {
            me.roles.push((OfficeId(grant.id), role));
        }
    }
    Ok(Some((me, seen_at)))
}
