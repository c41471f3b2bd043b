//! A request as it stands.

use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::db::{Db, Tx, Value};
use kit::{Error, Result, args};

use super::category::CategoryId;
use super::kind::{Kind, RequestId};
use super::question::Answered;
use super::status::Status;
use super::visible::{in_offices, visible};
use crate::desk::{Channel, ReceiptNumber};
use crate::identity::{Act, OfficeId, PersonId, Viewer};
use crate::territory::Point;

kit::row! {
    /// A request.
    #[derive(Debug, Clone)]
    pub struct Request {
        /// Number in the database.
        pub id: RequestId,
        /// Number as people say it.
        pub number: String,
        /// What is asked for.
        pub kind: Kind,
        /// How it came in.
        pub channel: Channel,
        /// Its category.
        pub category_id: Option<CategoryId>,
        /// The category's names: Italian, English, German, with a bar between them.
        pub category: Option<String>,
        /// The category's name in addresses.
        pub category_code: Option<String>,
        /// May others write below?
        pub comments: bool,
        /// The office that has it.
        pub office_id: OfficeId,
        /// Its name.
        pub office: String,
        /// Title.
        pub title: String,
        /// Details.
        pub body: String,
        /// Answers to the category's questions, as JSON; for its author and the office.
        pub answers: String,
        /// Where, in words.
        pub address: String,
        /// North.
        pub lat: Option<i64>,
        /// East.
        pub lon: Option<i64>,
        /// Only its author and the office read it.
        pub private: bool,
        /// Hidden by the office.
        pub hidden: bool,
        /// The author's name, if everybody may read it.
        pub author: Option<String>,
        /// Where it stands.
        pub status: Status,
        /// Who is responsible.
        pub officer_id: Option<PersonId>,
        /// Their name.
        pub officer: Option<String>,
        /// Days to answer.
        pub days: i64,
        /// When it came in.
        pub received_at: Time,
        /// The last moment of the term.
        pub due_at: Time,
        /// The answer; may be empty.
        pub answer: String,
        /// When it was answered.
        pub answered_at: Option<Time>,
        /// When it was closed.
        pub closed_at: Option<Time>,
        /// The number of the request it is the same as.
        pub merged_into: Option<String>,
        /// How many get its letters.
        pub followers: i64,
    }
}

const SELECT: &str = "select r.id, r.number, r.kind, r.channel, r.category_id,
    c.name || '|' || c.name_en || '|' || c.name_de as category, c.code as category_code, coalesce(c.comments, 0) as comments,
    r.office_id, o.name as office, r.title, r.body, r.answers, r.address, r.lat, r.lon, r.private,
    case when r.hidden_at is null then 0 else 1 end as hidden,
    case when r.show_name = 1 then a.name else null end as author, r.status, r.officer_id, f.name as officer, r.days, r.received_at, r.due_at,
    r.answer, r.answered_at, r.closed_at, w.number as merged_into,
    (select count(*) from request_receipt t where t.request_id = r.id and t.follows = 1)
      + (select count(*) from request_follow t where t.request_id = r.id) as followers
    from request r join office_card o on o.id = r.office_id left join request_category c on c.id = r.category_id
    left join person_card a on a.id = r.author_id left join person_card f on f.id = r.officer_id
    left join request w on w.id = r.merged_into";

/// A number from an address, in the one way it is written.
pub fn canonical(number: &str) -> Result<String> {
    Ok(ReceiptNumber::parse(number).ok_or(Error::NotFound)?.to_string())
}

impl Request {
    /// What this viewer may read.
    pub async fn visible_to(db: &Db, viewer: &Viewer, number: &str) -> Result<Self> {
        let sql = format!("{SELECT} where r.number = $1 and {}", visible(2));
        Ok(db.one(sql, args![canonical(number)?, viewer.id()]).await?)
    }

    /// What this viewer's offices have to do with.
    pub async fn of_desk(db: &Db, viewer: &Viewer, number: &str) -> Result<Self> {
        let offices = viewer.me()?.offices(Act::WorkDesk);
        let sql = format!("{SELECT} where r.number = $1 and {}", in_offices(2, offices.len()));
        let args = std::iter::once(Value::from(canonical(number)?)).chain(offices.into_iter().map(Value::from)).collect();
        Ok(db.one(sql, args).await?)
    }

    /// By number in the database; for who has shown already that they may read it.
    pub async fn find(db: &Db, id: RequestId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where r.id = $1"), args![id]).await?)
    }

    /// The same within a turn: as it stands now, not as the page showed it.
    pub async fn find_in(tx: &mut Tx, id: RequestId) -> Result<Self> {
        Ok(tx.one(format!("{SELECT} where r.id = $1"), args![id]).await?)
    }

    /// Its public address.
    pub fn path(&self) -> String {
        format!("/segnalazioni/{}", self.number)
    }

    /// Its address inside.
    pub fn desk_path(&self) -> String {
        format!("/segreteria/richieste/{}", self.number)
    }

    /// Does everybody read it?
    pub fn is_public(&self) -> bool {
        !self.private && !self.hidden
    }

    /// Where it is.
    pub fn point(&self) -> Option<Point> {
        Some(Point { lat: self.lat?, lon: self.lon? })
    }

    /// What was answered to the category's questions.
    pub fn answers(&self) -> Vec<Answered> {
        serde_json::from_str(&self.answers).unwrap_or_default()
    }

    /// Days left of the term; below zero when it is over. Nothing for what is closed.
    pub fn days_left(&self, now: Time, zone: &TimeZone) -> Option<i64> {
        if self.status.is_closed() {
            return None;
        }
        let (today, last) = (now.zoned(zone).date(), self.due_at.zoned(zone).date());
        Some(i64::from(today.until(last).map(|span| span.get_days()).unwrap_or_default()))
    }

    /// May its author say how it went?
    pub const fn is_rated(&self) -> bool {
        matches!(self.status, Status::Solved | Status::Answered | Status::NotOurs | Status::NoAction)
    }
}

/// The name of a category in a language, from its three names.
pub fn category_name(names: Option<&str>, lang: kit::i18n::Lang) -> String {
    let place = match lang {
        kit::i18n::Lang::It => 0,
        kit::i18n::Lang::En => 1,
        kit::i18n::Lang::De => 2,
    };
    names.and_then(|names| names.split('|').nth(place)).unwrap_or_default().to_owned()
}

impl Request {
    /// What somebody wrote down at the counter or the telephone, also for another office: to hand out its receipt.
    pub async fn entered_by(db: &Db, operator: PersonId, number: &str) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where r.number = $1 and r.operator_id = $2"), args![canonical(number)?, operator]).await?)
    }
}
