use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use crate::xml::legal;

/// An element as it reads back: its path, attributes and own text.
#[derive(Debug, Default, Clone)]
struct Node {
    path: String,
    attributes: Vec<(String, String)>,
    text: String,
}

fn read(xml: &str) -> Vec<Node> {
    let mut reader = Reader::from_str(xml);
    let (mut done, mut open): (Vec<Node>, Vec<usize>) = Default::default();
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                let above = open.last().map_or(String::new(), |at| format!("{}/", done[*at].path));
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    (attribute.key.0.to_owned(), attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap().into_owned())
                });
                done.push(Node { path: format!("{above}{}", start.name().0), attributes: attributes.collect(), text: String::new() });
                if matches!(event, Event::Start(_)) {
                    open.push(done.len() - 1);
                }
            }
            Event::End(_) => drop(open.pop().unwrap()),
            Event::Text(text) => {
                if let Some(at) = open.last() {
                    done[*at].text.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(reference) => {
                let at = *open.last().unwrap();
                let letter = match reference.resolve_char_ref().unwrap() {
                    Some(letter) => letter.to_string(),
                    None => quick_xml::escape::unescape(&format!("&{};", &**reference)).unwrap().into_owned(),
                };
                done[at].text.push_str(&letter);
            }
            Event::Eof => break,
            Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    done
}

fn texts<'a>(nodes: &'a [Node], path: &str) -> Vec<&'a str> {
    nodes.iter().filter(|node| node.path == path).map(|node| node.text.as_str()).collect()
}

fn attributes<'a>(nodes: &'a [Node], path: &str, name: &str) -> Vec<&'a str> {
    let found = nodes.iter().filter(|node| node.path == path);
    found.filter_map(|node| node.attributes.iter().find(|(key, _)| key == name)).map(|(_, value)| value.as_str()).collect()
}

fn carnival() -> Feed {
    Feed {
        title: "Comune di Termini Imerese".into(),
        description: "Novità dal Comune & dalla Biblioteca".into(),
        link: "https://town.example/".into(),
        address: "https://town.example/feed".into(),
        language: "it".into(),
        items: vec![Item {
            id: "https://town.example/post/12".into(),
            link: "https://town.example/post/12".into(),
            title: "Carnevale: \"si parte\" <domani>".into(),
            summary: "Carri & maschere".into(),
            html: "<p>Carri &amp; maschere</p>".into(),
            author: "Biblioteca \"Liciniana\"".into(),
            published: "2028-02-24T09:00:00.5Z".parse().unwrap(),
            updated: "2028-02-25T23:59:59.999999Z".parse().unwrap(),
            attachments: vec![
                Attachment {
                    url: "https://town.example/media/a?b=1&c=2".into(),
                    media_type: "image/webp".into(),
                    length: 1234,
                    title: "Un carro".into(),
                },
                Attachment {
                    url: "https://town.example/media/d".into(),
                    media_type: "application/pdf".into(),
                    length: 5,
                    title: String::new(),
                },
            ],
        }],
    }
}

#[test]
fn rss_says_what_readers_need() {
    let rss = carnival().rss();
    assert!(rss.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""), "{rss}");
    let nodes = read(&rss);
    assert_eq!(texts(&nodes, "rss/channel/title"), ["Comune di Termini Imerese"]);
    assert_eq!(attributes(&nodes, "rss/channel/atom:link", "href"), ["https://town.example/feed"]);
    assert_eq!(texts(&nodes, "rss/channel/lastBuildDate"), ["Fri, 25 Feb 2028 23:59:59 +0000"]);
    assert_eq!(texts(&nodes, "rss/channel/item/pubDate"), ["Thu, 24 Feb 2028 09:00:00 +0000"]);
    assert_eq!(texts(&nodes, "rss/channel/item/title"), ["Carnevale: \"si parte\" <domani>"]);
    assert_eq!(texts(&nodes, "rss/channel/item/description"), ["Carri &amp; maschere"]);
    assert_eq!(texts(&nodes, "rss/channel/item/content:encoded"), ["<p>Carri &amp; maschere</p>"]);
    assert_eq!(texts(&nodes, "rss/channel/item/dc:creator"), ["Biblioteca \"Liciniana\""]);
    assert_eq!(attributes(&nodes, "rss/channel/item/guid", "isPermaLink"), ["true"]);
    assert_eq!(attributes(&nodes, "rss/channel/item/enclosure", "url"), ["https://town.example/media/a?b=1&c=2"]);
    assert_eq!(attributes(&nodes, "rss/channel/item/enclosure", "length"), ["1234"]);
    let mut feed = carnival();
    feed.items[0].id = "tag:town.example,2028:post/12".into();
    assert_eq!(attributes(&read(&feed.rss()), "rss/channel/item/guid", "isPermaLink"), ["false"]);
}

#[test]
fn atom_says_what_the_standard_asks_for() {
    let nodes = read(&carnival().atom());
    assert_eq!(attributes(&nodes, "feed", "xml:lang"), ["it"]);
    assert_eq!(texts(&nodes, "feed/id"), ["https://town.example/feed"]);
    assert_eq!(texts(&nodes, "feed/updated"), ["2028-02-25T23:59:59Z"]);
    assert_eq!(texts(&nodes, "feed/entry/published"), ["2028-02-24T09:00:00Z"]);
    assert_eq!(texts(&nodes, "feed/entry/content"), ["<p>Carri &amp; maschere</p>"]);
    assert_eq!(texts(&nodes, "feed/entry/summary"), ["Carri & maschere"]);
    assert_eq!(texts(&nodes, "feed/entry/author/name"), ["Biblioteca \"Liciniana\""]);
    assert_eq!(attributes(&nodes, "feed/entry/link", "rel"), ["alternate", "enclosure", "enclosure"]);
    assert_eq!(attributes(&nodes, "feed/entry/link", "title"), ["Un carro"]);
}

#[test]
fn json_says_the_same() {
    let json: serde_json::Value = serde_json::from_str(&carnival().json()).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["feed_url"], "https://town.example/feed");
    let item = &json["items"][0];
    assert_eq!(item["content_html"], "<p>Carri &amp; maschere</p>");
    assert!(item.get("content_text").is_none());
    assert_eq!(item["authors"][0]["name"], "Biblioteca \"Liciniana\"");
    assert_eq!(item["date_published"], "2028-02-24T09:00:00Z");
    assert_eq!(item["attachments"][0]["size_in_bytes"], 1234);
    assert!(item["attachments"][1].get("title").is_none());
}

#[test]
fn an_empty_feed_and_a_bare_item_are_whole_all_the_same() {
    let mut feed = carnival();
    feed.items[0] = Item {
        title: String::new(),
        summary: String::new(),
        html: String::new(),
        author: String::new(),
        attachments: vec![],
        ..feed.items[0].clone()
    };
    let nodes = read(&feed.rss());
    assert_eq!(texts(&nodes, "rss/channel/item/description"), [""]);
    assert_eq!(texts(&read(&feed.atom()), "feed/entry/title"), [""]);
    assert_eq!(texts(&read(&feed.atom()), "feed/author/name"), ["Comune di Termini Imerese"]);
    assert!(feed.json().contains("\"content_text\":\"\""));
    feed.items.clear();
    assert_eq!(texts(&read(&feed.atom()), "feed/updated"), ["1970-01-01T00:00:00Z"]);
    assert!(read(&feed.rss()).len() > 5 && feed.json().contains("\"items\":[]"));
}

#[test]
fn what_no_xml_may_hold_is_dropped() {
    assert_eq!(legal("a\0b\u{8}c\td\n\u{FFFE}e\u{1F600}\u{b}"), "abc\td\ne\u{1F600}");
}

fn any_item() -> impl Strategy<Value = Item> {
    let text = || proptest::string::string_regex("(.|[\0-\u{1f}]|[<>&\"']|]]>|&amp;){0,20}").unwrap();
    let moment = || (-2_000_000_000_i64..4_000_000_000).prop_map(|second| Timestamp::from_second(second).unwrap());
    let files = proptest::collection::vec((text(), text(), any::<u64>(), text()), 0..3);
    ((text(), text(), text(), text()), (text(), text()), (moment(), moment()), files).prop_map(
        |((id, link, title, summary), (html, author), (published, updated), files)| Item {
            id,
            link,
            title,
            summary,
            html,
            author,
            published,
            updated,
            attachments: files.into_iter().map(|(url, media_type, length, title)| Attachment { url, media_type, length, title }).collect(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn whatever_is_said_reads_back(items in proptest::collection::vec(any_item(), 0..4), title in ".{0,20}") {
        let feed = Feed { title: title.clone(), items: items.clone(), ..carnival() };

        let rss = read(&feed.rss());
        prop_assert_eq!(texts(&rss, "rss/channel/title"), [legal(&title)]);
        prop_assert_eq!(texts(&rss, "rss/channel/item/guid"), items.iter().map(|item| legal(&item.id)).collect::<Vec<_>>());
        prop_assert_eq!(texts(&rss, "rss/channel/item/link"), items.iter().map(|item| legal(&item.link)).collect::<Vec<_>>());
        let html: Vec<String> = items.iter().filter(|item| !item.html.is_empty()).map(|item| legal(&item.html)).collect();
        prop_assert_eq!(texts(&rss, "rss/channel/item/content:encoded"), html.clone());

        let atom = read(&feed.atom());
        prop_assert_eq!(texts(&atom, "feed/entry/title"), items.iter().map(|item| legal(&item.title)).collect::<Vec<_>>());
        prop_assert_eq!(texts(&atom, "feed/entry/content"), html);
        for (said, item) in texts(&atom, "feed/entry/updated").into_iter().zip(&items) {
            prop_assert_eq!(said.parse::<Timestamp>().unwrap(), item.updated);
        }
        let lengths: Vec<String> = items.iter().flat_map(|item| &item.attachments).map(|file| file.length.to_string()).collect();
        prop_assert_eq!(attributes(&atom, "feed/entry/link", "length"), lengths);

        let json: serde_json::Value = serde_json::from_str(&feed.json()).unwrap();
        prop_assert_eq!(json["items"].as_array().unwrap().len(), items.len());
        for (said, item) in json["items"].as_array().unwrap().iter().zip(&items) {
            prop_assert_eq!(said["id"].as_str().unwrap(), item.id.as_str());
            prop_assert_eq!(said["title"].as_str().unwrap_or_default(), item.title.as_str());
            prop_assert_eq!(said["content_html"].as_str().unwrap_or_default(), item.html.as_str());
        }
    }
}
