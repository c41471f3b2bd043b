//! A list as a file for a spreadsheet (RFC 4180): sent piece by piece, and no cell is ever run as a formula.

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use http::{HeaderValue, header};
use kit::{Error, Result};

/// Rows of a piece.
pub const PIECE: i64 = 500;

/// Some lines of a file.
#[derive(Debug, Default)]
pub struct Sheet(String);

impl Sheet {
    /// Adds a line.
    pub fn line<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.0.push_str("\r\n");
    }

    /// The lines as text.
    pub fn into_text(self) -> String {
        self.0
    }

    fn cell(&mut self, text: &str) {
        let formula = is_formula(text);
        if !formula && !text.contains([',', '"', '\r', '\n']) {
            self.0.push_str(text);
            return;
        }
        self.0.push('"');
        if formula {
            self.0.push('\'');
        }
        self.0.push_str(&text.replace('"', "\"\""));
        self.0.push('"');
    }
}

/// Would a spreadsheet run it? Such a cell gets an apostrophe in front, which makes it text (OWASP, "CSV Injection").
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Where the next piece begins: after the last row, if the piece was full.
pub fn piece_after<T>(rows: &[T], number: impl Fn(&T) -> i64) -> Option<i64> {
    let full = i64::try_from(rows.len()).is_ok_and(|rows| rows >= PIECE);
    rows.last().filter(|_| full).map(number)
}

/// The file `name.csv`: its headings, then piece after piece. `piece` gets the row after which it begins and gives its
/// lines and where the next one begins. The first is made before the answer begins, so that a fault there is a page;
/// a later one breaks the transfer off, which the browser says.
pub async fn csv<F, P>(name: &str, headings: &[&str], piece: F) -> Result<Response>
where
    F: Fn(Option<i64>) -> P + Send + 'static,
    P: Future<Output = Result<(Sheet, Option<i64>)>> + Send,
{
    let mut first = Sheet::default();
    first.line(headings);
    let (lines, next) = piece(None).await?;
    first.0.push_str(&lines.0);
    let rest = stream::try_unfold((next, piece), async |(next, piece)| {
        let Some(after) = next else { return Ok(None) };
        let (lines, next) = piece(Some(after)).await?;
        Ok::<_, Error>(Some((Bytes::from(lines.0), (next, piece))))
    });
    let whole = stream::iter([Ok(Bytes::from(first.0))]).chain(rest);
    let mut response = Body::from_stream(whole).into_response();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}.csv\""))
        .map_err(|_| Error::internal("a file's name with characters no header takes"))?;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present"));
    response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    fn line(cells: &[&str]) -> String {
        let mut sheet = Sheet::default();
        sheet.line(cells);
        sheet.0
    }

    #[test]
    fn lines_are_as_the_standard_wants_them() {
        assert_eq!(line(&["a", "b c", ""]), "a,b c,\r\n");
        assert_eq!(line(&["D’Amico, Anna", "due \"righe\"\nqui"]), "\"D’Amico, Anna\",\"due \"\"righe\"\"\nqui\"\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+39091", "-2", "@SUM(A1)", " =1", "\t=1", "\r1", "＝1"] {
            assert!(line(&[cell]).starts_with("\"'"), "{cell}");
        }
        assert_eq!(line(&["a=1", "3-2", "anna@example.org"]), "a=1,3-2,anna@example.org\r\n");
    }

    #[tokio::test]
    async fn pieces_follow_each_other_until_there_are_no_more() {
        let response = csv("prova", &["n"], |after| async move {
            let from = after.unwrap_or(0) + 1;
            let mut sheet = Sheet::default();
            sheet.line([from.to_string()]);
            Ok((sheet, (from < 3).then_some(from)))
        })
        .await
        .unwrap();
        assert_eq!(response.headers()[header::CONTENT_DISPOSITION], "attachment; filename=\"prova.csv\"");
        assert_eq!(to_bytes(response.into_body(), 1000).await.unwrap(), "n\r\n1\r\n2\r\n3\r\n");
    }
}
