#!/usr/bin/env bash
# The smoke test: smoke.sh PYTHON builds the wheel with PYTHON, installs it without the tests' packages into an empty
# virtual environment, and runs it from an empty folder.
set -euo pipefail
cd "$(dirname "$0")/.."

python=$PWD/$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PYTHONPATH SSP_GRAPH_REGISTER

fail() { printf 'Smoke test: %s\n' "$*" >&2; exit 1; }

ssp_graph() { "$work/venv/bin/ssp-graph" "$@" 2>"$work/log" || fail "ssp-graph $* failed:" "$(<"$work/log")"; }

# expect WORDS ARGUMENT...: the command succeeds, and its answer holds the words.
expect() {
  local words=$1 answer
  shift
  answer=$(ssp_graph "$@")
  [[ $answer == *"$words"* ]] || fail "ssp-graph $* does not say '$words' but:" "$answer"
}

"$python" -m build --wheel --outdir "$work/wheel" . >"$work/log" 2>&1 || fail "no wheel was built:" "$(<"$work/log")"
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/wheel/*.whl
mkdir "$work/empty"
cd "$work/empty"

expect "ssp-graph" --version
expect "actions" list
theme=$(ssp_graph list themes --format json |
  "$work/venv/bin/python" -c 'import json, sys; print(json.load(sys.stdin)["rows"][0]["id"])')
expect '"how": ' who "$theme" --format json
expect '"found": ' gaps --format json
expect "Not recorded" matrix --format md
ssp_graph matrix --output matrix.html
[[ $(<matrix.html) == *"</html>"* ]] || fail "matrix.html is no whole page."
expect "files written" new exampleton-2024-27
expect "0 errors" --register exampleton-2024-27 validate

echo "Smoke test: the wheel, installed alone, answers from an empty folder."
