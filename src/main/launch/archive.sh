#!/bin/bash
# Starts the application beside this file once, asks it for its pages, and stops it: it leaves the archive of its classes,
# classes.jsa, for the given java. For an image, where the first start has to be quick and nothing may be written later.
set -euo pipefail

java=$1
app=$(dirname "$(readlink -f "$0")")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export PORT=18080 DESCENTLAB_HOME=$home

"$java" @"$app/java.args" -XX:ArchiveClassesAtExit="$app/classes.jsa" -jar "$app/descent-lab.jar" &
server=$!
for _ in $(seq 120); do
    kill -0 "$server"
    if bash "$app/healthy.sh" 2>/dev/null; then
        for page in / /lab/surface /lab/training /lesson/adagrad '/api/surface.csv?run=adagrad(lr=0.4)'; do
            exec 3<>"/dev/tcp/127.0.0.1/$PORT"
            printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$page" >&3
            cat <&3 >/dev/null
            exec 3>&-
        done
        break
    fi
    sleep 1
done
kill "$server"
wait "$server" || true # that it was told to stop is no failure
[ -s "$app/classes.jsa" ]
chmod a+r "$app/classes.jsa"
