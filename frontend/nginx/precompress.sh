#!/bin/sh
# Puts a compressed copy beside each file of a folder that gets smaller by it.
set -eu

find "${1:?which folder}" -type f \( -name '*.css' -o -name '*.html' -o -name '*.js' -o -name '*.svg' \) \
    -exec gzip -9 -k -n {} +
