with lost as materialized (
  select id from delivery where status = 'SENDING' and lease_until < now()
   limit 1000 for update skip locked)
update delivery d set status='PENDING', lease_until=null, lease_token=null from lost where d.id = lost.id returning d.id;
