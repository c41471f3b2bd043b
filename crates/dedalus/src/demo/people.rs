//! Thirty-one invented people. None of them lives anywhere but here.

use kit::i18n::Lang;

use crate::identity::{Role, Tier};

/// An invented person.
#[derive(Debug, Clone, Copy)]
pub struct Invented {
    /// Name in addresses.
    pub handle: &'static str,
    /// Name.
    pub name: &'static str,
    /// A few words about oneself.
    pub bio: &'static str,
    /// Address; staff has the town's.
    pub email: &'static str,
    /// Tier.
    pub tier: Tier,
    /// Language of pages and mail.
    pub lang: Lang,
    /// Roles, each in an office by its slug.
    pub roles: &'static [(Role, &'static str)],
}

const fn citizen(handle: &'static str, name: &'static str, email: &'static str, bio: &'static str) -> Invented {
    Invented { handle, name, bio, email, tier: Tier::Registered, lang: Lang::It, roles: &[] }
}

const fn staff(
    handle: &'static str,
    name: &'static str,
    email: &'static str,
    bio: &'static str,
    roles: &'static [(Role, &'static str)],
) -> Invented {
    Invented { handle, name, bio, email, tier: Tier::Verified, lang: Lang::It, roles }
}

impl Invented {
    const fn verified(mut self) -> Self {
        self.tier = Tier::Verified;
        self
    }

    const fn lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }
}

use Role::{Administrator, Editor, Manager, Officer, Operator, Privacy, System};

/// Staff first, then the town.
pub const PEOPLE: &[Invented] = &[
    staff(
        "gaspare_lopresti",
        "Gaspare Lo Presti",
        "gaspare.lopresti@comune.termini.example",
        "Dal 2026 mi occupo della città a tempo pieno. Prima insegnavo matematica.",
        &[(Administrator, "sindaco")],
    ),
    staff(
        "donatella_ferrante",
        "Donatella Ferrante",
        "donatella.ferrante@comune.termini.example",
        "Carte in ordine e finestre aperte.",
        &[(Manager, "segreteria-generale"), (Manager, "affari-generali"), (Manager, "legale")],
    ),
    staff(
        "ignazio_tramuta",
        "Ignazio Tramuta",
        "ignazio.tramuta@comune.termini.example",
        "Ingegnere. Conosco tutti i tombini per nome.",
        &[(Manager, "lavori-pubblici")],
    ),
    staff(
        "carmela_sottile",
        "Carmela Sottile",
        "carmela.sottile@comune.termini.example",
        "Geometra. La domenica vado in montagna.",
        &[(Officer, "lavori-pubblici")],
    ),
    staff(
        "pina_dangelo",
        "Pina D’Angelo",
        "pina.dangelo@comune.termini.example",
        "Al banco da diciannove anni. Il caffè lo porto io.",
        &[(Operator, "urp")],
    ),
    staff(
        "salvo_mendola",
        "Salvo Mendola",
        "salvo.mendola@comune.termini.example",
        "Rispondo, o trovo chi risponde.",
        &[(Manager, "urp"), (Manager, "comunicazione"), (Manager, "anagrafe")],
    ),
    staff(
        "elena_virga",
        "Elena Virga",
        "elena.virga@comune.termini.example",
        "Scrivo per la città. Se una frase è storta, ditemelo.",
        &[(Editor, "comunicazione"), (Editor, "cultura")],
    ),
    staff(
        "agata_bonfiglio",
        "Agata Bonfiglio",
        "agata.bonfiglio@comune.termini.example",
        "Centomila libri e un cortile.",
        &[(Manager, "cultura"), (Editor, "cultura")],
    ),
    staff(
        "michele_panzeca",
        "Michele Panzeca",
        "michele.panzeca@comune.termini.example",
        "Archeologo. Spolvero piano.",
        &[(Officer, "cultura"), (Editor, "cultura")],
    ),
    staff(
        "rosario_lipari",
        "Rosario Lipari",
        "rosario.lipari@comune.termini.example",
        "Meno multe, più cartelli chiari.",
        &[(Manager, "polizia-locale"), (Editor, "polizia-locale")],
    ),
    staff(
        "tiziana_greco",
        "Tiziana Greco",
        "tiziana.greco@comune.termini.example",
        "In strada dal 2015, quasi sempre a piedi.",
        &[(Officer, "polizia-locale"), (Editor, "polizia-locale")],
    ),
    staff(
        "calogero_spataro",
        "Calogero Spataro",
        "calogero.spataro@comune.termini.example",
        "Guardo il cielo per mestiere.",
        &[(Manager, "ambiente"), (Manager, "suap"), (Editor, "polizia-locale")],
    ),
    staff(
        "nicolo_vassallo",
        "Nicolò Vassallo",
        "nicolo.vassallo@comune.termini.example",
        "I conti devono tornare. Anche quelli degli altri.",
        &[(Manager, "ragioneria"), (Manager, "tributi")],
    ),
    staff(
        "marilena_sansone",
        "Marilena Sansone",
        "marilena.sansone@comune.termini.example",
        "Ascolto, poi compilo il modulo.",
        &[(Manager, "servizi-sociali"), (Manager, "istruzione")],
    ),
    staff(
        "dario_pusateri",
        "Dario Pusateri",
        "dario.pusateri@comune.termini.example",
        "Se la rete funziona nessuno mi conosce. Va bene così.",
        &[(System, "affari-generali")],
    ),
    staff(
        "rosalia_campisi",
        "Rosalia Campisi",
        "rosalia.campisi@comune.termini.example",
        "Meno dati, tenuti bene. Il resto non mi serve.",
        &[(Privacy, "segreteria-generale")],
    ),
    citizen("anna_livigni", "Anna Li Vigni", "anna.livigni@example.org", "Città alta, due rampe di scale e una zia."),
    citizen("marta_dibella", "Marta Di Bella", "marta.dibella@example.org", "Due figli, un pedibus, pochissimo sonno.").verified(),
    citizen("bruno_farinella", "Bruno Farinella", "bruno.farinella@example.org", "Ottantun anni. Io detto, mia nipote scrive.").verified(),
    citizen("giulia_s", "Giulia Sanfilippo", "giulia.sanfilippo@example.org", "Fotografo pietre. Le pietre stanno ferme.").verified(),
    citizen("marco_t", "Marco Terrasi", "marco.terrasi@example.org", "Studio, canto, cerco una bicicletta.").verified(),
    citizen("enzo_lobue", "Enzo Lo Bue", "enzo.lobue@example.org", "Cartapesta da tre generazioni.").verified(),
    citizen("nunzio_orti", "Nunzio Pecoraro", "nunzio.pecoraro@example.org", "Orti del San Leonardo. Brontolo, ma annaffio."),
    citizen("hanna_weber", "Hanna Weber", "hanna.weber@example.org", "Köln und ein bisschen hier. Mein Urgroßvater war Fischer.")
        .lang(Lang::De),
    citizen("emily_hartley", "Emily Hartley", "emily.hartley@example.org", "From Leeds, on foot wherever possible.").lang(Lang::En),
    citizen("enza_macaluso", "Enza Macaluso", "enza.macaluso@example.org", "Banco 14, mercato di via Bagni. Il pesce parla da solo."),
    citizen("ninetta_sucato", "Ninetta Sucato", "ninetta.sucato@example.org", "Cucino per otto anche quando siamo in due."),
    citizen(
        "giorgio_cascino",
        "Giorgio Cascino",
        "giorgio.cascino@example.org",
        "Quattro ruote, due piccole e due grandi. Misuro i gradini.",
    )
    .verified(),
    citizen("karim_mejri", "Karim Mejri", "karim.mejri@example.org", "Fornaio. Quando voi dormite io impasto.").verified(),
    citizen(
        "francesca_riolo",
        "Francesca Riolo",
        "francesca.riolo@example.org",
        "Maestra di quarta. Imparo da ventidue persone al giorno.",
    ),
    citizen("toto_guarino", "Totò Guarino", "toto.guarino@example.org", "Ho una barca e un’opinione su tutto."),
];
