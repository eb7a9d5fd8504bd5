-- whom a preference is of, as a compact JWE: its fingerprint is made anew from it when keys are
-- rotated; missing where it was taken down before, until the person is heard of again
alter table opt_out add column address text;
alter table consent add column address text;
