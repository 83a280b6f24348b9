mod get_budget;
