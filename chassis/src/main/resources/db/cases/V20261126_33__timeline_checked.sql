-- Second: it is true of every row. Reads all of them, while others write.
alter table timeline validate constraint timeline_before_months;
