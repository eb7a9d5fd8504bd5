-- how much each client of a public route may still ask: token buckets that all replicas share; they
-- may be lost in a crash
create unlogged table allowance (
  key         text primary key,
  tokens      double precision not null,
  refilled_at timestamptz not null default clock_timestamp()
) with (fillfactor = 70);
-- old rows are removed by age
create index allowance_refilled on allowance (refilled_at);
