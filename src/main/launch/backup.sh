#!/bin/bash
# Has the server on this computer make a backup of its database file, and prints its answer: where the backup is, or why
# there is none. Asks the management port, so DESCENTLAB_MANAGEMENT_PORT has to be set, to the same as the server's.
set -euo pipefail

port=${DESCENTLAB_MANAGEMENT_PORT:?set it to the port that the server has for it, such as 8081, and start the server with it too}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'POST /actuator/backup HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n' >&3
read -r _ status _ <&3
while IFS= read -r line <&3 && [ "$line" != $'\r' ]; do :; done
cat <&3
echo
[ "$status" = 200 ]
