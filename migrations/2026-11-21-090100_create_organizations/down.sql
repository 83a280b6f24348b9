DROP TABLE invitations, memberships, organization_logos, organizations, tiers;
