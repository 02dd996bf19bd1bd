-- Who wants to be told of what, and where.
create table alert_rule (
    id             uuid                     primary key,
    store_id       text                     not null,
    name           text                     not null,
    trigger        text                     not null,
    -- Milliseconds or a severity, where the trigger needs one
    threshold      text,
    integration_id uuid,
    -- WEBHOOK or EMAIL
    channel        text                     not null,
    -- The URL or the address
    target         text                     not null,
    quiet_minutes  int                      not null,
    enabled        boolean                  not null,
    changed_by     text                     not null,
    changed_at     timestamp with time zone not null
);
create index alert_rule_list on alert_rule (store_id, id);

-- What a rule has seen of one subject (a cause, an instance, a step) and not told yet.
create table alert (
    id             uuid                     not null unique,
    rule_id        uuid                     not null references alert_rule on delete cascade,
    subject        text                     not null,
    waiting        bigint                   not null,
    since          timestamp with time zone not null,
    until          timestamp with time zone not null,
    -- Of the last one
    integration_id uuid                     not null,
    instance       text                     not null,
    execution_id   uuid,
    message        text                     not null,
    told_at        timestamp with time zone,
    primary key (rule_id, subject)
);

-- What was told, or is about to be.
create table notice (
    id             uuid                     primary key,
    rule_id        uuid                     not null references alert_rule on delete cascade,
    subject        text                     not null,
    occurrences    bigint                   not null,
    since          timestamp with time zone not null,
    until          timestamp with time zone not null,
    integration_id uuid                     not null,
    instance       text                     not null,
    execution_id   uuid,
    message        text                     not null,
    created_at     timestamp with time zone not null,
    -- SENDING, SENT or FAILED
    state          text                     not null,
    attempts       int                      not null,
    problem        text
);
create index notice_list on notice (rule_id, created_at desc, id desc);

-- What happened before is not told (any more).
create table alert_mark (
    name text                     primary key,
    at   timestamp with time zone not null
);
insert into alert_mark values ('rebuilt', 'epoch'), ('overdue', now());
