//! The letters about a request: to everybody with a receipt, and to who follows it. Each carries the link that opens the story
//! for its reader, and nobody else's name.

use kit::db::Tx;
use kit::i18n::{Arg, Lang};
use kit::mail::{Mail, enqueue};
use kit::{Result, args};

use super::receipt;
use super::record::Request;
use crate::identity::{Person, PersonId};
use crate::shell::{App, catalog};

/// Whom a letter goes to.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Language.
    pub language: Lang,
    /// Where they read the story.
    pub path: String,
}

/// Who hears of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Who holds a receipt of this very request.
    ByHolders,
    /// These, and who holds one of a request that is the same.
    ByAllHolders,
    /// These, and who follows it.
    ByFollowers,
    /// All of them, whoever may read it by now: the answer is what each of them waits for.
    AsAnswer,
}

/// Somebody who is told, and of which of their requests: the one that this one is the same as stays somebody else's.
#[derive(Debug, Clone)]
pub struct Told {
    /// Whom.
    pub to: Reader,
    /// The number of the request whose receipt they hold, or which they follow.
    pub number: String,
    /// Its title.
    pub title: String,
}

kit::row! {
    struct Holder {
        receipt: String,
        person_id: Option<PersonId>,
        name: String,
        email: String,
        language: Lang,
        number: String,
        title: String,
        own: bool,
    }
}

/// A request and all that were said to be the same, however long the chain; the argument is the one they lead to.
const SAME: &str = "with recursive same (id) as
    (select cast($1 as bigint) as id union select q.id from request q join same s on q.merged_into = s.id)";

/// Everybody who is told of something, but not who did it: holders of receipts first, each once a receipt. Who holds one of a
/// request that is the same hears what everybody may read, and the answer; who only follows, what everybody may read.
pub async fn readers(app: &App, tx: &mut Tx, request: &Request, heard: Heard, but: Option<PersonId>) -> Result<Vec<Told>> {
    let holders: Vec<Holder> = tx
        .all(
            format!(
                "{SAME} select t.number as receipt, t.person_id, t.name, t.email, t.language, r.number, r.title,
                        case when r.id = $1 then 1 else 0 end as own
                   from request_receipt t join request r on r.id = t.request_id
                  where t.follows = 1 and t.email <> '' and r.id in (select id from same) order by t.id"
            ),
            args![request.id],
        )
        .await?;
    let wide = heard == Heard::AsAnswer || (heard != Heard::ByHolders && request.is_public());
    let holders = holders.into_iter().filter(|one| (one.own || wide) && (but.is_none() || one.person_id != but));
    let mut readers: Vec<Told> = holders.map(|one| one.told(app)).collect();
    if request.is_public() && matches!(heard, Heard::ByFollowers | Heard::AsAnswer) {
        readers.extend(followers(tx, request, but).await?);
    }
    Ok(readers)
}

impl Holder {
    fn told(self, app: &App) -> Told {
        let path = format!("/ricevute/{}/{}/segnalazione", self.receipt, receipt::key(&app.secret, &self.receipt));
        let to = Reader { email: self.email, name: self.name, language: self.language, path };
        Told { to, number: self.number, title: self.title }
    }
}

/// Who follows it, or one that is the same, without being told as a holder; nor who holds a receipt and has enough of letters.
async fn followers(tx: &mut Tx, request: &Request, but: Option<PersonId>) -> Result<Vec<Told>> {
    let people: Vec<(PersonId,)> = tx
        .all(
            format!(
                "{SAME} select distinct f.person_id from request_follow f where f.request_id in (select id from same)
                    and not exists (select 1 from request_receipt t where t.person_id = f.person_id and t.request_id in (select id from same)
                                       and (t.follows = 1 or t.request_id = f.request_id))
                  order by f.person_id"
            ),
            args![request.id],
        )
        .await?;
    let mut told = Vec::new();
    for (id,) in people.into_iter().filter(|(id,)| Some(*id) != but) {
        let Ok(person) = Person::find_in(tx, id).await else { continue };
        let to = Reader { email: person.email, name: person.name, language: person.language, path: request.path() };
        told.push(Told { to, number: request.number.clone(), title: request.title.clone() });
    }
    Ok(told)
}

/// Writes a letter: its texts are called `what-subject` and `what-text`.
pub async fn send(tx: &mut Tx, app: &App, to: &Reader, what: &str, more: &[(&'static str, &str)]) -> Result<()> {
    let link = app.absolute(&to.path);
    let mut words = vec![("town", Arg::from(&app.config.town.name)), ("name", Arg::from(&to.name)), ("link", Arg::from(&link))];
    words.extend(more.iter().map(|(key, value)| (*key, Arg::from(*value))));
    let say = |part: &str| catalog().with(to.language, &format!("{what}-{part}"), &words).into_owned();
    let mut mail = Mail::new(&to.email, say("subject"), say("text"));
    mail.to_name.clone_from(&to.name);
    enqueue(tx, &app.secret, mail).await?;
    Ok(())
}
