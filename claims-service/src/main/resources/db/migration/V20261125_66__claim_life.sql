-- a form that was handed out has no amount and no description yet, and nobody claims by it yet
alter table claim
  add column claimant_role      text,    -- null: filed before it was kept
  add column offered            numeric(12, 2) check (offered > 0),
  add column quoted             numeric(12, 2), -- what the tariff gives
  add column tariff             text,
  add column offer_reason       text,    -- why the offer is not what the tariff gives
  add column offered_by         text,
  add column offered_at         timestamptz,
  add column offer_steps        text,    -- the rules that made the quote, as JSON
  add column payee_role         text,
  add column payee              text,    -- compact JWE
  add column payee_name_index   text,
  add column designation        uuid references evidence_file, -- the sender's word for the beneficiary
  add column payment_state      text,
  add column dispute_way        text,
  add column refusal_rule       text,
  add column fast_lane          boolean not null default false,
  add column may_be_prescribed  boolean not null default false,
  add column delivered_after_loss_at timestamptz,
  -- nobody but the sender is paid without the sender's word (CLM-07)
  add constraint beneficiary_is_designated check (payee_role <> 'BENEFICIARY' or designation is not null),
  add constraint refusal_names_its_rule check (status <> 'REFUSED' or refusal_rule is not null),
  add constraint agreed_has_an_offer check (status not in ('AGREED', 'PAID') or offered is not null);

-- what is known of parcels, as their events told; times and amounts only
create table claim_parcel (
  waybill       text primary key,
  dispatched_on date,
  freight       numeric(12, 2),
  insured       numeric(12, 2),
  lost_at       timestamptz, -- still undelivered when the thorough-delay limit came (CLM-10)
  delivered_at  timestamptz,
  inquired_at   timestamptz  -- the first inquiry, which stops the one-year rule (AMB-20)
);

create table payment_order (
  id           uuid primary key,
  case_id      uuid not null unique references case_stream,
  number       text not null,
  waybill      text,
  ground       text not null,
  amount       numeric(12, 2) not null check (amount > 0),
  pay_by       date not null,
  state        text not null check (state in ('DUE', 'ORDERED', 'CONFIRMED', 'FAILED')),
  account      text, -- compact JWE: holder, bank, number
  account_mask text,
  created_at   timestamptz not null,
  ordered_by   text,
  ordered_at   timestamptz,
  settled_by   text,
  settled_at   timestamptz,
  reference    text, -- of the bank's transfer
  failure      text,
  check (state = 'DUE' or ordered_by is not null),
  check (state <> 'CONFIRMED' or reference is not null),
  check (state <> 'FAILED' or failure is not null)
);
-- nobody is paid twice for a parcel and a ground (CLM-05)
create unique index payment_once on payment_order (waybill, ground) where waybill is not null;
-- finance's list
create index payment_order_of_state on payment_order (state, created_at, id);
-- sensitive data that may be due for deletion
create index claim_sensitive_data on claim (closed_at) where closed_at is not null;
