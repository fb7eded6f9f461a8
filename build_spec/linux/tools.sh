#!/usr/bin/env bash
# tools.sh TOOL-OR-FILE:PACKAGE… — sees to it that they are there: names the packages, as root installs.
set -euo pipefail
missing=()
for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null || [ -e "${pair%%:*}" ] || missing+=("${pair#*:}")
done
[ ${#missing[@]} = 0 ] && exit
echo "needed: apt-get install ${missing[*]}"
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || exit 1
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null 2>&1
