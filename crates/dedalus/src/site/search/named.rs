//! What has a name: services, institutional pages, people, communities, offices. Found by it, typing errors allowed, and by the words in
//! which they say what they do.

use std::collections::HashSet;

use kit::Result;
use kit::db::Db;
use kit::text::fold;
use kit::text::search::similar;

use super::RESULTS;
use super::question::{Kind, Question};
use crate::desk::service::{self, Asked, Offered};
use crate::identity::{Office, Page, Viewer};
use crate::social::{self, Community, FoundPerson};

/// Of each sort so many stand above the posts; all, when one sort was asked for.
const FEW: usize = 3;

/// Everything with a name that answers a question.
#[derive(Default)]
pub struct Named {
    /// Services, the best first.
    pub services: Vec<Offered>,
    /// Institutional pages.
    pub pages: Vec<Page>,
    /// People.
    pub people: Vec<FoundPerson>,
    /// Communities.
    pub communities: Vec<Community>,
    /// Offices.
    pub offices: Vec<Office>,
}

impl Named {
    /// What the viewer may find; nothing on later pages of posts, and nothing beside a question that only posts can answer.
    pub async fn find(db: &Db, viewer: &Viewer, question: &Question, pages: &[Page]) -> Result<Self> {
        let beside_posts = question.kind == Kind::All && !question.is_narrowed();
        if question.words.is_empty() || !question.is_first() || !(beside_posts || question.kind.of_posts().is_empty()) {
            return Ok(Self::default());
        }
        let words = &question.words;
        let most = |kind| match question.kind {
            Kind::All => FEW,
            chosen if chosen == kind => RESULTS as usize,
            _ => 0,
        };
        let (services, pages, people, communities, offices) = tokio::try_join!(
            like_services(db, words, most(Kind::Services)),
            like_pages(db, pages, words, most(Kind::Pages)),
            like_people(db, viewer, words, most(Kind::People)),
            like_communities(db, viewer, words, most(Kind::Communities)),
            like_offices(db, words, most(Kind::Offices)),
        )?;
        Ok(Self { services, pages, people, communities, offices })
    }

    /// Was nothing found?
    pub fn is_empty(&self) -> bool {
        self.services.is_empty()
            && self.pages.is_empty()
            && self.people.is_empty()
            && self.communities.is_empty()
            && self.offices.is_empty()
    }
}

/// Do these texts hold every word that was asked for?
fn says(texts: &[&str], words: &str) -> bool {
    let text = fold(&texts.join(" "));
    fold(words).split_whitespace().all(|word| text.contains(word))
}

async fn like_services(db: &Db, words: &str, most: usize) -> Result<Vec<Offered>> {
    let asked = Asked { words: words.to_owned(), ..Asked::default() };
    match u32::try_from(most).unwrap_or(RESULTS) {
        0 => Ok(Vec::new()),
        most => service::found(db, &asked, 0, most).await,
    }
}

async fn like_people(db: &Db, viewer: &Viewer, words: &str, most: usize) -> Result<Vec<FoundPerson>> {
    match u32::try_from(most).unwrap_or(RESULTS) {
        0 => Ok(Vec::new()),
        most => social::people_like(db, viewer, words, most).await,
    }
}

async fn like_offices(db: &Db, words: &str, most: usize) -> Result<Vec<Office>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let offices = Office::all(db).await?.into_iter();
    Ok(offices.filter(|office| says(&[&office.name, &office.purpose], words)).take(most).collect())
}

async fn like_pages(db: &Db, all: &[Page], words: &str, most: usize) -> Result<Vec<Page>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let ids = similar(db, "page", words, u32::try_from(most).unwrap_or(RESULTS)).await?;
    let named = ids.iter().filter_map(|(id, _)| all.iter().find(|page| page.id.0 == *id));
    let saying = all.iter().filter(|page| says(&[&page.name, &page.bio], words));
    let mut known = HashSet::new();
    Ok(named.chain(saying).filter(|page| known.insert(page.id)).take(most).cloned().collect())
}

/// Communities as far as the viewer may know of them. A few more are asked for: some of the most similar may be secret.
async fn like_communities(db: &Db, viewer: &Viewer, words: &str, most: usize) -> Result<Vec<Community>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = similar(db, "community", words, 2 * RESULTS).await?.into_iter().map(|(id, _)| id).collect();
    let mut found = Community::several(db, viewer, &ids).await?;
    found.sort_by_key(|community| ids.iter().position(|id| *id == community.id.0));
    found.truncate(most);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_be_said_whatever_its_accents() {
        assert!(says(&["Lavori pubblici", "Strade e città"], "citta lavori"));
        assert!(!says(&["Lavori pubblici", "Strade"], "lavori scuole"));
    }
}
