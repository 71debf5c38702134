#!/usr/bin/env bash
# Says what is past its end of support, or will be within half a year. 1 when something is past it.
set -euo pipefail

cd "$(dirname "$0")/.."
python3 - "${1:-$(date +%F)}" <<'PY'
import datetime, json, sys

today = datetime.date.fromisoformat(sys.argv[1])
past = False
for entry in json.load(open("versions.json"))["versions"]:
    if entry["end_of_support"] is None:
        continue
    left = (datetime.date.fromisoformat(entry["end_of_support"]) - today).days
    if left < 0:
        past = True
        print(f"PAST    {entry['what']} {entry['version']}: support ended {entry['end_of_support']}")
    elif left < 180:
        print(f"soon    {entry['what']} {entry['version']}: support ends in {left} days, {entry['end_of_support']}")
    else:
        print(f"ok      {entry['what']} {entry['version']}: until {entry['end_of_support']}")
sys.exit(past)
PY
