#!/bin/sh
# Brings the system packages named in the lists given, where apt can; says what to type where it may not.
# usage: system-packages.sh LIST...
set -eu

wanted=$(sed -e 's/#.*//' "$@")

if [ "$(uname -s)" != Linux ]; then
    exit 0    # on macOS and Windows the Python packages carry all that Qt needs
fi
if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "set-up: this system has no apt. If the window does not open, install what your system calls:" >&2
    echo "  "$wanted >&2
    exit 0
fi

# A package also counts as there when another provides it, as libglib2.0-0t64 does on newer releases.
there=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}, ${Provides}\n' |
    sed -n -e 's/^installed //p' | sed -e 's/([^)]*)//g' | tr -s ', ' '\n')
missing=
for package in $wanted; do
    printf '%s\n' "$there" | grep -qxF -e "$package" || missing="$missing $package"
done
if [ -z "$missing" ]; then
    exit 0
fi

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    if command -v sudo >/dev/null; then become="sudo sh -c"; else become="su -c"; fi
    echo "set-up: some system packages are missing. Type this line, then try again:" >&2
    echo "  $become 'apt-get update && apt-get install --no-install-recommends$missing'" >&2
    exit 1
fi

echo "set-up: system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $as_root apt-get update -q && $as_root apt-get install -y -q --no-install-recommends $missing; } \
    >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "set-up: apt-get could not bring these packages. Nothing else was changed." >&2
    exit 1
fi
