-- When the next request may be sent to Commerce with an application key, over all replicas.
create table request_place (
    counted text        primary key,
    next_at timestamptz not null
);
