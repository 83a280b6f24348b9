//! Members and funders: their profile for everybody, the rest for their own people and staff.

mod create_organization;
mod edit_organization;
mod edit_organization_by_part;
mod fiscal_year;
mod get_organization;
mod list_organizations;
mod membership;
mod set_logo;
