#!/usr/bin/env bash
# The demo: demo.sh PROGRAM asks the shipped register six questions, and writes each answer to out/ in four formats.
set -euo pipefail
cd "$(dirname "$0")/.."

program=$1
area="Hate Crime"

# ask FILE EXPLANATION ARGUMENT...
ask() {
  local file=$1 explanation=$2 word format
  shift 2
  printf '\n\n\n%s\n$ ssp-graph' "$explanation"
  for word in "$@"; do [[ $word == *" "* ]] && printf ' "%s"' "$word" || printf ' %s' "$word"; done
  printf '\n\n'
  "$program" "$@"
  for format in md csv json html; do
    "$program" "$@" --output "out/$file.$format"
  done
}

# shorten LINES: the first lines of standard input, and how many more there are.
shorten() { awk -v lines="$1" 'NR <= lines; END { if (NR > lines) print "… and " NR - lines " lines more, all in out/" }'; }

export SSP_GRAPH_REGISTER=seed/stockport-2018-21
mkdir -p out

echo "The shipped register holds what one partnership's plan says of its governance, each fact with its page."
ask list "What is in it?" list
ask who "Who answers for one of its priority areas? A role that nobody is recorded for is a row too." who "$area"
ask chain "By which routes is that area accounted for, up to whoever answers to nobody else here?" chain "$area" | shorten 60
ask gaps "Where are the gaps, and out of how many? (ssp-graph gaps NAME lists the rows of one check.)" gaps
ask mapping "How do the regional priorities map onto the themes, and what is left over?" mapping
ask matrix "Which board leads and which supports on each theme (the plan's Appendix 1)? Its colours are lost, and never guessed." matrix

printf '\n\n\nThe same answers as papers, spreadsheets and pictures:\n'
"$program" matrix --output out/appendix-1.docx
"$program" matrix --output out/appendix-1.xlsx
"$program" draw structure --size a3 --output out/structure.svg
"$program" draw structure --output out/structure.html
"$program" draw mapping --output out/mapping.png
"$program" paper out/paper.docx
"$program" site out/site
"$program" site out/site.html
both=(--register seed/exampleton --register seed/exampleton-2022-25)
"$program" "${both[@]}" site out/exampleton
"$program" "${both[@]}" site out/exampleton.html
.ci/pictures.sh "$program"

printf '\nAll of this is in out/: open out/site/index.html, out/site.html, out/exampleton.html or out/structure.html in a browser, and out/paper.docx in Word.\n'
