-- the papers and photos of claims and disputes; the bytes are sealed with a key of the file's own
create table evidence_file (
  id         uuid primary key,
  case_id    uuid not null references case_stream,
  slot       text not null,
  media_type text not null,
  bytes      bigint not null check (bytes > 0),
  sha256     bytea not null check (octet_length(sha256) = 32),
  data_key   text, -- compact JWE; without it nobody reads the chunks again
  added_by   text not null,
  added_at   timestamptz not null,
  deleted_at timestamptz,
  check ((data_key is null) = (deleted_at is not null)),
  -- the same file sent twice is one file; also finds the files of a case
  unique (case_id, slot, sha256)
);

create table evidence_chunk (
  file_id  uuid not null references evidence_file,
  position int not null,
  sealed   bytea not null,
  primary key (file_id, position)
);
-- what is sealed cannot be compressed
alter table evidence_chunk alter column sealed set storage external;

-- the places of the checklist that have a file, and those that the claimant was asked for
alter table claim
  add column received_slots  text,
  add column requested_slots text;
