//! What people report and ask in the demo town, where, and what the offices say. Names are invented; coordinates are plausible.

use crate::desk::request::{Kind, Status};

/// A sort of request.
pub struct Sort {
    /// What it is.
    pub kind: Kind,
    /// The category of a report, the office of anything else; as addresses name them.
    pub code: &'static str,
    /// Months in which there are more of them.
    pub months: &'static [i8],
    /// Titles and details.
    pub texts: &'static [(&'static str, &'static str)],
}

/// A report of the last days, which still waits: how many days ago, category, title, details, street, north and east.
pub type Late = (i64, &'static str, &'static str, &'static str, &'static str, i64, i64);

/// What came in lately: somebody who reports the same lamp finds it there.
pub static LATELY: [Late; 6] = [
    (
        6,
        "rifiuti",
        "Cartoni davanti al mercato",
        "Il lunedì restano i cartoni delle bancarelle fino a sera.",
        "via Palermo",
        37_983_900,
        13_690_200,
    ),
    (
        5,
        "illuminazione",
        "Lampione spento davanti alla farmacia",
        "È spento da tre sere. Le strisce pedonali non si vedono.",
        "via Garibaldi",
        37_985_700,
        13_685_800,
    ),
    (
        4,
        "strade",
        "Buca profonda all’incrocio",
        "È larga mezzo metro. Con la pioggia non si vede.",
        "via Garibaldi",
        37_984_600,
        13_686_100,
    ),
    (
        3,
        "illuminazione",
        "Luce che lampeggia sulla scala",
        "Si accende e si spegne tutta la notte, sopra i gradini.",
        "via Garibaldi",
        37_984_300,
        13_686_500,
    ),
    (
        2,
        "acqua",
        "Perdita d’acqua dal marciapiede",
        "Da ieri l’acqua esce vicino al tombino e scende in strada.",
        "Piazza Duomo",
        37_984_000,
        13_693_900,
    ),
    (
        1,
        "verde",
        "Ramo spezzato",
        "Il vento ha spezzato un ramo grosso. È appeso sopra la panchina.",
        "Belvedere Principe Umberto",
        37_986_400,
        13_695_100,
    ),
];

const fn report(code: &'static str, months: &'static [i8], texts: &'static [(&'static str, &'static str)]) -> Sort {
    Sort { kind: Kind::Report, code, months, texts }
}

/// Reports, by category.
pub static CATEGORIES: [Sort; 11] = [
    report(
        "strade",
        &[11, 12, 1, 2, 3],
        &[
            ("Buca profonda", "Dopo la pioggia si è aperta una buca larga mezzo metro. I motorini la evitano all’ultimo momento."),
            ("Marciapiede rotto", "Tre mattonelle mancano e altre ballano. Ieri un signore con il bastone è inciampato."),
            ("Tombino che affonda", "Il tombino è più basso della strada di quattro dita. Ogni macchina ci sbatte."),
            ("Asfalto che si solleva", "Le radici hanno alzato l’asfalto per un paio di metri. Con il passeggino non si passa."),
        ],
    ),
    report(
        "illuminazione",
        &[10, 11, 12, 1, 2],
        &[
            ("Lampione spento", "È spento da una settimana. La strada è buia e la sera passano i ragazzi della palestra."),
            ("Luce che lampeggia", "Si accende e si spegne tutta la notte. Le stanze di fronte si illuminano a scatti."),
            ("Tre lampioni spenti", "Ne sono rimasti accesi solo due su cinque. Dalla fermata non si vede il marciapiede."),
        ],
    ),
    report(
        "acqua",
        &[6, 7, 8],
        &[
            ("Perdita d’acqua", "Da due giorni l’acqua esce dal marciapiede e scende fino all’incrocio. È pulita, sembra la rete."),
            ("Caditoia ostruita", "Quando piove l’acqua non scende e si fa un lago davanti ai negozi."),
            ("Odore di fogna", "La sera l’odore è molto forte. Peggiora con il caldo."),
        ],
    ),
    report(
        "rifiuti",
        &[6, 7, 8, 9],
        &[
            ("Sacchi abbandonati", "Ci sono una decina di sacchi da sabato. Qualcuno li ha già aperti e la carta vola."),
            ("Cestino pieno", "Il cestino trabocca da giorni, e intorno ci sono bottiglie e cartoni."),
            ("Mobili lasciati in strada", "Un divano e due reti occupano mezzo marciapiede."),
            ("Raccolta saltata", "Il vetro non è passato né questa settimana né la scorsa."),
        ],
    ),
    report(
        "verde",
        &[3, 4, 5, 9],
        &[
            ("Ramo pericolante", "Un ramo grosso è spezzato e resta appeso sopra la panchina."),
            ("Erba alta", "L’erba copre il vialetto e i bambini non giocano più."),
            ("Albero secco", "L’albero non ha messo foglie e la corteccia si stacca."),
        ],
    ),
    report(
        "edifici",
        &[9, 10, 1],
        &[
            ("Infiltrazione a scuola", "Nel corridoio del primo piano piove dentro. Hanno messo due secchi."),
            ("Porta che non chiude", "La porta dell’ingresso laterale resta aperta anche di notte."),
        ],
    ),
    report(
        "segnaletica",
        &[2, 8, 9],
        &[
            ("Strisce cancellate", "Le strisce davanti alla scuola non si vedono più e le auto non si fermano."),
            ("Cartello girato", "Il divieto è girato verso il muro: chi arriva non lo vede."),
            ("Semaforo fermo sul giallo", "Da ieri lampeggia e all’incrocio nessuno sa chi passa."),
        ],
    ),
    report(
        "rumore",
        &[6, 7, 8],
        &[
            ("Musica fino alle tre", "Il venerdì e il sabato la musica si sente a finestre chiuse fino alle tre."),
            ("Fumo di plastica bruciata", "La sera qualcuno brucia plastica dietro i capannoni."),
        ],
    ),
    report(
        "animali",
        &[5, 6, 7],
        &[
            ("Cane ferito", "Un cane marrone zoppica e non si lascia avvicinare. È tranquillo."),
            ("Gatti in un cantiere", "C’è una cucciolata dietro la rete: da due giorni non si vede la madre."),
        ],
    ),
    report(
        "barriere",
        &[4, 5, 10],
        &[
            ("Rampa bloccata", "La rampa è sempre occupata da un furgone. Con la carrozzina si deve scendere in strada."),
            ("Gradino all’ingresso", "Manca lo scivolo: per entrare all’ufficio serve aiuto."),
        ],
    ),
    report(
        "altro",
        &[1, 4, 7, 10],
        &[
            ("Fontanella chiusa", "La fontanella non dà più acqua da un mese."),
            ("Panchina rotta", "Due assi sono spezzate e ci sono i chiodi di fuori."),
        ],
    ),
];

/// What is no report: the code is the office.
pub const QUESTIONS: &[Sort] = &[
    Sort {
        kind: Kind::Question,
        code: "anagrafe",
        months: &[],
        texts: &[
            ("Carta d’identità per mio padre", "Mio padre ha 86 anni e non esce di casa. Si può fare la carta d’identità a domicilio?"),
            ("Cambio di residenza", "Mi trasferisco a marzo. Quali documenti devo portare, e si può fare in rete?"),
        ],
    },
    Sort {
        kind: Kind::Question,
        code: "tributi",
        months: &[],
        texts: &[("Rata della TARI", "Ho pagato due volte la stessa rata. Come chiedo il rimborso?")],
    },
    Sort {
        kind: Kind::Complaint,
        code: "urp",
        months: &[],
        texts: &[("Attesa allo sportello", "Ho aspettato un’ora e mezza con il numero in mano. Il tabellone era spento.")],
    },
    Sort {
        kind: Kind::Suggestion,
        code: "cultura",
        months: &[],
        texts: &[(
            "Biblioteca aperta la sera",
            "Durante gli esami sarebbe bello avere la sala aperta fino alle 20, anche solo due giorni.",
        )],
    },
    Sort {
        kind: Kind::Praise,
        code: "anagrafe",
        months: &[],
        texts: &[("Grazie per la pazienza", "La signora allo sportello ha spiegato tutto a mia madre con calma. Grazie davvero.")],
    },
    Sort {
        kind: Kind::Access,
        code: "lavori-pubblici",
        months: &[],
        texts: &[("Progetto della via", "Chiedo di vedere il progetto dei lavori davanti al mio negozio, con i tempi previsti.")],
    },
];

/// Streets and squares, in millionths of a degree.
pub const PLACES: &[(&str, i64, i64)] = &[
    ("via Garibaldi", 37_985_300, 13_694_900),
    ("Piazza Duomo", 37_984_600, 13_693_800),
    ("Serpentina Paolo Balsamo", 37_985_900, 13_696_800),
    ("via San Marco", 37_984_100, 13_695_700),
    ("via Marco Tullio Cicerone", 37_984_900, 13_694_300),
    ("Belvedere Principe Umberto", 37_986_300, 13_694_400),
    ("Porta Palermo", 37_983_900, 13_692_600),
    ("via Bagni", 37_986_100, 13_699_100),
    ("via Roma", 37_983_800, 13_694_700),
    ("Corso Umberto e Margherita", 37_985_700, 13_699_900),
    ("via Stenio", 37_983_200, 13_697_400),
    ("via Falcone e Borsellino", 37_982_400, 13_700_600),
    ("Lungomare Cristoforo Colombo", 37_987_700, 13_700_300),
    ("via del Mare", 37_986_900, 13_698_700),
    ("via Libertà", 37_982_800, 13_698_500),
    ("Villa Palmeri", 37_986_000, 13_693_400),
    ("via Anfiteatro", 37_985_000, 13_693_100),
    ("contrada Buonfornello", 37_973_500, 13_823_900),
    ("via Palermo", 37_983_500, 13_690_800),
    ("Piazza delle Terme", 37_986_400, 13_698_000),
];

/// Who writes.
pub const NAMES: &[&str] = &[
    "Rosalia Amodeo",
    "Vito Carapezza",
    "Nunzia Di Salvo",
    "Pietro Gulotta",
    "Concetta La Barbera",
    "Saverio Marino",
    "Lucia Nicosia",
    "Antonino Orlando",
    "Graziella Pace",
    "Mimmo Quattrocchi",
    "Ester Rinaldi",
    "Fabio Sanfilippo",
    "Teresa Taormina",
    "Giulio Urso",
];

/// What the offices say, by the status they move to.
pub const TELL: &[(Status, &[&str])] = &[
    (Status::Asked, &["Ci serve un dettaglio: a che altezza della strada, e da quando?", "Può mandarci una foto presa da più lontano?"]),
    (Status::Forwarded, &["La strada è della Provincia: abbiamo passato la segnalazione e chiediamo notizie ogni settimana."]),
    (Status::Planned, &["La squadra passa la settimana prossima, di mattina.", "Intervento messo in programma con gli altri della zona."]),
    (Status::Working, &["La squadra è sul posto."]),
    (
        Status::Solved,
        &[
            "Abbiamo riparato e controllato. Se torna a succedere ce lo dica qui.",
            "Intervento fatto questa mattina. Grazie della segnalazione.",
            "Risolto: era più semplice di quanto sembrasse. Grazie per la pazienza.",
        ],
    ),
    (
        Status::Answered,
        &[
            "Grazie di averci scritto. Abbiamo controllato: ecco che cosa può fare, e a chi rivolgersi se non basta.",
            "Abbiamo letto con attenzione. La risposta completa è qui sotto, e lo sportello è aperto per chiarire.",
        ],
    ),
    (Status::NotOurs, &["È un terreno privato: abbiamo scritto al proprietario, che deve provvedere."]),
    (Status::NoAction, &["Abbiamo controllato due volte e non abbiamo trovato il guasto. Se ricompare riapriamo volentieri."]),
];
