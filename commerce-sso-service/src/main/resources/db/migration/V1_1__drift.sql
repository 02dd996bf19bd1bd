-- When somebody last looked whether Commerce still is as the execution left it; null after a new one.
alter table wiring add column drift_checked_at timestamp with time zone;
