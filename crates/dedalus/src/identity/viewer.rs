//! Who looks at a page. Every handler takes one; permission starts here.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::request::Parts;
use kit::clock::Time;
use kit::i18n::Lang;
use kit::rate::client_address;
use kit::{Error, Result, args};

use super::absence::{self, Stead};
use super::audit::Actor;
use super::glass;
use super::menu;
use super::office::OfficeId;
use super::page::{PageId, Rights};
use super::permission::{Act, Party, Reach};
use super::person::{PersonId, Tier};
use super::role::Role;
use super::session::{self, SessionPerson};
use crate::shell::{Account, App, Frame, FrameData, Jar, cookie, language_of, toast_of};

/// How long a proof of being oneself counts for what is sensitive.
pub const PROOF_LASTS: i64 = 10 * kit::clock::MINUTE;

/// The viewer of one request. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Viewer {
    data: Arc<ViewerData>,
    /// What the route lets the viewer do; the guard notes it.
    act: Option<Act>,
}

/// What is known of a viewer.
#[derive(Debug, Clone)]
pub struct ViewerData {
    /// The client's address, right behind a trusted proxy.
    pub address: IpAddr,
    /// The person, when signed in.
    pub me: Option<Me>,
    /// Now, as the request came in.
    pub now: Time,
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
    /// Which text of the privacy notice was accepted; empty if none.
    pub privacy_version: String,
    /// Running memberships.
    pub roles: Vec<(OfficeId, Role)>,
    /// Roles held in the place of others who are away.
    pub steads: Vec<Stead>,
    /// A second factor, a passkey or a provider of a higher level opened this session.
    pub strong: bool,
    /// Must this person show a second factor before working inside? The town says so.
    pub needs_second_factor: bool,
    /// When the person last proved to be it.
    pub proved_at: Time,
    /// Until when what is confidential is open to who keeps the system.
    pub glass_until: Option<Time>,
    /// The account ends at this moment unless its owner thinks again.
    pub closing_at: Option<Time>,
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
    /// Does what is published there take two people?
    pub two_person: bool,
}

impl Viewer {
    /// A viewer from its data.
    pub fn new(data: ViewerData) -> Self {
        Self { data: Arc::new(data), act: None }
    }

    /// Nobody in particular: for feeds, jobs and tests.
    pub fn nobody() -> Self {
        Self::new(ViewerData { address: IpAddr::V4(Ipv4Addr::UNSPECIFIED), me: None, now: Time::from_micros(0) })
    }

    /// The person, or the request to sign in.
    pub fn me(&self) -> Result<&Me> {
        self.me.as_ref().ok_or(Error::SignIn)
    }

    /// The person's number, if signed in.
    pub fn id(&self) -> Option<PersonId> {
        self.me.as_ref().map(|me| me.id)
    }

    /// May this viewer do it, by the table? If not, what is missing.
    pub fn may(&self, act: Act) -> std::result::Result<(), Refusal> {
        let Some(me) = &self.me else {
            return if act.reach(Party::Visitor) == Reach::All { Ok(()) } else { Err(Refusal::SignIn) };
        };
        match me.reach(act) {
            Reach::No => return Err(Refusal::Forbidden),
            Reach::Glass if me.glass_until.is_none_or(|until| until <= self.now) => return Err(Refusal::Glass),
            Reach::Glass | Reach::Own | Reach::All => {}
        }
        if me.needs_second_factor && !me.strong && act.is_for_staff() {
            return Err(Refusal::SecondFactor);
        }
        if act.rule().fresh && self.now.since(me.proved_at) > PROOF_LASTS {
            return Err(Refusal::Prove);
        }
        Ok(())
    }

    /// The same viewer behind a guard that let an act pass.
    pub(super) fn doing(&self, act: Act) -> Self {
        Self { data: Arc::clone(&self.data), act: Some(act) }
    }

    /// Who acts, for the audit: "B for A" where only A's absence lets B do it.
    pub fn actor(&self) -> Result<Actor> {
        let me = self.me()?;
        let mut actor = Actor::person(me.id, &me.name, self.address);
        actor.instead_of = self.act.and_then(|act| me.instead_of(act, None));
        Ok(actor)
    }

    /// The same for an act in one office.
    pub fn actor_in(&self, office: OfficeId) -> Result<Actor> {
        let mut actor = self.actor()?;
        actor.instead_of = self.act.and_then(|act| self.me().ok()?.instead_of(act, Some(office)));
        Ok(actor)
    }
}

/// The furthest an act reaches for any of these parties.
pub(super) fn furthest(act: Act, parties: impl IntoIterator<Item = Party>) -> Reach {
    parties.into_iter().map(|party| act.reach(party)).max_by_key(|reach| *reach as u8).unwrap_or(Reach::No)
}

/// Why an act was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody is signed in.
    SignIn,
    /// It is not this person's to do.
    Forbidden,
    /// It asks for a second factor.
    SecondFactor,
    /// The person must prove again to be it.
    Prove,
    /// The glass is whole.
    Glass,
}

impl Me {
    /// Somebody without roles, as jobs and the demo need one.
    pub fn plain(id: PersonId, handle: &str, name: &str, tier: Tier, language: Lang) -> Self {
        Self {
            id,
            handle: handle.to_owned(),
            name: name.to_owned(),
            tier,
            language,
            session_id: 0,
            privacy_version: String::new(),
            roles: Vec::new(),
            steads: Vec::new(),
            pages: Vec::new(),
            strong: false,
            needs_second_factor: false,
            proved_at: Time::from_micros(0),
            glass_until: None,
            closing_at: None,
        }
    }

    /// Holds a role in any office?
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|(_, held)| *held == role)
    }

    /// In which columns of the table this person stands of their own.
    pub fn parties(&self) -> Vec<Party> {
        let mut parties = vec![Party::Registered];
        if self.tier == Tier::Verified {
            parties.push(Party::Verified);
        }
        parties.extend(self.roles.iter().map(|(_, role)| Party::from(*role)));
        if !self.pages.is_empty() {
            parties.push(Party::Editor);
        }
        parties
    }

    /// How far an act reaches for this person, in their own right or in the place of others.
    pub fn reach(&self, act: Act) -> Reach {
        furthest(act, self.parties().into_iter().chain(self.held_parties()))
    }

    /// In which columns this person stands in the place of others.
    pub(super) fn held_parties(&self) -> impl Iterator<Item = Party> {
        self.steads.iter().map(|stead| Party::from(stead.role))
    }

    /// Offices where an act on one's own office is allowed; the same for roles held for others.
    pub fn offices(&self, act: Act) -> Vec<OfficeId> {
        let own = self.roles.iter().copied();
        let held = self.steads.iter().map(|stead| (stead.office, stead.role));
        let mut offices: Vec<OfficeId> =
            own.chain(held).filter(|(_, role)| act.reach((*role).into()) != Reach::No).map(|(office, _)| office).collect();
        offices.sort_unstable();
        offices.dedup();
        offices
    }

    /// May this person do it in an office: because the act reaches everywhere, or by a role there?
    pub fn may_in(&self, act: Act, office: OfficeId) -> bool {
        self.reach(act) == Reach::All || self.offices(act).contains(&office)
    }

    /// For whom this person does an act: nobody when it is theirs to do.
    fn instead_of(&self, act: Act, office: Option<OfficeId>) -> Option<(PersonId, String)> {
        let here = |of: OfficeId| office.is_none_or(|office| office == of);
        let allowed = |role: Role| act.reach(role.into()) != Reach::No;
        let citizens = [Party::Registered, Party::Verified].iter().any(|party| act.reach(*party) != Reach::No);
        let own = citizens
            || (!self.pages.is_empty() && act.reach(Party::Editor) != Reach::No)
            || self.roles.iter().any(|(of, role)| allowed(*role) && (here(*of) || act.reach((*role).into()) == Reach::All));
        if own {
            return None;
        }
        self.steads.iter().find(|stead| allowed(stead.role) && here(stead.office)).map(|stead| (stead.person, stead.name.clone()))
    }

    /// Works for the town: holds a role, or speaks for a page.
    pub fn is_staff(&self) -> bool {
        !self.roles.is_empty() || !self.pages.is_empty()
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
        &self.data
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
        Some(key) => match load(&app, key).await {
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
    request.extensions_mut().insert(Viewer::new(ViewerData { address, me, now: app.now() }));
    request.extensions_mut().insert(frame);
    next.run(request).await
}

fn account(me: &Me) -> Account {
    let initials = me.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect::<String>().to_uppercase();
    Account {
        name: me.name.clone(),
        handle: me.handle.clone(),
        initials,
        is_staff: me.is_staff(),
        inside: menu::items(me),
        may_publish: me.publishing().next().is_some(),
        closing_at: me.closing_at,
        glass_until: me.glass_until,
        unread: 0,
        instead_of: me.steads.iter().map(|stead| stead.name.clone()).fold(Vec::new(), |mut names, name| {
            if !names.contains(&name) {
                names.push(name);
            }
            names
        }),
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
        two_person: bool,
    }
}

/// Who stands behind a cookie, with everything that says what they may do: two queries for a citizen, three for staff.
async fn load(app: &App, key: &str) -> Result<Option<(Me, Time)>> {
    let db = &app.db;
    let Some(found) = session::find(db, key).await? else { return Ok(None) };
    let SessionPerson { session_id, id, handle, name, tier, language, privacy_version, seen_at, strong, proved_at, closing_at } = found;
    let grants: Vec<Grant> = db
        .all(
            "select 'role' as kind, office_id as id, role as word, '' as name, cast(0 as bigint) as publish, cast(0 as bigint) as reply,
                    cast(0 as bigint) as two_person
               from membership where person_id = $1 and starts_at <= $2 and (ends_at is null or ends_at > $2)
             union all
             select 'page' as kind, p.id, p.handle as word, p.name, e.may_publish as publish, e.may_reply as reply, p.two_person
               from page_editor e join page p on p.id = e.page_id where e.person_id = $1 and p.closed_at is null
              order by kind, name, id",
            args![id, db.now()],
        )
        .await?;
    let mut me = Me {
        session_id,
        privacy_version,
        strong,
        needs_second_factor: app.config.accounts.staff_second_factor,
        proved_at,
        closing_at,
        ..Me::plain(id, &handle, &name, tier, language)
    };
    for grant in grants {
        if grant.kind == "page" {
            let rights = Rights { publish: grant.publish, reply: grant.reply };
            me.pages.push(MyPage { id: PageId(grant.id), handle: grant.word, name: grant.name, rights, two_person: grant.two_person });
        } else if let Some(role) = Role::from_word(&grant.word) {
            me.roles.push((OfficeId(grant.id), role));
        }
    }
    if !me.roles.is_empty() {
        me.steads = absence::in_place_of(db, id).await?;
    }
    if me.has(Role::System) {
        me.glass_until = glass::open_until(db, id).await?;
    }
    Ok(Some((me, seen_at)))
}
