//! A category's questions as attributes of a service, and the answers that come back: `attribute[CODE]=…`, or `attribute[CODE][]=…`
//! for several.

use std::collections::BTreeMap;

use kit::text::fold;
use wire::georeport::Value;

use crate::desk::request::{Question, Shape, answer_field};
use crate::shell::Form;

/// Letters of a code at the most.
const LONGEST: usize = 40;

/// The codes of some questions, in their order: made of their words, so that they stay when another question is put before them.
pub fn codes(questions: &[Question]) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for (number, question) in (1..).zip(questions) {
        let code = code(&question.words);
        codes.push(if code.is_empty() || codes.contains(&code) { format!("{number}{code}") } else { code });
    }
    codes
}

fn code(words: &str) -> String {
    let mut code = String::new();
    for word in fold(words).split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if code.len() + word.len() >= LONGEST {
            break;
        }
        if !code.is_empty() {
            code.push('_');
        }
        code.push_str(word);
    }
    code
}

/// The questions as attributes.
pub fn attributes(questions: &[Question]) -> Value {
    let all = (1..).zip(questions).zip(codes(questions)).map(|((order, question), code)| {
        let values = question.choices.iter().filter(|_| question.is_choice());
        let values = values.map(|choice| Value::Fields(vec![("key", choice.as_str().into()), ("name", choice.as_str().into())]));
        Value::Fields(vec![
            ("variable", Value::Yes(true)),
            ("code", code.into()),
            ("datatype", datatype(question.shape).into()),
            ("required", Value::Yes(question.required)),
            ("datatype_description", Value::Nothing),
            ("order", Value::Whole(order)),
            ("description", question.words.as_str().into()),
            ("values", Value::Each("value", values.collect())),
        ])
    });
    Value::Each("attribute", all.collect())
}

const fn datatype(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "string",
        Shape::Number => "number",
        Shape::Date => "datetime",
        Shape::One => "singlevaluelist",
        Shape::Many => "multivaluelist",
    }
}

/// The answers that were sent, by the names of the fields that the form of the site has for them.
pub fn given(form: &Form, questions: &[Question]) -> BTreeMap<String, Vec<String>> {
    let of = |question: &Question, code: &str| -> Vec<String> {
        let names = [format!("attribute[{code}]"), format!("attribute[{code}][]")];
        let answers = names.iter().flat_map(|name| form.lines(name)).filter(|answer| !answer.is_empty());
        // A day is asked for, and the standard sends a moment.
        let is_day = question.shape == Shape::Date;
        answers.map(|answer| if is_day { answer.split('T').next().unwrap_or_default().to_owned() } else { answer }).collect()
    };
    questions.iter().zip(codes(questions)).enumerate().map(|(place, (question, code))| (answer_field(place), of(question, &code))).collect()
}

/// What a field of the site's form is called here.
pub fn named(field: &str, questions: &[Question]) -> String {
    let at = (0..questions.len()).position(|place| answer_field(place) == field);
    let code = at.and_then(|at| codes(questions).into_iter().nth(at));
    code.map_or_else(|| field.to_owned(), |code| format!("attribute[{code}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(words: &str, shape: Shape) -> Question {
        let choices = if matches!(shape, Shape::One | Shape::Many) { vec!["No".into(), "Sì".into()] } else { Vec::new() };
        Question { words: words.into(), shape, required: true, choices, stop: String::new(), stop_words: String::new() }
    }

    #[test]
    fn codes_are_made_of_words_and_never_meet() {
        let all = [
            "Vedi un pericolo immediato per le persone?",
            "È grave?",
            "E grave!",
            "???",
            "Quanto è larga la buca, in centimetri, più o meno?",
        ];
        let all: Vec<Question> = all.into_iter().map(|words| question(words, Shape::Text)).collect();
        assert_eq!(
            codes(&all),
            ["vedi_un_pericolo_immediato_per_le", "e_grave", "3e_grave", "4", "quanto_e_larga_la_buca_in_centimetri_piu"]
        );
    }

    #[test]
    fn answers_come_back_one_or_many_and_a_moment_is_a_day() {
        let all = [question("Quale?", Shape::Many), question("Quando?", Shape::Date), question("Perché?", Shape::Text)];
        let body = "attribute%5Bquale%5D%5B%5D=No&attribute%5Bquale%5D%5B%5D=S%C3%AC&attribute[quando]=2028-02-24T10:00:00%2B01:00";
        let given = given(&Form::parse(body.as_bytes()).unwrap(), &all);
        assert_eq!(given.get("risposta-0").unwrap(), &["No", "Sì"]);
        assert_eq!(given.get("risposta-1").unwrap(), &["2028-02-24"]);
        assert!(given.get("risposta-2").unwrap().is_empty());
        assert_eq!((named("risposta-1", &all), named("luogo", &all)), ("attribute[quando]".into(), "luogo".into()));
    }
}
