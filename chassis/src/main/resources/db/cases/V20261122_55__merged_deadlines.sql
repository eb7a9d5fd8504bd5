-- the due time of a case that was merged into this one: the earlier of both rules (conformance 10)
alter table deadline add column merged_due_at timestamptz;
-- a deadline that is deleted looks for its successors
create index deadline_previous on deadline (previous) where previous is not null;
