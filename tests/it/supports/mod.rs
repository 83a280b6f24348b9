mod end_support;
mod give_support;
mod list_supports;
