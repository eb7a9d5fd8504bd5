-- kinds of deadlines that should have started and that no policy fitted; null for nearly every case
alter table case_stream add column without_policy text[];
