//! Services: the categories of reports that may be chosen, the private ones too.

use kit::i18n::Lang;
use wire::georeport::Value;

use super::attribute::attributes;
use crate::desk::request::Category;

/// The list.
pub fn list(categories: &[Category], lang: Lang) -> Value {
    Value::Each("service", categories.iter().map(|category| service(category, lang)).collect())
}

fn service(category: &Category, lang: Lang) -> Value {
    let own = category.called(lang);
    let others: Vec<&str> =
        [&category.name, &category.name_en, &category.name_de].into_iter().map(String::as_str).filter(|name| *name != own).collect();
    Value::Fields(vec![
        ("service_code", category.code.as_str().into()),
        ("service_name", own.into()),
        ("description", category.hint.as_str().into()),
        ("metadata", Value::Yes(!category.questions().is_empty())),
        ("type", "realtime".into()),
        ("keywords", others.join(", ").into()),
        ("group", category.office_name.as_str().into()),
    ])
}

/// What a category asks beside the usual.
pub fn definition(category: &Category) -> Value {
    Value::Fields(vec![("service_code", category.code.as_str().into()), ("attributes", attributes(&category.questions()))])
}
