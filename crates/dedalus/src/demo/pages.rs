//! The seven voices of the institution and who may speak with them.

use crate::identity::Colour;

/// An institutional page of the demo town.
#[derive(Debug, Clone, Copy)]
pub struct DemoPage {
    /// Name in addresses.
    pub handle: &'static str,
    /// Name.
    pub name: &'static str,
    /// Letters of its mark.
    pub initials: &'static str,
    /// Colour of its mark.
    pub colour: Colour,
    /// Who speaks here, about what.
    pub bio: &'static str,
    /// Slug of the office behind it.
    pub office: &'static str,
    /// File of the drawing on top.
    pub cover: &'static str,
    /// Handles of those who publish and answer; the first answers comments.
    pub editors: &'static [&'static str],
}

/// In the order of lists.
pub const PAGES: &[DemoPage] = &[
    DemoPage {
        handle: "comune",
        name: "Comune",
        initials: "CT",
        colour: Colour::Sea,
        bio: "Le notizie della città: lavori, scadenze, feste, decisioni. Risponde l’ufficio Comunicazione, entro il giorno dopo.",
        office: "comunicazione",
        cover: "golfo.svg",
        editors: &["elena_virga", "salvo_mendola"],
    },
    DemoPage {
        handle: "urp",
        name: "URP",
        initials: "URP",
        colour: Colour::Terra,
        bio: "Come si fa, dove si va, che cosa si porta. Domande e risposte, con parole semplici.",
        office: "urp",
        cover: "ufficio.svg",
        editors: &["pina_dangelo", "salvo_mendola"],
    },
    DemoPage {
        handle: "biblioteca",
        name: "Biblioteca Liciniana",
        initials: "BL",
        colour: Colour::Sea,
        bio: "Dal 1800 una biblioteca per tutti. Libri, archivio, storie per i piccoli, un cortile pieno di luce.",
        office: "cultura",
        cover: "chiostro.svg",
        editors: &["agata_bonfiglio", "elena_virga"],
    },
    DemoPage {
        handle: "museo",
        name: "Museo civico",
        initials: "MC",
        colour: Colour::Sand,
        bio: "Il museo Baldassare Romano: Himera, l’arte, la natura. Visite, laboratori, domande difficili.",
        office: "cultura",
        cover: "gronda-leone.svg",
        editors: &["michele_panzeca", "agata_bonfiglio"],
    },
    DemoPage {
        handle: "polizia-locale",
        name: "Polizia locale",
        initials: "PL",
        colour: Colour::Terra,
        bio: "Strade, permessi, parcheggi, sicurezza. Per le urgenze si chiama il 112.",
        office: "polizia-locale",
        cover: "mappa.svg",
        editors: &["rosario_lipari", "tiziana_greco"],
    },
    DemoPage {
        handle: "protezione-civile",
        name: "Protezione civile",
        initials: "PC",
        colour: Colour::Terra,
        bio: "Allerte, consigli e prove. Quando c’è un’allerta, gli aggiornamenti sono nei commenti.",
        office: "polizia-locale",
        cover: "vento.svg",
        editors: &["calogero_spataro", "rosario_lipari"],
    },
    DemoPage {
        handle: "sindaco-risponde",
        name: "Il Sindaco risponde",
        initials: "SR",
        colour: Colour::Sand,
        bio: "Una volta alla settimana il Sindaco risponde alle vostre domande. Anche a quelle scomode.",
        office: "sindaco",
        cover: "duomo.svg",
        editors: &["gaspare_lopresti"],
    },
];
