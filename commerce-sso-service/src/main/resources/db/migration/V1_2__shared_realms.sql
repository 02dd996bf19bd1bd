-- A profile belongs to one integration; several integrations of a store share its realms.
create index realm_record_profile on realm_record (profile_id);
create index realm_record_realm on realm_record (realm_id);

-- Whose turn it is to read and write a realm's list of redirect URIs.
create table realm_turn (
    realm_id       text                     primary key,
    integration_id uuid                     not null,
    until          timestamp with time zone not null
);
