-- When the next request may be sent to AWS: it counts per account, region and category of operations, over all replicas.
-- The table request_budget stays for replicas of the version before; a later version drops it.
create table request_place (
    counted text        primary key,
    next_at timestamptz not null
);
