#!/bin/sh
# Installs the system packages that are missing on Debian and Ubuntu, and only those.
#
#   sh resources/install/system_libraries.sh [run|test|build]...
#
# run (always): what the window needs; test: a screen in memory; build: what PyInstaller needs.
# Exit 0: all is there. Exit 1: something is missing and may not be installed; one sentence says it.
set -eu

table=$(dirname "$0")/system_libraries.txt
sets=" run $* "
for name in "$@"; do
    case $name in
        run | test | build) ;;
        *) echo "system_libraries.sh knows the sets run, test and build, not $name" >&2; exit 2 ;;
    esac
done
[ "$(uname -s)" = Linux ] || exit 0

PATH=$PATH:/usr/sbin:/sbin
python=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || echo 3)

present() {
    case $1 in
        # Only Debian's own Python keeps its library in a package of its own.
        libpython*) [ "$(command -v python3)" != /usr/bin/python3 ] || in_cache "$1" ;;
        *.so*) in_cache "$1" ;;
        *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

in_cache() {
    # A 64-bit library stands as "(libc6,x86-64)", a 32-bit one as "(libc6)".
    ldconfig -p 2>/dev/null | grep -qF "	$1 (libc6,"
}

offered() {
    apt-cache policy "$1" 2>/dev/null | grep -q '^  Candidate: [^(]'
}

# Sets `missing` (libraries and programs) and `packages` (their packages, each once).
look() {
    missing='' packages=''
    while read -r set_name file names; do
        case $sets in *" $set_name "*) ;; *) continue ;; esac
        file=$(echo "$file" | sed "s/@/$python/")
        if present "$file"; then continue; fi
        missing="$missing $file"
        package=''
        for name in $(echo "$names" | sed "s/@/$python/; s/,/ /g"); do
            package=$name
            if offered "$name"; then break; fi
        done
        case "$packages " in *" $package "*) ;; *) packages="$packages $package" ;; esac
    done <"$table"
}

# What must stand before apt-get; fails where this user may not install.
permission() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then return 0; fi
    command -v sudo >/dev/null 2>&1 || return 1
    if sudo -n true 2>/dev/null; then echo "sudo -n"; return 0; fi
    [ -t 0 ] && [ -t 2 ] && echo sudo
}

look
[ -n "$missing" ] || exit 0

if as_root=$(permission); then
    echo "Installing the system packages that are missing:$packages" >&2
    # A source that cannot be read does not matter as long as the packages are found elsewhere.
    $as_root apt-get update -q >&2 || echo "Not every package list could be refreshed." >&2
    look
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=120 \
        $packages >&2 </dev/null || true
    look
    [ -n "$missing" ] || exit 0
fi

if command -v apt-get >/dev/null 2>&1; then
    echo "Activation Lab needs system packages that could not be installed from here;" \
        "an administrator can do it with: sudo apt-get install --no-install-recommends$packages" >&2
else
    echo "Activation Lab needs from the system, where they are missing:$missing" \
        "(on Debian their packages are called:$packages); install them with the system's own tool" >&2
fi
exit 1
