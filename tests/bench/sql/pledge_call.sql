-- A pledge in one call. Given: `first` organisation, `clients`, `turn`, and the slug of the only project (`hot`) or nothing.
\set i :i + 1
\set n :first + :i * :clients + :client_id
\set p (:n + :turn) % 1000 + 1
SELECT bench.pledge(:n::text::bigint, coalesce(nullif(:hot, '-'), 'spread-' || lpad(:p::text, 4, '0')));
