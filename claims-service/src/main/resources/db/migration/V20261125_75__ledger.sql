-- Who owes whom, in double entry: outlets, headquarters, and what customers were paid. What is posted stays;
-- what was wrong is reversed by another posting.
create table ledger_entry (
  id          uuid primary key default uuidv7(),
  case_number text not null,
  cause       text not null, -- what in the case moved the money: RULING, PAYMENT, RULING_REVERSAL
  occurrence  int not null check (occurrence > 0), -- the second ruling of a case is another one
  reverses    uuid unique references ledger_entry, -- nothing is reversed twice
  posted_at   timestamptz not null default clock_timestamp(),
  posted_by   xid8 not null default pg_current_xact_id(), -- lines come in the entry's transaction or never
  -- inserting this row is the claim: nothing is posted twice
  unique (case_number, cause, occurrence)
);

create table ledger_line (
  entry_id  uuid not null references ledger_entry,
  no        int not null,
  account   text not null check (account ~ '^(HEADQUARTERS|CUSTOMERS|outlet:.+)$'),
  purpose   text not null,
  amount    numeric(14, 2) not null check (amount <> 0), -- above zero: the account is owed; below: it owes
  posted_at timestamptz not null, -- the entry's
  primary key (entry_id, no)
);
-- an account's balance and statement, without a visit to the table
create index ledger_statement on ledger_line (account, posted_at, entry_id) include (amount);

-- checked at the commit, when all lines are there: every posting balances, so the ledger does at all times
create function ledger_balances() returns trigger language plpgsql as $$
declare
  entry uuid;
begin
  if tg_table_name = 'ledger_entry' then entry := new.id; else entry := new.entry_id; end if;
  if (select count(*) < 2 or sum(amount) <> 0 from ledger_line where entry_id = entry) then
    raise exception 'posting % does not balance', entry using errcode = 'check_violation';
  end if;
  if (select posted_by <> pg_current_xact_id() from ledger_entry where id = entry) then
    raise exception 'posting % is complete', entry using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_balances();
create constraint trigger ledger_line_balances after insert on ledger_line
  deferrable initially deferred for each row execute function ledger_balances();

create function ledger_is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_entry_stays before update or delete or truncate on ledger_entry
  for each statement execute function ledger_is_only_added_to();
create trigger ledger_line_stays before update or delete or truncate on ledger_line
  for each statement execute function ledger_is_only_added_to();
-- foreign keys lock the entry that they name, which takes the right to update it: there the trigger stands alone
revoke delete, truncate on ledger_entry from current_user;
revoke update, delete, truncate on ledger_line from current_user;
