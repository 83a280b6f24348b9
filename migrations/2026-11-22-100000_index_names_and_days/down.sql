DROP INDEX ledger_lines_of_day;
DROP INDEX pledges_named;
