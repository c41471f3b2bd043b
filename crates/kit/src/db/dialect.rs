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

    /// Columns of a table `$1`, generated ones left out: name, kind in SQLite's words, may it be null, place in the primary key (0 for none).
    pub const fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select name, lower(type) as kind, case when \"notnull\" = 1 or pk > 0 then 0 else 1 end as nullable, pk
                   from pragma_table_info($1) order by cid"
            }
            Self::Postgres => {
                "select a.attname::text as name,
                        case format_type(a.atttypid, null) when 'bigint' then 'integer' when 'bytea' then 'blob'
                             when 'double precision' then 'real' else format_type(a.atttypid, null) end
                          || case when l.collname <> 'C' then ' sorted by ' || l.collname else '' end as kind,
                        case when a.attnotnull then 0 else 1 end as nullable,
                        coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as pk
                   from pg_attribute a
                   left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
                   left join pg_collation l on l.oid = a.attcollation
                  where a.attrelid = to_regclass($1::text) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum"
            }
        }
    }

    /// Unique keys of a table `$1`, primary key left out: columns joined by commas, in index order, and whether only
    /// some rows count.
    pub const fn unique_keys(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select (select group_concat(coalesce(name, 'expression'), ',') from
                          (select name from pragma_index_info(l.name) order by seqno)) || case when l.partial then ' of some rows' else '' end as columns
                   from pragma_index_list($1) l where l.\"unique\" = 1 and l.origin <> 'pk' order by 1"
            }
            Self::Postgres => {
                "select (select string_agg(coalesce(a.attname::text, 'expression'), ',' order by k.place)
                           from unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
                           left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0)
                          || case when i.indpred is null then '' else ' of some rows' end as columns
                   from pg_index i where i.indrelid = to_regclass($1::text) and i.indisunique and not i.indisprimary order by 1"
            }
        }
    }

    /// Where the names of a table's checks stand, for [`Engine::check_names`].
    pub const fn checks(self) -> &'static str {
        match self {
            Self::Sqlite => "select sql from sqlite_schema where type = 'table' and name = $1",
            Self::Postgres => {
                "select conname::text as name from pg_constraint where contype = 'c' and conrelid = to_regclass($1::text) order by 1"
            }
        }
    }

    /// The names of checks in one row of [`Engine::checks`].
    pub fn check_names(self, text: &str) -> Vec<String> {
        match self {
            Self::Sqlite => named_checks(text),
            Self::Postgres => vec![text.to_owned()],
        }
    }

    /// References of a table `$1`: its columns joined by commas, the other table, what a delete there does.
    pub const fn references(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select group_concat(source, ',') as columns, target, action from
                   (select id, \"from\" as source, \"table\" as target, lower(on_delete) as action
                      from pragma_foreign_key_list($1) order by id, seq) group by id, target, action"
            }
            Self::Postgres => {
                "select (select string_agg(a.attname::text, ',' order by k.place)
                           from unnest(c.conkey) with ordinality as k(attnum, place)
                           join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as columns,
                        t.relname::text as target,
                        case c.confdeltype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
                             when 'n' then 'set null' else 'set default' end as action
                   from pg_constraint c join pg_class t on t.oid = c.confrelid
                  where c.contype = 'f' and c.conrelid = to_regclass($1::text)"
            }
        }
    }

    /// Tables or constraints that may wait for the commit before they are checked.
    pub const fn deferrable(self) -> &'static str {
        match self {
            Self::Sqlite => "select name from sqlite_schema where replace(lower(sql), 'not deferrable', '') like '%deferrable%' order by 1",
            Self::Postgres => "select conname::text as name from pg_constraint where condeferrable order by 1",
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
            Self::Sqlite => "select quick_check as answer from pragma_quick_check limit 1",
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
                ids: "select rowid from search_index where search_index match $1",
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
                ids: "select d.id from search_doc d where d.terms_vector @@ to_tsquery('simple', $1)",
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
    /// The ids of the documents that match the query in `$1`, without a look at them.
    pub ids: &'static str,
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

/// The names of the checks in a `create table`; one without a name is told as such, because its refusals are told by name.
fn named_checks(sql: &str) -> Vec<String> {
    let spoken: Vec<&str> = sql.lines().map(|line| line.split_once("--").map_or(line, |(before, _)| before)).collect();
    let spoken = spoken.join(" ");
    let words: Vec<&str> =
        spoken.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',')).filter(|word| !word.is_empty()).collect();
    let is = |place: Option<usize>, word: &str| place.and_then(|at| words.get(at)).is_some_and(|found| found.eq_ignore_ascii_case(word));
    (0..words.len())
        .filter(|at| is(Some(*at), "check"))
        .map(|at| {
            let name = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
            if is(at.checked_sub(2), "constraint") { name.to_owned() } else { "without a name".to_owned() }
        })
        .collect()
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
    fn checks_are_read_from_the_text_of_a_table() {
        let sql = "create table a (-- check this\n n integer constraint n_small check (n < 9),\n m text, check(m <> 'check'))";
        assert_eq!(named_checks(sql), ["n_small", "without a name"]);
    }

    #[test]
    fn a_term_cannot_break_out_of_its_quotes() {
        let terms = vec!["a\"b".to_owned(), "c':*|d".to_owned()];
        assert_eq!(Engine::Sqlite.search().query(&terms, true).unwrap(), "\"ab\" \"cd\"*");
        assert_eq!(Engine::Postgres.search().query(&terms, false).unwrap(), "'ab' & 'cd'");
        assert!(Engine::Sqlite.search().query(&["\"*".to_owned()], true).is_none());
    }
}
