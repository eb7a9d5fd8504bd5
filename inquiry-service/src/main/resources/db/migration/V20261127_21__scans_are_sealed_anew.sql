-- Courier and note of a scan are forgotten after a time, or sealed anew with another key: the header of a compact
-- JWE, up to its first full stop, names the key. Nothing else of a scan ever changes.
create or replace function refuse_to_rewrite_scans() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.details is not null
     and (new.details is null or split_part(new.details, '.', 1) <> split_part(old.details, '.', 1))
     and to_jsonb(new) - 'details' = to_jsonb(old) - 'details' then
    return new;
  end if;
  raise exception 'scans are never changed' using errcode = 'integrity_constraint_violation';
end $$;
