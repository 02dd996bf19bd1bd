-- When the next request may be sent to AWS: it counts per account, region and category of operations, over all replicas.
drop table request_budget;

create table request_place (
    counted text        primary key,
    next_at timestamptz not null
);
