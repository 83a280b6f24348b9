//! Tables in diesel's words. Pure, and the same text for the same tables.

use std::fmt::Write;

use anyhow::{Result, ensure};

use super::introspect::{Column, Reference, Table};

const HEADER: &str = "// Written by `cargo xtask schema` from the migrated database.\n";

/// Words a column may be named with and Rust may not.
const KEYWORDS: [&str; 50] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

pub fn schema(tables: &[Table]) -> Result<String> {
    let mut text = HEADER.to_owned();
    for table in tables {
        text.push('\n');
        print_table(&mut text, table)?;
    }
    let joins: Vec<String> = tables.iter().flat_map(joins).collect();
    if !joins.is_empty() {
        text.push('\n');
        text.extend(joins);
    }
    if tables.len() > 1 {
        text.push_str("\ndiesel::allow_tables_to_appear_in_same_query!(\n");
        for table in tables {
            let _ = writeln!(text, "    {},", table.name);
        }
        text.push_str(");\n");
    }
    Ok(text)
}

fn print_table(text: &mut String, table: &Table) -> Result<()> {
    ensure!(!table.primary_key.is_empty(), "the table {} has no primary key, and diesel needs one", table.name);
    let key: Vec<String> = table.primary_key.iter().map(|name| rust_name(name)).collect();
    let _ = writeln!(text, "diesel::table! {{\n    {} ({}) {{", table.name, key.join(", "));
    for column in &table.columns {
        print_column(text, column);
    }
    text.push_str("    }\n}\n");
    Ok(())
}

fn print_column(text: &mut String, column: &Column) {
    let Some(kind) = kind(column) else {
        // Such columns are for SQL alone: a search vector, a range in a constraint.
        let _ = writeln!(text, "        // {} is {}, which diesel has no type for.", column.name, column.kind);
        return;
    };
    if let Some(length) = column.max_length {
        let _ = writeln!(text, "        #[max_length = {length}]");
    }
    let name = rust_name(&column.name);
    if name != column.name {
        let _ = writeln!(text, "        #[sql_name = \"{}\"]", column.name);
    }
    let _ = writeln!(text, "        {name} -> {kind},");
}

fn rust_name(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

fn kind(column: &Column) -> Option<String> {
    let kind = match column.kind.strip_prefix('_') {
        // PostgreSQL cannot promise that an array holds no NULL; our constraints do, so the code need not unwrap.
        Some(element) => format!("Array<{}>", scalar(element)?),
        None => scalar(&column.kind)?.to_owned(),
    };
    Some(if column.nullable { format!("Nullable<{kind}>") } else { kind })
}

fn scalar(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "uuid" => "Uuid",
        "text" => "Text",
        "varchar" => "Varchar",
        "bpchar" => "Bpchar",
        "citext" => "Citext",
        "bool" => "Bool",
        "int2" => "Int2",
        "int4" => "Int4",
        "int8" => "Int8",
        "float4" => "Float4",
        "float8" => "Float8",
        "numeric" => "Numeric",
        "timestamptz" => "Timestamptz",
        "timestamp" => "Timestamp",
        "date" => "Date",
        "time" => "Time",
        "interval" => "Interval",
        "json" => "Json",
        "jsonb" => "Jsonb",
        "bytea" => "Bytea",
        "inet" => "Inet",
        "cidr" => "Cidr",
        _ => return None,
    })
}

/// Diesel can join two tables by one key only: none to itself, and none where a table refers to another twice.
fn joins(table: &Table) -> Vec<String> {
    let is_only =
        |reference: &&Reference| table.references.iter().filter(|other| other.to == reference.to).count() == 1;
    table
        .references
        .iter()
        .filter(|reference| reference.to != table.name)
        .filter(is_only)
        .map(|Reference { column, to }| format!("diesel::joinable!({} -> {to} ({}));\n", table.name, rust_name(column)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, kind: &str) -> Column {
        Column { name: name.into(), kind: kind.into(), nullable: false, max_length: None }
    }

    fn table(name: &str, columns: Vec<Column>, references: &[(&str, &str)]) -> Table {
        let reference = |&(column, to): &(&str, &str)| Reference { column: column.into(), to: to.into() };
        let references = references.iter().map(reference).collect();
        Table { name: name.into(), primary_key: vec!["id".into()], columns, references }
    }

    #[test]
    fn prints_tables_joins_and_the_list() {
        let slug = Column { max_length: Some(63), ..column("slug", "varchar") };
        let tags = Column { nullable: true, ..column("tags", "_text") };
        let tables = [
            table("organizations", vec![column("id", "uuid"), slug, tags], &[]),
            table(
                "pledges",
                vec![column("id", "uuid"), column("type", "text"), column("found", "tsvector")],
                &[("organization_id", "organizations")],
            ),
        ];
        let expected = "\
diesel::table! {
    organizations (id) {
        id -> Uuid,
        #[max_length = 63]
        slug -> Varchar,
        tags -> Nullable<Array<Text>>,
    }
}

diesel::table! {
    pledges (id) {
        id -> Uuid,
        #[sql_name = \"type\"]
        type_ -> Text,
        // found is tsvector, which diesel has no type for.
    }
}

diesel::joinable!(pledges -> organizations (organization_id));

diesel::allow_tables_to_appear_in_same_query!(
    organizations,
    pledges,
);
";
        assert_eq!(schema(&tables).expect("both have a key"), format!("{HEADER}\n{expected}"));
    }

    #[test]
    fn leaves_out_joins_diesel_cannot_tell_apart() {
        let twice = table(
            "transfers",
            Vec::new(),
            &[("from_id", "accounts"), ("to_id", "accounts"), ("parent_id", "transfers")],
        );
        assert!(joins(&twice).is_empty());
    }

    #[test]
    fn refuses_a_table_without_a_key() {
        let keyless = Table { primary_key: Vec::new(), ..table("notes", Vec::new(), &[]) };
        assert!(schema(&[keyless]).is_err_and(|error| error.to_string().contains("notes has no primary key")));
    }
}
