-- Filters of the list that a person keeps under a name.
create table saved_view (
    store_id text not null,
    owner    text not null,
    name     text not null,
    query    text not null,
    primary key (store_id, owner, name)
);
