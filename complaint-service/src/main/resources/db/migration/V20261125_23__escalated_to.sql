-- who was at the level that a complaint was raised to (CMP-32): [{"level", "role", "person"}]
alter table complaint add column escalated_to jsonb;
