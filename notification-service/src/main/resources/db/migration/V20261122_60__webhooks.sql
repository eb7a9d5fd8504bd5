-- PENDING until its owner has echoed a challenge; PAUSED by its outlet; DISABLED by the desk
alter table webhook_endpoint drop constraint webhook_endpoint_status_check;
alter table webhook_endpoint add constraint webhook_endpoint_status_check
  check (status in ('PENDING', 'ACTIVE', 'PAUSED', 'DISABLED', 'REMOVED'));
alter table webhook_endpoint
  add column concurrency     int not null default 4 check (concurrency between 1 and 16),
  add column rate_per_second int not null default 20 check (rate_per_second between 1 and 100),
  add column verified_at     timestamptz,
  add column verification_error text,
  add column warned_at       timestamptz; -- when its outlet was told that it fails

-- endpoints of before the challenge stay as they were
update webhook_endpoint set verified_at = created_at;
update webhook_endpoint e set status = 'REMOVED'
 where status = 'DISABLED'
   and (disabled_reason like 'removed by %'
        or exists (select 1 from webhook_endpoint o
                    where o.outlet = e.outlet and o.url = e.url
                      and (o.status = 'ACTIVE'
                           or o.status = 'DISABLED'
                              and (o.created_at, o.id) > (e.created_at, e.id))));

drop index webhook_endpoint_active;
-- a URL is told once
create unique index webhook_endpoint_url on webhook_endpoint (outlet, url)
  where status <> 'REMOVED';
-- the endpoints of one outlet, newest first
create index webhook_endpoint_outlet on webhook_endpoint (outlet, created_at);

-- a message that is sent again by hand begins its schedule anew
alter table delivery add column attempts_before int not null default 0;
-- a test event and a warning about an endpoint are about no case
alter table delivery alter column case_number drop not null;
