use super::*;

const IT: &str = "
-ente = Comune
greeting = Benvenuti nel { -ente }
answers = { $count ->
    [one] una risposta
   *[other] { $count } risposte
}
written-by = Scritto da { $name }
only-italian = Solo qui
";
const EN: &str = "
greeting = Welcome
answers = { $count ->
    [one] one answer
   *[other] { $count } answers
}
written-by = Written by { $name }
";

fn catalog() -> Catalog {
    Catalog::new(&[(Lang::It, &[("main.ftl", IT)]), (Lang::En, &[("main.ftl", EN)])]).unwrap()
}

#[test]
fn sentences_come_in_the_language_asked_for() {
    let catalog = catalog();
    assert_eq!(catalog.text(Lang::It, "greeting"), "Benvenuti nel Comune");
    assert_eq!(catalog.text(Lang::En, "greeting"), "Welcome");
    assert!(matches!(catalog.text(Lang::En, "greeting"), Cow::Borrowed(_)));
    assert_eq!(catalog.missing(), 0);
}

#[test]
fn numbers_choose_the_plural_and_are_grouped() {
    let catalog = catalog();
    assert_eq!(catalog.with(Lang::It, "answers", &[("count", 1.into())]), "una risposta");
    assert_eq!(catalog.with(Lang::It, "answers", &[("count", 1284.into())]), "1.284 risposte");
    assert_eq!(catalog.with(Lang::En, "answers", &[("count", 1284.into())]), "1,284 answers");
}

#[test]
fn arguments_carry_no_invisible_marks_and_are_not_markup() {
    let catalog = catalog();
    assert_eq!(catalog.with(Lang::It, "written-by", &[("name", "{ $x } <b>".into())]), "Scritto da { $x } <b>");
}

#[test]
fn what_is_missing_falls_back_to_italian_then_to_the_key_and_is_counted() {
    let catalog = catalog();
    assert_eq!(catalog.text(Lang::En, "only-italian"), "Solo qui");
    assert_eq!(catalog.text(Lang::De, "greeting"), "Benvenuti nel Comune");
    assert_eq!(catalog.text(Lang::It, "no-such-key"), "no-such-key");
    assert_eq!(catalog.with(Lang::It, "written-by", &[]), "written-by");
    assert_eq!(catalog.missing(), 4);
}

#[test]
fn the_keys_of_two_languages_can_be_compared() {
    let catalog = catalog();
    let missing: Vec<&str> = catalog.keys(Lang::It).difference(&catalog.keys(Lang::En)).copied().collect();
    assert_eq!(missing, ["only-italian"]);
}

#[test]
fn a_faulty_text_is_refused_with_its_file() {
    let refused = |text: &str| match Catalog::new(&[(Lang::It, &[("bad.ftl", text)])]) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    };
    assert!(refused("this is not fluent").contains("it/bad.ftl"));
    assert!(refused("a = one\na = two").contains("it/bad.ftl"));
    assert!(refused("a = { b }").contains("`a`"));
    assert!(refused("a = one\n  .title = two").contains("attributes"));
}
