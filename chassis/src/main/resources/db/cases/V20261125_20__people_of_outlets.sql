-- whom to turn to, and which outlet is above, as the directory's events tell (CMP-32);
-- outlets that were known before have both once the directory tells of them again
alter table known_outlet add column parent text;
alter table known_outlet add column escalation jsonb not null default '[]'; -- [{"level", "role", "person"}]
