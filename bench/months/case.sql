\set c random(0, 59999)
with told as materialized (select * from delivery where case_number = 'CMP-' || :c)
      select * from (
        select * from told
        union all
        select * from delivery where id in (select digest from told)) d
       where '' = '' or outlet = 'x'
       order by planned_at, id limit 1000;
