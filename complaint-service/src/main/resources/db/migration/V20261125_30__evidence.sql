-- what became of the messages about a case, as notification-service tells it: nobody's address, no text
create table case_message (
  message     uuid primary key,
  case_number text not null,
  event_type  text not null,
  template    text,
  channel     text not null,
  recipient   text not null,
  outlet      text,
  state       text not null,
  attempts    int not null,
  planned_at  timestamptz not null,
  sent_at     timestamptz,
  settled_at  timestamptz not null,
  case_seq    bigint not null -- of the newest that was told; an older one changes nothing
);
-- the evidence of an appeal
create index case_message_case on case_message (case_number, planned_at);
-- old rows are removed by age; they come in the order of time
create index case_message_age on case_message using brin (planned_at);

-- what is known of a parcel's way; without parties
create table parcel_history (
  waybill          text primary key,
  route            text,
  dispatched_on    date,
  from_outlet      text,
  to_outlet        text,
  promised_at      timestamptz,
  overdue_since    timestamptz, -- when it was told that the promised time had passed
  held_lost_since  timestamptz, -- when it was told that the thorough-delay limit had passed (REG-07)
  delivered_at     timestamptz,
  delivered_by     text,
  told_at          timestamptz not null
);
-- old rows are removed by age
create index parcel_history_age on parcel_history using brin (told_at);
