with lost as materialized (
  select id, fallback from delivery
   where fallback is not null and status in ('UNDELIVERED', 'FAILED')
   order by settled_at limit 100 for update skip locked)
      update delivery d set fallback = null from lost where d.id = lost.id returning d.*;
