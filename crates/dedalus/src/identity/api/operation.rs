//! The description of one address, given together with its handler: what OpenAPI says of it.

use http::Method;
use serde_json::{Value as Json, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::caller::Ask;

/// The address of a path of the interface's first version.
#[macro_export]
macro_rules! api_path {
    ($path:literal) => {
        concat!("/api/dedalus/v1", $path)
    };
}

/// One answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// The shape of its body, if it has one.
    pub schema: Option<Json>,
    /// May it say where the next page is?
    pub paged: bool,
}

/// What one does at an address with one method.
#[derive(Clone)]
pub struct Operation {
    /// Method.
    pub method: Method,
    /// Path with its parameters in braces.
    pub path: &'static str,
    /// Its name for programs that are made from the description.
    pub id: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// What it asks of who comes.
    pub ask: Ask,
    /// Parameters of path, query and head, as OpenAPI has them.
    pub parameters: Vec<Json>,
    /// The shape of the body, and whether it must be there.
    pub body: Option<(Json, bool)>,
    /// What is answered when all is well.
    pub answers: Vec<Answer>,
    /// Every shape that is named.
    pub shapes: Vec<(String, RefOr<Schema>)>,
}

/// The description of a method at a path: `at(Method::GET, api_path!("/posts/{id}"), …)`.
pub fn at(method: Method, path: &'static str, id: &'static str, summary: &'static str, ask: Ask) -> Operation {
    let parameters = names(path).map(in_path).collect();
    Operation { method, path, id, summary, ask, parameters, body: None, answers: Vec::new(), shapes: Vec::new() }
}

/// The parameters of a path.
fn names(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

fn in_path(name: &str) -> Json {
    let (schema, words) = match name {
        "id" => (json!({"type": "string", "pattern": "^[1-9][0-9]{0,18}$", "maxLength": 19}), "A number, as text."),
        "tag" => (json!({"type": "string", "minLength": 1, "maxLength": 50}), "A subject, without #."),
        _ => (json!({"type": "string", "pattern": "^[0-9A-Za-z_-]+$", "minLength": 1, "maxLength": 60}), "A name in addresses."),
    };
    json!({"name": name, "in": "path", "required": true, "description": words, "schema": schema})
}

impl Operation {
    /// A parameter of the query.
    #[must_use]
    pub fn query(mut self, name: &str, words: &str, schema: Json) -> Self {
        self.parameters.push(json!({"name": name, "in": "query", "required": false, "description": words, "schema": schema}));
        self
    }

    /// A parameter of the query that must be there.
    #[must_use]
    pub fn needs(mut self, name: &str, words: &str, schema: Json) -> Self {
        self.parameters.push(json!({"name": name, "in": "query", "required": true, "description": words, "schema": schema}));
        self
    }

    /// How many rows, and before which number the page begins.
    #[must_use]
    pub fn before(self) -> Self {
        let number = json!({"type": "string", "pattern": "^[1-9][0-9]{0,17}$"});
        self.limit().query("before", "Only what comes after this row: take it from the Link header.", number)
    }

    /// How many rows, and how many stood on the pages before.
    #[must_use]
    pub fn skip(self) -> Self {
        let schema = json!({"type": "integer", "minimum": 0, "maximum": 10000, "default": 0});
        self.limit().query("skip", "Rows on the pages before: take it from the Link header.", schema)
    }

    /// How many rows.
    #[must_use]
    pub fn limit(self) -> Self {
        self.query("limit", "Rows of a page.", json!({"type": "integer", "minimum": 1, "maximum": 50, "default": 20}))
    }

    /// A write that the same key makes once.
    #[must_use]
    pub fn once(mut self) -> Self {
        let words = "Sent again with the same key, it is written once.";
        let schema = json!({"type": "string", "pattern": "^[0-9A-Za-z_-]+$", "minLength": 1, "maxLength": 200});
        self.parameters.push(json!({"name": "Idempotency-Key", "in": "header", "required": false, "description": words, "schema": schema}));
        self
    }

    /// Takes a JSON body of this shape.
    #[must_use]
    pub fn takes<T: ToSchema>(mut self) -> Self {
        self.body = Some((self.named::<T>(), true));
        self
    }

    /// Takes a JSON body of this shape, or none.
    #[must_use]
    pub fn may_take<T: ToSchema>(mut self) -> Self {
        self.body = Some((self.named::<T>(), false));
        self
    }

    /// Answers with this shape.
    #[must_use]
    pub fn gives<T: ToSchema>(mut self, status: u16) -> Self {
        let schema = Some(self.named::<T>());
        self.answers.push(Answer { status, schema, paged: false });
        self
    }

    /// Answers with a list of this shape, page by page.
    #[must_use]
    pub fn lists<T: ToSchema>(mut self) -> Self {
        let schema = Some(json!({"type": "array", "items": self.named::<T>()}));
        self.answers.push(Answer { status: 200, schema, paged: true });
        self
    }

    /// Answers with nothing but that it is done.
    #[must_use]
    pub fn done(mut self) -> Self {
        self.answers.push(Answer { status: 204, schema: None, paged: false });
        self
    }

    fn named<T: ToSchema>(&mut self) -> Json {
        let name = T::name().into_owned();
        let reference = json!({"$ref": format!("#/components/schemas/{name}")});
        self.shapes.push((name, <T as PartialSchema>::schema()));
        T::schemas(&mut self.shapes);
        reference
    }
}
