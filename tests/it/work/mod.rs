mod list_work;
