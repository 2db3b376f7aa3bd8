#!/usr/bin/env bash
# Makes the Debian package, unpacks it into a folder and runs the program from there: deb.sh BUILD SOURCE
# The rules must be found beside the program, whatever the current folder holds; the manual page must be one.
set -eu
build=$1 source=$2
if grep -qs '^DOVETAIL_SANITIZE:STRING=.' "$build/CMakeCache.txt"; then exit 77; fi
command -v dpkg-shlibdeps >&2 || exit 77   # dpkg-dev is not installed
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
(cd "$work" && cpack --config "$build/CPackConfig.cmake" -G DEB -B "$work/made" >&2)
dpkg-deb -x "$work"/made/dovetail_*.deb "$work/root"
dpkg-deb -I "$work"/made/dovetail_*.deb | grep -q 'Depends: .*libc6'
mkdir "$work/elsewhere" && cd "$work/elsewhere"
printf '1 Scope\n\n1.1 The Supplier shall follow paragraph 9.4.\n' >draft.txt
status=0
env -i PATH=/usr/bin:/bin "$work/root/usr/bin/dovetail" check draft.txt >found.txt || status=$?
[ $status = 1 ] && grep -q 'reference.missing' found.txt
env -i "$work/root/usr/bin/dovetail" check "$source/fixtures/xp" --fail-on never | grep -q '^Checked 7 documents'
# A bare root has no /proc: the rules are found all the same.
if unshare -m mount -t tmpfs none /proc 2>/dev/null; then
  unshare -m sh -c 'mount -t tmpfs none /proc && exec env -i "$0" rules' "$work/root/usr/bin/dovetail" | grep -q '^reference.missing '
fi
grep -q '^.TH DOVETAIL 1' "$work/root/usr/share/man/man1/dovetail.1"*  || gzip -dc "$work/root/usr/share/man/man1/dovetail.1.gz" | grep -q '^.TH DOVETAIL 1'
bash -n "$work/root/usr/share/bash-completion/completions/dovetail"
