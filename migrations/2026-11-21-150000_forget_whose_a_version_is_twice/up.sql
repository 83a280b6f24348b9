-- A pledge never changes hands, so its versions need not say again whose it is; and each row that says so is one more
-- look at another table, ten thousand of them when a large coalition settles.
ALTER TABLE pledge_versions DROP COLUMN organization_id;
