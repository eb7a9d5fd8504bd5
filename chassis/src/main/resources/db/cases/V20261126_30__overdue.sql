-- how many clocks are breached and not met yet, by rule: a metric, and an index that holds nothing else
create index deadline_overdue on deadline (kind, rule)
  where state = 'BREACHED' and met_at is null and cancelled_at is null;
