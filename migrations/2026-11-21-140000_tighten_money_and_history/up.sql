-- What the program holds to, said by the database as well.

-- Nothing counts towards a goal that is not there.
ALTER TABLE project_money
    DROP CONSTRAINT project_money_never_passes_goal,
    ADD CONSTRAINT project_money_never_passes_goal
        CHECK (pledged = 0 OR (goal IS NOT NULL AND pledged <= goal)),
    DROP COLUMN revision;

ALTER TABLE pledges
    ADD CONSTRAINT pledges_requests_count_nothing CHECK (status <> 'requested' OR share IS NULL),
    ADD CONSTRAINT pledges_signed_have_share
        CHECK (status NOT IN ('signed', 'invoiced', 'collected') OR share IS NOT NULL),
    ADD CONSTRAINT pledges_purchase_order_has_length CHECK (length(purchase_order) BETWEEN 1 AND 100),
    ADD CONSTRAINT pledges_reason_has_length CHECK (length(reason) BETWEEN 1 AND 1000),
    ADD CONSTRAINT pledges_agreement_has_length CHECK (length(agreement_reference) BETWEEN 1 AND 100);

ALTER TABLE projects
    ADD CONSTRAINT projects_summary_has_length CHECK (length(summary) <= 300),
    ADD CONSTRAINT projects_close_note_has_length CHECK (length(close_note) BETWEEN 1 AND 1000);

-- An update stays as it was posted; a support ends, and its row stays.
CREATE TRIGGER project_updates_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON project_updates
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supports_are_kept BEFORE DELETE OR TRUNCATE ON supports
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Settling rewrites every pledge of a project: with room on the page no index has to learn of it.
ALTER TABLE pledges SET (fillfactor = 80);
ALTER TABLE pledge_years SET (fillfactor = 80);
