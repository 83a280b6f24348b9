mod coalition;
mod list_organization_funding;
mod fixed;
