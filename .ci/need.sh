#!/usr/bin/env bash
# Makes sure that programs are here: need.sh NAME..., of python, java, maven, chromium.
# What is missing is taken from Debian's packages where no password is needed; elsewhere one line says what to install.
set -euo pipefail

python=${PYTHON:-python3}

# Python with all that a virtual environment needs; Debian keeps part of that in a package of its own.
has_python() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
# Java 17 or later, with the module that runs a single source file.
has_java() { java --list-modules 2>/dev/null | grep -Eq '^jdk\.compiler@(1[7-9]|[2-9][0-9])'; }
has_maven() { command -v mvn >/dev/null; }
has_chromium() {
  command -v chromedriver >/dev/null &&
    { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
}

words_for() {
  case $1 in
    python) echo "$python with its venv module" ;;
    java) echo "Java 17 or later" ;;
    maven) echo "Maven" ;;
    chromium) echo "Chromium and its chromedriver" ;;
  esac
}

packages_of() {
  case $1 in
    python) echo "$(basename "$python")-venv" ;;
    java) echo default-jre-headless ;;
    maven) echo maven ;;
    chromium) echo chromium chromium-driver ;;
  esac
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" </dev/null; }

updated=no
install() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null || return 0
  echo "Installing with apt-get: $*"
  local log
  log=$(mktemp)
  {
    [ $updated = yes ] || apt update
    apt install -y --no-install-recommends "$@"
  } >"$log" 2>&1 || cat "$log" >&2
  updated=yes
  rm -f "$log"
}

lacking=""
packages=""
for name in "$@"; do
  # shellcheck disable=SC2046 # a list of words
  "has_$name" || install $(packages_of "$name")
  "has_$name" || { lacking+="${lacking:+, }$(words_for "$name")"; packages+=" $(packages_of "$name")"; }
done
if [ -n "$lacking" ]; then
  echo "Missing: $lacking. Install it (Debian's packages:$packages) and run make again." >&2
  exit 1
fi

if [ "$1" = python ]; then
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or later is needed, and $("$python" --version) was found. Name another: make PYTHON=python3.12" >&2
    exit 1
  }
fi
