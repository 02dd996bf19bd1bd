-- Which executions were told anew, an entry for each transaction that did so, for streams; minutes of it are kept.
create table told (
    id         bigint generated always as identity primary key,
    at         timestamp with time zone not null default clock_timestamp(),
    -- Side by side: whose, and which.
    stores     text[]                   not null,
    executions uuid[]                   not null
);
