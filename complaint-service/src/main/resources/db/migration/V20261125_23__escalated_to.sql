-- whom the directory names at the level that a complaint was raised to: [{"level", "role", "person"}]
alter table complaint add column escalated_to jsonb not null default '[]';

-- nobody answers for the loss: an empty list, as every version has written it
update complaint set accountability = '[]' where accountability is null;
alter table complaint alter column accountability set default '[]', alter column accountability set not null;
