#!/usr/bin/env bash
# Has promtool check the alert rules and every query of the dashboards, and run the tests of the alerts:
#   deploy/observability/check.sh
# It needs promtool, which comes with Prometheus (Debian: prometheus).
set -euo pipefail
cd "$(dirname "$0")"
command -v promtool >/dev/null || { echo "It needs promtool, which comes with Prometheus." >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# what stands under spec is a rule file
sed -n '/^spec:/,$p' alerts.yaml | sed -e 1d -e 's/^  //' >"$work/rules.yaml"
promtool check rules --lint=all --lint-fatal "$work/rules.yaml"

# a query is a rule whose result has a name; what Grafana fills in is filled in
{
  printf 'groups:\n  - name: dashboards\n    rules:\n'
  sed -n 's/^ *"expr": \(".*"\),\{0,1\}$/\1/p' dashboards/*.json |
    sed -e 's/\$__rate_interval/5m/g' -e 's/\$[a-z]\{1,\}/.*/g' |
    awk '{ printf "      - record: panel:query%d\n        expr: %s\n", NR, $0 }'
} >"$work/dashboards.yaml"
promtool check rules "$work/dashboards.yaml"
asked=$(grep -c '"expr":' dashboards/*.json | awk -F: '{ sum += $2 } END { print sum }')
checked=$(grep -c 'record:' "$work/dashboards.yaml")
[ "$asked" -eq "$checked" ] || { echo "$checked of $asked queries were checked." >&2; exit 1; }

cp tests/*.yaml "$work"
tests=(tests/*.yaml)
cd "$work"
promtool test rules "${tests[@]##*/}"
