-- What was said about executions, without secrets. The key drops second copies; it begins with the execution's id (UUID version 7,
-- so in the order of time), by which alone facts are read.
create table fact (
    execution_id   uuid                     not null,
    event_id       uuid                     not null,
    integration_id uuid                     not null,
    source         text                     not null,
    kind           text                     not null,
    said_at        timestamp with time zone not null,
    -- json, not jsonb: keeps the order of members, and takes any string that JSON can hold.
    body           json                     not null,
    primary key (execution_id, event_id)
);

-- One row for each execution, told from its facts; lists read nothing else.
create table execution (
    id              uuid                     primary key,
    store_id        text                     not null,
    integration_id  uuid                     not null,
    instance        text                     not null,
    number          bigint                   not null,
    generation      bigint                   not null,
    trigger         text                     not null,
    actor           text,
    reason          text,
    retry_of        uuid,
    superseded_by   uuid,
    status          text                     not null,
    requested_at    timestamp with time zone not null,
    started_at      timestamp with time zone,
    ended_at        timestamp with time zone,
    duration_ms     bigint,
    next_attempt_at timestamp with time zone,
    writes          int                      not null,
    error_class     text,
    error_code      text,
    error_service   text,
    error_message   text,
    error_remedy    text,
    error_request   text,
    error_step      text
) with (fillfactor = 80);

-- Lists, newest first, by keyset. Most executions succeed: that status needs no index of its own.
create index execution_list on execution (store_id, requested_at desc, id desc);
create index execution_of_integration on execution (store_id, integration_id, requested_at desc, id desc);
create index execution_by_trigger on execution (store_id, trigger, requested_at desc, id desc);
create index execution_queued on execution (store_id, requested_at desc, id desc) where status = 'QUEUED';
create index execution_running on execution (store_id, requested_at desc, id desc) where status = 'RUNNING';
create index execution_pending on execution (store_id, requested_at desc, id desc) where status = 'RETRY_PENDING';
create index execution_failed on execution (store_id, requested_at desc, id desc) where status = 'FAILED';
create index execution_canceled on execution (store_id, requested_at desc, id desc) where status = 'CANCELED';
-- The next and the previous execution of an integration.
create index execution_number on execution (integration_id, number);
create index execution_retry on execution (retry_of) where retry_of is not null;

-- Which executions somebody asked for again: once each.
create table retry (
    execution_id uuid primary key,
    actor        text,
    reason       text
);

-- Signs list cursors; made once, the same for all instances of the service.
create table cursor_key (
    key bytea not null
);
insert into cursor_key
select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
