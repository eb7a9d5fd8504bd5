-- the due time of a case that was merged into this one: the earlier of both rules (conformance 10)
alter table deadline add column merged_due_at timestamptz;
