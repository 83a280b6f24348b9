-- Who is told of what becomes of every project: few among many.
CREATE INDEX users_staff ON users (id) WHERE staff;
