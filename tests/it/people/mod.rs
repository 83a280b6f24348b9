mod create_user;
mod disable_user;
mod edit_me;
mod edit_rights;
mod edit_user;
mod end_user_sessions;
mod get_me;
mod list_users;
