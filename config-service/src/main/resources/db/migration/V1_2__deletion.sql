-- An integration that was deleted stays, with its history; see its deleted_at.
alter table integration add column deleting jsonb;
alter table integration add column deleted_at timestamptz;
