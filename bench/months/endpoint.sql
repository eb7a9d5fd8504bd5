select * from delivery where channel = 'WEBHOOK' and recipient = md5('17') and (planned_at, id) < (now(), '01ffffff-ffff-7000-8000-000000000000') order by planned_at desc, id desc limit 50;
