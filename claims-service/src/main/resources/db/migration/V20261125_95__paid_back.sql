-- what a claimant gave back after the parcel had come (AMB-13); the ledger has it too
alter table payment_order
  add column paid_back           numeric(12, 2) check (paid_back >= 0 and paid_back <= amount),
  add column paid_back_reference text, -- of the transfer by which it came in
  add column paid_back_at        timestamptz,
  add constraint paid_back_was_paid check (paid_back is null or state = 'CONFIRMED'),
  add constraint paid_back_is_traceable check (paid_back is null or paid_back = 0 or paid_back_reference is not null);
-- a delay may come to nothing, after which all of the payment is given back
alter table claim drop constraint claim_offered_check, add check (offered >= 0);
