//! The vocabularies of the card: categories and topics of the national model for municipal sites ("Architettura
//! dell'informazione del sito comunale"), life events, for whom, to what end, by which way.

/// A vocabulary: each word stands in addresses, files and rows, and its name in the language files.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident, $prefix:literal { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = concat!("`", $word, "`.")] $variant),+ }
        kit::words!($name { $($variant = $word),+ });
        impl $name {
            /// Key of its name.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, $word)),+ }
            }
        }
    };
}

vocabulary! {
    /// The category of a service; the national list, as it is.
    Category, "service-category-" {
        Education = "educazione-formazione",
        Health = "salute-assistenza",
        Work = "vita-lavorativa",
        Mobility = "mobilita-trasporti",
        Planning = "catasto-urbanistica",
        Registry = "anagrafe-stato-civile",
        Tourism = "turismo",
        Justice = "giustizia-sicurezza",
        Taxes = "tributi-finanze",
        Culture = "cultura-tempo-libero",
        Environment = "ambiente",
        Business = "imprese-commercio",
        Permits = "autorizzazioni",
        Contracts = "appalti-pubblici",
        Farming = "agricoltura-pesca",
    }
}

vocabulary! {
    /// What a service is about: of the national list of topics those that a town meets.
    Topic, "service-topic-" {
        Information = "accesso-informazione",
        Water = "acqua",
        Pets = "animale-domestico",
        Disability = "assistenza-invalidi",
        SocialCare = "assistenza-sociale",
        Associations = "associazioni",
        Budget = "bilancio",
        Retail = "commercio-al-minuto",
        StreetTrade = "commercio-ambulante",
        Recruiting = "concorsi",
        Elections = "elezioni",
        Renewables = "energie-rinnovabili",
        Training = "formazione-professionale",
        Waste = "gestione-rifiuti",
        Hygiene = "igiene-pubblica",
        Immigration = "immigrazione",
        Taxes = "imposte",
        Firms = "imprese",
        Pollution = "inquinamento",
        Integration = "integrazione-sociale",
        School = "istruzione",
        Work = "lavoro",
        Marriage = "matrimonio",
        Market = "mercato",
        GreenMobility = "mobilita-sostenibile",
        Death = "morte",
        Birth = "nascita",
        Parking = "parcheggi",
        Heritage = "patrimonio-culturale",
        Police = "polizia",
        CivilProtection = "protezione-civile",
        Residence = "residenza",
        Safety = "sicurezza-pubblica",
        Green = "spazio-verde",
        Sport = "sport",
        Fees = "tassa-sui-servizi",
        Leisure = "tempo-libero",
        Traffic = "traffico-urbano",
        Transparency = "trasparenza-amministrativa",
        PublicTransport = "trasporto-pubblico",
        Tourism = "turismo",
        Building = "urbanizzazione",
        LimitedTraffic = "ztl",
    }
}

vocabulary! {
    /// What happens in somebody's life when the service is needed (life events of people and of firms, Single Digital Gateway,
    /// Regulation (EU) 2018/1724, annex II).
    LifeEvent, "service-event-" {
        Birth = "nascita",
        School = "scuola",
        Residence = "residenza",
        House = "casa",
        Marriage = "matrimonio",
        Disability = "invalidita",
        Work = "lavoro",
        Old = "vecchiaia",
        Travel = "viaggi",
        Vehicle = "veicolo",
        Transport = "trasporto-pubblico",
        Taxes = "tributi",
        Culture = "cultura",
        Pet = "animale",
        Hardship = "difficolta",
        Death = "morte",
        StartFirm = "avvio-impresa",
        RunFirm = "gestione-impresa",
        CloseFirm = "chiusura-impresa",
    }
}

vocabulary! {
    /// Who needs it.
    Audience, "service-audience-" {
        Citizens = "cittadini",
        Families = "famiglie",
        Young = "giovani",
        Elderly = "anziani",
        Disabled = "persone-con-disabilita",
        Foreigners = "stranieri",
        Firms = "imprese",
        Professionals = "professionisti",
        Associations = "associazioni",
        Visitors = "visitatori",
    }
}

vocabulary! {
    /// To what end.
    Aim, "service-aim-" {
        Document = "documento",
        Payment = "pagamento",
        Enrolment = "iscrizione",
        Help = "aiuto",
        Permit = "permesso",
        Declaration = "comunicazione",
        Knowledge = "informazioni",
        Place = "spazio",
    }
}

vocabulary! {
    /// By which way one gets it.
    Way, "service-way-" {
        Online = "online",
        Counter = "sportello",
        Telephone = "telefono",
        Booking = "prenotazione",
    }
}

vocabulary! {
    /// What it means that the office says nothing until the term is over (L. 241/1990 art. 20 c. 1; art. 25 c. 4 for access).
    Silence, "service-silence-" {
        Nothing = "nessuno",
        Assent = "assenso",
        Refusal = "rigetto",
    }
}

vocabulary! {
    /// How a service stands.
    State, "service-state-" {
        Draft = "draft",
        Published = "published",
        Suspended = "suspended",
        Retired = "retired",
    }
}

impl State {
    /// The class of its word.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Draft => "ded-tag",
            Self::Published => "ded-tag ded-tag--ok",
            Self::Suspended => "ded-tag ded-tag--warn",
            Self::Retired => "ded-tag ded-tag--late",
        }
    }
}
