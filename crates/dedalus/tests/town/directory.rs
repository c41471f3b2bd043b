//! The town's directory, against a real one: who signs in by it, with which roles, and what happens when it is away.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering};

use dedalus::identity::{Membership, Person, Role, Tier};
use ldap3::{Ldap, LdapConnAsync, Mod};

use crate::support::{PASSWORD, TestApp, Visitor};
use crate::town_tests;

const SECRET: &str = "la porta di Sant'Anna";

/// A branch of the directory for one test.
struct Tree {
    ldap: Ldap,
    base: String,
}

fn url() -> String {
    std::env::var("DEDALUS_TEST_LDAP")
        .expect("no directory for the tests: run them with `make integration`, or inside tools/with-services.sh")
}

impl Tree {
    async fn plant() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let (connection, mut ldap) = LdapConnAsync::new(&url()).await.unwrap();
        tokio::spawn(connection.drive());
        ldap.simple_bind("cn=admin,dc=town,dc=test", "admin").await.unwrap().success().unwrap();
        let base = format!("ou=t{}-{},dc=town,dc=test", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mut tree = Self { ldap, base };
        tree.add(&tree.base.clone(), &[("objectClass", &["organizationalUnit"])]).await;
        tree
    }

    async fn add(&mut self, dn: &str, attributes: &[(&str, &[&str])]) {
        let attributes = attributes.iter().map(|(name, values)| (*name, values.iter().copied().collect::<HashSet<_>>())).collect();
        self.ldap.add(dn, attributes).await.unwrap().success().unwrap();
    }

    async fn person(&mut self, user: &str, name: &str, mail: &[&str]) -> String {
        let dn = format!("uid={user},{}", self.base);
        let mut attributes: Vec<(&str, &[&str])> = vec![("objectClass", &["inetOrgPerson"]), ("userPassword", &[SECRET]), ("sn", &["x"])];
        let (names, users) = ([name], [user]);
        attributes.push(("cn", &names));
        attributes.push(("uid", &users));
        if !mail.is_empty() {
            attributes.push(("mail", mail));
        }
        self.add(&dn, &attributes).await;
        dn
    }

    async fn group(&mut self, name: &str, members: &[&str]) {
        let dn = format!("cn={name},{}", self.base);
        self.add(&dn, &[("objectClass", &["groupOfNames"]), ("cn", &[name]), ("member", members)]).await;
    }

    async fn change(&mut self, dn: &str, change: Mod<&str>) {
        self.ldap.modify(dn, vec![change]).await.unwrap().success().unwrap();
    }

    /// The form of administration for this branch.
    fn form(&self) -> Vec<(&str, String)> {
        let fields = [
            ("nome", "Directory"),
            ("slug", "directory"),
            ("url", &url()),
            ("bind", "cn=admin,dc=town,dc=test"),
            ("segreto", "admin"),
            ("base", &self.base),
            ("filtro", "(&(objectClass=inetOrgPerson)(|(uid={user})(mail={user})))"),
            ("attributo-nome", "cn"),
            ("attributo-mail", "mail"),
            ("attributo-id", "entryUUID"),
            ("gruppi-base", &self.base),
            ("gruppi-filtro", "(&(objectClass=groupOfNames)(member={dn}))"),
        ];
        fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
    }
}

fn borrowed<'a>(form: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Who keeps the system has set the directory up.
async fn keeper<'t>(app: &'t TestApp, tree: &Tree) -> Visitor<'t> {
    let keeper = app.staff("dario", Role::System).await;
    let seen = keeper.post("/amministrazione/accessi/nuovo/ldap", &borrowed(&tree.form())).await.is(303);
    assert_eq!(seen.location(), "/amministrazione/accessi/directory");
    keeper
}

async fn enter<'t>(app: &'t TestApp, user: &str, password: &str) -> (Visitor<'t>, crate::support::Seen) {
    let visitor = app.visitor();
    let seen = visitor.post("/accedi", &[("email", user), ("password", password)]).await;
    (visitor, seen)
}

async fn roles(app: &TestApp, email: &str) -> Vec<(String, Role)> {
    let person = Person::by_email(&app.app.db, email).await.unwrap().unwrap();
    let now = app.app.now();
    let held = Membership::of_person(&app.app.db, person.id).await.unwrap();
    held.into_iter().filter(|held| held.runs(now)).map(|held| (held.office_name, held.role)).collect()
}

async fn acts(app: &TestApp, name: &str) -> Vec<String> {
    let rows: Vec<(String,)> = app.app.db.all("select act from audit where subject_name = $1 order by id", kit::args![name]).await.unwrap();
    rows.into_iter().map(|(act,)| act).collect()
}

town_tests! {
    async fn the_first_sign_in_makes_the_account_and_later_ones_keep_it_like_the_directory(app) {
        let mut tree = Tree::plant().await;
        let lia = tree.person("lia.damico", "Lia D'Amico", &["lia@comune.test"]).await;
        tree.group("anagrafe", &[&lia]).await;
        tree.group("capi", &[&lia]).await;
        let keeper = keeper(app, &tree).await;
        let office = app.office("anagrafe").await;
        for (group, role) in [("Anagrafe", "operator"), (&format!("cn=capi,{}", tree.base), "manager")] {
            let form = [("gruppo", group), ("ufficio", &office.id.to_string()), ("ruolo", role)];
            keeper.post("/amministrazione/accessi/directory/gruppi", &form).await.is(303);
        }

        let (browser, seen) = enter(app, "lia.damico", SECRET).await;
        assert_eq!(seen.is(303).location(), "/io/informativa?torna=%2F", "the notice comes first");
        browser.get("/io").await.is(200).sees("Lia D'Amico").sees("@lia_damico").sees("lo gestisce il Comune");
        let mut held = roles(app, "lia@comune.test").await;
        held.sort();
        assert_eq!(held, [("Ufficio anagrafe".to_owned(), Role::Operator), ("Ufficio anagrafe".to_owned(), Role::Manager)]);
        assert_eq!(acts(app, "Lia D'Amico").await, ["person.added", "membership.begun", "membership.begun"]);
        let (method,): (String,) = app.app.db.one("select method from session order by id desc limit 1", vec![]).await.unwrap();
        assert_eq!(method, "directory");

        // She marries, changes desk, and comes by her address.
        let set = |value: &'static str| HashSet::from([value]);
        tree.change(&lia, Mod::Replace("cn", set("Lia Sanfilippo"))).await;
        tree.change(&format!("cn=capi,{}", tree.base), Mod::Replace("member", set("cn=admin,dc=town,dc=test"))).await;
        enter(app, "lia@comune.test", SECRET).await.1.is(303);
        assert_eq!(roles(app, "lia@comune.test").await, [("Ufficio anagrafe".to_owned(), Role::Operator)]);
        assert_eq!(acts(app, "Lia Sanfilippo").await, ["person.renamed", "membership.ended"]);
        let (people,): (i64,) = app.app.db.one("select count(*) as n from person where email_folded = 'lia@comune.test'", vec![]).await.unwrap();
        assert_eq!(people, 1);
        app.run_jobs().await; // a browser that was not known before is told by mail
    }

    async fn nobody_gets_in_without_the_right_password_of_one_entry(app) {
        let mut tree = Tree::plant().await;
        tree.person("lia", "Lia", &["lia@comune.test"]).await;
        tree.person("leo", "Leo", &["leo@comune.test"]).await;
        keeper(app, &tree).await;
        for (user, password) in [("lia", "sbagliata"), ("lia", ""), ("nessuno", SECRET), ("*", SECRET), ("l*", SECRET), ("x)(uid=lia", SECRET), ("lia)(|(uid=*", SECRET)] {
            let (_, seen) = enter(app, user, password).await;
            seen.is(422).sees("L’indirizzo o la password non sono giusti");
        }
        assert!(Person::by_email(&app.app.db, "lia@comune.test").await.unwrap().is_none());
    }

    async fn a_directory_that_is_away_is_told_and_keeps_nobody_out_who_has_a_password(app) {
        let tree = Tree::plant().await;
        let keeper = keeper(app, &tree).await;
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let away = format!("ldap://127.0.0.1:{}", listener.local_addr().unwrap().port());
        drop(listener);
        let mut form = tree.form();
        form.retain(|(name, _)| *name != "url" && *name != "segreto");
        form.push(("url", away));
        keeper.post("/amministrazione/accessi/directory", &borrowed(&form)).await.is(303);
        app.new_person("anna", Tier::Registered).await;
        enter(app, "anna", PASSWORD).await.1.is(303);
        enter(app, "anna", "sbagliata").await.1.is(422).sees("La directory del Comune non risponde");
        keeper.get("/amministrazione/accessi/directory/prova").await.is(200).sees("La directory non risponde");
    }

    async fn an_account_with_the_same_address_is_linked_only_after_both_sides_are_proved(app) {
        let mut tree = Tree::plant().await;
        let anna_there = tree.person("anna.li", "Anna Li Vigni", &["anna@example.org"]).await;
        tree.group("urp", &[&anna_there]).await;
        let keeper = keeper(app, &tree).await;
        let urp = app.office("urp").await;
        keeper.post("/amministrazione/accessi/directory/gruppi", &[("gruppo", "urp"), ("ufficio", &urp.id.to_string()), ("ruolo", "operator")]).await.is(303);
        let anna = app.person("anna").await;
        let (stranger, seen) = enter(app, "anna.li", SECRET).await;
        seen.is(200).sees("Hai già un profilo").sees("anna@example.org");
        assert!(stranger.get("/io").await.is(303).location().starts_with("/accedi"), "nobody is signed in");
        assert_eq!(roles(app, "anna@example.org").await, []);

        anna.get("/io/accessi/directory/directory").await.is(200).sees("Collega Directory");
        anna.post("/io/accessi/directory/directory", &[("utente", "anna.li"), ("password", "no")]).await.is(422).sees("non sono giusti");
        anna.post("/io/accessi/directory/directory", &[("utente", "anna.li"), ("password", SECRET)]).await.is(303);
        app.run_jobs().await;
        assert!(app.mails().last().unwrap().contains("anna@example.org"));
        assert_eq!(roles(app, "anna@example.org").await, [("Ufficio urp".to_owned(), Role::Operator)]);
        // Both ways open the one account now.
        enter(app, "anna.li", SECRET).await.0.get("/io").await.is(200).sees("anna@example.org");
        enter(app, "anna", PASSWORD).await.0.get("/io").await.is(200).sees("anna@example.org");
        app.run_jobs().await;
        // Somebody else's entry cannot be taken along.
        let bruno = app.person("bruno").await;
        bruno.post("/io/accessi/directory/directory", &[("utente", "anna.li"), ("password", SECRET)]).await.is(409).sees("già collegata");
    }

    async fn what_was_given_by_hand_and_the_last_who_keeps_the_system_stay(app) {
        let mut tree = Tree::plant().await;
        let leo = tree.person("leo", "Leo Russo", &["leo@comune.test"]).await;
        tree.group("sistema", &[&leo]).await;
        let keeper = keeper(app, &tree).await;
        let urp = app.office("urp").await;
        keeper.post("/amministrazione/accessi/directory/gruppi", &[("gruppo", "sistema"), ("ufficio", &urp.id.to_string()), ("ruolo", "system")]).await.is(303);
        enter(app, "leo", SECRET).await.1.is(303);
        let person = Person::by_email(&app.app.db, "leo@comune.test").await.unwrap().unwrap();
        app.app.db.write(async |tx| Membership::begin(tx, person.id, urp.id, Role::Officer, None).await).await.unwrap();
        // Dario, who kept the system until now, is suspended: Leo is the last.
        app.app.db.write(async |tx| { tx.run("update person set state = 'suspended' where handle = 'dario'", vec![]).await?; Ok(()) }).await.unwrap();
        tree.change(&format!("cn=sistema,{}", tree.base), Mod::Replace("member", HashSet::from(["cn=admin,dc=town,dc=test"]))).await;
        enter(app, "leo", SECRET).await.1.is(303);
        let mut held = roles(app, "leo@comune.test").await;
        held.sort();
        assert_eq!(held, [("Ufficio urp".to_owned(), Role::Officer), ("Ufficio urp".to_owned(), Role::System)]);
        app.run_jobs().await;
    }

    async fn somebody_of_the_directory_proves_to_be_themselves_by_it(app) {
        let mut tree = Tree::plant().await;
        tree.person("lia", "Lia Russo", &["lia@comune.test"]).await;
        tree.person("leo", "Leo Russo", &["leo@comune.test"]).await;
        keeper(app, &tree).await;
        let (lia, _) = enter(app, "lia", SECRET).await;
        app.clock.advance(20 * kit::clock::MINUTE);
        lia.get("/io/conferma").await.is(200).sees("Password");
        lia.post("/io/conferma", &[("password", "no"), ("torna", "/io")]).await.is(422);
        lia.post("/io/conferma", &[("password", SECRET), ("torna", "/novita")]).await.is(303);
    }

    async fn a_suspended_person_and_one_without_an_address_read_why(app) {
        let mut tree = Tree::plant().await;
        tree.person("lia", "Lia Russo", &["lia@comune.test"]).await;
        tree.person("leo", "Leo Russo", &[]).await;
        let keeper = keeper(app, &tree).await;
        enter(app, "leo", SECRET).await.1.is(422).sees("non ha un tuo indirizzo e-mail");
        enter(app, "lia", SECRET).await.1.is(303);
        let lia = Person::by_email(&app.app.db, "lia@comune.test").await.unwrap().unwrap();
        keeper.post(&format!("/amministrazione/persone/{}/sospensione", lia.id), &[("motivo", "Ha lasciato il Comune")]).await.is(303);
        enter(app, "lia", SECRET).await.1.is(422).sees("sospeso");
        // A closed directory is not asked.
        keeper.post("/amministrazione/accessi/directory/chiusura", &[]).await.is(303);
        enter(app, "lia", SECRET).await.1.is(422).sees("non sono giusti");
    }

    async fn the_password_of_the_directory_is_sealed_never_shown_and_tried_out_in_words(app) {
        let tree = Tree::plant().await;
        let keeper = keeper(app, &tree).await;
        let page = keeper.get("/amministrazione/accessi/directory").await.is(200).sees("Ce n’è già uno");
        assert_eq!(page.field("segreto"), "");
        let (kept,): (String,) = app.app.db.one("select directory from provider", vec![]).await.unwrap();
        assert!(kept.contains("bind_password") && !kept.contains("\"admin\""), "{kept}");
        keeper.get("/amministrazione/accessi/directory/prova").await.is(200).sees("Tutto bene").sees("Questo posto c’è");
        let with = |field: &'static str, value: &str| {
            let mut form = tree.form();
            form.retain(|(name, _)| *name != field);
            form.push((field, value.to_owned()));
            form
        };
        keeper.post("/amministrazione/accessi/directory", &borrowed(&with("segreto", "sbagliata"))).await.is(303);
        keeper.get("/amministrazione/accessi/directory/prova").await.is(200).sees("Il Comune non è stato accettato");
        for (field, value, sentence) in [
            ("url", "ldap://ldap.town.example", "in chiaro"),
            ("url", "https://x.example", "Scrivi un indirizzo come ldaps://"),
            ("filtro", "(uid=anna)", "al posto del nome"),
            ("filtro", "(uid={user}", "al posto del nome"),
            ("base", "", "Questo serve"),
        ] {
            let seen = keeper.post("/amministrazione/accessi/directory", &borrowed(&with(field, value))).await.is(422).sees(sentence);
            assert!(!seen.text.contains("value=\"admin\""), "a secret is never drawn back");
        }
        let (changes,): (String,) = app.app.db.one("select string_agg(coalesce(after_value, ''), ' ') as x from audit where subject_kind = 'provider'", vec![]).await.unwrap();
        assert!(changes.contains("segreto: … (nuovo)") && !changes.contains("sbagliata"), "{changes}");
        app.person("anna").await.get("/amministrazione/accessi").await.is(403);
    }
}
