-- When the next call of a quota may be sent: AWS counts per account, region and category of operations, over all replicas.
create table request_budget (
    account_id text        not null,
    region     text        not null,
    category   text        not null,
    next_at    timestamptz not null,
    primary key (account_id, region, category)
);

-- fingerprints of the sign-in page that was sent last, and of what Cognito showed then
alter table provisioning add column page jsonb;
