//! How the people of the demo town come together: communities, and whom they follow.

use kit::db::Db;
use kit::{Error, Result, args};

use super::cast::{Cast, NOWHERE, tick, viewer};
use super::communities::{Follow, Gathering};
use crate::identity::{Actor, Office};
use crate::social::{Community, CommunityDraft, Joined, NewCommunity, Source, SourceKind};

impl Cast {
    /// A community as somebody sees it.
    pub async fn community(&self, db: &Db, by: &str, handle: &str) -> Result<Community> {
        let (id, invented) = self.person(by)?;
        Community::visible_to(db, &viewer(db, id, invented), handle).await
    }

    /// Founds a community, unless it is there.
    pub async fn found_community(&self, db: &Db, gathering: &Gathering) -> Result<()> {
        let known: Option<(i64,)> = db.maybe("select id from community where handle_folded = $1", args![gathering.handle]).await?;
        if known.is_some() {
            return Ok(());
        }
        let (keeper, invented) = self.person(gathering.people.first().copied().unwrap_or_default())?;
        let new = NewCommunity {
            handle: gathering.handle.into(),
            draft: CommunityDraft {
                name: gathering.name.into(),
                purpose: gathering.purpose.into(),
                rules: gathering.rules.into(),
                kind: gathering.kind,
                topic: gathering.topic,
                place: gathering.place.into(),
            },
        };
        let actor = Actor::person(keeper, invented.name, NOWHERE);
        tick(db);
        db.write(async |tx| Community::create(tx, &actor, &new).await).await?;
        Ok(())
    }

    /// Somebody comes in; where one asks first, who keeps the place says yes.
    pub async fn enter(&self, db: &Db, gathering: &Gathering, handle: &str) -> Result<()> {
        let keeper = gathering.people.first().copied().unwrap_or_default();
        let community = self.community(db, keeper, gathering.handle).await?;
        let ((keeper, _), (person, _)) = (self.person(keeper)?, self.person(handle)?);
        tick(db);
        db.write(async |tx| match community.join(tx, person, "").await? {
            Joined::Yes => Ok(()),
            Joined::Asked => community.decide(tx, keeper, person, true).await,
        })
        .await
    }

    /// Somebody follows something.
    pub async fn follow(&self, db: &Db, (who, kind, what): &Follow) -> Result<()> {
        let source: Source = match kind {
            SourceKind::Person => self.person(what)?.0.into(),
            SourceKind::Page => self.page(what)?.0.into(),
            SourceKind::Office => Office::by_slug(db, what).await?.id.into(),
            SourceKind::Community | SourceKind::Tag => return Err(Error::internal("in the demo communities are followed by joining them")),
        };
        let (me, _) = self.person(who)?;
        tick(db);
        db.write(async |tx| source.follow(tx, me).await).await?;
        Ok(())
    }
}
