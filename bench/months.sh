#!/usr/bin/env bash
# What it costs that deliveries lie in 42 months: the statements of notification-service over 612,000 deliveries, in one
# table and in months; and how long it takes to turn the one into the other while others plan. Needs psql and pgbench,
# and a PostgreSQL 18 to make two databases on, named by PGHOST, PGPORT and PGUSER.
#   bench/months.sh [deliveries]
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-600000}
here=bench/months
messaging=chassis/src/main/resources/db/messaging
own=notification-service/src/main/resources/db/migration

migrate() { # database, first version, last version
  for file in $(ls $messaging/V*.sql $own/V*.sql | awk -F/ '{print $NF, $0}' | sort | cut -d' ' -f2); do
    version=$(basename "$file" | sed 's/^V//; s/__.*//')
    if [[ ! $version < $2 && ! $version > $3 ]]; then
      psql -qX1 -v ON_ERROR_STOP=1 -d "$1" -f "$file" > /dev/null
    fi
  done
}

present() { # the month that the database takes for the present one
  psql -qX -d months_many -c "create or replace function month_after(months int) returns timestamptz language sql stable
    as \$\$ select (date_trunc('month', $1) + months * interval '1 month') at time zone 'Asia/Shanghai' \$\$"
}

for database in months_one months_many; do
  psql -qX -d postgres -c "drop database if exists $database" -c "create database $database"
done
migrate months_one 0 20261126_99
migrate months_many 0 20261127_11
present "(now() at time zone 'Asia/Shanghai') - interval '40 months'"
migrate months_many 20261127_12 20261127_12
present "now() at time zone 'Asia/Shanghai'"
psql -qXAt -d months_many -c "select add_months(name, 3) from monthly_table" > /dev/null
for database in months_one months_many; do
  psql -qX -d $database -v rows="$rows" -f $here/seed.sql
done
psql -qX -d months_many -c "insert into delivery_key select delivery_key(event_source, event_id, recipient, channel),
  planned_at from delivery order by id" -c "vacuum analyze delivery_key"

average() { # database, file
  pgbench -n -M prepared -T 3 -f $here/"$2".sql "$1" 2> /dev/null | sed -n 's/latency average = //p'
}

printf '%-12s %14s %14s\n' statement 'one table' months
for statement in plan claim claim-idle lanes leases fallbacks case endpoint unknown; do
  first=$statement
  [ "$statement" = plan ] && first=plan-before
  printf '%-12s %14s %14s\n' "$statement" "$(average months_one $first)" "$(average months_many $statement)"
done

migrate months_one 20261127 20261127_99
pgbench -n -M prepared -c 4 -T 30 -f $here/plan-few.sql months_one 2> /dev/null | grep -E 'processed|failed|average' &
sleep 2
echo 'into months, beside four who plan:'
time psql -qX -d months_one -c 'call begin_delivery_months()'
wait
psql -qXAt -d months_one -c "select count(*) || ' deliveries, ' || (select count(*) from delivery_key) || ' keys' from delivery"
