-- Dead letters that somebody put back where they came from.
create table dead_letter_replay (
    topic       text                     not null,
    partition   int                      not null,
    position    bigint                   not null,
    replayed_at timestamp with time zone not null,
    actor       text                     not null,
    primary key (topic, partition, position)
);
