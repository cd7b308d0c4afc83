#!/usr/bin/env bash
# Makes .venv hold exactly what requirements.lock names, from nothing or from whatever is there.
#
# Every download is checked against the lock's hashes. No Python is downloaded: the system's own is used (3.11 or newer).
# When nothing changed since the last time, it returns at once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly STAMP=.venv/.synced
export UV_PYTHON_DOWNLOADS=never UV_HTTP_RETRIES=5

runs() { "$1" -c "import sys; sys.exit(not ($2))" 2>/dev/null; }

# Print the first Python that will do: one of those that the program is tried with, else a newer one.
find_python() {
  local name wanted
  for wanted in '(3, 11) <= sys.version_info < (3, 14)' 'sys.version_info >= (3, 11)'; do
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
      command -v "$name" >/dev/null && runs "$name" "$wanted" && { echo "$name"; return; }
    done
  done
  echo "Python 3.11 or newer is needed (Debian 12, Ubuntu 24.04 and later have it: apt-get install python3)." >&2
  exit 1
}

# The lock's own entry for uv, so that its version and its hashes stand in one place.
uv_requirement() {
  awk '/^uv==/ { found = 1 } found { print } found && !/\\$/ { exit }' requirements.lock
}

state() { echo "$(cksum <requirements.lock) $(.venv/bin/python -V 2>/dev/null)"; }

[ "$(cat "$STAMP" 2>/dev/null)" = "$(state)" ] && exit 0

if ! runs .venv/bin/python 'sys.version_info >= (3, 11)'; then
  PYTHON=$(find_python)
  export PYTHON
  packaging/system.sh venv
  echo "Making .venv with $("$PYTHON" -V)" >&2
  "$PYTHON" -m venv --clear .venv
fi

mkdir -p build
if ! .venv/bin/uv --version 2>/dev/null | grep -qF "uv $(uv_requirement | sed -n 's/^uv==\([^ ]*\).*/\1/p')"; then
  uv_requirement >build/uv.txt
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --retries 5 \
    --require-hashes --no-deps -r build/uv.txt
fi

echo "Bringing the libraries that requirements.lock names (about 400 MB the first time)" >&2
.venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock
packaging/system.sh window
state >"$STAMP"
