-- What the tests' jobs and listeners leave behind.
create table effect (
    name text not null,
    at   timestamp with time zone not null default clock_timestamp()
);
