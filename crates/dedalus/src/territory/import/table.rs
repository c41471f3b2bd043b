//! Tables as text (RFC 4180), with whichever separator the spreadsheet wrote.

/// The separators spreadsheets write.
const SEPARATORS: [char; 3] = [';', ',', '\t'];

/// A row with the line it begins on.
pub type Line = (usize, Vec<String>);

/// The rows of a table. The separator is the one that its first line has most of.
pub fn rows(text: &str) -> Vec<Line> {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    let separator = SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(';');
    let mut reader = Reader { rows: Vec::new(), cells: Vec::new(), cell: String::new(), line: 1, begun: 1 };
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(c) = letters.next() {
        reader.line += usize::from(c == '\n');
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                reader.cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if reader.cell.trim().is_empty() => {
                reader.cell.clear();
                quoted = true;
            }
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => reader.end_row(),
            c if c == separator && !quoted => reader.end_cell(),
            c => reader.cell.push(c),
        }
    }
    reader.end_row();
    reader.rows
}

struct Reader {
    rows: Vec<Line>,
    cells: Vec<String>,
    cell: String,
    /// The line we are on.
    line: usize,
    /// The line the row began on.
    begun: usize,
}

impl Reader {
    fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
    }

    /// An empty line is no row.
    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.rows.push((self.begun, cells));
        }
        self.begun = self.line;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(usize, Vec<String>)> {
        rows(text)
    }

    #[test]
    fn a_table_is_read_with_its_lines() {
        let found = read("via;civico\r\n\"Via \"\"Nuova\"\"; bassa\";1\n\n\"due\nrighe\";2\nultima;3");
        let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 4, 6]);
        assert_eq!(found[1].1, ["Via \"Nuova\"; bassa", "1"]);
        assert_eq!(found[2].1, ["due\nrighe", "2"]);
        assert_eq!(read("a,b\n1,2")[1].1, ["1", "2"]);
        assert_eq!(read("a\tb\n1\t2")[1].1, ["1", "2"]);
        assert!(read("").is_empty() && read("\n\n").is_empty());
    }

    #[test]
    fn a_quotation_that_never_ends_breaks_nothing() {
        assert_eq!(read("a;b\n\"c;d\ne").len(), 2);
    }
}
