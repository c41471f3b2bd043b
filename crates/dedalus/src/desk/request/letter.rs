//! The letters about a request: to everybody with a receipt, and to who follows it. Each carries the link that opens the story
//! for its reader, and nobody else's name.

use kit::db::Tx;
use kit::i18n::{Arg, Lang};
use kit::mail::{Mail, enqueue};
use kit::{Result, args};

use super::receipt::Receipt;
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

/// Everybody who is told of a step, but not who made it: holders of receipts first. Of requests merged into this one, too.
pub async fn readers(app: &App, tx: &mut Tx, request: super::kind::RequestId, public: bool, but: Option<PersonId>) -> Result<Vec<Reader>> {
    let receipts: Vec<Receipt> = tx
        .all(
            "select t.id, t.number, t.request_id, t.first, t.person_id, t.name, t.email, t.phone, t.language, t.channel, t.follows,
                    t.created_at, t.rating, t.rating_reason, t.works from request_receipt t
              where t.follows = 1 and t.email <> '' and (t.request_id = $1 or t.request_id in (select r.id from request r where r.merged_into = $1))
              order by t.id",
            args![request],
        )
        .await?;
    let mut readers: Vec<Reader> = receipts
        .iter()
        .filter(|receipt| but.is_none() || receipt.person_id != but)
        .map(|receipt| Reader {
            email: receipt.email.clone(),
            name: receipt.name.clone(),
            language: receipt.language,
            path: receipt.story(&app.secret),
        })
        .collect();
    if public {
        let (number,): (String,) = tx.one("select number from request where id = $1", args![request]).await?;
        let people: Vec<(PersonId,)> = tx
            .all(
                "select f.person_id from request_follow f where f.request_id = $1
                    and not exists (select 1 from request_receipt t where t.request_id = $1 and t.person_id = f.person_id) order by f.person_id",
                args![request],
            )
            .await?;
        for (id,) in people.into_iter().filter(|(id,)| Some(*id) != but) {
            let Ok(person) = Person::find_in(tx, id).await else { continue };
            readers.push(Reader {
                email: person.email,
                name: person.name,
                language: person.language,
                path: format!("/segnalazioni/{number}"),
            });
        }
    }
    Ok(readers)
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
