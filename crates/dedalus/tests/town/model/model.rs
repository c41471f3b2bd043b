//! The square as simply as it can be said: everything in lists, every rule in its own words, nothing kept that can be found by
//! looking. Written from the specification, never from the code.

use std::collections::{BTreeMap, BTreeSet};

pub type Who = usize;
/// A citizen, one with a private profile, who keeps a community, the editor of a page, a moderator of the town.
pub const NAMES: [&str; 5] = ["anna", "bea", "carlo", "edo", "pina"];
pub const ANNA: Who = 0;
pub const BEA: Who = 1;
pub const CARLO: Who = 2;
pub const EDO: Who = 3;
pub const PINA: Who = 4;
pub const TAGS: [&str; 2] = ["tramonto", "mercato"];
/// Posts of one page of a list.
pub const PAGE: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Open,
    Listed,
    Secret,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Member,
    Asked,
    Invited,
    Banned,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    Person(Who),
    Page,
    Community(usize),
    Tag(usize),
}

#[derive(Debug, Clone)]
pub struct Post {
    pub id: String,
    /// A word that stands in nothing else; it changes with the text.
    pub marker: String,
    pub by: Who,
    pub as_page: bool,
    pub community: Option<usize>,
    pub root: Option<usize>,
    pub parent: Option<usize>,
    pub tag: Option<usize>,
    pub approval: bool,
    pub deleted: bool,
    /// By somebody else than who speaks in it.
    pub removed: bool,
    pub hidden: bool,
    /// Whoever wrote the post above it has not approved it.
    pub waits: bool,
    /// Moderation has not read it: whose account is limited is read by others after that.
    pub judged: bool,
    pub entry: u64,
    pub likes: BTreeSet<Who>,
    pub kept: BTreeMap<Who, u64>,
    pub shares: BTreeMap<Who, u64>,
    /// Open report, and the decision that hides it.
    pub reported: BTreeSet<Who>,
    pub decision: Option<String>,
}

impl Post {
    pub fn held(&self) -> bool {
        self.waits || self.judged
    }
}

#[derive(Debug, Clone)]
pub struct Community {
    pub handle: String,
    pub id: String,
    pub keeper: Who,
    pub kind: Kind,
    pub closed: bool,
    pub people: BTreeMap<Who, State>,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Post(usize),
    Person(Who),
    Community(usize),
    Nothing,
}

#[derive(Debug, Clone)]
pub struct Notice {
    pub to: Who,
    /// By what it is grouped: a subject and a sentence.
    pub group: (String, &'static str),
    pub about: About,
    /// The person who did it, if one is named.
    pub actor: Option<Who>,
    pub key: String,
}

#[derive(Debug, Clone, Default)]
pub struct World {
    pub posts: Vec<Post>,
    pub communities: Vec<Community>,
    /// True: accepted; false: asked.
    pub follows: BTreeMap<(Who, Source), bool>,
    pub blocks: BTreeSet<(Who, Who)>,
    pub mutes: BTreeSet<(Who, Who)>,
    pub private: BTreeSet<Who>,
    pub limited: BTreeSet<Who>,
    pub notices: Vec<Notice>,
    /// Counts what happens.
    pub clock: u64,
}

impl World {
    pub fn tick(&mut self) -> u64 {
        self.clock += 1;
        self.clock
    }

    pub fn apart(&self, one: Who, other: Who) -> bool {
        self.blocks.contains(&(one, other)) || self.blocks.contains(&(other, one))
    }

    pub fn follows(&self, who: Who, source: Source) -> bool {
        self.follows.get(&(who, source)) == Some(&true)
    }

    pub fn is_member(&self, who: Option<Who>, community: usize) -> bool {
        who.is_some_and(|who| self.communities[community].people.get(&who) == Some(&State::Member))
    }

    /// Is the community there for this person?
    pub fn knows(&self, who: Option<Who>, community: usize) -> bool {
        let place = &self.communities[community];
        let inside = who.is_some_and(|who| matches!(place.people.get(&who), Some(State::Member | State::Invited)));
        !place.closed && (place.kind != Kind::Secret || inside)
    }

    /// May this person read what is said there?
    pub fn reads_in(&self, who: Option<Who>, community: usize) -> bool {
        !self.communities[community].closed && (self.communities[community].kind == Kind::Open || self.is_member(who, community))
    }

    /// The rules for one text, without what stands above it.
    fn may(&self, who: Option<Who>, post: &Post, deleted_too: bool) -> bool {
        let own = who == Some(post.by);
        let profile = post.as_page
            || post.root.is_some()
            || post.community.is_some()
            || own
            || !self.private.contains(&post.by)
            || who.is_some_and(|who| self.follows(who, Source::Person(post.by)));
        (deleted_too || !post.deleted)
            && (!post.hidden || own)
            && (!post.held() || own)
            && post.community.is_none_or(|community| self.reads_in(who, community))
            && profile
            && (post.as_page || who.is_none_or(|who| !self.apart(who, post.by)))
    }

    pub fn reads(&self, who: Option<Who>, post: usize) -> bool {
        let text = &self.posts[post];
        self.may(who, text, false) && text.root.is_none_or(|root| self.may(who, &self.posts[root], false))
    }

    /// Reads it, or could until it was taken back.
    pub fn stood_for(&self, who: Option<Who>, post: usize) -> bool {
        let text = &self.posts[post];
        self.may(who, text, true) && text.root.is_none_or(|root| self.may(who, &self.posts[root], true))
    }

    /// Has a place in the thread: its words, or where they stood.
    pub fn has_place(&self, who: Option<Who>, comment: usize) -> bool {
        let text = &self.posts[comment];
        let own = who == Some(text.by);
        (text.deleted && (!text.held() || own)) || (!text.deleted && text.hidden && !text.held()) || self.reads(who, comment)
    }

    /// Its words are read in the thread: everything above it has a place.
    pub fn in_thread(&self, who: Option<Who>, comment: usize) -> bool {
        let mut above = self.posts[comment].parent;
        while let Some(at) = above.filter(|at| Some(*at) != self.posts[comment].root) {
            if !self.has_place(who, at) {
                return false;
            }
            above = self.posts[at].parent;
        }
        self.reads(who, comment)
    }

    /// Stands for everybody who may read the place: it is counted.
    pub fn stands(&self, post: usize) -> bool {
        let text = &self.posts[post];
        !text.deleted && !text.hidden && !text.held()
    }

    pub fn comments(&self, post: usize) -> usize {
        (0..self.posts.len()).filter(|at| self.posts[*at].root == Some(post) && self.stands(*at)).count()
    }

    pub fn said_in(&self, community: usize) -> usize {
        (0..self.posts.len())
            .filter(|at| self.posts[*at].community == Some(community) && self.posts[*at].root.is_none() && self.stands(*at))
            .count()
    }

    fn muted(&self, who: Option<Who>, post: &Post) -> bool {
        !post.as_page && who.is_some_and(|who| self.mutes.contains(&(who, post.by)))
    }

    fn reachable(&self, who: Option<Who>, post: &Post) -> bool {
        post.as_page || who == Some(post.by) || !self.limited.contains(&post.by)
    }

    /// The newest first, one page of them.
    fn newest(&self, which: impl Fn(usize, &Post) -> bool) -> Vec<usize> {
        let all = (0..self.posts.len()).rev().filter(|at| which(*at, &self.posts[*at]));
        all.take(PAGE).collect()
    }

    pub fn news(&self, who: Option<Who>) -> Vec<usize> {
        self.newest(|at, post| post.as_page && post.root.is_none() && self.reads(who, at))
    }

    pub fn town(&self, who: Option<Who>) -> Vec<usize> {
        self.newest(|at, post| post.root.is_none() && self.reads(who, at) && !self.muted(who, post) && self.reachable(who, post))
    }

    pub fn talk(&self, who: Option<Who>) -> Vec<usize> {
        self.newest(|at, post| post.root.is_some() && self.reads(who, at) && !self.muted(who, post) && self.reachable(who, post))
    }

    pub fn of_tag(&self, who: Option<Who>, tag: usize) -> Vec<usize> {
        self.newest(|at, post| post.tag == Some(tag) && self.reads(who, at) && !self.muted(who, post) && self.reachable(who, post))
    }

    pub fn of_community(&self, who: Option<Who>, community: usize) -> Vec<usize> {
        self.newest(|at, post| post.community == Some(community) && post.root.is_none() && self.reads(who, at) && !self.muted(who, post))
    }

    pub fn of_person(&self, who: Option<Who>, person: Who) -> Vec<usize> {
        self.newest(|at, post| post.by == person && !post.as_page && self.reads(who, at))
    }

    /// One's own time line: every text once, where it came last into one of the sources.
    pub fn home(&self, me: Who) -> Vec<usize> {
        let mine = |source: Source| {
            source == Source::Person(me)
                || (self.follows(me, source) && !matches!(source, Source::Person(other) if self.mutes.contains(&(me, other))))
        };
        let mut entries: Vec<(u64, usize)> = Vec::new();
        for (at, post) in self.posts.iter().enumerate().filter(|(_, post)| post.root.is_none()) {
            let voice = if post.as_page { Source::Page } else { Source::Person(post.by) };
            let sources = [Some(voice), post.community.map(Source::Community), post.tag.map(Source::Tag)];
            let own = sources.into_iter().flatten().any(mine).then_some(post.entry);
            let shared = post.shares.iter().filter(|(by, _)| mine(Source::Person(**by))).map(|(_, entry)| *entry);
            if let Some(entry) = own.into_iter().chain(shared).max() {
                entries.push((entry, at));
            }
        }
        entries.sort_unstable_by(|a, b| b.cmp(a));
        let read = entries.into_iter().map(|(_, at)| at).filter(|at| self.reads(Some(me), *at) && !self.muted(Some(me), &self.posts[*at]));
        read.take(PAGE).collect()
    }

    pub fn kept(&self, me: Who) -> Vec<usize> {
        let mut kept: Vec<(u64, usize)> =
            self.posts.iter().enumerate().filter_map(|(at, post)| post.kept.get(&me).map(|when| (*when, at))).collect();
        kept.sort_unstable_by(|a, b| b.cmp(a));
        kept.into_iter().map(|(_, at)| at).filter(|at| self.reads(Some(me), *at)).take(PAGE).collect()
    }

    // ---- notices

    /// Tells people, unless they have nothing to do with who did it, or were told already.
    pub fn tell(&mut self, people: &[Who], notice: &Notice) {
        for to in people.iter().copied() {
            let deaf = notice.actor.is_some_and(|actor| actor == to || self.apart(actor, to) || self.mutes.contains(&(to, actor)));
            if !deaf && !self.notices.iter().any(|known| known.to == to && known.key == notice.key) {
                self.notices.push(Notice { to, ..notice.clone() });
            }
        }
    }

    /// Tells those of some people who may read a text.
    pub fn tell_readers(&mut self, people: &[Who], post: usize, notice: &Notice) {
        let readers: Vec<Who> = people.iter().copied().filter(|who| self.reads(Some(*who), post)).collect();
        self.tell(&readers, notice);
    }

    /// Groups of notices that may be shown.
    pub fn bell(&self, me: Who) -> usize {
        let shown = self.notices.iter().filter(|notice| {
            let heard = notice.actor.is_none_or(|actor| !self.apart(actor, me) && !self.mutes.contains(&(me, actor)));
            let readable = match notice.about {
                About::Post(post) => self.reads(Some(me), post),
                About::Person(other) => !self.apart(me, other),
                About::Community(community) => self.knows(Some(me), community),
                About::Nothing => true,
            };
            notice.to == me && heard && readable
        });
        shown.map(|notice| notice.group.clone()).collect::<BTreeSet<_>>().len()
    }

    /// Whoever answers for a text.
    pub fn owner(&self, post: usize) -> Who {
        if self.posts[post].as_page { EDO } else { self.posts[post].by }
    }

    /// A text can be read by others from now on: who it concerns is told.
    pub fn published(&mut self, at: usize) {
        let post = self.posts[at].clone();
        let notice = |group: (usize, &'static str)| Notice {
            to: 0,
            group: (format!("post {}", group.0), group.1),
            about: About::Post(at),
            actor: (!post.as_page).then_some(post.by),
            key: format!("post:{at}"),
        };
        let Some(root) = post.root else {
            if post.as_page {
                let followers: Vec<Who> = (0..NAMES.len()).filter(|who| *who != post.by && self.follows(*who, Source::Page)).collect();
                self.tell_readers(&followers, at, &notice((at, "published")));
            }
            return;
        };
        let others = |owner: Who| if owner == post.by { Vec::new() } else { vec![owner] };
        if let Some(parent) = post.parent.filter(|parent| *parent != root && !self.posts[*parent].deleted) {
            self.tell_readers(&others(self.owner(parent)), at, &notice((root, "answered")));
        }
        if !self.posts[root].deleted {
            self.tell_readers(&others(self.owner(root)), at, &notice((root, "commented")));
        }
    }
}
