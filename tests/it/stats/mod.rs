mod get_stats;
