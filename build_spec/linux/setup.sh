#!/usr/bin/env bash
# Makes .venv from the lock file with nothing but a Python, a shell and the package registries.
set -euo pipefail
cd "$(dirname "$0")/../.."

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
    say "installing: $*"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1 ||
        fail "apt-get could not install: $*"
}

# pyenv's shims answer for versions that are not switched on; its real interpreters are asked instead.
real_interpreters_path() {
    local kept="" folder
    while IFS= read -r -d : folder; do
        case "$folder" in */shims) ;; *) kept="$kept${kept:+:}$folder" ;; esac
    done <<<"$PATH:"
    for folder in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[23].*/bin; do
        [ -d "$folder" ] && kept="$kept:$folder"
    done
    printf '%s' "$kept"
}

bootstrap_uv() {
    local python=python3
    command -v "$python" >/dev/null || fail "Python 3 is missing: apt-get install python3 python3-venv"
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        can_install && apt_install python3-venv
    fi
    say "fetching uv into build/uv"
    if "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        "$python" -m venv --clear build/uv
        build/uv/bin/python -m pip install -qq --disable-pip-version-check uv
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m pip install -qq --disable-pip-version-check --target build/uv uv
    else
        fail "uv cannot be fetched without venv or pip: apt-get install python3-venv (or install uv)"
    fi
}

find_uv() {
    if command -v uv >/dev/null; then
        uv=uv
    else
        [ -x build/uv/bin/uv ] || bootstrap_uv
        uv=build/uv/bin/uv
    fi
}

find_python() {
    local version
    if .venv/bin/python -c 'import sys; sys.exit(sys.version_info[:2] not in {(3, 12), (3, 13)})' \
        2>/dev/null; then
        python=.venv/bin/python
        return
    fi
    for version in 3.12 3.13; do
        python=$("$uv" python find --no-python-downloads "$version" 2>/dev/null) && return
    done
    say "no Python 3.12 or 3.13 found here; asking uv to fetch one"
    "$uv" python install --quiet 3.12 2>/dev/null && python=3.12 && return
    fail "Python 3.12 or 3.13 is needed and could not be fetched.
  Debian 13:    apt-get install python3.13 python3.13-venv
  Ubuntu 24.04: apt-get install python3.12 python3.12-venv
  Debian 12:    install pyenv, then: pyenv install 3.12
  Anywhere:     let uv fetch one where the network allows it: uv python install 3.12"
}

HOME=${HOME:-/tmp}
PATH=$(real_interpreters_path)
export PATH
find_uv
find_python
[ -d .venv ] || say "making .venv with $("$uv" --version | cut -d' ' -f1-2) and $python"
"$uv" sync --locked --quiet --python "$python"

missing=$(.venv/bin/python -m build_spec.linux.system_libraries)
if [ -n "$missing" ]; then
    can_install || fail "Qt needs system libraries: apt-get install $missing"
    # shellcheck disable=SC2086  # a list of packages
    apt_install $missing
fi
