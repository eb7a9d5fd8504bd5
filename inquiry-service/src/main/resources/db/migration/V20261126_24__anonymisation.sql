-- Once its period is over, a closed case loses what names or quotes somebody (REG-11); what is counted stays.
alter table inquiry
  add column anonymised_at timestamptz,
  alter column contact drop not null,
  alter column question drop not null,
  drop constraint inquiry_check2,
  -- an answer has a time, which stays when the answer is forgotten
  add constraint answer_has_a_time check (
    (answer is null) = (answered_at is null) or anonymised_at is not null),
  add constraint named_until_anonymised check ((contact is null) = (anonymised_at is not null)),
  add constraint anonymised_without_persons check (anonymised_at is null or (
    closed_at is not null and phone_index is null and name_index is null and question is null
    and answer is null and access_code is null and delivery_address is null));
-- what is due next
create index inquiry_to_anonymise on inquiry (closed_at, id)
  where closed_at is not null and anonymised_at is null;

alter table problem_parcel
  add column anonymised_at timestamptz,
  add constraint anonymised_without_persons check (anonymised_at is null or (
    closed_at is not null and contact is null and description is null and new_contact is null
    and access_code is null and outlet_statement is null));
create index problem_parcel_to_anonymise on problem_parcel (closed_at, id)
  where closed_at is not null and anonymised_at is null;

alter table pickup
  add column anonymised_at timestamptz,
  alter column contact drop not null,
  alter column place drop not null,
  add constraint named_until_anonymised check ((contact is null) = (anonymised_at is not null)),
  add constraint anonymised_without_persons check (anonymised_at is null or (
    closed_at is not null and place is null and goods is null));
create index pickup_to_anonymise on pickup (closed_at, id)
  where closed_at is not null and anonymised_at is null;

-- whose parties are to be forgotten: parcels that arrived, and those that never did
create index parcel_parties_arrived on parcel (ending_at)
  where ending_at is not null and (sender is not null or recipient is not null);
create index parcel_parties_lost on parcel (dispatched_on)
  where ending_at is null and (sender is not null or recipient is not null);

-- whose courier and note are to be forgotten
create index parcel_scan_details on parcel_scan (received_at) where details is not null;
-- tracking is neither hidden nor invented (REG-02); who was there may be forgotten
create or replace function refuse_to_rewrite_scans() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.details is not null and new.details is null
     and to_jsonb(new) - 'details' = to_jsonb(old) - 'details' then
    return new;
  end if;
  raise exception 'scans are never changed' using errcode = 'integrity_constraint_violation';
end $$;
