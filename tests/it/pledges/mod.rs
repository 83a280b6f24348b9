mod coalition;
mod fixed;
mod letter;
mod list_organization_funding;
