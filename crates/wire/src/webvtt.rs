//! Captions: WebVTT (W3C) and its elder SubRip are read, WebVTT is written. What is written is made of what was understood, so
//! nothing else passes: no style, no region, no note, no unknown tag.

use std::fmt::Write;

/// Cues one file may have: four hours with one a second.
const CUES: usize = 15_000;
/// Characters one cue may have.
const LONGEST: usize = 2_000;
/// The largest file, in bytes.
pub const LARGEST: usize = 1024 * 1024;

/// What is wrong with captions, and in which line, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// What.
    pub what: Wrong,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Not UTF-8.
    Letters,
    /// It does not begin with `WEBVTT`, and is not SubRip either.
    Head,
    /// Times that cannot be read.
    Times,
    /// It ends before it begins.
    Backwards,
    /// It begins before the one above it (WebVTT §4.1 asks for order).
    Order,
    /// Too much of it.
    Much,
    /// No cue at all.
    Empty,
}

/// One caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// When it comes, in milliseconds.
    pub from: u64,
    /// When it goes.
    pub to: u64,
    /// Where it stands, as WebVTT says it; empty for most.
    settings: String,
    /// Its words with the tags that are known, escaped.
    text: String,
}

/// Captions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captions(Vec<Cue>);

impl Captions {
    /// Reads a file, by its content.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > LARGEST {
            return Err(Fault { line: 1, what: Wrong::Much });
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Fault { line: 1 + sound.iter().filter(|byte| **byte == b'\n').count(), what: Wrong::Letters }
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace(['\r', '\0'], "\n");
        let lines: Vec<&str> = text.split('\n').collect();
        let mut blocks = blocks(&lines);
        let first = blocks.first().ok_or(Fault { line: 1, what: Wrong::Empty })?;
        if is_head(first.lines.first().copied().unwrap_or_default()) {
            blocks.remove(0);
        } else if !first.lines.iter().take(2).any(|line| times(line).is_some()) {
            return Err(Fault { line: first.line, what: Wrong::Head });
        }
        let mut cues: Vec<Cue> = Vec::new();
        for block in blocks {
            let Some(cue) = block.cue()? else { continue };
            let fault = |what| Fault { line: block.line, what };
            if cues.last().is_some_and(|before| before.from > cue.from) {
                return Err(fault(Wrong::Order));
            }
            if cues.len() >= CUES {
                return Err(fault(Wrong::Much));
            }
            cues.push(cue);
        }
        if cues.is_empty() { Err(Fault { line: 1, what: Wrong::Empty }) } else { Ok(Self(cues)) }
    }

    /// The captions in their order.
    pub fn cues(&self) -> &[Cue] {
        &self.0
    }

    /// As WebVTT.
    pub fn write(&self) -> String {
        let mut out = "WEBVTT\n".to_owned();
        for cue in &self.0 {
            // Writing into a text cannot fail.
            let _ = writeln!(out, "\n{} --> {}{}\n{}", clock(cue.from), clock(cue.to), cue.settings, cue.text);
        }
        out
    }

    /// The words alone, a line each.
    pub fn words(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(Cue::words).filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }
}

impl Cue {
    /// Its words without tags.
    pub fn words(&self) -> String {
        let mut out = String::new();
        let mut rest = self.text.as_str();
        while let Some((words, tag)) = rest.split_once('<') {
            out.push_str(words);
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
        out.push_str(rest);
        out.replace('\n', " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    }
}

fn is_head(line: &str) -> bool {
    line.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Lines without an empty one between them.
struct Block<'a> {
    line: usize,
    lines: Vec<&'a str>,
}

fn blocks<'a>(lines: &[&'a str]) -> Vec<Block<'a>> {
    let mut list: Vec<Block<'a>> = Vec::new();
    let mut open = false;
    for (number, line) in (1..).zip(lines) {
        if line.trim().is_empty() {
            open = false;
        } else if let Some(block) = list.last_mut().filter(|_| open) {
            block.lines.push(line);
        } else {
            list.push(Block { line: number, lines: vec![line] });
            open = true;
        }
    }
    list
}

impl Block<'_> {
    /// The cue it is; none for notes, styles and regions.
    fn cue(&self) -> Result<Option<Cue>, Fault> {
        let first = self.lines.first().copied().unwrap_or_default();
        let word = first.split([' ', '\t']).next().unwrap_or_default();
        if matches!(word, "NOTE" | "STYLE" | "REGION") && !first.contains("-->") {
            return Ok(None);
        }
        // A name or number may stand above the times.
        let above = usize::from(!first.contains("-->"));
        let fault = |what| Fault { line: self.line + above, what };
        let line = self.lines.get(above).copied().unwrap_or_default();
        let (from, to, settings) = times(line).ok_or(fault(Wrong::Times))?;
        if to <= from {
            return Err(fault(Wrong::Backwards));
        }
        let words = self.lines.get(above + 1..).unwrap_or_default().join("\n");
        if words.chars().count() > LONGEST || words.contains("-->") {
            return Err(fault(if words.contains("-->") { Wrong::Times } else { Wrong::Much }));
        }
        // A line of which nothing is left must go: an empty one would end the cue, and what follows would be read as something else.
        let text: Vec<String> = clean(&words).split('\n').filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        Ok(Some(Cue { from, to, settings, text: text.join("\n") }))
    }
}

/// `00:00:01.000 --> 00:00:04.000 align:start`: begin, end, and the settings that are known.
fn times(line: &str) -> Option<(u64, u64, String)> {
    let (from, rest) = line.split_once("-->")?;
    let mut rest = rest.split_whitespace();
    let (from, to) = (moment(from.trim())?, moment(rest.next()?)?);
    let mut settings = String::new();
    for setting in rest.filter(|setting| is_known(setting)) {
        settings.push(' ');
        settings.push_str(setting);
    }
    Some((from, to, settings))
}

/// `hh:mm:ss.mmm`, hours left out if one likes; SubRip has a comma.
fn moment(text: &str) -> Option<u64> {
    let (clock, millis) = text.split_once(['.', ','])?;
    let digits = |text: &str, least: usize, most: usize| {
        let sound = (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| text.parse::<u64>().ok()).flatten()
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [minutes, seconds] => (0, digits(minutes, 2, 2)?, digits(seconds, 2, 2)?),
        [hours, minutes, seconds] => (digits(hours, 1, 3)?, digits(minutes, 2, 2)?, digits(seconds, 2, 2)?),
        _ => return None,
    };
    let millis = digits(millis, 3, 3)?;
    (minutes < 60 && seconds < 60).then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + millis)
}

fn clock(millis: u64) -> String {
    let (seconds, minutes, hours) = (millis / 1000 % 60, millis / 60_000 % 60, millis / 3_600_000);
    format!("{hours:02}:{minutes:02}:{seconds:02}.{:03}", millis % 1000)
}

/// A setting of a cue (WebVTT §4.4): a known word, and a value of letters and figures.
fn is_known(setting: &str) -> bool {
    let Some((name, value)) = setting.split_once(':') else { return false };
    matches!(name, "vertical" | "line" | "position" | "size" | "align")
        && (1..=24).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'%' | b',' | b'-'))
}

/// Words with the tags that are known, each closed; everything else is words or gone.
fn clean(text: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((words, tag)) = rest.split_once('<') {
        escape(words, &mut out);
        let Some((tag, after)) = tag.split_once('>') else {
            escape(&format!("<{tag}"), &mut out);
            rest = "";
            continue;
        };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.last() == Some(&name) {
                let _ = write!(out, "</{name}>");
                open.pop();
            }
            continue;
        }
        let (name, said) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        match name {
            "b" | "i" | "u" => {
                let _ = write!(out, "<{name}>");
                open.push(name);
            }
            "v" => {
                out.push_str("<v ");
                escape(&decode(&said.replace('\n', " ")), &mut out);
                out.push('>');
                open.push("v");
            }
            _ => {}
        }
    }
    escape(rest, &mut out);
    for name in open.into_iter().rev() {
        let _ = write!(out, "</{name}>");
    }
    out
}

fn decode(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

fn escape(text: &str, out: &mut String) {
    for letter in decode(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push('\n'),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests say what they expect")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn captions_are_written_of_what_was_understood() {
        let text = "\u{feff}WEBVTT - Carnevale\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { background: url(https://evil.example) }\r\n\r\n\
            NOTE scritto da me\r\n\r\nprimo\r\n00:01.000 --> 00:02.500 align:start onclick:x line:90%\r\n\
            <v Il sindaco>Buongiorno</v> <script>alert(1)</script> & <b>benvenuti\r\n- tutti < due\r\n\r\n\
            01:00:00.000 --> 01:00:01.000\r\n<c.giallo>Ecco</c> il carro\r\n";
        let captions = Captions::read(text.as_bytes()).unwrap();
        assert_eq!(
            captions.write(),
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.500 align:start line:90%\n<v Il sindaco>Buongiorno</v> alert(1) &amp; <b>benvenuti\n\
             - tutti &lt; due</b>\n\n01:00:00.000 --> 01:00:01.000\nEcco il carro\n"
        );
        assert_eq!(captions.words(), "Buongiorno alert(1) & benvenuti - tutti < due\nEcco il carro");
    }

    #[test]
    fn subrip_is_taken_too() {
        let captions =
            Captions::read(b"1\n00:00:01,000 --> 00:00:02,000\nCiao\n\n2\n00:00:02,000 --> 00:00:03,000\n<i>mare</i>\n").unwrap();
        assert_eq!(captions.cues().len(), 2);
        assert!(captions.write().starts_with("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nCiao\n"));
    }

    #[test]
    fn what_is_wrong_says_its_line() {
        let fault = |text: &[u8]| Captions::read(text).map(|_| ()).unwrap_err();
        assert_eq!(fault(b""), Fault { line: 1, what: Wrong::Empty });
        assert_eq!(fault(b"WEBVTT\n\nNOTE niente\n"), Fault { line: 1, what: Wrong::Empty });
        assert_eq!(fault(b"<html>\n"), Fault { line: 1, what: Wrong::Head });
        assert_eq!(fault(b"WEBVTTX\n\n00:01.000 --> 00:02.000\nx"), Fault { line: 1, what: Wrong::Head });
        assert_eq!(fault(b"WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\n2\n00:61.000 --> 00:62.000\ny"), Fault { line: 7, what: Wrong::Times });
        assert_eq!(fault(b"WEBVTT\n\n00:03.000 --> 00:02.000\nx"), Fault { line: 3, what: Wrong::Backwards });
        assert_eq!(fault(b"WEBVTT\n\n00:03.000 --> 00:04.000\nx\n\n00:01.000 --> 00:02.000\ny"), Fault { line: 6, what: Wrong::Order });
        assert_eq!(fault(b"WEBVTT\n\nabc\xff"), Fault { line: 3, what: Wrong::Letters });
        assert_eq!(fault(&vec![b'a'; LARGEST + 1]), Fault { line: 1, what: Wrong::Much });
    }

    proptest! {
        /// Whatever is written can be read again, and is then the same; nothing in it can leave its place.
        #[test]
        fn what_is_written_is_read_as_the_same(words in proptest::collection::vec("[<>/bivc &;a-z\\-\n]{0,60}", 1..6)) {
            let mut text = "WEBVTT\n".to_owned();
            for (n, words) in words.iter().enumerate() {
                text.push_str(&format!("\n00:{n:02}.000 --> 00:{:02}.500\n{words}\n", n));
            }
            if let Ok(captions) = Captions::read(text.as_bytes()) {
                let written = captions.write();
                prop_assert_eq!(Captions::read(written.as_bytes()).unwrap().write(), written.clone());
                prop_assert!(!written.contains("<c") && !written.contains("</c"));
            }
        }

        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Captions::read(&bytes);
        }
    }
}
