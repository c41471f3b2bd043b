//! What a written card means, and what is wrong with it. Pure.

use kit::error::FieldErrors;

use super::words::{Aim, Audience, Category, LifeEvent, Silence, Topic, Way};
use super::written::{Field, Written, words};

/// Characters of a title.
const TITLE: std::ops::RangeInclusive<usize> = 3..=120;
/// Characters of the one sentence.
pub const SUMMARY_MAX: usize = 300;
/// Characters of any other text.
pub const TEXT_MAX: usize = 6_000;
/// Lines of a list.
const LINES_MAX: usize = 40;
/// Characters of an address.
const ADDRESS_MAX: usize = 500;
/// The longest legal term, in days: two years, as the law on the protection of goods of culture has it for some acts.
const TERM_MAX: u16 = 730;

/// Something one must bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What.
    pub what: String,
    /// An explanation; may be empty.
    pub detail: String,
}

/// What the office promises (D.P.C.M. 27 January 1994; D.Lgs. 286/1999 art. 11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// What is measured.
    pub measure: String,
    /// The promised value, a number as people write it.
    pub value: String,
    /// Of what.
    pub unit: String,
}

/// A form or another paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub address: String,
}

/// A card, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is called.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The office behind it, by its name in addresses.
    pub office: String,
    /// Its category.
    pub category: Option<Category>,
    /// More of it, in Markdown, as the next five.
    pub description: String,
    /// For whom it is.
    pub for_whom: String,
    /// What to do.
    pub how_to: String,
    /// What to bring.
    pub needed: Vec<Need>,
    /// What one gets.
    pub outcome: String,
    /// How long it takes and until when.
    pub times: String,
    /// The legal term in days.
    pub term: Option<u16>,
    /// What it means when the term is over.
    pub silence: Silence,
    /// What it costs.
    pub cost: String,
    /// By which ways one gets it.
    pub ways: Vec<Way>,
    /// Where it is done online; empty if nowhere.
    pub online: String,
    /// Laws and rules.
    pub legal: String,
    /// What else to know.
    pub more: String,
    /// Where the conditions of service are; empty for those of the site.
    pub conditions: String,
    /// What is promised.
    pub standards: Vec<Standard>,
    /// Forms and papers.
    pub documents: Vec<Document>,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// When one needs it.
    pub events: Vec<LifeEvent>,
    /// Who needs it.
    pub audiences: Vec<Audience>,
    /// To what end.
    pub aims: Vec<Aim>,
}

impl Card {
    /// Understands what is written; what cannot be understood is left out and told.
    pub fn read(written: &Written) -> (Self, FieldErrors) {
        let mut reader = Reader { written, faults: FieldErrors::default() };
        let card = Self {
            title: reader.title(),
            summary: reader.text(Field::Summary, SUMMARY_MAX),
            office: written.get(Field::Office).to_owned(),
            category: reader.one(Field::Category, Category::from_word),
            description: reader.text(Field::Description, TEXT_MAX),
            for_whom: reader.text(Field::ForWhom, TEXT_MAX),
            how_to: reader.text(Field::HowTo, TEXT_MAX),
            needed: reader.lines(Field::Needed, need),
            outcome: reader.text(Field::Outcome, TEXT_MAX),
            times: reader.text(Field::Times, TEXT_MAX),
            term: reader.term(),
            silence: reader.one(Field::Silence, Silence::from_word).unwrap_or(Silence::Nothing),
            cost: reader.text(Field::Cost, TEXT_MAX),
            ways: reader.many(Field::Ways, Way::from_word),
            online: reader.address(Field::Online),
            legal: reader.text(Field::Legal, TEXT_MAX),
            more: reader.text(Field::More, TEXT_MAX),
            conditions: reader.address(Field::Conditions),
            standards: reader.lines(Field::Standards, standard),
            documents: reader.lines(Field::Documents, document),
            topics: reader.many(Field::Topics, Topic::from_word),
            events: reader.many(Field::Events, LifeEvent::from_word),
            audiences: reader.many(Field::Audiences, Audience::from_word),
            aims: reader.many(Field::Aims, Aim::from_word),
        };
        if card.online.is_empty() == card.ways.contains(&Way::Online) && reader.faults.of(Field::Online.word()).is_none() {
            let field = if card.online.is_empty() { Field::Online } else { Field::Ways };
            reader.faults.add(field.word(), "error-service-online");
        }
        (card, reader.faults)
    }

    /// What the national card asks of a service before the public reads it, and is not said yet.
    pub fn missing(&self) -> FieldErrors {
        let mut faults = FieldErrors::default();
        let said = [
            (Field::Summary, !self.summary.is_empty()),
            (Field::Category, self.category.is_some()),
            (Field::ForWhom, !self.for_whom.is_empty()),
            (Field::HowTo, !self.how_to.is_empty()),
            (Field::Needed, !self.needed.is_empty()),
            (Field::Outcome, !self.outcome.is_empty()),
            (Field::Times, !self.times.is_empty()),
            (Field::Cost, !self.cost.is_empty()),
            (Field::Ways, !self.ways.is_empty()),
            (Field::Topics, !self.topics.is_empty()),
            (Field::Audiences, !self.audiences.is_empty()),
        ];
        for (field, _) in said.into_iter().filter(|(_, is_said)| !is_said) {
            faults.add(field.word(), "error-service-missing");
        }
        faults
    }

    /// May it be had this way?
    pub fn has(&self, way: Way) -> bool {
        self.ways.contains(&way)
    }

    /// By what it is found, as kind and word.
    pub fn labels(&self) -> Vec<(&'static str, &'static str)> {
        let category = self.category.iter().map(|word| ("categoria", word.word()));
        let topics = self.topics.iter().map(|word| ("argomento", word.word()));
        let events = self.events.iter().map(|word| ("evento", word.word()));
        let audiences = self.audiences.iter().map(|word| ("chi", word.word()));
        let aims = self.aims.iter().map(|word| ("cosa", word.word()));
        let ways = self.ways.iter().map(|word| ("canale", word.word()));
        category.chain(topics).chain(events).chain(audiences).chain(aims).chain(ways).collect()
    }

    /// Everything the search reads.
    pub fn plain(&self) -> String {
        let needed: Vec<&str> = self.needed.iter().map(|need| need.what.as_str()).collect();
        let texts = [&self.description, &self.for_whom, &self.how_to, &self.outcome, &self.times, &self.cost, &self.more];
        let texts: Vec<String> = texts.iter().map(|text| kit::text::markdown::to_words(text)).collect();
        // The title counts more than the rest: it is said twice.
        format!("{}\n{}\n{}\n{}\n{}", self.title, self.title, self.summary, texts.join("\n"), needed.join("\n"))
    }
}

/// Reads field after field and notes what is wrong.
struct Reader<'w> {
    written: &'w Written,
    faults: FieldErrors,
}

impl Reader<'_> {
    fn title(&mut self) -> String {
        let title = self.written.get(Field::Title);
        if !TITLE.contains(&title.chars().count()) {
            self.faults.add(Field::Title.word(), "error-service-title");
        }
        title.to_owned()
    }

    fn text(&mut self, field: Field, max: usize) -> String {
        let text = self.written.get(field);
        if text.chars().count() > max {
            self.faults.add_with(field.word(), "error-service-long", vec![("max", max.to_string())]);
        }
        text.to_owned()
    }

    fn one<T>(&mut self, field: Field, known: fn(&str) -> Option<T>) -> Option<T> {
        self.many(field, known).into_iter().next()
    }

    fn many<T>(&mut self, field: Field, known: fn(&str) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        for word in words(self.written.get(field)) {
            match known(word) {
                Some(one) => found.push(one),
                None => self.faults.add_with(field.word(), "error-service-word", vec![("word", word.to_owned())]),
            }
        }
        found
    }

    fn term(&mut self) -> Option<u16> {
        let text = self.written.get(Field::Term);
        if text.is_empty() {
            return None;
        }
        let days = text.parse().ok().filter(|days| (1..=TERM_MAX).contains(days));
        if days.is_none() {
            self.faults.add_with(Field::Term.word(), "error-service-term", vec![("max", TERM_MAX.to_string())]);
        }
        days
    }

    fn address(&mut self, field: Field) -> String {
        let text = self.written.get(field);
        if !text.is_empty() && !is_address(text) {
            self.faults.add(field.word(), "error-service-address");
            return String::new();
        }
        text.to_owned()
    }

    fn lines<T>(&mut self, field: Field, line: fn(&[&str]) -> Option<T>) -> Vec<T> {
        let text = self.text(field, TEXT_MAX);
        let mut found = Vec::new();
        for (number, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
            let parts: Vec<&str> = text.split('|').map(str::trim).collect();
            match line(&parts) {
                Some(one) if number <= LINES_MAX => found.push(one),
                _ => self.faults.add_with(field.word(), "error-service-line", vec![("line", number.to_string())]),
            }
        }
        found
    }
}

fn need(parts: &[&str]) -> Option<Need> {
    match parts {
        [what] if !what.is_empty() => Some(Need { what: (*what).to_owned(), detail: String::new() }),
        [what, detail] if !what.is_empty() => Some(Need { what: (*what).to_owned(), detail: (*detail).to_owned() }),
        _ => None,
    }
}

fn standard(parts: &[&str]) -> Option<Standard> {
    let [measure, value, unit] = parts else { return None };
    let number = value.replace(',', ".").parse::<f64>().is_ok_and(|number| number.is_finite() && number >= 0.0);
    let sound = !measure.is_empty() && !unit.is_empty() && number;
    sound.then(|| Standard { measure: (*measure).to_owned(), value: (*value).to_owned(), unit: (*unit).to_owned() })
}

fn document(parts: &[&str]) -> Option<Document> {
    let [name, address] = parts else { return None };
    let sound = !name.is_empty() && is_address(address);
    sound.then(|| Document { name: (*name).to_owned(), address: (*address).to_owned() })
}

/// An address of the web, or a path of this site.
fn is_address(text: &str) -> bool {
    if text.len() > ADDRESS_MAX {
        return false;
    }
    if text.starts_with('/') {
        return text != "/" && crate::shell::safe_return(Some(text)) == text;
    }
    (text.starts_with("https://") || text.starts_with("http://")) && url::Url::parse(text).is_ok_and(|url| url.host().is_some())
}

#[cfg(test)]
mod tests;
