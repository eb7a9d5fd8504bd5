-- with which key the service seals now; another takes over once nobody has sealed with this one for a while
create table sealing_key (
  only_row boolean primary key default true check (only_row),
  key_id   text not null,
  since    timestamptz not null default clock_timestamp(),
  seen_at  timestamptz not null default clock_timestamp()
);

-- how far each table with sealed columns has been walked since that key is in use
create table key_rotation (
  table_name      text primary key,
  key_id          text not null,
  last_key        text,                      -- of the present walk: the last row that was looked at
  looked_at       bigint not null default 0, -- of the present walk: rows
  found           bigint not null default 0, -- of the present walk: those sealed with another key
  unreadable      bigint not null default 0, -- of the present walk: those whose key is not here
  unreadable_rows bigint not null default 0, -- of the last whole walk
  resealed        bigint not null default 0, -- rows, in all walks
  clean_at        timestamptz,               -- a whole walk has found nothing
  next_walk_at    timestamptz not null default clock_timestamp()
);
