//! Extra questions of a category: what is asked, how it is answered, and the answer that ends the form.

use kit::error::FieldErrors;
use serde::{Deserialize, Serialize};

/// The longest answer, in characters.
pub const ANSWER_MAX: usize = 500;
/// Questions a category may ask.
pub const MOST: usize = 5;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A line of text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of some choices.
    One,
    /// Any of some choices.
    Many,
}
kit::words!(Shape { Text = "text", Number = "number", Date = "date", One = "one", Many = "many" });

impl Shape {
    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "question-text",
            Self::Number => "question-number",
            Self::Date => "question-date",
            Self::One => "question-one",
            Self::Many => "question-many",
        }
    }
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub words: String,
    /// How it is answered.
    pub shape: Shape,
    /// Must it be answered?
    pub required: bool,
    /// What one may choose, for one of many and many of many.
    pub choices: Vec<String>,
    /// The choice that ends the form; empty if none does.
    pub stop: String,
    /// What is said then: whom to call.
    pub stop_words: String,
}

/// A question with its answer, as a request keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

impl Question {
    /// Is it answered by choosing?
    pub fn is_choice(&self) -> bool {
        matches!(self.shape, Shape::One | Shape::Many)
    }

    /// May several be chosen?
    pub fn is_many(&self) -> bool {
        self.shape == Shape::Many
    }

    /// The type of its field.
    pub const fn field_kind(&self) -> &'static str {
        match self.shape {
            Shape::Number => "number",
            Shape::Date => "date",
            _ => "text",
        }
    }

    /// Do these answers end the form?
    pub fn stops(&self, given: &[String]) -> bool {
        !self.stop.is_empty() && given.contains(&self.stop)
    }

    /// What is wrong with an answer, as the key of a sentence.
    pub fn fault(&self, given: &[String]) -> Option<&'static str> {
        let first = given.first().map(String::as_str).unwrap_or_default();
        if given.iter().all(String::is_empty) {
            return self.required.then_some("error-request-answer");
        }
        if given.iter().any(|answer| answer.chars().count() > ANSWER_MAX) {
            return Some("error-request-answer-long");
        }
        let sound = match self.shape {
            Shape::Text => true,
            Shape::Number => first.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite),
            Shape::Date => first.parse::<jiff::civil::Date>().is_ok(),
            Shape::One => given.len() == 1 && self.choices.iter().any(|choice| choice == first),
            Shape::Many => given.iter().all(|answer| self.choices.contains(answer)),
        };
        if sound { None } else { Some("error-request-answer-kind") }
    }
}

/// The name of a question's field, by its place.
pub fn field(place: usize) -> String {
    format!("risposta-{place}")
}

/// Faults of the answers, each beside its field; and the words of the first answer that ends the form.
pub fn check(questions: &[Question], given: impl Fn(&str) -> Vec<String>, faults: &mut FieldErrors) -> Option<String> {
    let mut stop = None;
    for (place, question) in questions.iter().enumerate() {
        let name = field(place);
        let answers = given(&name);
        if question.stops(&answers) && stop.is_none() {
            stop = Some(question.stop_words.clone());
            faults.add(name, "error-request-stop");
        } else if let Some(key) = question.fault(&answers) {
            faults.add(name, key);
        }
    }
    stop
}

/// The answers that were given, in the order of the questions.
pub fn answered(questions: &[Question], given: impl Fn(&str) -> Vec<String>) -> Vec<Answered> {
    let pairs = questions.iter().enumerate().map(|(place, question)| (question, given(&field(place))));
    pairs
        .filter(|(_, answers)| answers.iter().any(|answer| !answer.is_empty()))
        .map(|(question, answers)| Answered { question: question.words.clone(), answer: answers.join(", ") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn danger() -> Question {
        Question {
            words: "È pericoloso?".into(),
            shape: Shape::One,
            required: true,
            choices: vec!["No".into(), "Sì".into()],
            stop: "Sì".into(),
            stop_words: "Chiama il 112".into(),
        }
    }

    #[test]
    fn a_dangerous_answer_ends_the_form_and_says_whom_to_call() {
        let mut faults = FieldErrors::default();
        let said = check(&[danger()], |_| vec!["Sì".into()], &mut faults);
        assert_eq!(said.as_deref(), Some("Chiama il 112"));
        assert!(faults.of("risposta-0").is_some());
        let mut faults = FieldErrors::default();
        assert_eq!(check(&[danger()], |_| vec!["No".into()], &mut faults), None);
        assert!(faults.is_empty());
        check(&[danger()], |_| vec![], &mut faults);
        assert_eq!(faults.of("risposta-0").unwrap().key, "error-request-answer");
    }

    #[test]
    fn each_shape_takes_its_own_answers() {
        let of = |shape| Question { shape, stop: String::new(), ..danger() };
        let fault = |shape, answer: &str| of(shape).fault(&[answer.to_owned()]);
        assert_eq!((fault(Shape::Number, "3,5"), fault(Shape::Number, "tre")), (None, Some("error-request-answer-kind")));
        assert_eq!((fault(Shape::Date, "2028-02-24"), fault(Shape::Date, "2028-02-30")), (None, Some("error-request-answer-kind")));
        assert_eq!((fault(Shape::One, "No"), fault(Shape::One, "Forse")), (None, Some("error-request-answer-kind")));
        assert_eq!(of(Shape::Many).fault(&["No".into(), "Sì".into()]), None);
    }
}
