-- Executions that failed and are tried again by themselves.
create table automatic_retry (
    execution_id   uuid                     primary key,
    store_id       text                     not null,
    integration_id uuid                     not null,
    number         bigint                   not null,
    nth            int                      not null,
    attempts       int                      not null,
    due_at         timestamp with time zone not null,
    -- WAITING, REQUESTED, or CANCELED by a newer execution or because a person was faster
    state          text                     not null,
    canceled_by    uuid
);
create index automatic_retry_waiting on automatic_retry (integration_id, number) where state = 'WAITING';

-- Many failed executions retried with one press.
create table bulk_retry (
    id         uuid                     primary key,
    store_id   text                     not null,
    actor      text                     not null,
    reason     text,
    -- RUNNING, PAUSED, CANCELED or DONE
    state      text                     not null,
    created_at timestamp with time zone not null,
    total      int                      not null,
    processed  int                      not null default 0,
    requested  int                      not null default 0
);
create index bulk_retry_list on bulk_retry (store_id, created_at desc, id desc);

create table bulk_retry_item (
    bulk_id      uuid not null references bulk_retry,
    position     int  not null,
    execution_id uuid not null,
    -- PENDING, REQUESTED, or the code of the refusal
    outcome      text not null,
    primary key (bulk_id, position)
);
create index bulk_retry_pending on bulk_retry_item (bulk_id, position) where outcome = 'PENDING';
