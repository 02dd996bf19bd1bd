-- As before, but the rows that stay get their indexes and their bounds before the old table goes: from then on until the end of the
-- transaction nobody reads or writes history of any day.
create or replace function drop_history(name text, kept text[], since timestamp with time zone) returns boolean language plpgsql as $$
declare
    keeps constant text := 'e.status = any ($1) or (e.ended_at is null and e.heard_at >= $2)';
    aside constant text := name || '_kept';
    bound text;
    inside text;
    old boolean;
    rest bigint;
begin
    perform pg_advisory_xact_lock(hashtext('fact tables'));
    select pg_get_expr(relpartbound, oid), pg_get_partition_constraintdef(oid) into bound, inside
        from pg_class where oid = to_regclass(name) and relispartition;
    if bound is null then
        return false;
    end if;
    execute format('select exists (select 1 from %I f left join execution e on e.id = f.execution_id where (%s) is not true)',
        name, keeps) into old using kept, since;
    if not old then
        return false;
    end if;
    execute format('create table %I (like fact including defaults including indexes)', aside);
    execute format('insert into %I select f.* from %I f join execution e on e.id = f.execution_id where %s', aside, name, keeps)
        using kept, since;
    get diagnostics rest = row_count;
    if rest = 0 then
        execute format('drop table %I', name);
        execute format('drop table %I', aside);
        return true;
    end if;
    -- With it, nothing has to be looked through again.
    execute format('alter table %I add constraint inside check (%s)', aside, inside);
    execute format('drop table %I', name);
    execute format('alter table %I rename to %I', aside, name);
    execute format('alter table fact attach partition %I %s', name, bound);
    execute format('alter table %I drop constraint inside', name);
    return true;
end $$;
