-- Who is listed by name without an amount: few among many.
CREATE INDEX pledges_named ON pledges (project_id) WHERE named_at IS NOT NULL;

-- The last line of each day, from one to the next without those between.
CREATE INDEX ledger_lines_of_day ON ledger_lines (project_id, ((at AT TIME ZONE 'UTC')::date), seq);
