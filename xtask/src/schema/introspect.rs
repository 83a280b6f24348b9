//! What the database says about its tables. Everything is ordered here, so that the same migrations always give the same
//! text.

use ::postgres::Client;
use anyhow::Result;

#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub primary_key: Vec<String>,
    pub columns: Vec<Column>,
    pub references: Vec<Reference>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// PostgreSQL's internal name: `int8`, `_text` for an array of texts.
    pub kind: String,
    pub nullable: bool,
    pub max_length: Option<i32>,
}

/// A foreign key of one column to the primary key of another table, the kind diesel can join by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub column: String,
    pub to: String,
}

const TABLES: &str = "
    SELECT relname::text FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
      AND relname <> '__diesel_schema_migrations'
    ORDER BY relname COLLATE \"C\"";

const COLUMNS: &str = "
    SELECT a.attname::text, b.typname::text, NOT (a.attnotnull OR (t.typtype = 'd' AND t.typnotnull)),
           CASE WHEN b.typname IN ('varchar', 'bpchar') AND m.typmod > 4 THEN m.typmod - 4 END
    FROM pg_attribute a
    JOIN pg_type t ON t.oid = a.atttypid
    JOIN pg_type b ON b.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END,
    LATERAL (SELECT CASE t.typtype WHEN 'd' THEN t.typtypmod ELSE a.atttypmod END AS typmod) m
    WHERE a.attrelid = ('public.' || quote_ident($1))::regclass AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum";

const PRIMARY_KEY: &str = "
    SELECT a.attname::text
    FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
    JOIN pg_attribute a ON a.attnum = k.attnum
    WHERE i.indrelid = ('public.' || quote_ident($1))::regclass AND i.indisprimary AND a.attrelid = i.indrelid
    ORDER BY k.position";

const REFERENCES: &str = "
    SELECT a.attname::text, t.relname::text
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_class t ON t.oid = c.confrelid
    JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
    WHERE c.conrelid = ('public.' || quote_ident($1))::regclass AND c.contype = 'f' AND c.conparentid = 0
      AND cardinality(c.conkey) = 1 AND i.indnkeyatts = 1 AND i.indkey[0] = c.confkey[1]
    ORDER BY t.relname COLLATE \"C\", a.attname COLLATE \"C\"";

pub fn tables(client: &mut Client) -> Result<Vec<Table>> {
    let names = client.query(TABLES, &[])?;
    names.iter().map(|row| table(client, row.get(0))).collect()
}

fn table(client: &mut Client, name: String) -> Result<Table> {
    let primary_key = client.query(PRIMARY_KEY, &[&name])?.iter().map(|row| row.get(0)).collect();
    let columns = client.query(COLUMNS, &[&name])?;
    let columns = columns
        .iter()
        .map(|row| Column { name: row.get(0), kind: row.get(1), nullable: row.get(2), max_length: row.get(3) })
        .collect();
    let references = client.query(REFERENCES, &[&name])?;
    let references = references.iter().map(|row| Reference { column: row.get(0), to: row.get(1) }).collect();
    Ok(Table { name, primary_key, columns, references })
}
