mod coalition;
mod fixed;
mod list_organization_funding;
