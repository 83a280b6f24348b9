#!/bin/sh
# Fills in the configuration from the environment and becomes nginx.
#
#   API_ADDRESS        host and port of `cofund serve`
#   COFUND_PUBLIC_URL  the same as the API's
#   PROXY_NETWORK      the network of a further proxy in front, whose X-Forwarded-For is believed; none without
#   LISTEN, PAGES      where to listen, and the folder of built files
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# The only place that is written to.
run=${RUN_FOLDER:-/tmp/nginx}
# nginx does not read this file by itself.
resolver=$(awk '$1 == "nameserver" { print $2 ~ /:/ ? "[" $2 "]" : $2; exit }' /etc/resolv.conf)
public_url=${COFUND_PUBLIC_URL:?is not set}

mkdir -p "$run"
sed -e "s|@API@|${API_ADDRESS:?is not set}|" \
    -e "s|@PUBLIC_URL@|${public_url%/}|" \
    -e "s|@PROXY_NETWORK@|${PROXY_NETWORK:-unix:}|" \
    -e "s|@LISTEN@|${LISTEN:-8080}|" \
    -e "s|@PAGES@|${PAGES:-/usr/share/cofund/pages}|" \
    -e "s|@RESOLVER@|${resolver:-127.0.0.11}|" \
    "$here/nginx.conf.template" > "$run/nginx.conf"
exec "${NGINX_PROGRAM:-nginx}" -e stderr -p "$run" -c "$run/nginx.conf"
