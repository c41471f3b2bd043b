//! Components of a form: label, help, fault, control, in that order (`assets/README.md`, Forms).

use askama::Template;
use askama::filters::HtmlSafe;
use kit::error::FieldErrors;

use super::frame::{Frame, Html};

/// A form being drawn: the frame for its words, the faults to be shown beside their fields.
#[derive(Clone)]
pub struct FormView {
    frame: Frame,
    faults: FieldErrors,
}

impl FormView {
    /// A form without faults.
    pub fn fresh(frame: &Frame) -> Self {
        Self { frame: frame.clone(), faults: FieldErrors::default() }
    }

    /// A form that comes back.
    pub fn with(frame: &Frame, faults: FieldErrors) -> Self {
        Self { frame: frame.clone(), faults }
    }

    /// Takes the faults out of an error, or hands the error on when it is not about fields.
    pub fn of_error(frame: &Frame, error: kit::Error) -> kit::Result<Self> {
        match error {
            kit::Error::Invalid(faults) => Ok(Self::with(frame, faults)),
            other => Err(other),
        }
    }

    /// Has it faults?
    pub fn is_faulty(&self) -> bool {
        !self.faults.is_empty()
    }

    /// The summary at the head of the form; nothing when there is no fault.
    pub fn summary(&self) -> Summary<'_> {
        Summary { frame: &self.frame, faults: self.faults.iter().map(|fault| (fault.field.to_string(), self.frame.fault(fault))).collect() }
    }

    /// The sentence of a field's fault.
    pub fn fault(&self, name: &str) -> Option<String> {
        self.faults.of(name).map(|fault| self.frame.fault(fault))
    }

    /// A line of text.
    pub fn input<'a>(&'a self, name: &'a str, label: &'a str, value: &'a str) -> Input<'a> {
        Input {
            frame: &self.frame,
            name,
            label: self.frame.t(label),
            value,
            fault: self.fault(name),
            kind: "text",
            help: None,
            autocomplete: "",
            max: 0,
            rows: 0,
            required: false,
            depends: false,
            peek: false,
        }
    }

    /// Several lines of text.
    pub fn area<'a>(&'a self, name: &'a str, label: &'a str, value: &'a str, rows: u8) -> Input<'a> {
        Input { rows, ..self.input(name, label, value) }
    }

    /// A choice from a list of `(value, words)`.
    pub fn select<'a>(&'a self, name: &'a str, label: &'a str, value: &'a str, options: &'a [(String, String)]) -> Select<'a> {
        Select { frame: &self.frame, name, label: self.frame.t(label), value, options, fault: self.fault(name), help: None, number: None }
    }

    /// A box to tick, with words that may hold a link (already translated).
    pub fn check<'a>(&'a self, name: &'a str, words: Html, checked: &bool) -> Check<'a> {
        Check { frame: &self.frame, name, words, checked: *checked, fault: self.fault(name) }
    }
}

/// Links to every fault.
#[derive(Template)]
#[template(path = "shell/templates/summary.html")]
pub struct Summary<'a> {
    frame: &'a Frame,
    faults: Vec<(String, String)>,
}
impl HtmlSafe for Summary<'_> {}

/// A field of one or several lines.
#[derive(Template)]
#[template(path = "shell/templates/input.html")]
pub struct Input<'a> {
    frame: &'a Frame,
    name: &'a str,
    label: &'static str,
    value: &'a str,
    fault: Option<String>,
    kind: &'static str,
    help: Option<String>,
    autocomplete: &'static str,
    max: usize,
    rows: u8,
    required: bool,
    depends: bool,
    peek: bool,
}
impl HtmlSafe for Input<'_> {}

impl<'a> Input<'a> {
    /// `email`, `search`, `tel`, `date`…
    #[must_use]
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }
    /// A password, which the script can show.
    #[must_use]
    pub fn password(mut self) -> Self {
        self.kind = "password";
        self.peek = true;
        self
    }
    /// A sentence under the label.
    #[must_use]
    pub fn help(mut self, key: &str) -> Self {
        self.help = Some(self.frame.t(key).to_owned());
        self
    }
    /// A sentence under the label that is already made.
    #[must_use]
    pub fn help_text(mut self, text: String) -> Self {
        self.help = Some(text);
        self
    }
    /// What the browser may fill in (WHATWG HTML, autofill).
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = what;
        self
    }
    /// Characters at the most; counted by the script when several lines.
    #[must_use]
    pub fn max(mut self, characters: usize) -> Self {
        self.max = characters;
        self
    }
    /// It must be filled.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// Whether it must be filled depends on something else, which its help says.
    #[must_use]
    pub fn depends(mut self) -> Self {
        self.depends = true;
        self
    }
    fn describedby(&self) -> String {
        described_by(self.name, self.fault.is_some(), self.help.is_some())
    }
}

fn described_by(name: &str, fault: bool, help: bool) -> String {
    match (fault, help) {
        (true, true) => format!("{name}-errore {name}-aiuto"),
        (true, false) => format!("{name}-errore"),
        (false, true) => format!("{name}-aiuto"),
        (false, false) => String::new(),
    }
}

/// A choice from a list.
#[derive(Template)]
#[template(path = "shell/templates/select.html")]
pub struct Select<'a> {
    frame: &'a Frame,
    name: &'a str,
    label: &'static str,
    value: &'a str,
    options: &'a [(String, String)],
    fault: Option<String>,
    help: Option<String>,
    number: Option<i64>,
}
impl HtmlSafe for Select<'_> {}

impl Select<'_> {
    /// One of several of the same label: they are numbered.
    #[must_use]
    pub fn number(mut self, number: &i64) -> Self {
        self.number = Some(*number);
        self
    }
    /// A sentence under the label.
    #[must_use]
    pub fn help(mut self, key: &str) -> Self {
        self.help = Some(self.frame.t(key).to_owned());
        self
    }
    fn describedby(&self) -> String {
        described_by(self.name, self.fault.is_some(), self.help.is_some())
    }
}

/// A box to tick.
#[derive(Template)]
#[template(path = "shell/templates/check.html")]
pub struct Check<'a> {
    frame: &'a Frame,
    name: &'a str,
    words: Html,
    checked: bool,
    fault: Option<String>,
}
impl HtmlSafe for Check<'_> {}
