//! A file of a spreadsheet, read (RFC 4180; with semicolons, too, as Italian spreadsheets write it). Pure, and bounded by its input.

/// A row with the number of the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// From 1; the headings are on line 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Reads a file; empty rows are left out. An opened quotation that nobody closes is the number of its line.
pub fn rows(text: &str) -> Result<Vec<Row>, usize> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let comma = if first.matches(';').count() > first.matches(',').count() { ';' } else { ',' };
    let mut reader = Reader { rows: Vec::new(), cells: Vec::new(), cell: String::new(), line: 1, begins: 1 };
    let (mut quoted, mut opened) = (false, 0);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                reader.cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if reader.cell.is_empty() => (quoted, opened) = (true, reader.line),
            '\r' if !quoted && rest.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => reader.end_row(),
            c if c == comma && !quoted => reader.end_cell(),
            c => {
                reader.line += usize::from(c == '\n');
                reader.cell.push(c);
            }
        }
    }
    if quoted {
        return Err(opened);
    }
    reader.end_row();
    Ok(reader.rows)
}

struct Reader {
    rows: Vec<Row>,
    cells: Vec<String>,
    cell: String,
    line: usize,
    begins: usize,
}

impl Reader {
    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        // The apostrophe that keeps a cell of ours from being a formula (see `shell::csv`) is not part of it.
        let freed = cell.strip_prefix('\'').filter(|rest| rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
        self.cells.push(freed.map(str::to_owned).unwrap_or(cell));
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.rows.push(Row { line: self.begins, cells });
        }
        self.line += 1;
        self.begins = self.line;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn quotations_commas_and_lines_are_read_as_the_standard_has_them() {
        assert_eq!(cells("a,b\r\n\"1,2\",\"detto \"\"così\"\"\"\r\n"), [["a", "b"], ["1,2", "detto \"così\""]]);
        assert_eq!(cells("\u{feff}a;b\n1,5;\"due\nrighe\"\n\n;\n"), [["a", "b"], ["1,5", "due\nrighe"]]);
        assert_eq!(cells("a\n\"'-2\"\n'tis\n"), [["a"], ["-2"], ["'tis"]]);
        let lines: Vec<usize> = rows("a\n\"x\ny\"\n\nz").unwrap().iter().map(|row| row.line).collect();
        assert_eq!(lines, [1, 2, 5]);
        assert_eq!(rows("a\n\"x"), Err(2));
    }

    proptest! {
        #[test]
        fn what_the_house_writes_it_reads_again(table in proptest::collection::vec(proptest::collection::vec("[a-z',;\"\\n=@+ -]{1,12}", 3), 1..6)) {
            let mut sheet = String::from("uno,due,tre\r\n");
            for row in &table {
                let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
                sheet.push_str(&format!("{}\r\n", cells.join(",")));
            }
            let read = cells(&sheet);
            let kept: Vec<Vec<String>> = table.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            for (read, written) in read.iter().skip(1).zip(&kept) {
                for (read, written) in read.iter().zip(written) {
                    let freed = written.strip_prefix('\'') == Some(read.as_str());
                    prop_assert!(freed || read == written);
                }
            }
            prop_assert_eq!(read.len(), kept.len() + 1);
        }
    }
}
