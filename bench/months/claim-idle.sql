with due as materialized (
  select id, case when not_after <= now() then 'EXPIRED' end as ends
    from delivery w
   where lane = 'sms:9' and status in ('PENDING', 'UNKNOWN') and next_attempt_at <= now()
   order by next_attempt_at, id limit 64 for update skip locked)
      update delivery d set status = 'SENDING', attempt = d.attempt + 1, lease_until = now() + interval '60 s', lease_token = gen_random_uuid()
  from due where d.id = due.id returning new.*;
