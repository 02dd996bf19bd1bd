-- What the stores want: integrations, every revision of them, and drafts that are still being filled in.
create table integration (
    id           uuid        primary key,
    store_id     text        not null,
    generation   bigint      not null,
    executions   bigint      not null,
    changes      bigint      not null,
    paused_at    timestamptz,
    paused_by    text,
    pause_reason text,
    created_at   timestamptz not null,
    created_by   text        not null,
    updated_at   timestamptz not null
);
create index integration_of_store on integration (store_id, id desc);

-- Append-only. Secrets in pages are sealed; this service cannot open them.
create table revision (
    integration_id uuid        not null references integration,
    generation     bigint      not null,
    pages          jsonb       not null,
    created_at     timestamptz not null,
    created_by     text        not null,
    reason         text,
    primary key (integration_id, generation)
);

create table draft (
    id              uuid        primary key,
    store_id        text        not null,
    integration_id  uuid        not null,
    base_generation bigint      not null,
    version         bigint      not null,
    pages           jsonb       not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    updated_at      timestamptz not null,
    updated_by      text        not null
);
create index draft_of_store on draft (store_id, id);

-- What was started; how it went is the execution log's.
create table execution (
    id             uuid        primary key,
    store_id       text        not null,
    integration_id uuid        not null references integration,
    number         bigint      not null,
    generation     bigint      not null,
    started_by     text        not null,
    actor          text        not null,
    reason         text,
    retry_of       uuid        unique,
    requested_at   timestamptz not null,
    unique (integration_id, number)
);

create table audit (
    seq            bigint generated always as identity primary key,
    store_id       text        not null,
    integration_id uuid        not null,
    at             timestamptz not null,
    actor          text        not null,
    action         text        not null,
    detail         text        not null,
    reason         text
);
create index audit_of_integration on audit (store_id, integration_id, seq desc);

-- Answers already given, by the key the caller chose.
create table idempotency (
    store_id    text        not null,
    key         text        not null,
    request     text        not null,
    status      int,
    location    text,
    body        text,
    received_at timestamptz not null,
    primary key (store_id, key)
);
create index idempotency_age on idempotency (received_at);
