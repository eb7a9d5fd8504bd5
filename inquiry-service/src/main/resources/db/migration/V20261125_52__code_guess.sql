-- codes that somebody tried in vain, by a fingerprint of the address; removed after an hour
create table code_guess (
  address_index text not null,
  at            timestamptz not null default clock_timestamp()
);
-- how many there were of late
create index code_guess_of_address on code_guess (address_index, at);
-- old rows are removed by age
create index code_guess_at on code_guess (at);
