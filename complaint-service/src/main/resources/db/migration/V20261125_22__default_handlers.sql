-- Who answers for a category where nobody is named (CMP-08); versions are added, never changed.
create table default_handler (
  category   text not null,
  version    int not null check (version > 0),
  -- the outlet in this part, where it is known; else, or where this is null, the department
  outlet     text check (outlet in ('COMPLAINED_AGAINST', 'DELIVERING', 'SENDING')),
  department text not null,
  author     text not null,
  reason     text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (category, version)
);

-- transport to storage and transport, what arrives not as it was sent to quality, conduct to the outlet that
-- is complained of, a leak never to the outlet that may have caused it
insert into default_handler (category, version, outlet, department, author) values
  ('ATTITUDE', 1, 'COMPLAINED_AGAINST', 'QUALITY', 'shipped'),
  ('DELAY', 1, null, 'STORAGE_TRANSPORT', 'shipped'),
  ('DAMAGE', 1, null, 'QUALITY', 'shipped'),
  ('SHORTAGE', 1, null, 'QUALITY', 'shipped'),
  ('LOSS', 1, null, 'STORAGE_TRANSPORT', 'shipped'),
  ('MISMATCH', 1, null, 'QUALITY', 'shipped'),
  ('FALSE_SIGNATURE', 1, 'DELIVERING', 'QUALITY', 'shipped'),
  ('LOCKER_WITHOUT_CONSENT', 1, 'DELIVERING', 'QUALITY', 'shipped'),
  ('OVERCHARGE', 1, 'SENDING', 'CUSTOMER_CENTRE', 'shipped'),
  ('PRIVACY', 1, null, 'QUALITY', 'shipped'),
  ('OTHER', 1, 'COMPLAINED_AGAINST', 'CUSTOMER_CENTRE', 'shipped');
