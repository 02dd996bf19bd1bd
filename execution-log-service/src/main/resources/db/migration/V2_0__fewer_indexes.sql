-- One index for all that has not ended, where each status had one: an execution comes through all of them, and each of the three
-- was written on its way. INTERRUPTED ones are looked for among them too, and need their order.
create index execution_open on execution (store_id, requested_at desc, id desc)
    where status in ('QUEUED', 'RUNNING', 'RETRY_PENDING');
drop index execution_queued;
drop index execution_running;
drop index execution_pending;
-- By error, whatever its step, class or status.
create index execution_with_error on execution (store_id, requested_at desc, id desc) where error_class is not null;
drop index execution_failed;
