-- The lines of a store's logs that tell of an error, newest first: few among many.
create index fact_error on fact (store_id, said_at desc, event_id desc) where severity in ('ERROR', 'FATAL');
