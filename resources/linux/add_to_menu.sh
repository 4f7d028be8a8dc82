#!/bin/sh
# Puts Activation Lab into this user's application menu, to be started from where it lies now.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$home/applications" "$home/icons"
cp -R "$here/icons/hicolor" "$home/icons/"
# Inside the quotes of an entry \ " ` and $ are escaped by a backslash, which is itself written twice.
program=$(printf '%s' "$here/ActivationLab" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g; s/%/%%/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s"\n' "$program" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/activation-lab.desktop" >"$home/applications/activation-lab.desktop"
echo "Activation Lab is in the application menu: $home/applications/activation-lab.desktop"
