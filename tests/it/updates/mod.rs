mod post_update;
