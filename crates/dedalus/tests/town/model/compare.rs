//! What people see, beside what the model says they see.

use super::acts::Town;
use super::model::{ANNA, BEA, CARLO, EDO, NAMES, PINA, TAGS, Who};
use crate::support::{Dice, Seen, unescape};

/// Nobody, a citizen, one with a private profile, who keeps a community, the editor of a page, a moderator of the town.
const VIEWERS: [Option<Who>; 6] = [None, Some(ANNA), Some(BEA), Some(CARLO), Some(EDO), Some(PINA)];

/// The words of texts in a piece of a page, in their order, each once.
fn markers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for rest in text.split("zm").skip(1) {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let marker = format!("zm{digits}q");
        if !digits.is_empty() && rest[digits.len()..].starts_with('q') && !found.contains(&marker) {
            found.push(marker);
        }
    }
    found
}

fn main_of(seen: &Seen) -> String {
    let text = unescape(&seen.text);
    let main = text.split("<main").nth(1).unwrap_or_default();
    main.split("</main>").next().unwrap_or_default().to_owned()
}

fn section(text: &str, start: &str, end: &str) -> String {
    text.split(start).nth(1).unwrap_or_default().split(end).next().unwrap_or_default().to_owned()
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list.dedup();
    list
}

struct Check<'w, 't> {
    town: &'w Town<'t>,
    viewer: Option<Who>,
    faults: Vec<String>,
}

impl Check<'_, '_> {
    async fn get(&self, path: &str) -> Seen {
        let mut seen = self.town.who(self.viewer).get(path).await;
        for _ in 0..20 {
            if seen.status.as_u16() != 503 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            seen = self.town.who(self.viewer).get(path).await;
        }
        seen
    }

    fn name(&self) -> &'static str {
        self.viewer.map_or("nobody", |who| NAMES[who])
    }

    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, is: &T, should: &T) {
        if is != should {
            self.faults.push(format!("{} at {what}: {is:?}, and should be {should:?}", self.name()));
        }
    }

    fn of(&self, posts: &[usize]) -> Vec<String> {
        posts.iter().map(|at| self.town.world.posts[*at].marker.clone()).collect()
    }

    /// Comments show what they are about: both words stand in a list that mixes.
    fn with_roots(&self, posts: &[usize]) -> Vec<String> {
        let roots: Vec<usize> = posts.iter().filter_map(|at| self.town.world.posts[*at].root).collect();
        sorted([self.of(posts), self.of(&roots)].concat())
    }

    async fn lists(&mut self) {
        let world = &self.town.world;
        let who = self.viewer;
        let seen = self.get("/novita").await.is(200);
        self.same("/novita", &markers(&main_of(&seen)), &self.of(&world.news(who)));
        let seen = self.get("/piazza").await.is(200);
        self.same("/piazza", &markers(&main_of(&seen)), &self.of(&world.town(who)));
        let seen = self.get("/conversazioni").await.is(200);
        self.same("/conversazioni", &sorted(markers(&main_of(&seen))), &self.with_roots(&world.talk(who)));
        for (tag, name) in TAGS.iter().enumerate() {
            let path = format!("/argomenti/{name}");
            let seen = self.get(&path).await.is(200);
            self.same(&path, &markers(&main_of(&seen)), &self.of(&world.of_tag(who, tag)));
        }
        for person in 0..NAMES.len() {
            self.profile(person).await;
        }
        for place in 0..world.communities.len() {
            self.community(place).await;
        }
        let Some(me) = who else { return };
        let seen = self.get("/io/piazza").await.is(200);
        self.same("/io/piazza", &markers(&main_of(&seen)), &self.of(&world.home(me)));
        let seen = self.get("/io/segnalibri").await.is(200);
        self.same("/io/segnalibri", &markers(&main_of(&seen)), &self.of(&world.kept(me)));
        let seen = self.get("/io/avvisi").await.is(200);
        let bell = section(&seen.text, "data-count-of-notices", "<");
        let bell = bell.split('>').next_back().unwrap_or_default().trim().to_owned();
        self.same("the bell", &bell, &world.bell(me).to_string());
        let listed = seen.text.matches("data-notice=\"").count();
        self.same("/io/avvisi", &listed, &world.bell(me).min(20));
    }

    async fn profile(&mut self, person: Who) {
        let (world, who) = (&self.town.world, self.viewer);
        let path = format!("/persone/{}", NAMES[person]);
        let seen = self.get(&path).await;
        let apart = who.is_some_and(|who| world.apart(who, person));
        self.same(&path, &seen.status.as_u16(), &if apart { 410 } else { 200 });
        if apart {
            return self.same(&path, &markers(&seen.text), &Vec::new());
        }
        let follows = who.is_some_and(|who| world.follows(who, super::model::Source::Person(person)));
        let closed = world.private.contains(&person) && who != Some(person) && !follows;
        let posts = if closed { Vec::new() } else { world.of_person(who, person) };
        self.same(&path, &sorted(markers(&main_of(&seen))), &self.with_roots(&posts));
    }

    async fn community(&mut self, place: usize) {
        let (world, who) = (&self.town.world, self.viewer);
        let community = &world.communities[place];
        let path = format!("/comunita/{}", community.handle);
        let seen = self.get(&path).await;
        self.same(&path, &seen.status.as_u16(), &if world.knows(who, place) { 200 } else { 404 });
        if !world.knows(who, place) {
            return self.same(&path, &markers(&seen.text), &Vec::new());
        }
        let text = main_of(&seen);
        let members = community.people.values().filter(|state| **state == super::model::State::Member).count();
        let said = if members == 1 { "Un membro".to_owned() } else { format!("{members} membri") };
        self.same(&format!("{path}, members"), &text.contains(&said), &true);
        let reads = world.reads_in(who, place);
        if reads {
            let said = match world.said_in(place) {
                1 => "Un messaggio".to_owned(),
                many => format!("> {many} messaggi"),
            };
            self.same(&format!("{path}, «{said}»"), &text.contains(&said), &true);
        }
        let posts = if reads { world.of_community(who, place) } else { Vec::new() };
        self.same(&path, &markers(&text), &self.of(&posts));
    }

    async fn text(&mut self, at: usize) {
        let (world, who) = (&self.town.world, self.viewer);
        let post = &world.posts[at];
        let reads = world.reads(who, at);
        // The search: what is hidden its author finds in no list.
        if !(post.hidden && who == Some(post.by)) {
            let found = self.get(&format!("/cerca?q={}", post.marker)).await.is(200);
            let listed = main_of(&found).contains(&format!("/post/{}\"", post.id));
            let reachable = post.as_page || who == Some(post.by) || !world.limited.contains(&post.by);
            self.same(&format!("the search for {}", post.marker), &listed, &(reads && reachable));
        }
        let path = format!("/post/{}", post.id);
        let seen = self.get(&path).await;
        if post.root.is_some() {
            if reads {
                self.same(&format!("{} {path}", post.marker), &seen.status.as_u16(), &303);
            }
            return;
        }
        let status = if reads {
            200
        } else if post.deleted && world.stood_for(who, at) {
            410
        } else {
            404
        };
        self.same(&format!("{} {path}", post.marker), &seen.status.as_u16(), &status);
        if !reads {
            return self.same(&path, &markers(&seen.text), &Vec::new());
        }
        let text = main_of(&seen);
        let thread = section(&text, "id=\"commenti\"", "</section>");
        let comments: Vec<usize> =
            (0..world.posts.len()).filter(|one| world.posts[*one].root == Some(at) && world.in_thread(who, *one)).collect();
        self.same(&format!("{} {path}", post.marker), &sorted(markers(&thread)), &sorted(self.of(&comments)));
        let said = match world.comments(at) {
            0 => "Nessun commento".to_owned(),
            1 => "Un commento".to_owned(),
            many => format!("{many} commenti"),
        };
        self.same(&format!("{} {path}, «{said}»", post.marker), &thread.contains(&said), &true);
        let head = text.split("id=\"commenti\"").next().unwrap_or_default();
        let liked = match post.likes.len() {
            0 => None,
            1 => Some("Piace a una persona".to_owned()),
            many => Some(format!("Piace a {many} persone")),
        };
        if let Some(liked) = liked {
            self.same(&format!("{} {path}, «{liked}»", post.marker), &head.contains(&liked), &true);
        } else {
            self.same(&format!("{} {path}, likes", post.marker), &head.contains("Piace a"), &false);
        }
        if who.is_some() && post.community.is_none() {
            let shared = match post.shares.len() {
                0 => None,
                1 => Some("(una condivisione)".to_owned()),
                many => Some(format!("({many} condivisioni)")),
            };
            self.same(&format!("{} {path}, {shared:?}", post.marker), &shared.is_none_or(|shared| head.contains(&shared)), &true);
        }
    }
}

/// What differs from the model, for everybody; of the texts, some by chance and the newest.
pub async fn faults(town: &Town<'_>, dice: &mut Dice) -> Vec<String> {
    let mut faults = Vec::new();
    let many = town.world.posts.len();
    for viewer in VIEWERS {
        let mut check = Check { town, viewer, faults: Vec::new() };
        check.lists().await;
        for at in 0..many {
            if at + 4 >= many || dice.below(3) == 0 || Dice::is_soak() {
                check.text(at).await;
            }
        }
        faults.extend(check.faults);
    }
    faults
}
