-- deliveries over the last 39 months, each with an attempt, every third an SMS with a part; and 12,000 that wait
create or replace function v7(t timestamptz) returns uuid language sql volatile as $$
 select (lpad(to_hex((extract(epoch from t) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text),1,3) || '8' || substr(md5(random()::text),1,15))::uuid $$;
insert into delivery (id, event_source, event_id, event_type, event_at, case_number, outlet, rule, template, audience, channel, class, recipient, recipient_masked, lane, status, planned_at, next_attempt_at, not_after, sent_at, settled_at, sms_parts, payload)
select v7(at), '/complaint-service', v7(at)::text, 'io.parceldesk.complaint-registered.v1', at, 'CMP-' || (n % 60000), case when n % 3 = 0 then 'LLT-' || n % 500 end, 'r@1', 't/zh@1', 'CUSTOMER',
 case n % 3 when 0 then 'WEBHOOK' when 1 then 'SMS' else 'EMAIL' end, 'CRITICAL', case n % 3 when 0 then md5((n % 300)::text) else md5((n % 50000)::text) end, '138****', 
 case n % 3 when 0 then 'webhook:' || lpad((n % 300)::text, 4, '0') when 1 then 'sms:' || (n % 2) else 'email' end,
 case when n % 7 = 0 then 'SUPPRESSED' else 'SENT' end, at, at, at + interval '2 days', at, at, 1, case when at > now() - interval '184 days' then repeat('x', 900) end
from (select n, (now() - interval '39 months') + n * (now() - (now() - interval '39 months')) / :rows as at from generate_series(0, :rows - 1) n) s;
insert into delivery_attempt select id, 1, 'c', planned_at, planned_at, 'SENT', null, null from delivery;
insert into sms_part (delivery_id, part, gateway, message_id, accepted_at) select id, 1, 'g', md5(id::text), planned_at from delivery where channel='SMS';
-- what waits: 3000 sms, 3000 email, 20 in each of 300 webhook lanes
insert into delivery (event_source, event_id, event_type, event_at, case_number, rule, audience, channel, class, recipient, recipient_masked, lane, status, next_attempt_at, not_after, payload)
select '/c', uuidv7()::text, 't', now(), 'CMP-'||n, 'r@1', 'CUSTOMER', case when n < 3000 then 'SMS' when n < 6000 then 'EMAIL' else 'WEBHOOK' end, 'CRITICAL', md5(n::text), '*', case when n < 3000 then 'sms:' || n % 2 when n < 6000 then 'email' else 'webhook:' || lpad((n % 300)::text,4,'0') end, 'PENDING', now(), now() + interval '2 days', repeat('x',900)
from generate_series(0, 11999) n;
vacuum analyze;
