//! Posts, comments and what one does to them.

use super::super::model::*;
use super::*;

impl Town<'_> {
    pub(super) async fn publish(&mut self, me: Who, dice: &mut Dice) -> String {
        let marker = self.marker();
        let as_page = me == EDO && dice.below(2) == 0;
        let place = dice.below(self.world.communities.len());
        let community = (!as_page && dice.below(2) == 0)
            .then_some(place)
            .filter(|place| self.world.is_member(Some(me), *place) && !self.world.communities[*place].closed);
        let tag = (dice.below(3) == 0).then(|| dice.below(TAGS.len()));
        let approval = dice.below(4) == 0;
        let warning = if dice.below(5) == 0 { format!("avviso {marker}") } else { String::new() };
        let body = format!("{marker} si va a remare{}", tag.map(|tag| format!(" #{}", TAGS[tag])).unwrap_or_default());
        let handle = community.map(|place| self.world.communities[place].handle.clone()).unwrap_or_default();
        let visitor = &self.people[me];
        let key = visitor.get("/post/nuovo").await.is(200).field("chiave");
        let fields = [
            ("voce", if as_page { "biblioteca" } else { "io" }),
            ("comunita", &handle),
            ("titolo", if as_page { &marker } else { "" }),
            ("testo", &body),
            ("avviso", &warning),
            ("risposte", if approval { "approvazione" } else { "tutti" }),
            ("chiave", &key),
            ("azione", "pubblica"),
        ];
        let path = visitor.post_files("/post", &parts(&fields)).await.is(303).location();
        let entry = self.world.tick();
        let said = format!(
            "{} publishes {marker}{}{} {handle}",
            NAMES[me],
            if as_page { " as the page" } else { "" },
            if approval { ", answers wait" } else { "" }
        );
        self.world.posts.push(Post {
            id: path.rsplit('/').next().unwrap().to_owned(),
            marker,
            by: me,
            as_page,
            community,
            root: None,
            parent: None,
            tag,
            approval,
            deleted: false,
            removed: false,
            hidden: false,
            waits: false,
            judged: !as_page && self.world.limited.contains(&me),
            entry,
            likes: BTreeSet::new(),
            kept: BTreeMap::new(),
            shares: BTreeMap::new(),
            reported: BTreeSet::new(),
            decision: None,
        });
        if !self.world.posts[self.world.posts.len() - 1].held() {
            self.world.published(self.world.posts.len() - 1);
        }
        said
    }

    pub(super) async fn comment(&mut self, me: Who, text: usize, dice: &mut Dice) -> String {
        let marker = self.marker();
        let root = self.world.posts[text].root.unwrap_or(text);
        let above = self.world.posts[text].root.map(|_| text);
        let as_page = me == EDO && dice.below(3) == 0;
        let top = self.world.posts[root].clone();
        let reads = self.world.reads(Some(me), root);
        let banned = top.community.is_some_and(|place| self.world.communities[place].people.get(&me) == Some(&State::Banned));
        let gone = above.is_some_and(|at| self.world.posts[at].deleted || self.world.posts[at].held());
        let key = self.people[me].get("/post/nuovo").await.is(200).field("chiave");
        let answers = above.map(|at| self.world.posts[at].id.clone()).unwrap_or_default();
        let body = format!("{marker} ci sto");
        let form =
            [("testo", body.as_str()), ("voce", if as_page { "biblioteca" } else { "io" }), ("risponde", &answers), ("chiave", &key)];
        let seen = self.people[me].post(&format!("/post/{}/commenti", top.id), &form).await;
        let said = format!("{} comments {marker} below {} (answers {})", NAMES[me], top.marker, answers);
        if !reads {
            seen.is(404);
            return format!("{said}: not found");
        }
        if banned || gone {
            seen.is(422);
            return format!("{said}: refused");
        }
        let id = seen.is(303).header("location").rsplit("#c").next().unwrap().to_owned();
        let trusted = as_page || (top.by == me && !top.as_page);
        let waits = top.approval && !trusted;
        let entry = self.world.tick();
        // The deepest level is the third: what answers it stands beside it.
        let mut depth = 1;
        let mut at = above;
        while let Some(one) = at.filter(|one| *one != root) {
            depth += 1;
            at = self.world.posts[one].parent;
        }
        let parent = if depth > 3 { above.and_then(|at| self.world.posts[at].parent) } else { above }.unwrap_or(root);
        self.world.posts.push(Post {
            id,
            marker,
            by: me,
            as_page,
            community: top.community,
            root: Some(root),
            parent: Some(parent),
            tag: None,
            approval: false,
            deleted: false,
            removed: false,
            hidden: false,
            waits,
            judged: !as_page && self.world.limited.contains(&me),
            entry,
            likes: BTreeSet::new(),
            kept: BTreeMap::new(),
            shares: BTreeMap::new(),
            reported: BTreeSet::new(),
            decision: None,
        });
        let new = self.world.posts.len() - 1;
        if self.world.posts[new].held() {
            let owner = self.world.owner(root);
            if owner != me {
                let notice = Notice {
                    to: 0,
                    group: (format!("post {root}"), "held"),
                    about: About::Post(root),
                    actor: Some(me),
                    key: format!("held:{new}"),
                };
                self.world.tell_readers(&[owner], root, &notice);
            }
        } else {
            self.world.published(new);
        }
        said
    }

    /// Its author writes it anew, with another word.
    pub(super) async fn edit(&mut self, text: usize) -> String {
        let post = self.world.posts[text].clone();
        let path = format!("/post/{}/modifica", post.id);
        let me = post.by;
        let form = self.people[me].get(&path).await;
        if !self.world.reads(Some(me), text) {
            form.is(404);
            return format!("{} may not change {}", NAMES[me], post.marker);
        }
        let form = form.is(200);
        let marker = self.marker();
        let version = form.field("versione");
        let body = format!("{marker} si va a remare{}", post.tag.map(|tag| format!(" #{}", TAGS[tag])).unwrap_or_default());
        let mut fields = vec![("testo", body.as_str()), ("versione", &version), ("azione", "pubblica")];
        let key = if post.root.is_none() { form.field("chiave") } else { String::new() };
        if post.root.is_none() {
            fields.extend([
                ("titolo", if post.as_page { marker.as_str() } else { "" }),
                ("risposte", if post.approval { "approvazione" } else { "tutti" }),
                ("chiave", &key),
            ]);
        }
        self.people[me].post_files(&path, &parts(&fields)).await.is(303);
        self.world.posts[text].marker.clone_from(&marker);
        self.world.posts[text].judged |= !post.as_page && self.world.limited.contains(&me);
        format!("{} changes {} into {marker}", NAMES[me], post.marker)
    }

    pub(super) fn speaks(&self, me: Who, post: &Post) -> bool {
        if post.as_page { me == EDO } else { post.by == me }
    }

    pub(super) fn keeps(&self, me: Who, post: &Post) -> bool {
        let page = post.root.is_some_and(|root| self.world.posts[root].as_page);
        (page && me == EDO)
            || post.community.is_some_and(|place| self.world.communities[place].keeper == me && self.world.is_member(Some(me), place))
    }

    pub(super) async fn delete(&mut self, me: Who, text: usize) -> String {
        let post = self.world.posts[text].clone();
        let seen = self.people[me]
            .post(&format!("/post/{}/cancellazione", post.id), &[("regola", "altro"), ("fatti", "Non c’entra con il posto.")])
            .await;
        let said = format!("{} deletes {}", NAMES[me], post.marker);
        if post.deleted || !(self.speaks(me, &post) || self.keeps(me, &post)) {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        let removed = !self.speaks(me, &post);
        let text = &mut self.world.posts[text];
        (text.deleted, text.removed) = (true, removed);
        // Whose words were taken away reads why: a decision of its own each time.
        if removed && post.by != me {
            let key = format!("removal:{}", self.world.tick());
            let notice = Notice { to: 0, group: (key.clone(), "decision"), about: About::Nothing, actor: None, key };
            self.world.tell(&[post.by], &notice);
        }
        said
    }

    pub(super) async fn restore(&mut self, me: Who, text: usize) -> String {
        let post = self.world.posts[text].clone();
        let seen = self.people[me].post(&format!("/post/{}/ripristino", post.id), &[]).await;
        let said = format!("{} brings {} back", NAMES[me], post.marker);
        let may = if post.removed { self.keeps(me, &post) } else { self.speaks(me, &post) };
        if !post.deleted || !may {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        let text = &mut self.world.posts[text];
        (text.deleted, text.removed) = (false, false);
        said
    }

    /// Like, keep, share, or take it back.
    pub(super) async fn gesture(&mut self, me: Who, text: usize, dice: &mut Dice) -> String {
        let post = self.world.posts[text].clone();
        let (what, back) = (*dice.of(&["apprezzamento", "segnalibro", "condivisione"]), dice.below(4) == 0);
        let had = match what {
            "apprezzamento" => post.likes.contains(&me),
            "segnalibro" => post.kept.contains_key(&me),
            _ => post.shares.contains_key(&me),
        };
        let seen = self.people[me].post(&format!("/post/{}/{what}{}", post.id, if back { "/ritiro" } else { "" }), &[]).await;
        let said = format!("{} {what} {}{}", NAMES[me], post.marker, if back { " (back)" } else { "" });
        let reads = self.world.reads(Some(me), text);
        if back {
            if had || reads {
                seen.is(303);
            } else {
                seen.is(404);
            }
            let text = &mut self.world.posts[text];
            match what {
                "apprezzamento" => drop(text.likes.remove(&me)),
                "segnalibro" => drop(text.kept.remove(&me)),
                _ => drop(text.shares.remove(&me)),
            }
            return said;
        }
        if !reads {
            seen.is(404);
            return format!("{said}: not found");
        }
        if what == "condivisione" && (post.root.is_some() || !self.world.reads(None, text)) {
            seen.is(409);
            return format!("{said}: not for everybody");
        }
        seen.is(303);
        let now = self.world.tick();
        let target = &mut self.world.posts[text];
        let words = match what {
            "apprezzamento" if target.likes.insert(me) => "liked",
            "condivisione" if !had => {
                target.shares.insert(me, now);
                "shared"
            }
            "segnalibro" => {
                target.kept.entry(me).or_insert(now);
                return said;
            }
            _ => return said,
        };
        let owner = self.world.owner(text);
        if owner != me {
            let notice = Notice {
                to: 0,
                group: (format!("post {text}"), words),
                about: About::Post(text),
                actor: Some(me),
                key: format!("{words}:{text}:{me}"),
            };
            self.world.tell_readers(&[owner], text, &notice);
        }
        said
    }
}
