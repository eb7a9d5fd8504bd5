with recursive lanes (lane, next_attempt_at) as (
    (select lane, next_attempt_at from delivery
      where status in ('PENDING', 'UNKNOWN') and lane > 'webhook:' and lane < 'webhook;'
      order by lane, next_attempt_at limit 1)
    union all
    select d.* from lanes l, lateral (
      select lane, next_attempt_at from delivery
       where status in ('PENDING', 'UNKNOWN') and lane > l.lane and lane < 'webhook;'
       order by lane, next_attempt_at limit 1) d)
  select lane from lanes where next_attempt_at <= now();
