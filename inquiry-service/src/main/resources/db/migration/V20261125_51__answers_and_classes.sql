alter table inquiry
  add column access_code       text, -- compact JWE, for the message that an answer is there
  add column access_code_index text,
  add column access_code_until timestamptz,
  add column answer_read_at    timestamptz,
  -- the parcel's place of delivery as the customer told it (INQ-13), compact JWE
  add column delivery_address  text,
  -- the first instant at which the parcel can be asked about no more (INQ-06); null where it is not known
  add column valid_until       timestamptz,
  add check (access_code_index is null or (answer is not null and access_code_until is not null));
-- a customer's code finds its answer
create unique index inquiry_by_code on inquiry (access_code_index)
  where access_code_index is not null;
