-- What is known of an integration from the events of the other services; bounded, folded, and rebuilt by nobody: the execution
-- log keeps the whole history.
create table observed (
    integration_id uuid        primary key references integration,
    store_id       text        not null,
    version        bigint      not null,
    content        jsonb       not null,
    updated_at     timestamptz not null
);
insert into observed (integration_id, store_id, version, content, updated_at)
select id, store_id, 1, '{}', updated_at from integration;

-- Counts everything that was done with an integration: its entity tag.
alter table integration add column version bigint not null default 1;

-- What a draft was begun for.
alter table draft add column purpose text not null default 'RECONFIGURE';
update draft set purpose = 'CONFIGURE' where base_generation = 0;
alter table draft add column restores bigint;
