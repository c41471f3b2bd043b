//! Handing over when somebody leaves: the pages they speak for and the offices they head go to another person, in one turn.

use kit::db::Tx;
use kit::{Error, Result, args};

use super::page::{PageId, Rights, set_editor};
use super::person::PersonId;

/// What went over, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// Names of pages.
    pub pages: Vec<String>,
    /// Names of offices.
    pub offices: Vec<String>,
}

impl HandedOver {
    /// In one line, for the audit.
    pub fn words(&self) -> String {
        self.pages.iter().chain(&self.offices).cloned().collect::<Vec<_>>().join(", ")
    }
}

/// Gives what one person keeps to another. A successor who may do more already keeps that.
pub async fn hand_over(tx: &mut Tx, from: PersonId, to: PersonId, by: PersonId) -> Result<HandedOver> {
    if from == to {
        return Err(Error::field("successore", "error-handover-self"));
    }
    let pages: Vec<(PageId, String, bool, bool)> = tx
        .all(
            "select e.page_id, p.name, e.may_publish, e.may_reply from page_editor e join page p on p.id = e.page_id
              where e.person_id = $1 order by p.name_key, p.id",
            args![from],
        )
        .await?;
    for (page, _, publish, reply) in &pages {
        let had: Option<(bool, bool)> =
            tx.maybe("select may_publish, may_reply from page_editor where page_id = $1 and person_id = $2", args![*page, to]).await?;
        let (had_publish, had_reply) = had.unwrap_or_default();
        let rights = Rights { publish: *publish || had_publish, reply: *reply || had_reply };
        set_editor(tx, *page, to, rights, Some(by)).await?;
        tx.run("delete from page_editor where page_id = $1 and person_id = $2", args![*page, from]).await?;
    }
    let offices: Vec<(String,)> = tx.all("select name from office where head_id = $1 order by name_key, id", args![from]).await?;
    tx.run("update office set head_id = $2 where head_id = $1", args![from, to]).await?;
    for subject in [format!("person:{from}"), format!("person:{to}"), "offices".to_owned(), "pages".to_owned()] {
        tx.touch(subject);
    }
    let handed = HandedOver {
        pages: pages.into_iter().map(|(_, name, _, _)| name).collect(),
        offices: offices.into_iter().map(|(name,)| name).collect(),
    };
    if handed == HandedOver::default() { Err(Error::field("successore", "error-handover-nothing")) } else { Ok(handed) }
}
