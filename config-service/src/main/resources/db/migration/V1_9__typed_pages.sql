-- Pages of the wizard as they were typed, until they can be stored. No secrets.
create table typed_page (
    draft_id uuid  not null references draft on delete cascade,
    page     text  not null,
    fields   jsonb not null,
    primary key (draft_id, page)
);
