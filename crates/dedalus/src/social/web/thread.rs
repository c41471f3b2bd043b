//! What a thread looks like: comments within comments, each with what this viewer may do, and the form to answer.

use askama::Template;
use askama::filters::HtmlSafe;
use kit::clock::Time;
use kit::error::FieldErrors;

use crate::identity::{Me, Viewer};
use crate::shell::{FormView, Frame, Html, once_key};
use crate::social::comment::{Branch, Part, Sort};
use crate::social::mine::Mine;
use crate::social::post::{Post, PostId, mark_class};
use crate::social::powers::Powers;
use crate::social::unsent::{Place, Unsent};
use crate::social::web::acts::ActsView;
use crate::social::web::draft::MYSELF;
use crate::social::web::drafts::WaitingDrafts;
use crate::social::web::readers::{Readers, ReadersBadge};
use crate::social::web::show::is_apart;
use crate::social::words::{COMMENT_MAX, initials};

/// What was typed into an answer that comes back.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Text.
    pub body: String,
    /// Voice.
    pub voice: String,
    /// The form's key.
    pub key: String,
    /// What is wrong.
    pub faults: FieldErrors,
}

/// The form for a comment or an answer.
#[derive(Template)]
#[template(path = "social/templates/answer.html")]
pub struct AnswerForm {
    frame: Frame,
    form: FormView,
    root: PostId,
    /// Who reads what is said here.
    readers: ReadersBadge,
    /// The comment it answers, and who speaks there.
    parent: Option<(PostId, String)>,
    mark: String,
    mark_class: &'static str,
    voices: Vec<(String, String)>,
    typed: Typed,
    /// What was kept and not sent.
    drafts: WaitingDrafts,
    /// What is said here waits until who wrote the post approves it.
    waits: bool,
    /// Where giving up leads.
    back: String,
}
impl HtmlSafe for AnswerForm {}

impl AnswerForm {
    fn max(&self) -> usize {
        COMMENT_MAX
    }

    fn label(&self) -> &'static str {
        if self.parent.is_some() { "comment-answer-text" } else { "comment-text" }
    }

    /// With what was kept and not sent.
    #[must_use]
    pub fn with_drafts(mut self, waiting: Vec<Unsent>) -> Self {
        self.drafts = WaitingDrafts::new(&self.frame, Place::Below(self.root), waiting);
        self
    }

    /// What is said here waits.
    #[must_use]
    pub fn waiting(mut self, waits: bool) -> Self {
        self.waits = waits;
        self
    }

    /// For somebody signed in.
    pub fn new(frame: &Frame, me: &Me, root: &Post, parent: Option<(PostId, String)>, typed: Option<Typed>, back: String) -> Self {
        let pages: Vec<(String, String)> = me.replying().map(|page| (page.handle.clone(), page.name.clone())).collect();
        let voices = if pages.is_empty() {
            pages
        } else {
            std::iter::once((MYSELF.to_owned(), frame.t1("post-voice-me", "name", &me.name))).chain(pages).collect()
        };
        let typed = typed.unwrap_or_else(|| Typed { voice: MYSELF.into(), key: once_key(), ..Typed::default() });
        Self {
            form: FormView::with(frame, typed.faults.clone()),
            frame: frame.clone(),
            root: root.id,
            readers: Readers::of(root, me.id).badge(frame),
            parent,
            mark: initials(&me.name),
            mark_class: mark_class(None),
            voices,
            typed,
            drafts: WaitingDrafts::none(frame),
            waits: false,
            back,
        }
    }
}

/// A comment on the page.
#[derive(Template)]
#[template(path = "social/templates/comment.html")]
pub struct CommentView {
    frame: Frame,
    comment: Post,
    body: Html,
    /// The beginning of a long one, which stands folded.
    folded: Option<String>,
    acts: Option<ActsView>,
    /// The page with the form, and its words in it.
    quote_path: String,
    /// Where the rest of its answers stand.
    goes_on: Option<String>,
    /// Moderation took its words away.
    hidden: bool,
    powers: Powers,
    /// Somebody else speaks as themselves: the viewer may want nothing to do with them.
    apart: bool,
    /// Somebody signed in may answer.
    answerable: bool,
    /// The page with the form below this comment.
    answer_path: String,
    answer: Option<AnswerForm>,
    answers: Vec<CommentView>,
}
impl HtmlSafe for CommentView {}

/// What all comments of one page share.
pub struct Setting<'a> {
    /// Words of the page.
    pub frame: &'a Frame,
    /// Who looks.
    pub viewer: &'a Viewer,
    /// The post at the top.
    pub root: &'a Post,
    /// Which part of the thread this page shows.
    pub part: Part,
    /// May this viewer answer?
    pub answerable: bool,
    /// What this viewer says waits.
    pub waits: bool,
    /// What this viewer did to the comments.
    pub mine: &'a Mine,
    /// The comment that is being answered.
    pub answering: Option<PostId>,
    /// Now.
    pub now: Time,
}

impl Setting<'_> {
    /// The address of this page of the thread, with the form below a comment if one is answered.
    pub fn path(&self, answering: Option<PostId>) -> String {
        let sort = Some(self.part.sort).filter(|sort| *sort != Sort::Oldest);
        let parts: Vec<String> = [
            sort.map(|sort| format!("ordine={}", sort.word())),
            self.part.after.map(|id| format!("dopo={id}")),
            self.part.branch.map(|id| format!("ramo={id}")),
            answering.map(|id| format!("rispondi={id}")),
        ]
        .into_iter()
        .flatten()
        .collect();
        let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
        format!("/post/{}{query}", self.root.id)
    }

    /// Comments as they are drawn. The form that is being filled in goes below the comment it answers.
    pub fn draw(&self, branches: Vec<Branch>, typed: &mut Option<Typed>) -> Vec<CommentView> {
        branches.into_iter().map(|branch| self.comment(branch, typed)).collect()
    }

    fn comment(&self, branch: Branch, typed: &mut Option<Typed>) -> CommentView {
        let comment = branch.comment;
        let me = self.viewer.me.as_ref();
        let hidden = comment.is_hidden_from(self.viewer);
        let gone = comment.deleted_at.is_some() || hidden;
        let answerable = self.answerable && !gone && !comment.held;
        let answer = match me {
            Some(me) if answerable && self.answering == Some(comment.id) => {
                let back = format!("{}#c{}", self.path(None), comment.id);
                let parent = Some((comment.id, comment.voice().to_owned()));
                Some(AnswerForm::new(self.frame, me, self.root, parent, typed.take(), back).waiting(self.waits))
            }
            _ => None,
        };
        CommentView {
            frame: self.frame.clone(),
            folded: is_long(&comment.body).then(|| comment.excerpt.clone()),
            acts: (!gone && !comment.held)
                .then(|| ActsView::new(self.frame, &comment, self.mine, format!("{}#c{}", self.path(None), comment.id))),
            quote_path: format!("{}&cita=1#scrivi", self.path(Some(comment.id))),
            goes_on: branch.goes_on.then(|| format!("/post/{}?ramo={}#c{}", self.root.id, comment.id, comment.id)),
            body: Html(comment.body_html.clone()),
            hidden,
            apart: !gone && is_apart(self.viewer, &comment),
            powers: if hidden { Powers::default() } else { comment.powers(me, self.now) },
            answer_path: format!("{}#scrivi", self.path(Some(comment.id))),
            answers: self.draw(branch.answers, typed),
            answerable,
            answer,
            comment,
        }
    }
}

/// Is a comment so long that it stands folded?
fn is_long(body: &str) -> bool {
    body.chars().count() > 1_200 || body.lines().count() > 18
}

/// A text as the beginning of an answer to it: each line behind a mark of quotation, cut after a while.
pub fn quoted(text: &str) -> String {
    let text = crate::social::words::shorten(text, 600);
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    format!("{}\n\n", lines.join("\n"))
}

/// The numbers of all comments of a page.
pub fn numbers(branches: &[Branch], into: &mut Vec<PostId>) {
    for branch in branches {
        into.push(branch.comment.id);
        numbers(&branch.answers, into);
    }
}

/// Everybody who speaks as themselves in a thread: their names stand on the page.
pub fn people(branches: &[Branch], into: &mut Vec<String>) {
    for branch in branches {
        if branch.comment.page_id.is_none() && branch.comment.deleted_at.is_none() {
            let tag = format!("person:{}", branch.comment.author_id);
            if !into.contains(&tag) {
                into.push(tag);
            }
        }
        people(&branch.answers, into);
    }
}

impl CommentView {
    /// Is the form that is being filled in below this comment, or below an answer to it?
    pub fn has_form(&self) -> bool {
        self.answer.is_some() || self.answers.iter().any(Self::has_form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_has_its_mark_on_every_line() {
        assert_eq!(quoted("uno\n\ndue"), "> uno\n>\n> due\n\n");
        assert!(quoted(&"parola ".repeat(400)).chars().count() < 620);
    }

    #[test]
    fn a_long_comment_is_folded() {
        assert!(!is_long("breve") && is_long(&"a".repeat(1_201)) && is_long(&"riga\n".repeat(19)));
    }
}
