//! How a run reads in a terminal.

use super::row::Row;
use super::sample::{grouped, hundredths, millis};

/// A row as it comes in.
pub fn spoken(row: &Row) -> String {
    let mut text = format!(
        "{} × {}: {}/s, p50 {} ms, p99 {} ms",
        row.path,
        row.connections,
        grouped(row.ours_per_second()),
        millis(row.p50()),
        millis(row.p99())
    );
    for (name, limit) in &row.limits {
        let ratio = row.ratio(limit).map_or_else(|| "–".to_owned(), hundredths);
        text.push_str(&format!("; {name} {}/s, ratio {ratio}", grouped(Row::limit_per_second(limit))));
    }
    text
}

const HEAD: [&str; 10] =
    ["path", "conn.", "ours/s", "slowest–fastest", "p50 ms", "p99 ms", "limit", "limit/s", "ratio", "aim"];

pub fn whole(rows: &[Row]) -> String {
    let mut lines: Vec<[String; 10]> = vec![HEAD.map(str::to_owned)];
    for row in rows {
        lines.extend(lines_of(row));
    }
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut text = String::from("\n");
    for line in &lines {
        for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
            // Words to the left, numbers to the right.
            let pad = " ".repeat(width.saturating_sub(cell.chars().count()));
            let words = matches!(column, 0 | 6 | 9);
            let cell = if words { format!("{cell}{pad}") } else { format!("{pad}{cell}") };
            text.push_str(&cell);
            text.push_str("  ");
        }
        while text.ends_with(' ') {
            text.pop();
        }
        text.push('\n');
    }
    text
}

fn lines_of(row: &Row) -> Vec<[String; 10]> {
    let (slowest, fastest) = row.spread();
    let mut ours = [
        row.path.clone(),
        row.connections.to_string(),
        grouped(row.ours_per_second()),
        format!("{}–{}", grouped(slowest), grouped(fastest)),
        millis(row.p50()),
        millis(row.p99()),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
    ];
    let limit = |name: &str, limit: &[super::sample::Sample]| {
        let ratio = row.ratio(limit).map_or_else(String::new, hundredths);
        (name.to_owned(), grouped(Row::limit_per_second(limit)), ratio)
    };
    if let Some((name, first)) = row.limits.first() {
        (ours[6], ours[7], ours[8]) = limit(name, first);
    }
    ours[9] = aim(row);
    let mut lines = vec![ours];
    for (name, more) in row.limits.iter().skip(1) {
        let mut line = [const { String::new() }; 10];
        (line[6], line[7], line[8]) = limit(name, more);
        lines.push(line);
    }
    lines
}

fn aim(row: &Row) -> String {
    let Some(aim) = row.aim else { return String::new() };
    let mark = match row.reached() {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "?",
    };
    let p99 = if row.connections == 32 { format!(", p99 ≤ {} ms", aim.p99 / 1000) } else { String::new() };
    format!("{mark} ≥ {}{p99}", hundredths(aim.ratio))
}
