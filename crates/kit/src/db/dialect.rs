//! The one place where the two engines are named: every statement that cannot be one text stands here, both arms side by side.

/// Which engine answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// SQLite, inside the binary.
    Sqlite,
    /// PostgreSQL, beside it.
    Postgres,
}

impl Engine {
    /// A migration's text for this engine. Migrations are written in SQLite's strict types; PostgreSQL reads
    /// `integer` as `bigint`, `blob` as `bytea`, `real` as `double precision`, sorts text by bytes, and knows no `strict`.
    pub fn schema_text(self, text: &str) -> String {
        match self {
            Self::Sqlite => text.to_owned(),
            Self::Postgres => text
                .lines()
                .map(|line| if line.trim_start().starts_with("--") { String::new() } else { postgres_types(line) })
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }

    /// All tables of the schema in the order they were made, without the engine's own.
    pub const fn tables(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
                   and name not like 'search\\_index%' escape '\\' order by rowid"
            }
            Self::Postgres => {
                "select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where c.relkind = 'r' and n.nspname = current_schema() order by c.oid"
            }
        }
    }

    /// Columns of a table `$1`: name, kind in SQLite's words, may it be null, place in the primary key (0 for none).
    pub const fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select name, lower(type) as kind, case when \"notnull\" = 1 or pk > 0 then 0 else 1 end as nullable, pk
                   from pragma_table_info($1) order by cid"
            }
            Self::Postgres => {
                "select a.attname::text as name,
                        case format_type(a.atttypid, null) when 'bigint' then 'integer' when 'bytea' then 'blob'
                             when 'double precision' then 'real' else format_type(a.atttypid, null) end as kind,
                        case when a.attnotnull then 0 else 1 end as nullable,
                        coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as pk
                   from pg_attribute a
                   left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
                  where a.attrelid = to_regclass($1::text) and a.attnum > 0 and not a.attisdropped order by a.attnum"
            }
        }
    }

    /// Unique keys of a table `$1`, primary key left out: columns joined by commas, in index order.
    pub const fn unique_keys(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select (select group_concat(coalesce(name, 'expression'), ',') from
                          (select name from pragma_index_info(l.name) order by seqno)) as columns
                   from pragma_index_list($1) l where l.\"unique\" = 1 and l.origin <> 'pk' order by 1"
            }
            Self::Postgres => {
                "select (select string_agg(coalesce(a.attname::text, 'expression'), ',' order by k.place)
                           from unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
                           left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0) as columns
                   from pg_index i where i.indrelid = to_regclass($1::text) and i.indisunique and not i.indisprimary order by 1"
            }
        }
    }

    /// The engine's name, for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }

    /// The engine's version, and the bytes the database takes.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select sqlite_version() as version, c.page_count * s.page_size as bytes from pragma_page_count c, pragma_page_size s"
            }
            Self::Postgres => "select current_setting('server_version') as version, pg_database_size(current_database()) as bytes",
        }
    }

    /// Does the database check itself and find nothing? One row of text, `ok` when all is well.
    pub const fn self_check(self) -> &'static str {
        match self {
            Self::Sqlite => "select quick_check as answer from pragma_quick_check(1)",
            Self::Postgres => "select 'ok' as answer",
        }
    }

    /// Rows whose references lead nowhere (SQLite can be made to forget them; PostgreSQL cannot).
    pub const fn broken_references(self) -> &'static str {
        match self {
            Self::Sqlite => "select \"table\" as name from pragma_foreign_key_check limit 20",
            Self::Postgres => "select '' as name where false",
        }
    }

    /// Makes the engine look at its tables again, after many rows came at once.
    pub const fn after_bulk(self) -> &'static str {
        "analyze"
    }

    /// The statements of the text search.
    pub const fn search(self) -> SearchSql {
        match self {
            Self::Sqlite => SearchSql {
                insert: Some("insert into search_index (rowid, terms) values ($1, $2)"),
                delete: Some("delete from search_index where rowid = $1"),
                matches: "d.id in (select rowid from search_index where search_index match $1)",
                from: "search_index cross join search_doc d on d.id = search_index.rowid where search_index match $1",
                by_age: "search_index.rowid",
                weight: "bm25(search_index)",
                and: " ",
                prefix: |term| format!("\"{term}\"*"),
                word: |term| format!("\"{term}\""),
            },
            Self::Postgres => SearchSql {
                insert: None,
                delete: None,
                matches: "d.terms_vector @@ to_tsquery('simple', $1)",
                from: "search_doc d where d.terms_vector @@ to_tsquery('simple', $1)",
                by_age: "d.id",
                weight: "-ts_rank_cd(d.terms_vector, to_tsquery('simple', $1))::float8",
                and: " & ",
                prefix: |term| format!("'{term}':*"),
                word: |term| format!("'{term}'"),
            },
        }
    }
}

/// How one engine searches text. Terms come from the analyser: letters and digits only, so they can be quoted safely.
#[derive(Clone, Copy)]
pub struct SearchSql {
    /// Puts the terms `$2` of document `$1` into the index; `None` where the table carries its own index.
    pub insert: Option<&'static str>,
    /// Takes document `$1` out of the index.
    pub delete: Option<&'static str>,
    /// A condition on `search_doc d` with the query in `$1`.
    pub matches: &'static str,
    /// Where matches are read from, in the order of [`SearchSql::by_age`], with the query in `$1` and `search_doc d` beside
    /// them: begins with tables and ends within a condition, to which more may be added.
    pub from: &'static str,
    /// What sorts matches by age without a sort.
    pub by_age: &'static str,
    /// How well a match matches; the smallest is the best.
    pub weight: &'static str,
    /// Between two terms that must both be there.
    pub and: &'static str,
    /// A term as the beginning of a word.
    pub prefix: fn(&str) -> String,
    /// A term as a whole word.
    pub word: fn(&str) -> String,
}

impl SearchSql {
    /// The engine's query for analysed terms, all of which must be found; the last one as a beginning if wanted.
    /// Anything but letters and digits is dropped from a term, so that none can break out of its quotes.
    pub fn query(&self, terms: &[String], open_end: bool) -> Option<String> {
        let clean: Vec<String> = terms
            .iter()
            .map(|term| term.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
            .filter(|term| !term.is_empty())
            .collect();
        let (last, before) = clean.split_last()?;
        let mut parts: Vec<String> = before.iter().map(|term| (self.word)(term)).collect();
        parts.push(if open_end { (self.prefix)(last) } else { (self.word)(last) });
        Some(parts.join(self.and))
    }
}

/// One line of a migration in PostgreSQL's words.
fn postgres_types(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 32);
    let mut word = String::new();
    let mut quoted = false;
    for c in line.chars().chain(std::iter::once('\n')) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        let mapped = match word.as_str() {
            "integer" => "bigint",
            "blob" => "bytea",
            "real" => "double precision",
            "text" => "text collate \"C\"",
            "strict" => "",
            other => other,
        };
        out.push_str(if quoted { &word } else { mapped });
        word.clear();
        if c == '\'' {
            quoted = !quoted;
        }
        if c != '\n' {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_translated_outside_quotes_only() {
        assert_eq!(
            Engine::Postgres.schema_text("create table a (id integer primary key, n text not null check (n <> 'text')) strict;"),
            "create table a (id bigint primary key, n text collate \"C\" not null check (n <> 'text')) ;"
        );
    }

    #[test]
    fn a_term_cannot_break_out_of_its_quotes() {
        let terms = vec!["a\"b".to_owned(), "c':*|d".to_owned()];
        assert_eq!(Engine::Sqlite.search().query(&terms, true).unwrap(), "\"ab\" \"cd\"*");
        assert_eq!(Engine::Postgres.search().query(&terms, false).unwrap(), "'ab' & 'cd'");
        assert!(Engine::Sqlite.search().query(&["\"*".to_owned()], true).is_none());
    }
}
