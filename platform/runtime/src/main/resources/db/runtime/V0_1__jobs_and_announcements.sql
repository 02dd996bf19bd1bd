-- Durable jobs: db-scheduler's table (its layout, version 16) and one column of ours.
create table scheduled_tasks (
    task_name            text                     not null,
    task_instance        text                     not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    -- How often the job was asked for; more than its run saw when it began means: run once more.
    wanted               bigint                   not null default 1,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time asc);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- Events that are committed but not yet acknowledged by the broker, in the order of their integration.
create table announcement (
    seq            bigint generated always as identity primary key,
    integration_id uuid  not null,
    headers        jsonb not null,
    body           bytea not null
);
create index announcement_order on announcement (integration_id, seq);

-- Ids of events that were already taken in.
create table intake (
    event_id    text primary key,
    received_at timestamp with time zone not null default now()
);
create index intake_age on intake (received_at);
