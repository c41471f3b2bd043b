use proptest::prelude::*;

use super::*;

fn written(fields: &[(Field, &str)]) -> Written {
    let mut written = Written::default();
    for (field, text) in fields {
        written.set(*field, text);
    }
    written
}

fn faults(fields: &[(Field, &str)]) -> Vec<(String, &'static str)> {
    let mut fields = fields.to_vec();
    fields.insert(0, (Field::Title, "Carta d’identità"));
    let (_, faults) = Card::read(&written(&fields));
    faults.iter().map(|fault| (fault.field.to_string(), fault.key)).collect()
}

#[test]
fn lists_are_read_line_by_line_and_a_line_that_says_nothing_is_named() {
    let (card, faults) = Card::read(&written(&[
        (Field::Title, "Carta d’identità"),
        (Field::Needed, "Una fototessera | a colori, di sei mesi al massimo\n\nIl documento scaduto"),
        (Field::Standards, "Attesa allo sportello | 20 | minuti\nRilascio|6,5|giorni lavorativi\nCortesia | molta | sì"),
        (Field::Documents, "Modulo | https://www.example.org/modulo.pdf\nPagina | /servizi\nAltro | javascript:alert(1)"),
    ]));
    assert_eq!(card.needed.len(), 2);
    assert_eq!(card.needed[0].detail, "a colori, di sei mesi al massimo");
    assert_eq!((card.standards.len(), card.standards[1].value.as_str()), (2, "6,5"));
    assert_eq!(card.documents.len(), 2);
    let told: Vec<(&str, &str)> = faults.iter().map(|fault| (fault.field.as_ref(), fault.args[0].1.as_str())).collect();
    assert_eq!(told, [("standard", "3"), ("documenti", "3")]);
}

#[test]
fn words_terms_and_addresses_that_nobody_knows_are_told() {
    assert_eq!(faults(&[(Field::Topics, "acqua; unicorni")]), [("argomenti".to_owned(), "error-service-word")]);
    for term in ["0", "-3", "731", "trenta", "1.5"] {
        assert_eq!(faults(&[(Field::Term, term)]), [("termine".to_owned(), "error-service-term")], "{term}");
    }
    assert!(faults(&[(Field::Term, "30"), (Field::Silence, "assenso")]).is_empty());
    for address in ["javascript:alert(1)", "//evil.example", "ftp://a.example", "www.example.org", "https://"] {
        let told = faults(&[(Field::Online, address), (Field::Ways, "online")]);
        assert_eq!(told, [("online".to_owned(), "error-service-address")], "{address}");
    }
    assert_eq!(faults(&[(Field::Ways, "online")]), [("online".to_owned(), "error-service-online")]);
    assert_eq!(faults(&[(Field::Online, "/prenotazioni")]), [("canali".to_owned(), "error-service-online")]);
    assert!(faults(&[(Field::Online, "https://sportello.example/x"), (Field::Ways, "online; sportello")]).is_empty());
}

#[test]
fn a_card_without_what_the_national_model_asks_is_not_ready() {
    let (card, faults) = Card::read(&written(&[(Field::Title, "Carta d’identità"), (Field::Ways, "sportello"), (Field::Cost, "Gratis")]));
    assert!(faults.is_empty());
    let missing = card.missing();
    let missing: Vec<&str> = missing.iter().map(|fault| fault.field.as_ref()).collect();
    assert_eq!(
        missing,
        ["sintesi", "categoria", "a-chi", "come-fare", "cosa-serve", "cosa-si-ottiene", "tempi", "argomenti", "destinatari"]
    );
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_and_no_address_leads_to_a_script(texts in proptest::collection::vec("[ -~\\n]{0,60}", Field::ALL.len())) {
        let fields: Vec<(Field, &str)> = Field::ALL.iter().copied().zip(texts.iter().map(String::as_str)).collect();
        let (card, _) = Card::read(&written(&fields));
        let addresses = card.documents.iter().map(|document| &document.address).chain([&card.online, &card.conditions]);
        for address in addresses.filter(|address| !address.is_empty()) {
            prop_assert!(address.starts_with("http://") || address.starts_with("https://") || (address.starts_with('/') && !address.starts_with("//")));
        }
        prop_assert!(card.term.is_none_or(|days| days > 0));
    }
}
