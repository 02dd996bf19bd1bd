-- What keeps failing in the same way: one issue for each cause in a store.
create table issue (
    id            uuid                     primary key,
    store_id      text                     not null,
    cause         text                     not null,
    -- OPEN, MUTED (open, but says nothing) or RESOLVED
    state         text                     not null,
    error_class   text                     not null,
    code          text,
    service       text,
    remedy        text,
    message       text,
    step          text,
    opened_at     timestamp with time zone not null,
    last_at       timestamp with time zone not null,
    resolved_at   timestamp with time zone,
    reopened      int                      not null default 0,
    failures      bigint                   not null,
    last_failure  uuid                     not null,
    changed_by    text,
    unique (store_id, cause)
);
create index issue_list on issue (store_id, last_at desc, id desc);

-- Which failures were counted: each once, however often it is told.
create table issue_failure (
    execution_id   uuid                     primary key,
    issue_id       uuid                     not null references issue,
    integration_id uuid                     not null,
    requested_at   timestamp with time zone not null,
    recovered      boolean                  not null default false
);
create index issue_failure_unrecovered on issue_failure (integration_id, requested_at) where not recovered;
create index issue_failure_open on issue_failure (issue_id, integration_id) where not recovered;
