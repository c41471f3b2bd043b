//! What hides or narrows: each scene publishes, lets people read, takes that away, and says at once who may read no more.

use kit::args;

use super::places::{COMMON, Known};
use super::world::{Piece, VIEWERS, World};
use dedalus::identity::Tier;

use crate::pictures::jpeg;
use crate::support::{Seen, Visitor};

/// All scenes.
#[derive(Debug, Clone, Copy)]
pub enum Scene {
    SecretFromTheStart,
    MadeSecret,
    MadeListed,
    SentAway,
    PrivateProfile,
    Blocked,
    HiddenByModeration,
    TakenBack,
    WaitsForTheAuthor,
    HeldByAPhrase,
    CommunityClosed,
    WaitsForASecondEditor,
    PeopleInLists,
}

impl Scene {
    pub const ALL: [Self; 13] = [
        Self::SecretFromTheStart,
        Self::MadeSecret,
        Self::MadeListed,
        Self::SentAway,
        Self::PrivateProfile,
        Self::Blocked,
        Self::HiddenByModeration,
        Self::TakenBack,
        Self::WaitsForTheAuthor,
        Self::HeldByAPhrase,
        Self::CommunityClosed,
        Self::WaitsForASecondEditor,
        Self::PeopleInLists,
    ];

    pub async fn play(self, world: &mut World<'_>) {
        match self {
            Self::SecretFromTheStart => secret_from_the_start(world).await,
            Self::MadeSecret => made_secret(world).await,
            Self::MadeListed => made_listed(world).await,
            Self::SentAway => sent_away(world).await,
            Self::PrivateProfile => private_profile(world).await,
            Self::Blocked => blocked(world).await,
            Self::HiddenByModeration => hidden_by_moderation(world).await,
            Self::TakenBack => taken_back(world).await,
            Self::WaitsForTheAuthor => waits_for_the_author(world).await,
            Self::HeldByAPhrase => held_by_a_phrase(world).await,
            Self::CommunityClosed => community_closed(world).await,
            Self::WaitsForASecondEditor => waits_for_a_second_editor(world).await,
            Self::PeopleInLists => people_in_lists(world).await,
        }
    }
}

/// Where a post is said, and with what.
#[derive(Default, Clone, Copy)]
struct Said<'a> {
    community: &'a str,
    picture: bool,
    warning: bool,
    replies: &'a str,
    quote: &'a str,
}

/// Publishes a post with a word of its own in every field.
async fn post(world: &mut World<'_>, who: &str, said: Said<'_>) -> Piece {
    let visitor = world.who(who);
    let [title, body, tag, warning, one, two, alt] = world.words();
    let text = format!("{COMMON} {body} #{tag}");
    let key = visitor.get("/post/nuovo").await.is(200).field("chiave");
    let mut fields = vec![
        ("voce", "io"),
        ("comunita", said.community),
        ("titolo", &title),
        ("testo", &text),
        ("risposte", if said.replies.is_empty() { "tutti" } else { said.replies }),
        ("cita", said.quote),
        ("scelta1", &one),
        ("scelta2", &two),
        ("chiave", &key),
    ];
    if said.warning {
        fields.push(("avviso", &warning));
    }
    let (mut picture, mut alt_field) = (String::new(), String::new());
    if said.picture {
        let photo = jpeg(300 + u32::try_from(world.dice.below(300)).unwrap(), 240 + u32::try_from(world.dice.below(200)).unwrap());
        let mut parts = parts(&fields);
        parts.extend([("azione", "", "", &b"carica"[..]), ("immagini", "foto.jpg", "image/jpeg", photo.as_slice())]);
        picture = visitor.post_files("/post", &parts).await.is(200).field("immagine");
        alt_field = format!("alt-{picture}");
    }
    if said.picture {
        fields.extend([("immagine", picture.as_str()), (alt_field.as_str(), alt.as_str())]);
    }
    fields.push(("azione", "pubblica"));
    let path = visitor.post_files("/post", &parts(&fields)).await.is(303).location();
    world.pass();
    let id = path.rsplit('/').next().unwrap().to_owned();
    let mut words = vec![title.clone(), body.clone(), tag.clone(), one.clone(), two.clone()];
    words.extend(said.warning.then(|| warning.clone()));
    let mut known = Known { posts: vec![id.clone()], tags: vec![tag.clone()], ..Known::default() };
    if said.picture {
        words.push(alt.clone());
        words.extend(recording(world, &id).await);
        let page = visitor.get(&path).await.is(200);
        let files =
            page.text.split("/media/").skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').next().unwrap());
        known.media = files.map(str::to_owned).collect();
        known.media.sort();
        known.media.dedup();
        words.extend(known.media.iter().cloned());
        let captions = page.text.split("/sottotitoli/").skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next().unwrap());
        known.captions = captions.map(str::to_owned).collect();
        assert!(!known.captions.is_empty(), "the video has captions");
    }
    Piece { id, words, known }
}

/// A video with the post, a word of its own in everything that is written beside it. Uploads have tests of their own.
async fn recording(world: &mut World<'_>, post: &str) -> [String; 4] {
    let [title, about, transcript, said] = world.words();
    let app = &world.app.app;
    let file = app.blobs.put(format!("moving pictures of {title}").into_bytes().into()).await.unwrap();
    let post: i64 = post.parse().unwrap();
    let words = format!("WEBVTT\n\n00:00.000 --> 00:01.000\n{said}\n");
    let (owner,): (i64,) = app.db.one("select author_id from post where id = $1", args![post]).await.unwrap();
    app.db
        .write(async |tx| {
            let (id, now) = (kit::ids::next(tx.now()), tx.now());
            tx.run(
                "insert into recording (id, owner_id, post_id, file, type, bytes, millis, width, height, title, description, transcript, created_at)
                 values ($1, $2, $3, $4, 'video/webm', 9, 1000, 320, 240, $5, $6, $7, $8)",
                args![id, owner, post, file, &title, &about, &transcript, now],
            )
            .await?;
            tx.run(
                "insert into caption (id, owner_id, recording_id, language, words, created_at) values ($1, $2, $3, 'it', $4, $5)",
                args![kit::ids::next(now), owner, id, &words, now],
            )
            .await?;
            Ok(())
        })
        .await
        .unwrap();
    [title, about, transcript, said]
}

fn parts<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str, &'a str, &'a [u8])> {
    fields.iter().map(|(name, value)| (*name, "", "", value.as_bytes())).collect()
}

/// A comment with a word of its own.
async fn comment(world: &mut World<'_>, who: &str, below: &str) -> Piece {
    let word = world.word();
    let visitor = world.who(who);
    let path = format!("/post/{below}");
    let key = visitor.get(&path).await.is(200).field("chiave");
    let text = format!("{COMMON} {word}");
    let said = visitor.post(&format!("{path}/commenti"), &[("testo", &text), ("voce", "io"), ("chiave", &key)]).await.is(303);
    world.pass();
    let id = said.header("location").rsplit("#c").next().unwrap().to_owned();
    Piece { known: Known { posts: vec![id.clone()], ..Known::default() }, id, words: vec![word] }
}

/// What everybody may read, of a page.
async fn notice_board(world: &mut World<'_>) -> String {
    let edo = world.who("edo");
    let path = crate::square::announce(&edo, "biblioteca", "Orari nuovi", "Si apre alle nove.").await;
    world.pass();
    path.rsplit('/').next().unwrap().to_owned()
}

struct Circle {
    handle: String,
    form: Vec<(&'static str, String)>,
    piece: Piece,
}

impl Circle {
    fn with(&self, kind: &str) -> Vec<(&'static str, String)> {
        self.form.iter().map(|(name, value)| (*name, if *name == "tipo" { kind.to_owned() } else { value.clone() })).collect()
    }
}

async fn send(visitor: &Visitor<'_>, path: &str, form: &[(&'static str, String)]) -> Seen {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post(path, &form).await
}

/// A community that anna keeps, with a file.
async fn circle(world: &mut World<'_>, kind: &str) -> Circle {
    let [name, handle, purpose, place, rules, file] = world.words();
    let handle = format!("c{handle}");
    let form = vec![
        ("nome", format!("Circolo {name}")),
        ("nickname", handle.clone()),
        ("scopo", format!("Per chi {purpose} la sera.")),
        ("tipo", kind.to_owned()),
        ("argomento", "sport".to_owned()),
        ("luogo", place.clone()),
        ("regole", format!("- Si parla di {rules}")),
    ];
    let anna = world.who("anna");
    send(&anna, "/comunita", &form).await.is(303);
    let key = anna.get(&format!("/comunita/{handle}/file")).await.is(200).field("chiave");
    let pdf = format!("%PDF-1.7 {file}");
    let sent =
        [("nome", "", "", file.as_bytes()), ("chiave", "", "", key.as_bytes()), ("file", "verbale.pdf", "application/pdf", pdf.as_bytes())];
    anna.post_files(&format!("/comunita/{handle}/file"), &sent).await.is(303);
    let (id, number): (i64, i64) = world
        .app
        .app
        .db
        .one(
            "select k.id, f.id as file from community k join community_file f on f.community_id = k.id where k.handle = $1",
            args![&handle],
        )
        .await
        .unwrap();
    let known = Known {
        communities: vec![(handle.clone(), id.to_string())],
        files: vec![(handle.clone(), number.to_string())],
        ..Known::default()
    };
    world.pass();
    let words = vec![name, handle[1..].to_owned(), purpose, place, rules, file];
    Circle { handle, form, piece: Piece { id: id.to_string(), words, known } }
}

async fn join(world: &World<'_>, who: &str, circle: &Circle) {
    world.who(who).post(&format!("/comunita/{}/iscrizione", circle.handle), &[]).await.is(303);
    world.pass();
}

async fn invite(world: &World<'_>, who: &str, circle: &Circle) {
    world.who("anna").post(&format!("/comunita/{}/inviti", circle.handle), &[("chi", who)]).await.is(303);
    join(world, who, circle).await;
}

/// Likes it, keeps it, answers the question in it.
async fn meddle(world: &World<'_>, who: &str, piece: &Piece) {
    let visitor = world.who(who);
    for what in ["apprezzamento", "segnalibro"] {
        visitor.post(&format!("/post/{}/{what}", piece.id), &[]).await.is(303);
    }
    visitor.post(&format!("/post/{}/voto", piece.id), &[("scelta", "0")]).await;
    world.pass();
}

const OUTSIDE: [&str; 4] = ["nobody", "dora", "edo", "pina"];
const NOT_ANNA: [&str; 5] = ["nobody", "carlo", "dora", "edo", "pina"];

async fn secret_from_the_start(world: &mut World<'_>) {
    let circle = circle(world, "secret").await;
    let warning = world.dice.below(2) == 0;
    let said = post(world, "anna", Said { community: &circle.handle, picture: true, warning, ..Said::default() }).await;
    let answer = comment(world, "anna", &said.id).await;
    let pieces = [circle.piece, said, answer];
    world.hidden("secret from the start", &pieces, &NOT_ANNA).await;
    world.twins(&pieces, &["nobody", "dora"]).await;
    world.settle().await;
}

async fn made_secret(world: &mut World<'_>) {
    let circle = circle(world, "open").await;
    for who in ["carlo", "dora"] {
        join(world, who, &circle).await;
    }
    let picture = world.dice.below(2) == 0;
    let said = post(world, "anna", Said { community: &circle.handle, picture, ..Said::default() }).await;
    let answer = comment(world, "carlo", &said.id).await;
    for who in ["carlo", "dora"] {
        meddle(world, who, &said).await;
    }
    world.who("dora").post(&format!("/argomenti/{}/seguito", said.known.tags[0]), &[]).await.is(303);
    world.settle().await;
    // Who has left an open community goes on reading it.
    world.who("dora").post(&format!("/comunita/{}/uscita", circle.handle), &[]).await.is(303);
    world.who("dora").post(&format!("/comunita/{}/seguito", circle.handle), &[]).await.is(303);
    let pieces = [circle.piece.clone(), said, answer];
    world.warm(&pieces, &["nobody", "dora"]).await;
    send(&world.who("anna"), &format!("/comunita/{}/impostazioni", circle.handle), &circle.with("secret")).await.is(303);
    // The name of the subject that she follows is a word of her own by now.
    let mut hers = pieces.clone();
    hers[1].words.remove(2);
    world.hidden("made secret", &hers, &["dora"]).await;
    world.hidden("made secret", &pieces, &["nobody", "edo", "pina"]).await;
    world.twins(&pieces, &["nobody", "edo"]).await;
    world.who("carlo").post(&format!("/comunita/{}/uscita", circle.handle), &[]).await.is(303);
    let mut others = pieces.clone();
    others[2].words.clear();
    world.hidden("left", &others, &["carlo"]).await;
    world.settle().await;
}

async fn made_listed(world: &mut World<'_>) {
    let circle = circle(world, "open").await;
    let said = post(world, "anna", Said { community: &circle.handle, ..Said::default() }).await;
    let answer = comment(world, "carlo", &said.id).await;
    let mut files = circle.piece.clone();
    files.words = vec![files.words.pop().unwrap()];
    let pieces = [files, said, answer];
    world.settle().await;
    world.warm(&pieces, &["nobody", "dora"]).await;
    send(&world.who("anna"), &format!("/comunita/{}/impostazioni", circle.handle), &circle.with("listed")).await.is(303);
    world.hidden("made listed", &pieces, &OUTSIDE).await;
    world.twins(&pieces[1..2], &["nobody", "dora"]).await;
    world.settle().await;
}

async fn sent_away(world: &mut World<'_>) {
    let circle = circle(world, "secret").await;
    invite(world, "dora", &circle).await;
    let said = post(world, "anna", Said { community: &circle.handle, ..Said::default() }).await;
    meddle(world, "dora", &said).await;
    world.settle().await;
    let pieces = [circle.piece.clone(), said];
    world.warm(&pieces, &["dora"]).await;
    let dora = world.id_of("dora").await;
    let mut form = vec![("motivo", "Non parla di questo.".to_owned())];
    if world.dice.below(2) == 0 {
        form.push(("sempre", "si".to_owned()));
    }
    send(&world.who("anna"), &format!("/comunita/{}/persone/{dora}/allontanamento", circle.handle), &form).await.is(303);
    world.hidden("sent away", &pieces, &["nobody", "dora", "edo", "pina"]).await;
    world.twins(&pieces, &["dora"]).await;
    world.settle().await;
}

async fn private_profile(world: &mut World<'_>) {
    for who in ["carlo", "dora"] {
        world.who(who).post("/persone/bea/seguito", &[]).await.is(303);
    }
    let picture = world.dice.below(2) == 0;
    let said = post(world, "bea", Said { picture, ..Said::default() }).await;
    let answer = comment(world, "anna", &said.id).await;
    meddle(world, "dora", &said).await;
    world.who("edo").post(&format!("/post/{}/condivisione", said.id), &[]).await.is(303);
    world.who("dora").post("/persone/edo/seguito", &[]).await.is(303);
    // Somebody quotes it while it can be read.
    post(world, "carlo", Said { quote: &said.id, ..Said::default() }).await;
    world.settle().await;
    let mut pieces = [said, answer];
    world.warm(&pieces, &["nobody", "dora"]).await;
    let (bea, dora) = (world.who("bea"), world.id_of("dora").await);
    bea.post("/io/profilo", &[("nome", "Bea Prova"), ("bio", ""), ("lingua", "it"), ("privato", "si")]).await.is(303);
    world.hidden("private profile", &pieces, &["nobody", "edo", "pina"]).await;
    bea.post(&format!("/io/seguaci/{dora}/rimozione"), &[]).await.is(303);
    world.hidden("follower sent away", &pieces, &["dora"]).await;
    world.twins(&pieces, &["nobody", "dora"]).await;
    // What she says from now on is hidden from the first moment.
    pieces[0] = post(world, "bea", Said::default()).await;
    world.hidden("private from the start", &pieces[..1], &["nobody", "anna", "dora", "edo", "pina"]).await;
    world.settle().await;
}

async fn blocked(world: &mut World<'_>) {
    let board = notice_board(world).await;
    world.who("dora").post("/persone/gino/seguito", &[]).await.is(303);
    let warning = world.dice.below(2) == 0;
    let picture = world.dice.below(2) == 0;
    let said = post(world, "gino", Said { picture, warning, ..Said::default() }).await;
    let answer = comment(world, "gino", &board).await;
    let below = comment(world, "anna", &said.id).await;
    meddle(world, "dora", &said).await;
    post(world, "anna", Said { quote: &said.id, ..Said::default() }).await;
    world.settle().await;
    let pieces = [said, answer, below];
    world.warm(&pieces, &["dora"]).await;
    let (one, other) = if world.dice.below(2) == 0 { ("gino", "dora") } else { ("dora", "gino") };
    world.who(one).post(&format!("/persone/{other}/blocco"), &[]).await.is(303);
    world.hidden("blocked", &pieces, &["dora"]).await;
    world.twins(&pieces[..1], &["dora"]).await;
    world.settle().await;
}

/// Somebody reports it, and it is hidden.
async fn hide(world: &mut World<'_>, piece: &mut Piece) {
    let report = world.who("dora").post(&format!("/post/{}/abuso", piece.id), &[("motivo", "offese"), ("parole", "Non va")]).await.is(303);
    piece.known.reports.push(report.location().rsplit('/').next().unwrap().to_owned());
    let (matter,): (i64,) = world.app.app.db.one("select max(id) as n from matter where closed_at is null", vec![]).await.unwrap();
    piece.known.matters.push(matter.to_string());
    let form = [("azione", "nascondi"), ("regola", "offese"), ("fatti", "Non si parla così in piazza."), ("durata", "")];
    world.who("pina").post(&format!("/segreteria/moderazione/{matter}/decisione"), &form).await.is(303);
    let (decision,): (i64,) = world.app.app.db.one("select max(id) as n from decision", vec![]).await.unwrap();
    piece.known.decisions.push(decision.to_string());
}

async fn hidden_by_moderation(world: &mut World<'_>) {
    let board = notice_board(world).await;
    let picture = world.dice.below(2) == 0;
    let mut said = post(world, "lia", Said { picture, ..Said::default() }).await;
    let below = comment(world, "anna", &said.id).await;
    let mut answer = comment(world, "lia", &board).await;
    meddle(world, "dora", &said).await;
    post(world, "carlo", Said { quote: &said.id, ..Said::default() }).await;
    world.who("carlo").post(&format!("/post/{}/condivisione", said.id), &[]).await.is(303);
    world.settle().await;
    world.warm(&[said.clone(), answer.clone()], &["nobody", "dora"]).await;
    hide(world, &mut said).await;
    let pieces = [said, below];
    world.hidden("hidden", &pieces, &["nobody", "carlo", "dora", "edo", "pina"]).await;
    world.twins(&pieces[..1], &["nobody", "dora"]).await;
    hide(world, &mut answer).await;
    world.hidden("hidden comment", &[answer], &VIEWERS).await;
    world.settle().await;
}

async fn taken_back(world: &mut World<'_>) {
    let board = notice_board(world).await;
    let picture = world.dice.below(2) == 0;
    let said = post(world, "lia", Said { picture, ..Said::default() }).await;
    let below = comment(world, "anna", &said.id).await;
    let answer = comment(world, "lia", &board).await;
    meddle(world, "dora", &said).await;
    world.who("carlo").post(&format!("/post/{}/condivisione", said.id), &[]).await.is(303);
    world.settle().await;
    world.warm(&[said.clone(), answer.clone()], &["nobody", "dora"]).await;
    let lia = world.who("lia");
    lia.post(&format!("/post/{}/cancellazione", answer.id), &[]).await.is(303);
    world.hidden("comment taken back", &[answer], &VIEWERS).await;
    lia.post(&format!("/post/{}/cancellazione", said.id), &[]).await.is(303);
    world.hidden("taken back", &[said, below], &VIEWERS).await;
    world.settle().await;
}

async fn waits_for_the_author(world: &mut World<'_>) {
    let said = post(world, "lia", Said { replies: "approvazione", ..Said::default() }).await;
    world.settle().await;
    world.warm(std::slice::from_ref(&said), &["nobody"]).await;
    let answer = comment(world, "dora", &said.id).await;
    let from = ["nobody", "anna", "carlo", "edo", "pina"];
    world.hidden("waits for the author", std::slice::from_ref(&answer), &from).await;
    world.twins(std::slice::from_ref(&answer), &["nobody", "carlo"]).await;
    world.settle().await;
    if world.dice.below(2) == 0 {
        world.who("lia").post(&format!("/post/{}/da-approvare/rifiuto", said.id), &[("commento", &answer.id)]).await.is(303);
        world.hidden("refused", std::slice::from_ref(&answer), &from).await;
    }
    world.settle().await;
}

async fn held_by_a_phrase(world: &mut World<'_>) {
    let rules = "/segreteria/regole-di-moderazione/frasi";
    world.who("sara").post(rules, &[("frase", "sardina fritta"), ("effetto", "trattieni"), ("avviso", "")]).await.is(303);
    let said = post(world, "lia", Said::default()).await;
    let answer = comment(world, "anna", &said.id).await;
    meddle(world, "dora", &said).await;
    world.settle().await;
    let pieces = [said, answer];
    world.warm(&pieces, &["nobody", "dora"]).await;
    let (lia, path) = (world.who("lia"), format!("/post/{}/modifica", pieces[0].id));
    let form = lia.get(&path).await.is(200);
    let (version, key, text) = (form.field("versione"), form.field("chiave"), format!("{COMMON} {} sardina fritta", pieces[0].words[1]));
    let fields = [
        ("titolo", pieces[0].words[0].as_str()),
        ("testo", &text),
        ("risposte", "tutti"),
        ("versione", &version),
        ("chiave", &key),
        ("azione", "pubblica"),
    ];
    lia.post_files(&path, &parts(&fields)).await.is(303);
    world.hidden("held by a phrase", &pieces, &NOT_ANNA).await;
    world.twins(&pieces[..1], &["nobody", "dora"]).await;
    world.settle().await;
}

async fn community_closed(world: &mut World<'_>) {
    let circle = circle(world, "open").await;
    join(world, "carlo", &circle).await;
    let said = post(world, "anna", Said { community: &circle.handle, ..Said::default() }).await;
    meddle(world, "carlo", &said).await;
    world.settle().await;
    let pieces = [circle.piece.clone(), said];
    world.warm(&pieces, &["nobody", "carlo"]).await;
    let path = format!("/amministrazione/comunita/{}/chiusura", circle.piece.id);
    world.who("sara").post(&path, &[("motivo", "Non rispetta le regole.")]).await.is(303);
    world.hidden("community closed", &pieces, &NOT_ANNA).await;
    world.twins(&pieces, &["nobody", "carlo"]).await;
    world.settle().await;
}

async fn waits_for_a_second_editor(world: &mut World<'_>) {
    world
        .app
        .app
        .db
        .write(async |tx| Ok(tx.run("update page set two_person = 1 where handle = 'biblioteca'", vec![]).await?))
        .await
        .unwrap();
    let [title, body] = world.words();
    let edo = world.who("edo");
    let key = edo.get("/post/nuovo").await.is(200).field("chiave");
    let text = format!("{COMMON} {body}");
    let fields =
        [("voce", "biblioteca"), ("titolo", &title), ("testo", &text), ("risposte", "tutti"), ("chiave", &key), ("azione", "pubblica")];
    edo.post_files("/post", &parts(&fields)).await.is(303);
    world
        .app
        .app
        .db
        .write(async |tx| Ok(tx.run("update page set two_person = 0 where handle = 'biblioteca'", vec![]).await?))
        .await
        .unwrap();
    let (id,): (i64,) = world.app.app.db.one("select max(id) as n from held_post", vec![]).await.unwrap();
    let known = Known { posts: vec![id.to_string()], ..Known::default() };
    let piece = Piece { id: id.to_string(), words: vec![title, body], known };
    world.hidden("waits for a second editor", &[piece], &["nobody", "anna", "carlo", "dora", "pina"]).await;
    world.settle().await;
}

/// Two people who say nothing, and like something: whom others meet in lists alone. Their own pages are not visited.
async fn people_in_lists(world: &mut World<'_>) {
    let board = notice_board(world).await;
    for (handle, from) in [("rita", &VIEWERS[..]), ("nina", &["dora"][..])] {
        world.app.new_person(handle, Tier::Registered).await;
        let (name, who) = (world.word(), world.app.sign_in(handle).await);
        let own = [("nome", name.as_str()), ("bio", ""), ("lingua", "it")];
        who.post("/io/profilo", &own).await.is(303);
        who.post(&format!("/post/{board}/apprezzamento"), &[]).await.is(303);
        world.who("dora").post(&format!("/persone/{handle}/seguito"), &[]).await.is(303);
        who.post("/persone/dora/seguito", &[]).await.is(303);
        world.settle().await;
        let known = Known { posts: vec![board.clone()], asked: vec![handle.to_owned(), name.clone()], ..Known::default() };
        let piece = Piece { id: board.clone(), words: vec![name.clone()], known };
        world.warm(std::slice::from_ref(&piece), &["nobody", "dora"]).await;
        if handle == "rita" {
            who.post("/io/profilo", &[("nome", name.as_str()), ("bio", ""), ("lingua", "it"), ("privato", "si")]).await.is(303);
            // Whom she follows, who followed her while everybody could, and who was told that she likes what they wrote know her.
            let from: Vec<&'static str> = from.iter().copied().filter(|name| !["dora", "edo"].contains(name)).collect();
            world.hidden("private person", &[piece], &from).await;
        } else {
            who.post("/persone/dora/blocco", &[]).await.is(303);
            world.hidden("blocked person", &[piece], from).await;
        }
        world.settle().await;
    }
}
