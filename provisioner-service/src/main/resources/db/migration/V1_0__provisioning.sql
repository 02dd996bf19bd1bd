-- What is wanted of each integration, how far the current execution is, and what we have at AWS. Secrets only sealed.
create table provisioning (
    integration_id       uuid primary key,
    store_id             text        not null,
    -- 0 while nothing was asked for; every write of a run checks that it is still the run's own.
    execution_number     bigint      not null,
    -- generation, execution, spec and the event that brought them
    wish                 jsonb,
    phase                text        not null,
    -- runs in the current phase of the current execution
    attempt              int         not null,
    -- changes made at AWS by the current execution
    writes               int         not null,
    paused               boolean     not null,
    lifecycle_change     bigint      not null,
    realms               jsonb       not null,
    account_id           text,
    region               text,
    user_pool_id         text,
    -- name in a CreateUserPool that may have been sent and whose result is not recorded
    pool_intent          text,
    pool_created_by_us   boolean     not null,
    client_id            text,
    client_intent        text,
    -- opened by commerce-sso-service only
    client_secret_sealed text,
    -- callback URLs we registered; others at the app client are not ours
    callback_urls        jsonb       not null,
    user_pool            jsonb,
    updated_at           timestamptz not null default now()
);
