//! Categories of reports: the eleven of the national model to begin with, kept by the offices in the browser.

use kit::db::{Db, Tx};
use kit::i18n::Lang;
use kit::{Error, Result, args};

use super::question::{Question, Shape};
use crate::identity::{Actor, Entry, OfficeId, note};

kit::id! {
    /// A category's number.
    CategoryId
}

/// What every page with categories depends on.
pub const TAG: &str = "request-categories";

kit::row! {
    /// A category.
    #[derive(Debug, Clone)]
    pub struct Category {
        /// Number.
        pub id: CategoryId,
        /// Name in addresses.
        pub code: String,
        /// Name in Italian.
        pub name: String,
        /// In English.
        pub name_en: String,
        /// In German.
        pub name_de: String,
        /// What helps who must act.
        pub hint: String,
        /// The office it goes to.
        pub office_id: OfficeId,
        /// The office's name.
        pub office_name: String,
        /// Days to answer.
        pub days: i64,
        /// Only who asks and the office read it.
        pub private: bool,
        /// Others may write below.
        pub comments: bool,
        /// Metres within which two may be one.
        pub radius: i64,
        /// Extra questions, as JSON.
        pub questions: String,
        /// Nobody chooses it any more.
        pub closed: bool,
    }
}

const SELECT: &str =
    "select c.id, c.code, c.name, c.name_en, c.name_de, c.hint, c.office_id, o.name as office_name, c.days, c.private, c.comments,
    c.radius, c.questions, case when c.closed_at is null then 0 else 1 end as closed
    from request_category c join office_card o on o.id = c.office_id";

/// What somebody typed about a category, checked.
#[derive(Debug, Clone)]
pub struct CategoryDraft {
    /// Names: Italian, English, German.
    pub names: [String; 3],
    /// What helps who must act.
    pub hint: String,
    /// The office it goes to.
    pub office: OfficeId,
    /// Days to answer.
    pub days: i64,
    /// Only who asks and the office read it.
    pub private: bool,
    /// Others may write below.
    pub comments: bool,
    /// Metres within which two may be one.
    pub radius: i64,
    /// Extra questions.
    pub questions: Vec<Question>,
    /// May it be chosen?
    pub open: bool,
}

impl Category {
    /// Those that may be chosen, in their order.
    pub async fn open(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where c.closed_at is null order by c.position, c.id"), vec![]).await?)
    }

    /// All of them.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} order by c.position, c.id"), vec![]).await?)
    }

    /// By its name in addresses.
    pub async fn by_code(db: &Db, code: &str) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where c.code = $1"), args![code]).await?)
    }

    /// The same for who may not find it: one that may be chosen.
    pub async fn chosen(db: &Db, code: &str) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where c.code = $1 and c.closed_at is null"), args![code]).await?)
    }

    /// By number.
    pub async fn find(db: &Db, id: CategoryId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where c.id = $1"), args![id]).await?)
    }

    /// Its name in a language.
    pub fn called(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.name,
            Lang::En => &self.name_en,
            Lang::De => &self.name_de,
        }
    }

    /// Its questions.
    pub fn questions(&self) -> Vec<Question> {
        serde_json::from_str(&self.questions).unwrap_or_default()
    }

    /// Adds one.
    pub async fn create(tx: &mut Tx, code: &str, draft: &CategoryDraft) -> Result<CategoryId> {
        let now = tx.now();
        let id = CategoryId::next(now);
        let [it, en, de] = &draft.names;
        let (last,): (i64,) = tx.one("select coalesce(max(position), 0) as last from request_category", vec![]).await?;
        tx.run(
            "insert into request_category (id, code, name, name_en, name_de, hint, office_id, days, position, private, comments, radius,
                                           questions, closed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            args![
                id,
                code,
                it,
                en,
                de,
                &draft.hint,
                draft.office,
                draft.days,
                last + 1,
                draft.private,
                draft.comments,
                draft.radius,
                serde_json::to_string(&draft.questions)?,
                (!draft.open).then_some(now)
            ],
        )
        .await?;
        tx.touch(TAG);
        Ok(id)
    }

    /// Changes it. Requests keep the term and the privacy they began with.
    pub async fn change(&self, tx: &mut Tx, actor: &Actor, draft: &CategoryDraft) -> Result<()> {
        let now = tx.now();
        let [it, en, de] = &draft.names;
        tx.run(
            "update request_category set name = $2, name_en = $3, name_de = $4, hint = $5, office_id = $6, days = $7, private = $8, comments = $9,
                    radius = $10, questions = $11,
                    closed_at = case when cast($12 as bigint) = 1 then null else coalesce(closed_at, cast($13 as bigint)) end
              where id = $1",
            args![
                self.id,
                it,
                en,
                de,
                &draft.hint,
                draft.office,
                draft.days,
                draft.private,
                draft.comments,
                draft.radius,
                serde_json::to_string(&draft.questions)?,
                i64::from(draft.open),
                now
            ],
        )
        .await?;
        let entry = Entry {
            act: "category.changed",
            subject_kind: "category",
            subject_id: Some(self.id.0),
            subject_name: it,
            before: Some(format!("{} · {}", self.office_name, self.days)),
            after: Some(draft.days.to_string()),
            ..Entry::default()
        };
        note(tx, actor, entry).await?;
        tx.touch(TAG);
        tx.touch(super::visible::TAG);
        Ok(())
    }
}

/// One of the national model: code, names, days, office by its name in addresses, hint.
type National = (&'static str, [&'static str; 3], i64, &'static str, &'static str);

/// The eleven of the national model for municipal sites ("Segnalazione disservizio").
const NATIONAL: [National; 11] = [
    (
        "strade",
        ["Strade e marciapiedi", "Roads and pavements", "Straßen und Gehwege"],
        30,
        "lavori-pubblici",
        "Quanto è larga la buca, e dove di preciso?",
    ),
    (
        "illuminazione",
        ["Illuminazione pubblica", "Street lighting", "Straßenbeleuchtung"],
        30,
        "lavori-pubblici",
        "Quale palo? Se c’è, scrivi il numero sulla targhetta.",
    ),
    (
        "acqua",
        ["Acqua e fognature", "Water and sewers", "Wasser und Abwasser"],
        15,
        "lavori-pubblici",
        "Da quando? L’acqua arriva in strada o nelle case?",
    ),
    ("rifiuti", ["Rifiuti e igiene urbana", "Waste and cleaning", "Abfall und Sauberkeit"], 15, "ambiente", "Che cosa c’è, e quanto?"),
    ("verde", ["Verde", "Green areas", "Grünflächen"], 30, "ambiente", "Quale albero o aiuola?"),
    (
        "edifici",
        ["Edifici pubblici e scuole", "Public buildings and schools", "Öffentliche Gebäude und Schulen"],
        30,
        "lavori-pubblici",
        "Quale edificio, e quale stanza?",
    ),
    (
        "segnaletica",
        ["Segnaletica e traffico", "Signs and traffic", "Schilder und Verkehr"],
        30,
        "polizia-locale",
        "Da che parte si arriva?",
    ),
    (
        "rumore",
        ["Rumore e inquinamento", "Noise and pollution", "Lärm und Verschmutzung"],
        30,
        "polizia-locale",
        "A che ora, e per quanto tempo?",
    ),
    ("animali", ["Animali", "Animals", "Tiere"], 15, "polizia-locale", "Che animale è, e come sta?"),
    (
        "barriere",
        ["Barriere per chi si muove con difficoltà", "Accessibility barriers", "Barrieren für Menschen mit eingeschränkter Mobilität"],
        30,
        "lavori-pubblici",
        "Che cosa non si riesce a fare?",
    ),
    ("altro", ["Altro", "Something else", "Anderes"], 30, "urp", "Racconta che cosa succede."),
];

/// The question that comes first where somebody could be hurt.
fn danger() -> Question {
    Question {
        words: "Vedi un pericolo immediato per le persone?".into(),
        shape: Shape::One,
        required: true,
        choices: vec!["No".into(), "Sì, è pericoloso".into()],
        stop: "Sì, è pericoloso".into(),
        stop_words: "Se c’è un pericolo non perdere tempo qui: chiama il 112.".into(),
    }
}

/// Adds those of the national model that are not there. `office` finds an office by its name in addresses.
pub async fn add_national(tx: &mut Tx, office: impl Fn(&str) -> Option<OfficeId>) -> Result<usize> {
    let mut added = 0;
    for (code, names, days, slug, hint) in NATIONAL {
        let known: Option<(i64,)> = tx.maybe("select id from request_category where code = $1", args![code]).await?;
        if known.is_some() {
            continue;
        }
        let questions = if matches!(code, "strade" | "illuminazione" | "acqua" | "edifici") { vec![danger()] } else { Vec::new() };
        let draft = CategoryDraft {
            names: names.map(str::to_owned),
            hint: hint.to_owned(),
            office: office(slug).ok_or(Error::Conflict("error-category-office"))?,
            days,
            private: false,
            comments: matches!(code, "strade" | "verde" | "barriere" | "segnaletica"),
            radius: 250,
            questions,
            open: true,
        };
        Category::create(tx, code, &draft).await?;
        added += 1;
    }
    Ok(added)
}
