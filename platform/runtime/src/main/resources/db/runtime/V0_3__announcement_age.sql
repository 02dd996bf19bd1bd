-- Since when an announcement waits for the broker.
alter table announcement add column announced_at timestamp with time zone not null default now();
create index scheduled_tasks_failing on scheduled_tasks (consecutive_failures) where consecutive_failures >= 3;
