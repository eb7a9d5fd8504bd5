begin;
insert into delivery (event_source, event_id, event_type, event_at, case_number, rule, audience, channel, class, recipient, recipient_masked, lane, status, next_attempt_at, not_after, payload)
select '/c', e, 't', now(), 'CMP-'||ordinality, 'r@1', 'CUSTOMER', 'SMS', 'CRITICAL', r, '*', 'sms:1', 'PENDING', now(), now() + interval '2 days', repeat('x',900) from (select uuidv7()::text as e, md5(n::text) as r, n as ordinality from generate_series(1,1000) n) p on conflict (event_source, event_id, recipient, channel) do nothing returning channel, class, status;
rollback;
