#!/bin/sh
# Makes .venv ready to use: system packages, then the pinned and hash-checked Python packages.
# usage: set-up.sh program | tests
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"

case ${1-} in
program) lock=requirements.lock ;;
tests) lock=requirements-dev.lock ;;
*) echo "usage: set-up.sh program | tests" >&2 && exit 64 ;;
esac

if [ "$1" = tests ]; then
    packaging/system-packages.sh packaging/system-packages-program.txt packaging/system-packages-tests.txt
else
    packaging/system-packages.sh packaging/system-packages-program.txt
fi

# The stamp names all that a finished set-up rests on; while it agrees there is nothing to do.
python=.venv/bin/python
stamp=.venv/set-up-$1
rests_on="$root $(cat "$lock" packaging/set-up.sh packaging/welfare-app | cksum)"
if [ -x "$python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$rests_on" ]; then
    exit 0
fi

base=${PYTHON:-python3}
if ! "$base" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "set-up: needs Python 3.11 or newer as '$base'; say which with PYTHON=" >&2
    exit 1
fi
if ! "$python" -m pip --version >/dev/null 2>&1; then
    echo "set-up: making .venv"
    if ! "$base" -m venv --clear .venv; then
        echo "set-up: could not make .venv; on Debian this needs the package python3-venv" >&2
        exit 1
    fi
fi
echo "set-up: Python packages from $lock"
"$python" -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary :all: -r "$lock"

cp packaging/welfare-app .venv/bin/welfare-app
chmod +x .venv/bin/welfare-app
printf '%s' "$rests_on" >"$stamp"
