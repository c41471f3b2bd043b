//! Video and audio: from the form to the player, and who may play what.

use dedalus::identity::Tier;
use http::{Method, header};
use kit::args;

use crate::mydata::{copy_of, run};
use crate::pictures::jpeg;
use crate::posts::{number, person};
use crate::support::{On, Seen, TestApp, Visitor};
use crate::town_tests;

const PLANTED: &str = "PIANTATO";
const VTT: &[u8] = b"WEBVTT\n\nNOTE nascosto\n\n00:00.000 --> 00:00.900\nBenvenuti al <b>Carnevale</b>\n";

fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../kit/tests/recordings/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

/// One field or file of a form: name, file name, content.
pub type Part<'a> = (&'a str, &'a str, &'a [u8]);

/// Sends the form of a post with one of its buttons.
pub async fn press(who: &Visitor<'_>, path: &str, button: &str, parts: &[Part<'_>]) -> Seen {
    let mut all = vec![("testo", "", "", &b"Guardate che bello"[..]), ("azione", "", "", button.as_bytes())];
    if !parts.iter().any(|(field, ..)| *field == "chiave") {
        all.push(("chiave", "", "", b"una-chiave"));
    }
    all.extend(parts.iter().map(|(field, file, bytes)| (*field, *file, "application/octet-stream", *bytes)));
    who.post_files(path, &all).await
}

/// The value of a hidden field; none when the form has none.
pub fn hidden(seen: &Seen, name: &str) -> Option<String> {
    let (_, rest) = seen.text.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

/// Uploads into the form; the number of the recording.
pub async fn upload(who: &Visitor<'_>, name: &str) -> String {
    let seen = press(who, "/post", "carica", &[("registrazione-file", "x.bin", &sample(name))]).await.is(200);
    hidden(&seen, "registrazione").unwrap()
}

/// Publishes an audio; the post's path and that of the file.
async fn publish(app: &TestApp, who: &Visitor<'_>, more: &[Part<'_>]) -> (String, String) {
    let id = upload(who, "sound.mp3").await;
    let mut parts: Vec<Part<'_>> = vec![
        ("registrazione", "", id.as_bytes()),
        ("registrazione-titolo", "", b"Una nota sola"),
        ("registrazione-trascrizione", "", b"Si sente un la, quello dell\xe2\x80\x99ocarina."),
    ];
    parts.extend(more);
    let post = press(who, "/post", "pubblica", &parts).await.is(303).location();
    (post, file_of(app, &id).await)
}

pub async fn file_of(app: &TestApp, id: &str) -> String {
    let (file,): (String,) = app.app.db.one("select file from recording where id = $1", args![id.parse::<i64>().unwrap()]).await.unwrap();
    format!("/media/{file}")
}

/// Asks for a file with headers: status, headers, bytes.
async fn fetch(who: &Visitor<'_>, method: Method, path: &str, headers: &[(&str, &str)]) -> (u16, http::HeaderMap, Vec<u8>) {
    let mut request = who.request(method, path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    who.fetch(request.body(axum::body::Body::empty()).unwrap()).await
}

fn holds(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|window| window == what.as_bytes())
}

town_tests! {
    async fn a_video_is_published_with_captions_poster_and_words_and_no_byte_says_where_it_was_made(app) {
        let anna = app.person("anna").await;
        let video = upload(&anna, "place.mp4").await;
        // Without captions and transcript it does not go out, and nothing typed is lost.
        let parts: &[Part<'_>] = &[("registrazione", "", video.as_bytes()), ("registrazione-titolo", "", b"Il carro")];
        press(&anna, "/post", "pubblica", parts).await.is(422).sees("Aggiungi i sottotitoli o scrivi la trascrizione").sees("Il carro").sees("Guardate che bello");
        let wrong = [parts, &[("sottotitoli-lingua", "", b"it"), ("sottotitoli-file", "a.vtt", b"WEBVTT\n\n00:05.000 --> 00:01.000\nx")]].concat();
        press(&anna, "/post", "carica", &wrong).await.is(422).sees("riga 3: la fine viene prima");
        let photo = jpeg(300, 200);
        let more = [parts, &[("sottotitoli-lingua", "", b"it"), ("sottotitoli-file", "a.vtt", VTT), ("copertina-file", "c.jpg", &photo)]].concat();
        let form = press(&anna, "/post", "carica", &more).await.is(200);
        let (caption, poster) = (hidden(&form, "sottotitoli").unwrap(), hidden(&form, "copertina").unwrap());
        app.visitor().get(&format!("/sottotitoli/{caption}")).await.is(404);
        let whole = [parts, &[("sottotitoli", "", caption.as_bytes()), ("copertina", "", poster.as_bytes())]].concat();
        let post = press(&anna, "/post", "pubblica", &whole).await.is(303).location();
        let page = app.visitor().get(&post).await.is(200).sees("<video").sees("controls").sees("kind=\"captions\"").sees("srclang=\"it\"").sees("Il carro").sees("poster=\"/media/").sees("VideoObject");
        assert!(!page.text.contains("autoplay") && !page.text.contains("ded-gallery"), "the poster is no picture of the post");
        let written = app.visitor().get(&format!("/sottotitoli/{caption}")).await.is(200).sees("Benvenuti al <b>Carnevale</b>");
        assert!(!written.text.contains("nascosto"));
        assert_eq!(written.header("content-type"), "text/vtt; charset=utf-8");
        let (status, headers, bytes) = fetch(&app.visitor(), Method::GET, &file_of(app, &video).await, &[]).await;
        assert_eq!((status, headers[header::CONTENT_TYPE].to_str().unwrap()), (200, "video/mp4"));
        assert!(holds(&sample("place.mp4"), PLANTED) && !holds(&bytes, PLANTED));
        app.run_jobs().await;
    }

    async fn parts_of_a_file_are_served_as_the_standard_says(app) {
        let anna = app.person("anna").await;
        let (_, file) = publish(app, &anna, &[]).await;
        let visitor = app.visitor();
        let (status, headers, whole) = fetch(&visitor, Method::GET, &file, &[]).await;
        assert_eq!((status, headers[header::ACCEPT_RANGES].to_str().unwrap()), (200, "bytes"));
        assert_eq!(headers[header::CONTENT_DISPOSITION], "inline");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        let tag = headers[header::ETAG].to_str().unwrap().to_owned();
        let length = whole.len();
        for (range, first, last) in [("bytes=0-99", 0, 99), ("bytes=1000-", 1000, length - 1), ("bytes=-7", length - 7, length - 1)] {
            let (status, headers, part) = fetch(&visitor, Method::GET, &file, &[("range", range), ("if-range", &tag)]).await;
            assert_eq!((status, headers[header::CONTENT_RANGE].to_str().unwrap()), (206, format!("bytes {first}-{last}/{length}").as_str()));
            assert_eq!(headers[header::CONTENT_LENGTH].to_str().unwrap(), part.len().to_string());
            assert!(part == whole[first..=last], "{range}");
        }
        for headers in [&[("range", "bytes=0-1,4-5")][..], &[("range", "bytes=0-9"), ("if-range", "\"other\"")], &[("range", "lines=0-9")]] {
            let (status, _, bytes) = fetch(&visitor, Method::GET, &file, headers).await;
            assert!(status == 200 && bytes == whole, "{headers:?}");
        }
        let (status, headers, bytes) = fetch(&visitor, Method::GET, &file, &[("range", "bytes=999999-")]).await;
        assert_eq!((status, headers[header::CONTENT_RANGE].to_str().unwrap(), bytes.len()), (416, format!("bytes */{length}").as_str(), 0));
        let (status, headers, bytes) = fetch(&visitor, Method::HEAD, &file, &[("range", "bytes=0-9")]).await;
        assert_eq!((status, headers[header::CONTENT_LENGTH].to_str().unwrap(), bytes.len()), (200, length.to_string().as_str(), 0));
        let (status, _, bytes) = fetch(&visitor, Method::GET, &file, &[("range", "bytes=0-9"), ("if-none-match", &tag)]).await;
        assert_eq!((status, bytes.len()), (304, 0));
        app.run_jobs().await;
    }

    async fn who_may_not_read_the_post_does_not_find_its_recording(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let id = upload(&anna, "sound.mp3").await;
        let draft = file_of(app, &id).await;
        bruno.get(&draft).await.is(404);
        // Nobody publishes what somebody else uploaded.
        let stolen: &[Part<'_>] = &[("registrazione", "", id.as_bytes()), ("registrazione-titolo", "", b"Mia"), ("registrazione-trascrizione", "", b"x")];
        let post = press(&bruno, "/post", "pubblica", stolen).await.is(303).location();
        assert!(!app.visitor().get(&post).await.is(200).text.contains("<audio"));
        let (post, file) = publish(app, &anna, &[("avviso", "", b"")]).await;
        assert_eq!(fetch(&bruno, Method::GET, &file, &[]).await.0, 200);
        let anna_id = person(app, "anna").await;
        app.app.db.write(async |tx| { tx.run("update person set private = 1 where id = $1", args![anna_id]).await?; tx.touch("square"); Ok(()) }).await.unwrap();
        for who in [&app.visitor(), &bruno] {
            assert_eq!(fetch(who, Method::GET, &file, &[("range", "bytes=0-1")]).await.0, 404);
            who.get(&post).await.is(404);
        }
        assert_eq!(fetch(&anna, Method::GET, &file, &[]).await.0, 200);
        app.run_jobs().await;
    }

    async fn each_bad_file_gets_its_sentence_and_loses_nothing(app) {
        let anna = app.person("anna").await;
        let half = sample("place.mp4");
        let cases: [(&[u8], &str); 5] = [
            (&sample("hevc.mp4"), "HEVC (H.265)"),
            (&sample("sound.wav"), "formato WAV"),
            (&half[..half.len() / 2], "rovinato o incompleto"),
            (b"<html><script>alert(1)</script></html>", "non è un video o un audio"),
            (&jpeg(20, 20), "non è un video o un audio"),
        ];
        for (bytes, sentence) in cases {
            let seen = press(&anna, "/post", "carica", &[("registrazione-file", "video.mp4", bytes)]).await.is(422);
            seen.sees(sentence).sees("Guardate che bello");
        }
        assert_eq!(number(app, "select count(*) as n from recording").await, 0);
    }

    async fn a_script_gets_the_part_of_the_form_alone(app) {
        let anna = app.person("anna").await;
        app.visitor().post_files("/registrazioni", &[("registrazione-file", "a", "", &sample("place.webm"))]).await.is(401);
        let seen = anna.post_files("/registrazioni", &[("registrazione-file", "a", "", &sample("place.webm")), ("registrazione-titolo", "", "", "L’onda".as_bytes())]).await.is(200);
        assert!(seen.text.trim_start().starts_with("<fieldset") && seen.text.contains("L’onda") && hidden(&seen, "registrazione").is_some());
        anna.post_files("/registrazioni", &[("registrazione-file", "a.mp4", "", b"no")]).await.is(422).sees("non è un video o un audio");
    }

    async fn the_words_of_a_recording_are_found_told_in_feeds_and_in_the_copy_of_ones_data(app) {
        let anna = app.editor("anna", &["comune"]).await;
        let (post, file) = publish(app, &anna, &[("voce", "", b"comune"), ("titolo", "", b"Una nota")]).await;
        app.visitor().get("/cerca?q=ocarina").await.is(200).sees("Una nota");
        let rss = app.visitor().get("/feed.rss").await.is(200);
        assert!(rss.text.contains("<enclosure") && rss.text.contains(&file) && rss.text.contains("audio/mpeg"), "{}", rss.text);
        // Taken back it is found by nobody; brought back it is.
        anna.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        assert_eq!(fetch(&app.visitor(), Method::GET, &file, &[]).await.0, 404);
        assert!(!app.visitor().get("/cerca?q=ocarina").await.is(200).text.contains(&post));
        anna.post(&format!("{post}/ripristino"), &[]).await.is(303);
        assert_eq!(fetch(&app.visitor(), Method::GET, &file, &[]).await.0, 200);
        publish(app, &anna, &[("chiave", "", b"altra")]).await;
        anna.post("/io/dati", &[]).await.is(303);
        app.run_jobs().await;
        let copy = copy_of(app, person(app, "anna").await).await;
        assert!(copy.names.iter().any(|name| name.starts_with("registrazioni/") && name.ends_with(".mp3")), "{:?}", copy.names);
        assert!(copy.data.to_string().contains("ocarina"));
        app.run_jobs().await;
    }

    async fn a_changed_post_keeps_or_gives_back_its_recording_and_what_nobody_published_is_swept(app) {
        let anna = app.person("anna").await;
        let (post, file) = publish(app, &anna, &[]).await;
        let form = anna.get(&format!("{post}/modifica")).await.is(200).sees("Una nota sola").sees("ocarina");
        let (id, version) = (hidden(&form, "registrazione").unwrap(), hidden(&form, "versione").unwrap());
        let edit = format!("{post}/modifica");
        let kept: &[Part<'_>] = &[("versione", "", version.as_bytes()), ("registrazione", "", id.as_bytes()), ("registrazione-titolo", "", b"Due note"), ("registrazione-trascrizione", "", b"Si sente un tamburello.")];
        press(&anna, &edit, "pubblica", kept).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Due note").sees("modificato");
        app.visitor().get("/cerca?q=tamburello").await.is(200).sees(&post);
        let version = hidden(&anna.get(&edit).await, "versione").unwrap();
        press(&anna, &edit, "pubblica", &[("versione", "", version.as_bytes())]).await.is(303);
        assert!(!app.visitor().get(&post).await.text.contains("<audio"));
        assert_eq!(fetch(&app.visitor(), Method::GET, &file, &[]).await.0, 404);
        app.clock.advance(3 * kit::clock::DAY);
        run(app, "social.sweep").await;
        assert_eq!(number(app, "select count(*) as n from recording").await, 0);
        app.new_person("carla", Tier::Verified).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_of_size_and_of_a_day_are_said_beside_the_field() {
    for on in [On::Sqlite, On::Postgres] {
        let app = TestApp::start_with(on, |config| (config.recordings.each_day, config.recordings.bytes) = (1, 6000)).await;
        let anna = app.person("anna").await;
        let send = async |name: &str| press(&anna, "/post", "carica", &[("registrazione-file", "x", &sample(name))]).await;
        send("place.mp4").await.is(422).sees("Il file è troppo grande").sees("Guardate che bello");
        send("sound.mp3").await.is(200);
        send("sound.opus").await.is(422).sees("troppi video o audio in un giorno");
        app.end().await;
    }
}
