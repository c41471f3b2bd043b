//! The communities of the demo town: who keeps them, who belongs to them, and who follows what.

use super::script::{At, at};
use crate::social::{Access, SourceKind, Topic};

/// A community of the demo town.
#[derive(Debug, Clone, Copy)]
pub struct Gathering {
    /// Name in addresses.
    pub handle: &'static str,
    /// Name.
    pub name: &'static str,
    /// Why it exists.
    pub purpose: &'static str,
    /// Its rules.
    pub rules: &'static str,
    /// Who finds and reads it.
    pub kind: Access,
    /// What it is about.
    pub topic: Topic,
    /// Where.
    pub place: &'static str,
    /// When it was founded.
    pub at: At,
    /// Who keeps it, then who came in.
    pub people: &'static [&'static str],
}

/// All of them, in the order in which they were founded.
pub const COMMUNITIES: &[Gathering] = &[
    Gathering {
        handle: "himera",
        name: "Himera",
        purpose: "Per chi va tra le pietre di Himera, le fotografa, le racconta, o ci porta i figli per la prima volta.",
        rules: "- Le pietre si guardano e **non si spostano**.\n- Chi mette una foto dice quando l’ha fatta.\n- Le domande semplici sono le migliori.",
        kind: Access::Open,
        topic: Topic::Culture,
        place: "Buonfornello",
        at: at(-33, 18, 0),
        people: &["giulia_s", "bruno_farinella", "anna_livigni", "francesca_riolo", "emily_hartley", "agata_bonfiglio", "marco_t"],
    },
    Gathering {
        handle: "carnevale",
        name: "Carnevale",
        purpose: "Carri, maschere, capannoni: chi fa il Carnevale di Termini e chi vuole dare una mano.",
        rules: "- I carri si raccontano, **non si svelano**.\n- Chi chiede aiuto dice il giorno e l’ora.",
        kind: Access::Open,
        topic: Topic::Culture,
        place: "Capannoni di via Stazione",
        at: at(-32, 20, 30),
        people: &["enzo_lobue", "marco_t", "ninetta_sucato", "toto_guarino", "anna_livigni", "marta_dibella", "elena_virga"],
    },
    Gathering {
        handle: "mamme_e_papa",
        name: "Mamme e papà",
        purpose: "Scuole, pediatri, febbre alle tre di notte: genitori che si danno una mano.",
        rules: "- Quello che si legge qui **resta qui**.\n- Niente nomi di bambini.\n- Un consiglio non è una ricetta del medico.",
        kind: Access::Listed,
        topic: Topic::Family,
        place: "",
        at: at(-31, 21, 30),
        people: &["marta_dibella", "karim_mejri", "francesca_riolo", "anna_livigni", "pina_dangelo"],
    },
    Gathering {
        handle: "termini_in_bici",
        name: "Termini in bici",
        purpose: "Per chi pedala ogni giorno e per chi vuole cominciare: giri, guasti, strade buone e strade no.",
        rules: "- Si va al passo dell’ultimo.\n- Il casco è una buona idea.",
        kind: Access::Open,
        topic: Topic::Environment,
        place: "Lungomare",
        at: at(-28, 19, 0),
        people: &["marco_t", "giulia_s", "nunzio_orti", "anna_livigni", "ignazio_tramuta", "karim_mejri"],
    },
    Gathering {
        handle: "commercio_in_centro",
        name: "Commercio in centro",
        purpose: "Botteghe, banchi e clienti del centro: orari, idee, vetrine, parcheggi.",
        rules: "- Si parla di tutti i negozi, non solo del proprio.\n- Le offerte il lunedì.",
        kind: Access::Open,
        topic: Topic::Trade,
        place: "Corso Umberto e via Bagni",
        at: at(-26, 15, 0),
        people: &["karim_mejri", "enza_macaluso", "ninetta_sucato", "toto_guarino", "carmela_sottile", "gaspare_lopresti"],
    },
];

/// Somebody follows something: who, what sort of thing, its name in addresses.
pub type Follow = (&'static str, SourceKind, &'static str);

use SourceKind::{Office, Page, Person};

/// So that everybody who can sign in finds something at home.
pub const FOLLOWS: &[Follow] = &[
    ("anna_livigni", Page, "biblioteca"),
    ("anna_livigni", Page, "comune"),
    ("anna_livigni", Person, "giulia_s"),
    ("anna_livigni", Person, "ninetta_sucato"),
    ("anna_livigni", Office, "urp"),
    ("marta_dibella", Page, "comune"),
    ("marta_dibella", Page, "polizia-locale"),
    ("marta_dibella", Person, "karim_mejri"),
    ("marta_dibella", Person, "francesca_riolo"),
    ("pina_dangelo", Page, "urp"),
    ("pina_dangelo", Person, "marta_dibella"),
    ("carmela_sottile", Page, "comune"),
    ("carmela_sottile", Person, "enza_macaluso"),
    ("ignazio_tramuta", Page, "polizia-locale"),
    ("ignazio_tramuta", Page, "protezione-civile"),
    ("elena_virga", Page, "museo"),
    ("elena_virga", Person, "giulia_s"),
    ("gaspare_lopresti", Page, "sindaco-risponde"),
    ("gaspare_lopresti", Person, "bruno_farinella"),
    ("rosalia_campisi", Page, "comune"),
    ("rosalia_campisi", Person, "anna_livigni"),
    ("dario_pusateri", Page, "urp"),
    ("dario_pusateri", Person, "marco_t"),
    ("giulia_s", Person, "anna_livigni"),
    ("marco_t", Person, "giulia_s"),
];
