#!/bin/bash
# Runs a command with a private D-Bus session and an unlocked, empty, throw-away keyring, so that the keychain's tests
# meet a real Secret Service and leave the operator's own alone. Needs dbus and gnome-keyring.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME="$folder/data" XDG_RUNTIME_DIR="$folder/run" DESK_SECRET_SERVICE=1
mkdir -p -m 700 "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
dbus-run-session -- bash -c \
  'echo -n test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$@"' _ "$@"
