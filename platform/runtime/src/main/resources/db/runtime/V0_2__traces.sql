-- The trace that asked for the job last: its run, and every repeat of it, is a part of that trace.
alter table scheduled_tasks add column traceparent text;
