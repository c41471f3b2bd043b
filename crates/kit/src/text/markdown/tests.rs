use std::time::{Duration, Instant};

use super::*;
use proptest::prelude::*;

fn post(source: &str) -> String {
    to_html(source, Options::POST)
}

fn page(source: &str) -> String {
    to_html(source, Options::PAGE)
}

#[test]
fn ordinary_markdown_becomes_ordinary_html() {
    assert_eq!(
        post("**Oggi** la *sfilata*\nalle ~~15~~ 16"),
        "<p><strong>Oggi</strong> la <em>sfilata</em><br>\nalle <del>15</del> 16</p>\n"
    );
    assert_eq!(page("uno\ndue"), "<p>uno\ndue</p>\n");
    assert_eq!(post("- a\n- b\n\n3. c"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start=\"3\">\n<li>c</li>\n</ol>\n");
    assert!(post("|a|b|\n|:-|-:|\n|1|2|").contains("<td>2</td>"));
    assert_eq!(post("```rust\nlet a;\n```"), "<pre><code>let a;\n</code></pre>\n");
    assert_eq!(post(""), "");
}

#[test]
fn html_is_shown_as_it_was_written() {
    assert_eq!(post("<b>ciao</b>"), "<p>&lt;b&gt;ciao&lt;/b&gt;</p>\n");
    assert_eq!(post("<script>\nalert(1)\n</script>"), "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n");
    assert_eq!(post("a <!-- b --> c"), "<p>a &lt;!-- b --&gt; c</p>\n");
}

#[test]
fn links_lead_only_where_links_may_lead() {
    assert_eq!(post("[a](https://a.it)"), "<p><a href=\"https://a.it\" rel=\"nofollow ugc noopener\">a</a></p>\n");
    assert_eq!(page("[a](https://a.it)"), "<p><a href=\"https://a.it\" rel=\"noopener\">a</a></p>\n");
    assert_eq!(page("[a](/servizi?a=1&b=2)"), "<p><a href=\"/servizi?a=1&amp;b=2\" rel=\"noopener\">a</a></p>\n");
    assert!(post("[a](tel:+39091)").contains("href=\"tel:+39091\"") && post("<a@b.it>").contains("href=\"mailto:a@b.it\""));
    for address in
        ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.it", "/\\evil.it", "&#106;avascript:x", "file:///etc"]
    {
        assert_eq!(page(&format!("[a]({address})")), "<p>a</p>\n", "{address}");
    }
    assert_eq!(post("[a](/servizi)"), "<p>a</p>\n");
}

#[test]
fn plain_addresses_become_links_without_the_punctuation_around_them() {
    let link = |address: &str| format!("<a href=\"{address}\" rel=\"nofollow ugc noopener\">{address}</a>");
    assert_eq!(post("vedi https://a.it/b_c_d."), format!("<p>vedi {}.</p>\n", link("https://a.it/b_c_d")));
    assert_eq!(post("(http://a.it/x_(y))"), format!("<p>({})</p>\n", link("http://a.it/x_(y)")));
    assert_eq!(post("http://a.it, http://b.it!"), format!("<p>{}, {}!</p>\n", link("http://a.it"), link("http://b.it")));
    assert_eq!(
        post("`http://a.it` xhttp://b.it http:// @anna #carnevale"),
        "<p><code>http://a.it</code> xhttp://b.it http:// @anna #carnevale</p>\n"
    );
    assert_eq!(post("[http://a.it](http://b.it)").matches("<a ").count(), 1);
}

#[test]
fn pictures_become_their_words() {
    assert_eq!(post("prima ![il **mare**](https://a.it/x.png) dopo"), "<p>prima il <strong>mare</strong> dopo</p>\n");
}

#[test]
fn headings_begin_where_the_page_wants_them_and_skip_no_level() {
    assert_eq!(post("# a\n### b\n## c\n# d"), "<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>\n<h3>d</h3>\n");
    assert_eq!(page("#### a\n##### b"), "<h2>a</h2>\n<h3>b</h3>\n");
    assert_eq!(post("# a\n## b\n### c\n#### d\n##### e"), "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>\n");
}

#[test]
fn plain_text_keeps_the_words_and_the_addresses() {
    let source = "# Titolo\n\nUn *testo* con [link](https://a.it)\n& riga\n\n- uno\n- due\n\n1. a\n2. b\n\n> cit\n\n![mare](x.png) <b>x</b> https://b.it";
    assert_eq!(
        to_plain(source),
        "Titolo\n\nUn testo con link (https://a.it)\n& riga\n\n- uno\n- due\n\n1. a\n2. b\n\ncit\n\nmare <b>x</b> https://b.it"
    );
    assert_eq!(to_plain("<https://a.it> <a@b.it>"), "https://a.it a@b.it");
}

#[test]
fn an_excerpt_ends_with_a_word() {
    assert_eq!(excerpt("# Chiude\n\nil [ponte](https://a.it), *domani*", 100), "Chiude il ponte, domani");
    assert_eq!(excerpt("# Chiude\n\nil ponte, domani", 18), "Chiude il ponte…");
    assert_eq!(excerpt("precipitevolissimevolmente", 10), "precipitev…");
    assert_eq!(excerpt("", 10), "");
    assert_eq!(excerpt("Serve:\n\n- un documento\n- una [fototessera](/foto)", 100), "Serve: un documento una fototessera");
    let long = "Una prima frase che dice da sola tutto quello che una scheda deve dire.";
    assert_eq!(excerpt(&format!("{long}\n\nIl resto si legge dopo."), 200), long);
}

#[test]
fn the_words_alone_have_no_marks_and_no_addresses() {
    assert_eq!(to_words("## Orari\n\n1. [URP](/uffici/urp), *oggi*\n2. Biblioteca"), "Orari URP, oggi Biblioteca");
}

#[test]
fn the_length_is_counted_in_characters() {
    assert_eq!(check_length("città", 5), Ok(()));
    assert_eq!(check_length("città!", 5), Err("text-too-long"));
    assert_eq!(check_length("", 0), Ok(()));
}

/// Patterns that made some Markdown parser or other slow or overflow its stack.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let half = size / 2;
    let deep = |unit: &str| {
        let mut text = String::new();
        let mut depth = 0;
        while text.len() < half {
            text.push_str(&"  ".repeat(depth));
            for _ in 0..7 {
                text.push_str(unit);
            }
            text.push_str("a\n");
            depth += 7;
        }
        text + &"\n".repeat(half)
    };
    let many = |unit: &str| unit.repeat(size / unit.len());
    let lined = |unit: &str, line: &str| unit.repeat(half / unit.len()) + "a\n" + &line.repeat(half / line.len());
    vec![
        ("quotes", many(">")),
        ("quotes and empty lines", lined(">", "\n")),
        ("quotes a line", many(">>>>>>>>\n")),
        ("lists", lined("- ", "\n")),
        ("starred lists", lined("* ", "\n")),
        ("numbered lists", lined("1. ", "\n")),
        ("quoted lists", lined("> - ", "\n")),
        ("lists on lists", deep("- ")),
        ("brackets", many("[")),
        ("closed brackets", many("[") + &many("]")),
        ("links", many("[a](")),
        ("nested links", many("[") + &many("](a)")),
        ("links with titles", many("[a](b \"")),
        ("pictures", many("![")),
        ("stars", many("*")),
        ("emphasis", many("*a ")),
        ("nested emphasis", many("*a **a ")),
        ("mixed emphasis", many("*a_ ")),
        ("closing emphasis", many("a** b* c_ ")),
        ("underscores", many("_a__b___")),
        ("tildes", many("~~a ~")),
        ("backticks", (1..).map(|n| format!("e{}", "`".repeat(n))).take((size as f64).sqrt() as usize).collect()),
        ("escaped backticks", many("\\``")),
        ("html", many("<")),
        ("html tags", many("<a ")),
        ("nested html", many("<div>")),
        ("comments", many("<!--")),
        ("declarations", many("<!A ")),
        ("instructions", many("<?")),
        ("cdata", many("<![CDATA[")),
        ("entities", many("&")),
        ("long entity", format!("&{};", "a".repeat(size))),
        ("autolinks", many("<http://")),
        ("plain addresses", many("http://a.it/) ")),
        ("an address of brackets", "http://a".to_owned() + &many(")")),
        ("references", many("[a]: b\n")),
        ("references used", "[a]: ".to_owned() + &"b".repeat(half) + "\n\n" + &"[a]".repeat(half / 3)),
        ("wide table", "|a".repeat(half / 4) + "\n" + &"|-".repeat(half / 4) + "\n" + &"|\n".repeat(half / 4)),
        ("tables", many("|a|\n|-|\n|b|\n\n")),
        ("headings", many("# ")),
        ("setext", many("a\n-\n")),
        ("fences", many("```\n")),
        ("indented", many("    a\n\n")),
        ("spaces", many(" ")),
        ("tabs", many("\t>")),
        ("backslashes", many("\\")),
        ("empty lines", many("\n")),
        ("quotes in quotes", (0..(size as f64).sqrt() as usize).map(|n| ">".repeat(n) + "a\n").collect()),
    ]
}

/// Long enough for any machine; what takes quadratic time on ten megabytes does not end within it.
const HUNG: Duration = Duration::from_secs(60);

fn measure(size: usize, limit: Duration) {
    let mut slow = Vec::new();
    for (name, text) in hostile(size) {
        let begun = Instant::now();
        let lengths = (to_html(&text, Options::POST).len(), to_plain(&text).len(), excerpt(&text, 200).len());
        let took = begun.elapsed();
        if std::env::var_os("SHOW_TIMES").is_some() {
            println!("{size:>9} {name:<24} {took:>10.1?} {lengths:?}");
        }
        if took > limit {
            slow.push((name, took));
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
fn ten_megabytes_of_hostile_markdown_end_soon() {
    measure(10_000_000, HUNG);
}

#[test]
fn hostile_markdown_just_below_the_limits_ends_soon() {
    // Some patterns are twice as long as asked for, so half the limit makes sure that they are read as Markdown.
    measure(MAX_CHARS, HUNG);
    measure(MAX_CHARS / 2, HUNG);
    measure(POST_MAX_CHARS, HUNG);
}

/// Every tag of the HTML is on the list, with its known attributes only.
fn only_known_tags(html: &str) -> bool {
    html.split('<').skip(1).all(|rest| {
        let tag = rest.split('>').next().unwrap();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        let attributes = tag.split_once(' ').map_or("", |(_, attributes)| attributes);
        let known_attributes = match name {
            "a" => {
                let href = attributes.strip_prefix("href=\"").unwrap_or(attributes);
                attributes.is_empty()
                    || attributes.starts_with("rel=")
                    || ["http://", "https://", "mailto:", "tel:", "HTTP", "MAILTO"].iter().any(|s| href.starts_with(s))
            }
            "ol" => attributes.is_empty() || attributes.starts_with("start=\""),
            _ => attributes.is_empty(),
        };
        let known = "a blockquote br code del em h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul";
        rest.contains('>') && known.split(' ').any(|k| k == name) && known_attributes
    })
}

fn nasty() -> impl Strategy<Value = String> {
    let parts = [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"",
        "javascript:alert(1)",
        "JAVASCRIPT:",
        "data:",
        "[",
        "](",
        ")",
        "![",
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "# ",
        "|",
        "|-|\n",
        "---\n",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&#106;",
        "&lt;",
        "&",
        "\"",
        "'",
        "onclick=",
        "style=\"x\"",
        "http://a.it/",
        "https://",
        "<http://a.it>",
        "\\",
        "\t",
        " ",
        "è",
        "\u{202e}",
        "😀",
        "a",
        "[a]: javascript:x\n",
        "<svg/onload=x>",
        "<math><mi>",
        "</p>",
        "<table><td>",
        "<style>",
        "<noscript>",
        "<template>",
        "//evil.it",
        "/x",
    ];
    let part =
        prop_oneof![8 => proptest::sample::select(parts.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_markup_but_ours_comes_out(source in nasty()) {
        let html = post(&source);
        prop_assert!(only_known_tags(&html), "{html}");
        prop_assert!(!html.to_lowercase().contains("<script"));
        prop_assert_eq!(safe::clean(&html, Options::POST), html.clone());
        let html = page(&source);
        prop_assert_eq!(safe::clean(&html, Options::PAGE), html.clone());
    }

    #[test]
    fn plain_texts_and_excerpts_never_fail_and_keep_their_length(source in nasty(), max in 0usize..60) {
        prop_assert!(excerpt(&source, max).chars().count() <= max + 1);
        let _ = to_plain(&source);
    }
}
