-- deadlines that were open before outlets could have calendars name their outlet too
update deadline d set calendar_id = 'outlet:' || c.outlet
  from claim c
 where c.id = d.case_id and c.outlet is not null and d.state in ('RUNNING', 'PAUSED');
