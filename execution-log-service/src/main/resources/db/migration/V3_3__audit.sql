-- What people did here: retries, issues, dead letters, exports. Only ever added to.
create table audit (
    id       uuid                     primary key default gen_random_uuid(),
    store_id text                     not null,
    at       timestamp with time zone not null,
    actor    text                     not null,
    action   text                     not null,
    -- Id of the execution, bulk retry or issue, or the coordinates of the dead letter.
    subject  text                     not null,
    detail   text
);
create index audit_list on audit (store_id, at desc, id desc);
create index audit_by_actor on audit (store_id, actor, at desc, id desc);
create index audit_by_action on audit (store_id, action, at desc, id desc);
