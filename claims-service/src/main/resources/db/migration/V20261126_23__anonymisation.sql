-- Once its period is over, a closed case loses what names or quotes somebody (REG-11); what is counted stays.
alter table claim
  add column anonymised_at timestamptz,
  alter column contact drop not null,
  add constraint named_until_anonymised check ((contact is null) = (anonymised_at is not null)),
  add constraint anonymised_without_persons check (anonymised_at is null or (
    closed_at is not null and phone_index is null and name_index is null and description is null
    and payee is null and payee_name_index is null));
-- what is due next
create index claim_to_anonymise on claim (closed_at, id)
  where closed_at is not null and anonymised_at is null;

alter table dispute
  add column anonymised_at timestamptz,
  alter column contact drop not null,
  alter column report drop not null,
  alter column contents drop not null,
  add constraint named_until_anonymised check ((contact is null) = (anonymised_at is not null)),
  add constraint anonymised_without_persons check (anonymised_at is null or (
    closed_at is not null and report is null and contents is null and announcement is null
    and statement is null and objection is null));
create index dispute_to_anonymise on dispute (closed_at, id)
  where closed_at is not null and anonymised_at is null;
