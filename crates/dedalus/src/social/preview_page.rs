//! What the head of a web page says of the page (Open Graph, else its title), and whether programs may read it (RFC 9309).
//! Pure: bytes in, words out.

use kit::text::clean_line;

use super::words::shorten;

/// Bytes of a page that are looked at.
const HEAD: usize = 256 * 1024;

/// What a page says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// The address of its picture, as written.
    pub image: String,
    /// The name of its site.
    pub site: String,
}

/// Reads the head of a page; `western` when its bytes are ISO 8859-1.
pub fn told(bytes: &[u8], western: bool) -> Told {
    let bytes = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let text: String =
        if western { bytes.iter().map(|byte| char::from(*byte)).collect() } else { String::from_utf8_lossy(bytes).into_owned() };
    let mut page = Told::default();
    let (mut plain_title, mut plain_description) = (String::new(), String::new());
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once('<') {
        let Some((tag, behind)) = after.split_once('>') else { break };
        rest = behind;
        let lower = tag.to_ascii_lowercase();
        if lower.starts_with("/head") || lower.starts_with("body") {
            break;
        }
        if lower.starts_with("script") || lower.starts_with("style") {
            let end = if lower.starts_with("script") { "</script" } else { "</style" };
            rest = behind.to_ascii_lowercase().find(end).and_then(|at| behind.get(at..)).unwrap_or_default();
        } else if lower == "title" || lower.starts_with("title ") {
            plain_title = behind.split('<').next().unwrap_or_default().to_owned();
        } else if lower.starts_with("meta") {
            let content = attribute(tag, "content");
            match (attribute(tag, "property").to_ascii_lowercase().as_str(), attribute(tag, "name").to_ascii_lowercase().as_str()) {
                ("og:title", _) => page.title = content,
                ("og:description", _) => page.description = content,
                ("og:image" | "og:image:secure_url", _) if page.image.is_empty() => page.image = content,
                ("og:site_name", _) => page.site = content,
                (_, "description") => plain_description = content,
                _ => {}
            }
        }
    }
    let line = |text: &str, other: &str, max| shorten(&clean_line(&unescaped(if text.is_empty() { other } else { text })), max);
    Told {
        title: line(&page.title, &plain_title, 160),
        description: line(&page.description, &plain_description, 240),
        image: unescaped(&page.image),
        site: line(&page.site, "", 80),
    }
}

/// The value of an attribute of a tag; empty if it has none.
fn attribute(tag: &str, name: &str) -> String {
    let lower = tag.to_ascii_lowercase();
    for (at, _) in lower.match_indices(name) {
        let before = lower.get(..at).and_then(|head| head.chars().next_back());
        let Some(value) = tag.get(at + name.len()..).map(str::trim_start).and_then(|rest| rest.strip_prefix('=')).map(str::trim_start)
        else {
            continue;
        };
        if !before.is_some_and(|c| c.is_whitespace() || matches!(c, '"' | '\'')) {
            continue;
        }
        let found = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value.get(1..).and_then(|rest| rest.split(quote).next()),
            _ => value.split(|c: char| c.is_whitespace() || c == '/').next(),
        };
        return found.unwrap_or_default().to_owned();
    }
    String::new()
}

/// A text with its references written out (HTML §13.5, the ones people use).
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after.split_once(';').filter(|(name, _)| name.len() <= 8).and_then(|(name, behind)| Some((reference(name)?, behind)));
        match known {
            Some((c, behind)) => {
                out.push(c);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(number);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "agrave" => 'à',
        "egrave" => 'è',
        "eacute" => 'é',
        "igrave" => 'ì',
        "ograve" => 'ò',
        "ugrave" => 'ù',
        "Egrave" => 'È',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "euro" => '€',
        "laquo" => '«',
        "raquo" => '»',
        _ => return None,
    })
}

/// May a program of our name read a path, by a site's `robots.txt`? The group for `dedalus` if there is one, else the one
/// for everybody; the longest rule that fits decides, and of two as long the one that allows (RFC 9309 §2.2.2).
pub fn allows(robots: &str, path: &str) -> bool {
    let mut ours: Option<Vec<(bool, String)>> = None;
    let mut everybody: Vec<(bool, String)> = Vec::new();
    let (mut for_us, mut for_all, mut in_rules) = (false, false, false);
    for line in robots.lines() {
        let line = line.split('#').next().unwrap_or_default();
        let Some((name, value)) = line.split_once(':') else { continue };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        match name.as_str() {
            "user-agent" => {
                if in_rules {
                    (for_us, for_all, in_rules) = (false, false, false);
                }
                for_us |= value.eq_ignore_ascii_case("dedalus");
                for_all |= value == "*";
                if for_us {
                    ours.get_or_insert_default();
                }
            }
            "allow" | "disallow" => {
                in_rules = true;
                let rule = (name == "allow", value.to_owned());
                if for_us && let Some(ours) = &mut ours {
                    ours.push(rule.clone());
                }
                if for_all {
                    everybody.push(rule);
                }
            }
            _ => {}
        }
    }
    let rules = ours.unwrap_or(everybody);
    let best = rules.iter().filter(|(_, rule)| !rule.is_empty() && fits(rule, path)).max_by_key(|(allow, rule)| (rule.len(), *allow));
    best.is_none_or(|(allow, _)| *allow)
}

/// Does a rule fit the beginning of a path? `*` is anything, `$` the end.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, whole) = rule.strip_suffix('$').map_or((rule, false), |rule| (rule, true));
    let mut parts = rule.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else { return false };
    let mut starred = false;
    for part in parts {
        starred = true;
        let Some(at) = (if whole { rest.rfind(part) } else { rest.find(part) }) else { return false };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    !whole || rest.is_empty() || (starred && rule.ends_with('*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_its_title_picture_and_site() {
        let page = told(
            b"<!doctype html><html><head><title>Vecchio</title><META name=description content='Altro'>
              <script>var x = \"<title>falso</title>\";</script>
              <meta property=\"og:title\" content=\"Orari &amp; prezzi dell&#39;acqua\">
              <meta content=\"/foto.png\" property=\"og:image\"><meta property=og:site_name content=Acqua></head><body><title>no</title>",
            false,
        );
        assert_eq!(page.title, "Orari & prezzi dell'acqua");
        assert_eq!((page.description.as_str(), page.image.as_str(), page.site.as_str()), ("Altro", "/foto.png", "Acqua"));
    }

    #[test]
    fn a_page_without_anything_tells_nothing_and_western_bytes_are_read() {
        assert_eq!(told(b"\xff\xfe<<<>&&;", false), Told::default());
        assert_eq!(told(b"<title>Citt\xe0</title>", true).title, "Città");
    }

    #[test]
    fn what_robots_may_not_read_is_not_read() {
        let robots = "User-agent: *\nDisallow: /privato\nAllow: /privato/ma-no\n\nUser-agent: altri\nDisallow: /";
        assert!(allows(robots, "/"));
        assert!(!allows(robots, "/privato/x"));
        assert!(allows(robots, "/privato/ma-no/1"));
        assert!(!allows("user-agent: dedalus\nuser-agent: b\ndisallow: /\n\nuser-agent: *\nallow: /", "/x"));
        assert!(!allows("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf"));
        assert!(allows("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdfx"));
        assert!(allows("User-agent: *\nDisallow:", "/x") && allows("", "/x"));
    }
}
