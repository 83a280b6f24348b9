ALTER TABLE pledge_versions ADD COLUMN organization_id uuid REFERENCES organizations;
ALTER TABLE pledge_versions DISABLE TRIGGER pledge_versions_are_append_only;
UPDATE pledge_versions SET organization_id = pledges.organization_id FROM pledges WHERE pledges.id = pledge_id;
ALTER TABLE pledge_versions ENABLE TRIGGER pledge_versions_are_append_only;
ALTER TABLE pledge_versions ALTER COLUMN organization_id SET NOT NULL;
