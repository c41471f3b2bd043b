//! /io — one's own account: profile, password.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::rate::Key;
use kit::text::clean_text;

use crate::identity::letters::{self, Letter};
use crate::identity::password::check_password;
use crate::identity::person::{set_private, update_profile};
use crate::identity::refuse;
use crate::identity::ways::Ways;
use crate::identity::{Entry, Me, Membership, Person, Viewer, audit, check_names, reset, session};
use crate::shell::{App, Form, FormView, Frame, Html, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/account.html")]
struct AccountPage {
    frame: Frame,
    profile: FormView,
    password: FormView,
    me: Me,
    person: Person,
    name: String,
    bio: String,
    private: bool,
    languages: Vec<(String, String)>,
    has_password: bool,
    memberships: Vec<Membership>,
    min: i64,
}

impl AccountPage {
    fn private_words(&self) -> Html {
        Html(format!("{}<small>{}</small>", self.frame.t("profile-private"), self.frame.t("profile-private-text")))
    }
}

/// What was typed into the profile, when it comes back.
struct Typed {
    name: String,
    bio: String,
    private: bool,
}

async fn draw(
    app: &App,
    frame: &Frame,
    me: &Me,
    profile: FormView,
    password: FormView,
    typed: Option<Typed>,
    status: StatusCode,
) -> Result<Response> {
    let person = Person::find(&app.db, me.id).await?;
    let has_password = Ways::read(&app.db, me.id).await?.password;
    let memberships = Membership::of_person(&app.db, me.id).await?;
    let typed = typed.unwrap_or(Typed { name: person.name.clone(), bio: person.bio.clone(), private: person.private });
    let languages = frame.languages().iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect();
    let min = i64::try_from(app.config.accounts.min_password).unwrap_or(10);
    let view = AccountPage {
        frame: frame.clone(),
        profile,
        password,
        me: me.clone(),
        person,
        name: typed.name,
        bio: typed.bio,
        private: typed.private,
        languages,
        has_password,
        memberships,
        min,
    };
    page_with(status, &view)
}

/// GET /io
pub async fn show(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    draw(&app, &frame, viewer.me()?, FormView::fresh(&frame), FormView::fresh(&frame), None, StatusCode::OK).await
}

/// POST /io/profilo — name, a few words, language.
pub async fn save_profile(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let mut faults = FieldErrors::default();
    let (name, _) = check_names(&form.line("nome"), &me.handle, &app.config.town.name, &mut faults);
    let bio = clean_text(&form.text("bio"));
    if bio.chars().count() > 500 {
        faults.add("bio", "error-bio-long");
    }
    let private = form.has("privato");
    let before = Person::find(&app.db, me.id).await?;
    if faults.is_empty() && (&before.name, &before.bio) != (&name, &bio) {
        refuse::unsaid(&app, Some(me.id), vec![("nome", name.clone()), ("bio", bio.clone())], &mut faults).await?;
    }
    if !faults.is_empty() {
        let profile = FormView::with(&frame, faults);
        return draw(
            &app,
            &frame,
            me,
            profile,
            FormView::fresh(&frame),
            Some(Typed { name, bio, private }),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    }
    let language = Lang::from_word(&form.line("lingua")).unwrap_or(me.language);
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            update_profile(tx, me.id, &name, &bio, language).await?;
            set_private(tx, me.id, private).await?;
            if name != me.name {
                let act = Entry {
                    act: "person.renamed",
                    subject_kind: "person",
                    subject_id: Some(me.id.0),
                    subject_name: &name,
                    before: Some(me.name.clone()),
                    after: Some(name.clone()),
                    ..Entry::default()
                };
                audit::note(tx, &actor, act).await?;
            }
            Ok(())
        })
        .await?;
    see("/io", Some("toast-profile-saved"))
}

/// POST /io/password — asks for the old one, ends the other sessions, tells by mail.
pub async fn save_password(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("sign_in", Key::Account(me.id.0))?;
    let person = Person::find(&app.db, me.id).await?;
    let known = reset::credential(&app.db, &person.email).await?.and_then(|(_, hash)| hash);
    let mut faults = FieldErrors::default();
    if !app.passwords.verify(&form.secret("vecchia"), known.as_deref()).await? {
        faults.add("vecchia", "error-old-password");
    }
    let password = form.secret("password");
    check_password("password", &password, &[&person.name, &person.handle, &person.email], app.config.accounts.min_password, &mut faults);
    refuse::breached(&app, "password", &password, &mut faults).await?;
    if !faults.is_empty() {
        let view = FormView::with(&frame, faults);
        return draw(&app, &frame, me, FormView::fresh(&frame), view, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let hash = app.passwords.hash(&password).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            reset::set_password(tx, me.id, &hash).await?;
            session::close_all(tx, me.id, Some(me.session_id)).await?;
            let act = Entry {
                act: "person.password_changed",
                subject_kind: "person",
                subject_id: Some(me.id.0),
                subject_name: &me.name,
                ..Entry::default()
            };
            audit::note(tx, &actor, act).await?;
            letters::send(tx, &app.secret, Letter::of(&app).password_changed(person.language, &person.email, &person.name)).await
        })
        .await?;
    see("/io", Some("toast-password-changed"))
}
