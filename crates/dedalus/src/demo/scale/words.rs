//! What a large town talks about: sentences put together of three parts each, analysed once and for all.

use kit::i18n::Lang;
use kit::text::analyser::terms_text;
use kit::text::markdown;

use super::dice::Dice;

/// Characters of the beginning that lists show.
const EXCERPT: usize = 240;

/// A text with its words for the search.
pub struct Text {
    /// As typed: plain sentences without any mark of Markdown.
    pub body: String,
    /// For the search.
    pub terms: String,
}

impl Text {
    /// What Markdown makes of plain sentences; a test holds it against Markdown itself.
    pub fn html(&self) -> String {
        format!("<p>{}</p>\n", self.body)
    }

    /// The beginning.
    pub fn excerpt(&self) -> String {
        // No text has more characters than bytes.
        if self.body.len() <= EXCERPT { self.body.clone() } else { markdown::excerpt(&self.body, EXCERPT) }
    }
}

/// Words and their terms.
type Part = (&'static str, String);

/// The parts of sentences, titles and names.
pub struct Words {
    begin: Vec<Part>,
    middle: Vec<Part>,
    end: Vec<Part>,
    titles: Vec<Part>,
}

impl Words {
    /// Analyses the vocabulary.
    pub fn new() -> Self {
        let analysed = |parts: &[&'static str]| parts.iter().map(|part| (*part, terms_text(part, Lang::It))).collect();
        Self { begin: analysed(BEGIN), middle: analysed(MIDDLE), end: analysed(END), titles: analysed(TITLES) }
    }

    /// Some sentences; the terms of a title before their own.
    pub fn text(&self, dice: &mut Dice, sentences: u64, title_terms: &str) -> Text {
        let mut text = Text { body: String::new(), terms: title_terms.to_owned() };
        for _ in 0..sentences {
            for (parts, after) in [(&self.begin, " "), (&self.middle, " "), (&self.end, ". ")] {
                let Some((words, terms)) = dice.pick(parts) else { continue };
                text.body.push_str(words);
                text.body.push_str(after);
                if !text.terms.is_empty() && !terms.is_empty() {
                    text.terms.push(' ');
                }
                text.terms.push_str(terms);
            }
        }
        text.body.truncate(text.body.trim_end().len());
        text
    }

    /// A title and its terms.
    pub fn title(&self, dice: &mut Dice) -> (String, &str) {
        dice.pick(&self.titles).map_or((String::new(), ""), |(words, terms)| ((*words).to_owned(), terms))
    }

    /// A name.
    pub fn name(&self, dice: &mut Dice) -> String {
        let first = dice.pick(FIRST_NAMES).copied().unwrap_or_default();
        let last = dice.pick(LAST_NAMES).copied().unwrap_or_default();
        format!("{first} {last}")
    }
}

const BEGIN: &[&str] = &[
    "Stamattina la squadra",
    "Il gruppo dei volontari",
    "Un vicino di casa",
    "La maestra della quarta",
    "Il coro del lunedì",
    "La banda cittadina",
    "Un pescatore del porto",
    "Il custode del museo",
    "La bibliotecaria del banco",
    "Un ragazzo in bicicletta",
    "Il fornaio di via Bagni",
    "La signora del terzo piano",
    "Il comitato della festa",
    "Una classe di bambini",
    "Il giardiniere della villa",
    "Il mercato del sabato",
    "La navetta delle otto",
    "Un turista di passaggio",
    "Il nonno del pedibus",
    "La squadra di pallavolo",
    "Chi abita in città alta",
    "Chi lavora al porto",
    "Il restauratore dei carri",
    "La compagnia di teatro",
];

const MIDDLE: &[&str] = &[
    "ha ripulito il sentiero",
    "ha chiesto più luce",
    "ha portato le fotografie",
    "ha rimesso a posto la panchina",
    "ha cantato per un’ora",
    "ha trovato un mazzo di chiavi",
    "ha piantato due aranci",
    "ha raccontato una storia",
    "ha cambiato il lampione",
    "ha preparato il pane",
    "ha contato le barche",
    "ha pulito la fontana",
    "ha aperto il cancello",
    "ha proposto una gita",
    "ha segnalato una buca",
    "ha riparato la ringhiera",
    "ha raccolto la carta",
    "ha cercato un volontario",
    "ha ringraziato tutti",
    "ha scritto una lettera",
    "ha aspettato il treno",
    "ha disegnato una mappa",
    "ha visto il mare mosso",
    "ha salutato la banda",
];

const END: &[&str] = &[
    "in Piazza Duomo",
    "davanti alla stazione",
    "lungo la Serpentina",
    "a Villa Palmeri",
    "vicino a Porta Palermo",
    "al Belvedere",
    "sotto il San Calogero",
    "nel cortile della biblioteca",
    "dietro il mercato",
    "alla fermata del porto",
    "in via San Marco",
    "in via Garibaldi",
    "prima della pioggia",
    "dopo la messa",
    "con la nebbia",
    "per la festa del patrono",
    "durante il Carnevale",
    "senza chiedere niente",
    "insieme ai bambini",
    "nel giorno del mercato",
    "alle prime luci",
    "fino a tarda sera",
    "accanto all’Anfiteatro",
    "tra gli orti del fiume",
];

const TITLES: &[&str] = &[
    "Due parole sul mercato",
    "Una buona notizia dalla scuola",
    "Domanda sulla navetta",
    "Una foto dal porto",
    "Il giardino del quartiere",
    "Prove del coro",
    "Libri da scambiare",
    "La strada verso il mare",
    "Un grazie alla squadra",
    "Cerco compagni di cammino",
    "La festa si avvicina",
    "Orari nuovi alla stazione",
    "Il cane della piazza",
    "Una proposta per la villa",
    "Appunti dal Consiglio",
    "La domenica in città alta",
    "Pane, olio e sarde",
    "Le luci della Serpentina",
    "Un pomeriggio al museo",
    "Che cosa dice il vento",
];

const FIRST_NAMES: &[&str] = &[
    "Agata", "Alfio", "Angela", "Antonino", "Bianca", "Carla", "Carmelo", "Cettina", "Chiara", "Cosimo", "Daniela", "Davide", "Elisa",
    "Emanuele", "Fabiana", "Federico", "Filippa", "Gaetano", "Gemma", "Giacomo", "Giovanna", "Giuseppe", "Ida", "Irene", "Laura",
    "Leonardo", "Lia", "Luca", "Lucia", "Maria", "Mario", "Michela", "Mimmo", "Nadia", "Nino", "Oriana", "Paola", "Pietro", "Rosa",
    "Sandro", "Santo", "Serena", "Stefano", "Teresa", "Tommaso", "Vera", "Vito", "Zaira",
];

const LAST_NAMES: &[&str] = &[
    "Abbate",
    "Alaimo",
    "Amato",
    "Arena",
    "Balistreri",
    "Barone",
    "Bellomo",
    "Bonanno",
    "Bruno",
    "Calabrese",
    "Campo",
    "Caruso",
    "Catalano",
    "Cirrincione",
    "Conti",
    "Corso",
    "Costa",
    "Crisafi",
    "D’Agostino",
    "D’Amico",
    "Di Marco",
    "Di Stefano",
    "Fazio",
    "Ferrara",
    "Fontana",
    "Galati",
    "Gallo",
    "Geraci",
    "Giordano",
    "Grasso",
    "Guida",
    "La Mattina",
    "La Rosa",
    "Leone",
    "Lo Cascio",
    "Lo Verde",
    "Longo",
    "Mancino",
    "Marchese",
    "Marino",
    "Messina",
    "Milazzo",
    "Monti",
    "Morello",
    "Napoli",
    "Orlando",
    "Pace",
    "Palazzo",
    "Parisi",
    "Pepe",
    "Quattrocchi",
    "Riccobono",
    "Rizzo",
    "Romano",
    "Russo",
    "Sanzone",
    "Serio",
    "Spina",
    "Taormina",
    "Valenti",
    "Vitale",
    "Zito",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_what_markdown_and_the_analyser_would_have_made_of_them() {
        let (words, mut dice) = (Words::new(), Dice::new());
        for sentences in 1..8 {
            let (title, terms) = words.title(&mut dice);
            let text = words.text(&mut dice, sentences, terms);
            for institutional in [true, false] {
                let options = markdown::Options { institutional, headings_from: 2, keep_lines: true };
                assert_eq!(text.html(), markdown::to_html(&text.body, options));
            }
            assert_eq!(text.excerpt(), markdown::excerpt(&text.body, EXCERPT));
            assert_eq!(text.terms, terms_text(&format!("{title}\n{}", markdown::to_plain(&text.body)), Lang::It));
            assert_eq!(text.body.matches('.').count() as u64, sentences);
        }
    }
}
