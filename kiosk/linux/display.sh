#!/bin/sh
# Keeps the screen awake and starts the watchdog of one display; WALL_URL says which.
set -eu
if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null; then
  xset s off -dpms s noblank || true
fi
exec node "$(dirname "$(readlink -f "$0")")/../watchdog.mjs"
