mod coalition;
mod fixed;
