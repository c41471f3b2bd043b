//! Every address that answers to GET, with what stands for its parameters. A new address without parameters is visited at once;
//! one with parameters must be put here, or the test says so.

use dedalus::identity::{Act, Route};
use http::Method;

/// What stands for the parameters of addresses.
#[derive(Default, Clone)]
pub struct Known {
    pub posts: Vec<String>,
    /// Name in addresses, and number.
    pub communities: Vec<(String, String)>,
    /// Community and number.
    pub files: Vec<(String, String)>,
    /// Handle and number.
    pub people: Vec<(String, String)>,
    pub tags: Vec<String>,
    pub media: Vec<String>,
    pub captions: Vec<String>,
    pub reports: Vec<String>,
    pub decisions: Vec<String>,
    pub matters: Vec<String>,
    /// What is searched for.
    pub asked: Vec<String>,
}

/// What is searched for: a word that stands in every text, so that asking for it tells nothing.
pub const COMMON: &str = "lampara";

/// How a route is visited.
pub enum Visit {
    /// At these addresses.
    At(Vec<String>),
    /// The same, and the answer goes on for ever.
    Stream(Vec<String>),
    /// Not by staff: whoever moderates reads what was reported with its pictures, and knows which communities there are; that
    /// they see nothing else judged.rs asks.
    NotStaff(Vec<String>),
    /// Not at all, and why.
    Apart(#[expect(dead_code, reason = "for who reads this table")] &'static str),
}

/// Does this route belong to what is visited after every act, or only once at the end?
pub fn is_of_the_square(route: &Route) -> bool {
    matches!(route.act, Act::Read | Act::Report | Act::Speak | Act::KeepAccount | Act::UseOwnCredential)
}

/// The routes that are visited.
pub fn routes() -> Vec<Route> {
    dedalus::routes().list().iter().filter(|route| route.method == Method::GET).cloned().collect()
}

const ACCOUNT: &str = "an account's own doors: no text of the square passes there";
const SERVICES: &str = "the catalogue of services: the offices' own words, no text of the square passes there";
const TOWN_HALL: &str = "people, pages and offices of the town hall: no text of the square passes there";

/// How a route is visited, given what there is. None: nobody has thought of it yet.
pub fn visit(route: &Route, known: &Known) -> Option<Visit> {
    let path = route.path;
    if !path.contains('{') {
        return Some(plain(route, known));
    }
    let each = |name: &str, values: &[String]| values.iter().map(|value| path.replace(name, value)).collect::<Vec<_>>();
    let handles: Vec<String> = known.communities.iter().map(|(handle, _)| handle.clone()).collect();
    let people: Vec<String> = known.people.iter().map(|(handle, _)| handle.clone()).collect();
    let numbers: Vec<String> = known.people.iter().map(|(_, id)| id.clone()).collect();
    let starts = |prefix: &str| path.starts_with(prefix);
    Some(match path {
        "/post/{id}/diretta" => Visit::Stream(known.posts.iter().map(|id| format!("/post/{id}/diretta?da=0")).collect()),
        "/post/{id}" => Visit::At(known.posts.iter().flat_map(|id| of_post(id, &known.posts)).collect()),
        _ if starts("/post/{id}") || starts("/embed/post/{id}") => Visit::At(each("{id}", &known.posts)),
        _ if starts("/comunita/{handle}/file/{id}") => {
            Visit::At(known.files.iter().map(|(handle, id)| path.replace("{handle}", handle).replace("{id}", id)).collect())
        }
        "/comunita/{handle}/persone/{id}/allontanamento" => Visit::At(
            handles.iter().flat_map(|handle| numbers.iter().map(|id| path.replace("{handle}", handle).replace("{id}", id))).collect(),
        ),
        _ if starts("/comunita/{handle}") => Visit::At(each("{handle}", &handles)),
        _ if starts("/persone/{handle}") => Visit::At(each("{handle}", &people)),
        _ if starts("/pagine/{handle}") || starts("/embed/pagine/{handle}") => Visit::At(each("{handle}", &["biblioteca".into()])),
        _ if starts("/argomenti/{tag}") => Visit::At(each("{tag}", &known.tags)),
        "/media/{file}" => Visit::NotStaff(each("{file}", &known.media)),
        "/sottotitoli/{id}" => Visit::NotStaff(each("{id}", &known.captions)),
        _ if starts("/api/dedalus/v1/posts/{id}") => Visit::At(each("{id}", &known.posts)),
        _ if starts("/api/dedalus/v1/people/{handle}") => Visit::At(each("{handle}", &people)),
        _ if starts("/api/dedalus/v1/pages/{handle}") => Visit::At(each("{handle}", &["biblioteca".into()])),
        _ if starts("/api/dedalus/v1/communities/{handle}") => Visit::At(each("{handle}", &handles)),
        _ if starts("/api/dedalus/v1/tags/{tag}") => Visit::At(each("{tag}", &known.tags)),
        _ if starts("/uffici/{slug}") => Visit::At(each("{slug}", &["urp".into()])),
        "/sitemap/{month}" => Visit::At(vec!["/sitemap/2028-02.xml".into(), "/sitemap/2028-03.xml".into()]),
        "/io/abusi/{id}" => Visit::At(each("{id}", &known.reports)),
        "/io/decisioni/{id}" => Visit::At(each("{id}", &known.decisions)),
        "/segreteria/moderazione/{id}" => Visit::NotStaff(each("{id}", &known.matters)),
        "/segreteria/moderazione/decisioni/{id}" => Visit::NotStaff(each("{id}", &known.decisions)),
        "/segreteria/da-rivedere/{id}" => Visit::At(each("{id}", &known.posts)),
        "/amministrazione/comunita/{id}/chiusura" => {
            Visit::NotStaff(known.communities.iter().map(|(_, id)| path.replace("{id}", id)).collect())
        }
        _ if starts("/segreteria/moderazione/") => {
            Visit::Apart("a batch and an appeal: read by who moderates alone, which permissions.rs asks")
        }
        _ if starts("/prenotazioni/bozza/") || starts("/prenotazioni/mia/") => {
            Visit::Apart("a private address: what somebody typed for an appointment, and no text of the square")
        }
        _ if starts("/sala/{slug}") => Visit::Apart("numbers of a waiting room"),
        "/decisioni/{key}" => Visit::Apart("its key stands in one letter, to whoever wrote the text"),
        "/avvisi/disiscrizione/{word}" => Visit::Apart("its word is signed, and it names a kind of notice"),
        "/io/dati/{id}/archivio" => Visit::Apart("the copy is opened by itself at the end"),
        "/mappa/tile/{z}/{x}/{y}" => Visit::Apart("pictures of the ground"),
        "/assets/{file}" => Visit::Apart("files of the program"),
        _ if starts("/segnalazioni/mappa/") => {
            Visit::Apart("reports on the map: the test of the list in requests_map.rs asks what they count")
        }
        _ if starts("/open311/v2/") => Visit::Apart("requests for programs: what is private or hidden is asked in open311.rs"),
        _ if starts("/segnalazioni/{numero}") => Visit::Apart("requests have their own condition, and their own test of it in requests.rs"),
        _ if starts("/richieste/") || starts("/ricevute/") => Visit::Apart("their key stands in one letter, to whoever wrote the request"),
        _ if starts("/accedi/") || starts("/iscriviti/") || starts("/io/accessi/") || starts("/io/sessioni/") => Visit::Apart(ACCOUNT),
        _ if starts("/io/sicurezza/") || starts("/io/collegamenti/") || starts("/io/conferma/") => Visit::Apart(ACCOUNT),
        _ if starts("/servizi/") || starts("/api/dedalus/v1/services/") => Visit::Apart(SERVICES),
        _ if starts("/amministrazione/") || starts("/segreteria/") => Visit::Apart(TOWN_HALL),
        _ => return None,
    })
}

/// Addresses without parameters, with the questions that they understand.
fn plain(route: &Route, known: &Known) -> Visit {
    let path = route.path;
    let with = |questions: Vec<String>| {
        Visit::At(std::iter::once(path.to_owned()).chain(questions.iter().map(|question| format!("{path}?{question}"))).collect())
    };
    let posts = |name: &str| known.posts.iter().map(|id| format!("{name}={id}")).collect::<Vec<_>>();
    match path {
        "/cerca" => with(
            known
                .asked
                .iter()
                .flat_map(|word| {
                    let narrowed = ["&tipo=notizie", "&tipo=commenti", "&tipo=pagine", "&tipo=persone", "&tipo=comunita", "&tipo=uffici"];
                    let others = ["", "&ordine=data", "&voce=comune", "&da=2020-01-01&a=2099-12-31"];
                    narrowed.into_iter().chain(others).map(move |more| format!("q={word}{more}")).collect::<Vec<_>>()
                })
                .collect(),
        ),
        "/api/dedalus/v1/search" => with(known.asked.iter().map(|word| format!("q={word}")).collect()),
        "/cerca/feed.rss" | "/cerca/feed.atom" | "/cerca/feed.json" => with(vec![format!("q={COMMON}")]),
        "/io/piazza/nuovi" => with(vec!["dopo=1".into()]),
        "/piazza" => with(vec!["da=pagine".into(), "da=persone".into()]),
        "/piazza/nuovi" => with(vec!["dopo=1".into(), "da=persone&dopo=1".into()]),
        "/io/segnalibri" => with(vec![format!("q={COMMON}")]),
        "/oembed" => with(known.posts.iter().map(|id| format!("url=http://town.test/post/{id}")).collect()),
        "/post/nuovo" => {
            with(posts("cita").into_iter().chain(known.communities.iter().map(|(name, _)| format!("comunita={name}"))).collect())
        }
        "/io/avvisi/diretta" => Visit::Stream(vec![path.to_owned()]),
        _ if matches!(route.act, Act::Moderate | Act::KeepCommunities) => Visit::NotStaff(vec![path.to_owned()]),
        _ => with(Vec::new()),
    }
}

/// A post's page with its branches and quotations.
fn of_post(id: &str, others: &[String]) -> Vec<String> {
    let mut all = vec![format!("/post/{id}"), format!("/post/{id}?ordine=nuovi"), format!("/post/{id}?ordine=apprezzati")];
    for other in others.iter().filter(|other| *other != id).take(3) {
        all.push(format!("/post/{id}?ramo={other}"));
        all.push(format!("/post/{id}?cita=1&rispondi={other}"));
    }
    all
}

#[test]
fn every_address_is_visited_or_named_with_its_reason() {
    let routes = routes();
    let forgotten: Vec<&str> = routes.iter().filter(|route| visit(route, &Known::default()).is_none()).map(|route| route.path).collect();
    assert!(forgotten.is_empty(), "say in tests/town/leak/places.rs how these are visited: {forgotten:?}");
    assert!(routes.len() > 150, "{}", routes.len());
}
