-- Of which integrations something is known to differ from what was applied, so that they are counted without reading them all.
-- A replica of the version before leaves the column as it is; the next look of the next version puts it right.
alter table observed add column drifting boolean not null default false;

update observed set drifting = true
where exists (
    select 1 from (values (content -> 'aws'), (content -> 'commerce')) looks (look)
    where (jsonb_array_length(coalesce(look -> 'findings', '[]')) > 0 or coalesce((look ->> 'found')::int, 0) > 0)
      and coalesce((look ->> 'number')::bigint >= (content #>> '{succeeded,number}')::bigint, true))
  and not exists (select 1 from integration where id = integration_id and deleted_at is not null);

create index observed_drifting on observed (integration_id) where drifting;
