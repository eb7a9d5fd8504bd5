-- what awards and compensations are reckoned by; versions are added, never changed
create table tariff (
  id             text not null,
  version        int not null check (version > 0),
  terms          jsonb not null,
  content_hash   text not null,
  published_at   timestamptz not null,
  effective_from date not null, -- for parcels dispatched on this day or later
  author         text not null,
  created_at     timestamptz not null default clock_timestamp(),
  primary key (id, version),
  -- a change is announced ten days ahead (REG-02 art. 22)
  check (author = 'shipped'
         or effective_from >= (published_at at time zone 'Asia/Shanghai')::date + 10)
);
-- several replicas that start at once store what is shipped with them once
create unique index tariff_shipped on tariff (id, content_hash) where author = 'shipped';
