-- above a limit another person than who reopened a claim settles it anew (AMB-13)
alter table payment_order
  add column reopened_by  text,
  add column paid_back_by text;
-- what is open now takes two as well
update payment_order p
   set reopened_by = (
     select t.actor from timeline t
      where t.case_id = p.case_id and t.action = 'reopening'
      order by t.id desc limit 1)
 where p.state = 'CONFIRMED' and p.paid_back is null
   and exists (select 1 from claim c where c.id = p.case_id and c.status = 'ACCEPTED');
