//! The fifteen offices of the town and the mayor's staff. Addresses, numbers and hours are invented.

use crate::identity::{OfficeKind, Stretch};

/// An office of the demo town.
#[derive(Debug, Clone, Copy)]
pub struct DemoOffice {
    /// Name in addresses.
    pub slug: &'static str,
    /// Name.
    pub name: &'static str,
    /// Sort of office.
    pub kind: OfficeKind,
    /// What it does.
    pub purpose: &'static str,
    /// Where it is.
    pub address: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// Local part of its address.
    pub mail: &'static str,
    /// Handle of who heads it.
    pub head: &'static str,
    /// Opening hours.
    pub hours: Week,
}

/// Weekday (1 is Monday), opens, closes, in hours and minutes.
pub type Week = &'static [(u8, (u16, u16), (u16, u16))];

/// The office's hours as the house keeps them.
pub fn stretches(week: Week) -> Vec<Stretch> {
    week.iter()
        .map(|(weekday, opens, closes)| Stretch { weekday: *weekday, opens: opens.0 * 60 + opens.1, closes: closes.0 * 60 + closes.1 })
        .collect()
}

/// Mornings only.
const MORNINGS: Week = &[(1, (9, 0), (13, 0)), (2, (9, 0), (13, 0)), (3, (9, 0), (13, 0)), (4, (9, 0), (13, 0)), (5, (9, 0), (12, 30))];
/// Mornings, and Tuesday afternoon.
const AND_TUESDAY: Week = &[
    (1, (9, 0), (13, 0)),
    (2, (9, 0), (13, 0)),
    (2, (15, 0), (17, 30)),
    (3, (9, 0), (13, 0)),
    (4, (9, 0), (13, 0)),
    (5, (9, 0), (12, 30)),
];
/// Mornings, and Thursday afternoon.
const AND_THURSDAY: Week = &[
    (1, (9, 0), (13, 0)),
    (2, (9, 0), (13, 0)),
    (3, (9, 0), (13, 0)),
    (4, (9, 0), (13, 0)),
    (4, (15, 0), (17, 30)),
    (5, (9, 0), (12, 30)),
];
/// The desk: early, with two afternoons.
const DESK: Week = &[
    (1, (8, 30), (13, 30)),
    (2, (8, 30), (13, 30)),
    (2, (15, 0), (17, 30)),
    (3, (8, 30), (13, 30)),
    (4, (8, 30), (13, 30)),
    (4, (15, 0), (17, 30)),
    (5, (8, 30), (13, 30)),
];
/// The library.
const LIBRARY: Week = &[(1, (9, 0), (13, 30)), (2, (9, 0), (13, 30)), (3, (9, 0), (13, 30)), (4, (9, 0), (13, 30)), (5, (9, 0), (13, 30))];
/// The police: every day, from early to late.
const POLICE: Week = &[
    (1, (7, 30), (20, 0)),
    (2, (7, 30), (20, 0)),
    (3, (7, 30), (20, 0)),
    (4, (7, 30), (20, 0)),
    (5, (7, 30), (20, 0)),
    (6, (8, 0), (20, 0)),
    (7, (8, 0), (14, 0)),
];
/// Never on Thursday morning: that is for appointments.
const BUT_THURSDAY: Week =
    &[(1, (9, 0), (13, 0)), (2, (9, 0), (13, 0)), (3, (9, 0), (13, 0)), (4, (15, 0), (17, 30)), (5, (9, 0), (12, 30))];
/// Two mornings, the rest by appointment.
const TWO_MORNINGS: Week = &[(1, (9, 30), (12, 30)), (3, (9, 30), (12, 30))];
/// Two mornings and an afternoon, the rest by appointment.
const SOME_MORNINGS: Week = &[(2, (9, 30), (12, 30)), (2, (15, 30), (17, 0)), (4, (9, 30), (12, 30))];

const HALL: &str = "Palazzo comunale, Piazza Duomo";

/// In the order of lists.
pub const OFFICES: &[DemoOffice] = &[
    DemoOffice {
        slug: "urp",
        name: "Ufficio relazioni con il pubblico (URP)",
        kind: OfficeKind::PublicRelations,
        purpose: "Ascolta, spiega, aiuta con i moduli e trova chi deve rispondere.",
        address: "Palazzo comunale, Piazza Duomo, piano terra",
        phone: "091 000 0001",
        mail: "urp",
        head: "salvo_mendola",
        hours: DESK,
    },
    DemoOffice {
        slug: "segreteria-generale",
        name: "Segreteria generale",
        kind: OfficeKind::Ordinary,
        purpose: "Prepara i lavori del Consiglio e della Giunta e ne conserva le decisioni.",
        address: HALL,
        phone: "091 000 0002",
        mail: "segreteria",
        head: "donatella_ferrante",
        hours: MORNINGS,
    },
    DemoOffice {
        slug: "affari-generali",
        name: "Affari generali e protocollo",
        kind: OfficeKind::Ordinary,
        purpose: "Riceve e registra le carte, cura il personale e la rete degli uffici.",
        address: HALL,
        phone: "091 000 0003",
        mail: "protocollo",
        head: "donatella_ferrante",
        hours: AND_TUESDAY,
    },
    DemoOffice {
        slug: "anagrafe",
        name: "Anagrafe e stato civile",
        kind: OfficeKind::Ordinary,
        purpose: "Carte d’identità, certificati, residenza, nascite e matrimoni.",
        address: "Palazzo comunale, Piazza Duomo, piano terra",
        phone: "091 000 0004",
        mail: "anagrafe",
        head: "salvo_mendola",
        hours: DESK,
    },
    DemoOffice {
        slug: "tributi",
        name: "Tributi",
        kind: OfficeKind::Ordinary,
        purpose: "Calcola IMU e TARI, concede rate e corregge gli errori.",
        address: "Via Garibaldi 12",
        phone: "091 000 0005",
        mail: "tributi",
        head: "nicolo_vassallo",
        hours: BUT_THURSDAY,
    },
    DemoOffice {
        slug: "lavori-pubblici",
        name: "Lavori pubblici e manutenzioni",
        kind: OfficeKind::Ordinary,
        purpose: "Strade, marciapiedi, illuminazione, acqua, scuole ed edifici del Comune.",
        address: "Via San Marco 3",
        phone: "091 000 0006",
        mail: "lavoripubblici",
        head: "ignazio_tramuta",
        hours: AND_THURSDAY,
    },
    DemoOffice {
        slug: "ambiente",
        name: "Ambiente e verde",
        kind: OfficeKind::Ordinary,
        purpose: "Raccolta dei rifiuti, giardini, alberi, spiagge e animali.",
        address: "Via San Marco 3",
        phone: "091 000 0007",
        mail: "ambiente",
        head: "calogero_spataro",
        hours: MORNINGS,
    },
    DemoOffice {
        slug: "polizia-locale",
        name: "Polizia locale",
        kind: OfficeKind::Ordinary,
        purpose: "Traffico, permessi, sicurezza in strada e protezione civile.",
        address: "Piazzale della stazione",
        phone: "091 000 0008",
        mail: "polizialocale",
        head: "rosario_lipari",
        hours: POLICE,
    },
    DemoOffice {
        slug: "servizi-sociali",
        name: "Servizi sociali",
        kind: OfficeKind::Ordinary,
        purpose: "Sta accanto a famiglie, anziani e persone con disabilità.",
        address: "Via Marco Tullio Cicerone 8",
        phone: "091 000 0009",
        mail: "servizisociali",
        head: "marilena_sansone",
        hours: AND_THURSDAY,
    },
    DemoOffice {
        slug: "istruzione",
        name: "Pubblica istruzione",
        kind: OfficeKind::Ordinary,
        purpose: "Mensa, scuolabus, libri di testo e asilo nido.",
        address: "Via Marco Tullio Cicerone 8",
        phone: "091 000 0010",
        mail: "istruzione",
        head: "marilena_sansone",
        hours: MORNINGS,
    },
    DemoOffice {
        slug: "cultura",
        name: "Cultura, biblioteca e museo",
        kind: OfficeKind::Ordinary,
        purpose: "Tiene aperti biblioteca e museo e organizza le feste della città.",
        address: "Ex monastero di Santa Chiara",
        phone: "091 000 0011",
        mail: "cultura",
        head: "agata_bonfiglio",
        hours: LIBRARY,
    },
    DemoOffice {
        slug: "suap",
        name: "Sportello unico attività produttive (SUAP)",
        kind: OfficeKind::Ordinary,
        purpose: "Per chi apre, cambia o chiude un negozio, un banco o un’impresa.",
        address: "Via Garibaldi 12",
        phone: "091 000 0013",
        mail: "suap",
        head: "calogero_spataro",
        hours: SOME_MORNINGS,
    },
    DemoOffice {
        slug: "ragioneria",
        name: "Ragioneria",
        kind: OfficeKind::Ordinary,
        purpose: "Scrive il bilancio, paga i fornitori e controlla i conti.",
        address: HALL,
        phone: "091 000 0014",
        mail: "ragioneria",
        head: "nicolo_vassallo",
        hours: AND_TUESDAY,
    },
    DemoOffice {
        slug: "legale",
        name: "Ufficio legale",
        kind: OfficeKind::Ordinary,
        purpose: "Dà pareri agli uffici e difende il Comune in giudizio.",
        address: HALL,
        phone: "091 000 0015",
        mail: "legale",
        head: "donatella_ferrante",
        hours: TWO_MORNINGS,
    },
    DemoOffice {
        slug: "comunicazione",
        name: "Comunicazione",
        kind: OfficeKind::Ordinary,
        purpose: "Scrive le notizie del Comune e cura questa piazza.",
        address: HALL,
        phone: "091 000 0016",
        mail: "comunicazione",
        head: "salvo_mendola",
        hours: MORNINGS,
    },
    DemoOffice {
        slug: "sindaco",
        name: "Staff del Sindaco e della Giunta",
        kind: OfficeKind::Political,
        purpose: "Tiene l’agenda del Sindaco e degli assessori e riceve chi vuole parlare con loro.",
        address: HALL,
        phone: "091 000 0017",
        mail: "sindaco",
        head: "gaspare_lopresti",
        hours: SOME_MORNINGS,
    },
];
