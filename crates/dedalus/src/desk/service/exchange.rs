//! Services in files: a row of a spreadsheet, or an object of JSON. Both say the same fields as the form; what one writes the
//! other reads.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::card::{Card, Document, Need, Standard};
use super::words::State;
use super::written::{Field, Written, words};

/// Columns before those of the card.
const HEAD: [&str; 3] = ["codice", "slug", "stato"];

/// A service as a file holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filed {
    /// The code.
    pub code: String,
    /// Its name in addresses; empty to be made from the title.
    pub slug: String,
    /// How it stands; empty for "as it is".
    pub state: String,
    /// The card.
    pub written: Written,
    /// Fields that the file has no column for: in a service that is there already they stay.
    pub absent: Vec<Field>,
}

/// The headings of the spreadsheet, in their order.
pub fn headings() -> Vec<&'static str> {
    HEAD.into_iter().chain(Field::ALL.iter().map(|field| field.word())).collect()
}

impl Filed {
    /// The cells of its row.
    pub fn cells(&self) -> Vec<&str> {
        let fields = Field::ALL.iter().map(|field| self.written.get(*field));
        [self.code.as_str(), &self.slug, &self.state].into_iter().chain(fields).collect()
    }

    /// From a row, given its headings, which were checked.
    pub fn of_cells(headings: &[String], cells: &[String]) -> Self {
        let absent = Field::ALL.iter().filter(|field| !headings.iter().any(|heading| heading == field.word()));
        let mut filed = Self { absent: absent.copied().collect(), ..Self::default() };
        for (heading, cell) in headings.iter().zip(cells) {
            match (heading.as_str(), Field::from_word(heading)) {
                (_, Some(field)) => filed.written.set(field, cell),
                ("codice", _) => filed.code = kit::text::clean_line(cell),
                ("slug", _) => filed.slug = kit::text::clean_line(cell),
                ("stato", _) => filed.state = kit::text::clean_line(cell),
                _ => {}
            }
        }
        filed
    }
}

/// Something to bring.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ServiceNeed)]
pub struct NeedShape {
    /// What.
    pub what: String,
    /// An explanation.
    #[serde(default)]
    pub detail: String,
}

/// A promise of the office.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ServiceStandard)]
pub struct StandardShape {
    /// What is measured.
    pub measure: String,
    /// The promised value, a number as people write it.
    pub value: String,
    /// Of what.
    pub unit: String,
}

/// A form or another paper.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ServiceDocument)]
pub struct DocumentShape {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub address: String,
}

/// A service: the national card, with texts in Markdown.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = Service)]
pub struct ServiceShape {
    /// The code by which the town hall knows it.
    pub code: String,
    /// Its name in addresses.
    pub slug: String,
    /// The public page.
    pub url: String,
    /// `published`, or `suspended` with a reason; files of administration know `draft` and `retired`, too.
    pub status: String,
    /// Why it is suspended.
    pub reason: String,
    /// Number of the version.
    pub version: i64,
    /// Since when the card holds (RFC 3339).
    pub valid_from: String,
    /// What it is called.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The office behind it, by its name in addresses.
    pub office: String,
    /// A word of the national categories.
    pub category: String,
    /// More of it.
    pub description: String,
    /// For whom it is.
    pub for_whom: String,
    /// What to do.
    pub how_to: String,
    /// What to bring.
    pub needed: Vec<NeedShape>,
    /// What one gets.
    pub outcome: String,
    /// How long it takes and until when.
    pub times: String,
    /// The legal term in days.
    pub term_days: Option<u16>,
    /// What the office's silence means when the term is over: `nessuno`, `assenso`, `rigetto`.
    pub silence: String,
    /// What it costs.
    pub cost: String,
    /// By which ways one gets it: `online`, `sportello`, `telefono`, `prenotazione`.
    pub channels: Vec<String>,
    /// Where it is done online.
    pub online: String,
    /// Laws and rules.
    pub legal_basis: String,
    /// What else to know.
    pub more_information: String,
    /// Where the conditions of service are.
    pub conditions: String,
    /// What is promised.
    pub standards: Vec<StandardShape>,
    /// Forms and papers.
    pub documents: Vec<DocumentShape>,
    /// What it is about, in words of the national list of topics.
    pub topics: Vec<String>,
    /// When one needs it.
    pub life_events: Vec<String>,
    /// Who needs it.
    pub audiences: Vec<String>,
    /// To what end.
    pub aims: Vec<String>,
}

impl ServiceShape {
    /// Of a card; who knows more of the service fills the rest in.
    pub fn of(code: &str, slug: &str, state: State, written: &Written) -> Self {
        let (card, _) = Card::read(written);
        let list = |field: Field| words(written.get(field)).map(str::to_owned).collect::<Vec<_>>();
        let text = |field: Field| written.get(field).to_owned();
        Self {
            code: code.to_owned(),
            slug: slug.to_owned(),
            status: state.word().to_owned(),
            title: text(Field::Title),
            summary: text(Field::Summary),
            office: text(Field::Office),
            category: text(Field::Category),
            description: text(Field::Description),
            for_whom: text(Field::ForWhom),
            how_to: text(Field::HowTo),
            needed: card.needed.into_iter().map(|Need { what, detail }| NeedShape { what, detail }).collect(),
            outcome: text(Field::Outcome),
            times: text(Field::Times),
            term_days: card.term,
            silence: text(Field::Silence),
            cost: text(Field::Cost),
            channels: list(Field::Ways),
            online: text(Field::Online),
            legal_basis: text(Field::Legal),
            more_information: text(Field::More),
            conditions: text(Field::Conditions),
            standards: card.standards.into_iter().map(|Standard { measure, value, unit }| StandardShape { measure, value, unit }).collect(),
            documents: card.documents.into_iter().map(|Document { name, address }| DocumentShape { name, address }).collect(),
            topics: list(Field::Topics),
            life_events: list(Field::Events),
            audiences: list(Field::Audiences),
            aims: list(Field::Aims),
            ..Self::default()
        }
    }

    /// The same, field by field, as the form would bring it.
    pub fn filed(&self) -> Filed {
        let mut written = Written::default();
        for field in Field::ALL {
            written.set(*field, &self.text(*field));
        }
        let line = kit::text::clean_line;
        Filed { code: line(&self.code), slug: line(&self.slug), state: line(&self.status), written, absent: Vec::new() }
    }

    fn text(&self, field: Field) -> String {
        let lines = |lines: Vec<String>| lines.join("\n");
        match field {
            Field::Title => self.title.clone(),
            Field::Summary => self.summary.clone(),
            Field::Office => self.office.clone(),
            Field::Category => self.category.clone(),
            Field::Description => self.description.clone(),
            Field::ForWhom => self.for_whom.clone(),
            Field::HowTo => self.how_to.clone(),
            Field::Needed => lines(self.needed.iter().map(|need| row(&[&need.what, &need.detail])).collect()),
            Field::Outcome => self.outcome.clone(),
            Field::Times => self.times.clone(),
            Field::Term => self.term_days.map(|days| days.to_string()).unwrap_or_default(),
            Field::Silence => self.silence.clone(),
            Field::Cost => self.cost.clone(),
            Field::Ways => self.channels.join(";"),
            Field::Online => self.online.clone(),
            Field::Legal => self.legal_basis.clone(),
            Field::More => self.more_information.clone(),
            Field::Conditions => self.conditions.clone(),
            Field::Standards => lines(self.standards.iter().map(|one| row(&[&one.measure, &one.value, &one.unit])).collect()),
            Field::Documents => lines(self.documents.iter().map(|one| row(&[&one.name, &one.address])).collect()),
            Field::Topics => self.topics.join(";"),
            Field::Events => self.life_events.join(";"),
            Field::Audiences => self.audiences.join(";"),
            Field::Aims => self.aims.join(";"),
        }
    }
}

/// A line of a list: its parts with bars between them. A bar or a new line inside a part would be another part.
fn row(parts: &[&String]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| part.replace('|', "/").replace(['\n', '\r'], " ")).collect();
    parts.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filed() -> Filed {
        let mut written = Written::default();
        for (field, text) in [
            (Field::Title, "Carta d’identità"),
            (Field::Office, "anagrafe"),
            (Field::Needed, "Una fototessera | a colori\nIl documento scaduto"),
            (Field::Standards, "Rilascio | 6,5 | giorni"),
            (Field::Documents, "Modulo | https://example.org/m.pdf"),
            (Field::Term, "30"),
            (Field::Topics, "residenza; acqua"),
            (Field::Ways, "sportello; telefono"),
            (Field::HowTo, "Prenota.\n\nVieni."),
        ] {
            written.set(field, text);
        }
        Filed { code: "AN-01".into(), slug: "carta-d-identita".into(), state: "published".into(), written, absent: Vec::new() }
    }

    #[test]
    fn a_row_gives_back_the_same_service() {
        let headings: Vec<String> = headings().into_iter().map(str::to_owned).collect();
        let cells: Vec<String> = filed().cells().into_iter().map(str::to_owned).collect();
        assert_eq!(headings.len(), cells.len());
        assert_eq!(Filed::of_cells(&headings, &cells), filed());
    }

    #[test]
    fn json_gives_back_the_same_service() {
        let shape = ServiceShape::of("AN-01", "carta-d-identita", State::Published, &filed().written);
        let json = serde_json::to_string(&shape).unwrap();
        let read: ServiceShape = serde_json::from_str(&json).unwrap();
        assert_eq!(read.filed(), filed());
        assert!(serde_json::from_str::<ServiceShape>("{\"titel\": \"x\"}").is_err());
    }
}
