-- Keys tried with Connect, sealed like those of pages.
alter table draft add column keys jsonb not null default '{}';
