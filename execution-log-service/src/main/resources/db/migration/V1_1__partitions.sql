-- Facts lie in one table for each day on which their executions began, which the id tells (UUID version 7: its first 48 bits are
-- milliseconds since 1970). History that is too old is dropped with its table; no row is ever deleted.
alter table fact rename to fact_v1;
alter table fact_v1 rename constraint fact_pkey to fact_v1_pkey;

create table fact (
    execution_id   uuid                     not null,
    event_id       uuid                     not null,
    integration_id uuid                     not null,
    store_id       text                     not null,
    source         text                     not null,
    kind           text                     not null,
    said_at        timestamp with time zone not null,
    -- Severity of a line of the log, else null.
    severity       text,
    -- json, not jsonb: keeps the order of members, and takes any string that JSON can hold.
    body           json                     not null,
    primary key (execution_id, event_id)
) partition by range (execution_id);

-- The lines of a store's logs, newest first.
create index fact_line on fact (store_id, said_at desc, event_id desc) where severity is not null;

-- Executions whose id tells no day that has a table.
create table fact_other partition of fact default;

-- The smallest id of a day.
create function first_id(day date) returns uuid language sql immutable return
    (lpad(to_hex((extract(epoch from day::timestamp) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;

-- Makes the table of a day, once. Rows of that day in fact_other keep it from being made: they stay there then.
create function make_fact_table(day date) returns boolean language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('fact tables'));
    if to_regclass('fact_' || to_char(day, 'YYYYMMDD')) is not null then
        return false;
    end if;
    execute format('create table fact_%s partition of fact for values from (%L) to (%L)',
        to_char(day, 'YYYYMMDD'), first_id(day), first_id(day + 1));
    return true;
exception when check_violation then
    return false;
end $$;

-- Drops a day's history, but for executions in these statuses and for those at work that were heard of since.
-- Answers true when there was something to drop.
create function drop_history(name text, kept text[], since timestamp with time zone) returns boolean language plpgsql as $$
declare
    keeps constant text := 'e.status = any ($1) or (e.ended_at is null and e.heard_at >= $2)';
    bound text;
    old boolean;
    rest bigint;
begin
    perform pg_advisory_xact_lock(hashtext('fact tables'));
    select pg_get_expr(relpartbound, oid) into bound from pg_class where oid = to_regclass(name) and relispartition;
    if bound is null then
        return false;
    end if;
    execute format('select exists (select 1 from %I f left join execution e on e.id = f.execution_id where (%s) is not true)',
        name, keeps) into old using kept, since;
    if not old then
        return false;
    end if;
    execute format('create table %I (like fact including defaults)', name || '_kept');
    execute format('insert into %I select f.* from %I f join execution e on e.id = f.execution_id where %s',
        name || '_kept', name, keeps) using kept, since;
    get diagnostics rest = row_count;
    execute format('drop table %I', name);
    if rest = 0 then
        execute format('drop table %I', name || '_kept');
    else
        execute format('alter table %I rename to %I', name || '_kept', name);
        execute format('alter table fact attach partition %I %s', name, bound);
    end if;
    return true;
end $$;

insert into fact
select execution_id, event_id, integration_id,
    coalesce((select store_id from execution e where e.id = f.execution_id), ''), source, kind, said_at,
    case kind when 'LogWritten' then body ->> 'severity' when 'StepFailed' then 'ERROR' end, body
from fact_v1 f;
drop table fact_v1;

-- When something was last heard of it: an execution that is silent for too long is INTERRUPTED.
alter table execution add column heard_at timestamp with time zone;
update execution set heard_at = coalesce(ended_at, started_at, requested_at);
alter table execution alter column heard_at set not null;
-- What failed in the same way has the same cause.
alter table execution add column cause text;

create index execution_by_actor on execution (store_id, actor, requested_at desc, id desc) where actor is not null;
create index execution_by_code on execution (store_id, error_code, requested_at desc, id desc) where error_code is not null;
create index execution_by_cause on execution (store_id, cause, requested_at desc, id desc) where cause is not null;

-- How many executions of a store began in an hour and where they stand, so that nobody has to count them.
create table tally (
    store_id    text                     not null,
    hour        timestamp with time zone not null,
    status      text                     not null,
    executions  bigint                   not null,
    duration_ms bigint                   not null,
    primary key (store_id, hour, status)
);

-- What steps cost, in tries that ended in an hour.
create table step_tally (
    store_id    text                     not null,
    hour        timestamp with time zone not null,
    step        text                     not null,
    tries       bigint                   not null,
    failures    bigint                   not null,
    duration_ms bigint                   not null,
    longest_ms  bigint                   not null,
    primary key (store_id, hour, step)
);
