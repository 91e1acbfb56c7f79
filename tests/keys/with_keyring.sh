#!/bin/sh
# with_keyring.sh COMMAND…: run a command beside a real, unlocked Secret Service in a throw-away home.
# Needs the Debian packages dbus and gnome-keyring.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/data" "$home/run" "$home/config"
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config"
dbus-run-session -- sh -c '
  printf keyring-password |
    gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null 2>&1 &
  daemon=$!
  tries=0
  until dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
      org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true
  do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then echo "the keyring did not start" >&2; exit 70; fi
    sleep 0.05
  done
  result=0
  "$@" || result=$?
  kill "$daemon" 2>/dev/null || true
  wait "$daemon" 2>/dev/null || true
  exit "$result"
' sh "$@"
