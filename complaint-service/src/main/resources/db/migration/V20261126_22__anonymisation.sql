-- Once its period is over, a closed case loses what names or quotes somebody (REG-11); what is counted stays.
alter table complaint
  add column anonymised_at timestamptz,
  alter column contact drop not null,
  alter column description drop not null,
  add constraint named_until_anonymised check ((contact is null) = (anonymised_at is not null)),
  add constraint anonymised_without_persons check (anonymised_at is null or (
    closed_at is not null and phone_index is null and name_index is null and description is null
    and demand is null and joint_parties is null and duplicates is null));
-- what is due next
create index complaint_to_anonymise on complaint (closed_at, id)
  where closed_at is not null and anonymised_at is null;

alter table appeal
  add column anonymised_at timestamptz,
  alter column contact drop not null,
  alter column demand drop not null,
  add constraint named_until_anonymised check ((contact is null) = (anonymised_at is not null)),
  add constraint anonymised_without_persons check (anonymised_at is null or (
    closed_at is not null and demand is null and reply is null));
create index appeal_to_anonymise on appeal (closed_at, id)
  where closed_at is not null and anonymised_at is null;
-- the open appeals about a complaint: as long as there is one, the complaint stays as it is
create index appeal_of_complaint on appeal (complaint) where complaint is not null;
