with told as materialized (select p.*, delivery_key('/c', p.e, p.r, 'SMS') as key from (select uuidv7()::text as e, md5(n::text) as r, n as ordinality from generate_series(1,10) n) p),
 wanted as materialized (select distinct on (key) * from told order by key, ordinality),
 fresh as (insert into delivery_key (key) select key from wanted on conflict do nothing returning key)
insert into delivery (event_source, event_id, event_type, event_at, case_number, rule, audience, channel, class, recipient, recipient_masked, lane, status, next_attempt_at, not_after, payload)
select '/c', e, 't', now(), 'CMP-'||ordinality, 'r@1', 'CUSTOMER', 'SMS', 'CRITICAL', r, '*', 'sms:1', 'PENDING', now(), now() + interval '2 days', repeat('x',900) from wanted p join fresh using (key) order by p.ordinality on conflict do nothing returning channel, class, status;
