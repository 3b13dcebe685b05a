#!/usr/bin/env bash
# Draws the README's pictures anew: pictures.sh PROGRAM.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=seed/stockport-2018-21
draw() { "$1" --register "$folder" draw "${@:3}" --output "docs/pictures/$2.svg" 2>/dev/null; }

draw "$1" structure structure --size a3
draw "$1" theme theme "Serious and Organised Crime"
draw "$1" mapping mapping
