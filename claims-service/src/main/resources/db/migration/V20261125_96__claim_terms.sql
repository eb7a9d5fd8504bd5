-- how claims are handled: figures that are neither time limits nor tariffs; versions are added, never changed
create table claim_terms (
  version        int primary key check (version > 0),
  terms          jsonb not null,
  content_hash   text not null,
  effective_from timestamptz not null, -- for claims opened from then on
  author         text not null,
  created_at     timestamptz not null default clock_timestamp()
);
-- several replicas that start at once store what is shipped with them once
create unique index claim_terms_shipped on claim_terms (content_hash) where author = 'shipped';

-- the version that a claim is handled by from its opening to its end; those before were by the first
alter table claim add column handling int not null default 1;
