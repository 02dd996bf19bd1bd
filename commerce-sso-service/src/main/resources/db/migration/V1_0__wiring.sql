-- The latest execution of each integration that reached this service.
create table wiring (
    integration_id   uuid                     primary key,
    store_id         text                     not null,
    goal             text                     not null check (goal in ('WIRE', 'UNWIRE')),
    generation       bigint                   not null,
    execution_number bigint                   not null,
    execution        jsonb                    not null,
    -- As published: secrets are sealed.
    spec             jsonb                    not null,
    user_pool        jsonb,
    deletion         jsonb,
    causation_id     text                     not null,
    state            text                     not null check (state in ('WIRING', 'WIRED', 'FAILED')),
    attempt          int                      not null,
    updated_at       timestamp with time zone not null default now(),
    check (goal = 'UNWIRE' or user_pool is not null)
);

-- What we did in a realm, over all executions: what may be changed or taken away again later.
create table realm_record (
    integration_id      uuid                     not null references wiring,
    realm               text                     not null check (realm in ('BUYER', 'MERCHANT')),
    realm_id            text,
    profile_id          text,
    created_by_us       boolean                  not null,
    -- HMAC of the client secret that the profile was last given; never the secret.
    secret_digest       text,
    create_intent       jsonb,
    added_redirect_uris jsonb                    not null,
    updated_at          timestamp with time zone not null default now(),
    primary key (integration_id, realm)
);

-- What was said about each integration as a whole, on another topic than the above and so in any order to it.
create table lifecycle (
    integration_id   uuid    primary key,
    change           bigint  not null default 0,
    paused           boolean not null default false,
    newest_execution bigint  not null default 0
);
