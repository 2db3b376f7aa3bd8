# What cli/run and tests/run share; sourced, not run. They have set `root` to the top of the sources.

# Installs the Debian packages listed in the files $2… that are missing; $1 is the stamp that says there were none missing.
install_packages() {
  local stamp=$1 list missing='' name
  shift
  for list in "$@"; do [ "$stamp" -nt "$list" ] || missing=maybe; done
  [ -n "$missing" ] || return 0
  missing=''
  for name in $(grep -hv '^#' "$@" | sort -u); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing="$missing $name"
  done
  if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
      echo "missing packages; install them and run this again: apt-get install --no-install-recommends$missing" >&2
      return 2
    fi
    quietly apt-get update && DEBIAN_FRONTEND=noninteractive quietly apt-get install -y --no-install-recommends $missing || return 2
  fi
  mkdir -p "$(dirname "$stamp")" && touch "$stamp"
}

# Runs a command and shows what it said only when it fails, on standard error.
quietly() {
  local said status=0
  said=$("$@" 2>&1) || status=$?
  [ "$status" = 0 ] || printf '%s\n' "$said" >&2
  return "$status"
}

# ON where no compile cache is found: then files are compiled several at a time, which makes a fresh build twice as fast (CMake's DOVETAIL_UNITY).
# A variable of that name in the environment has the last word.
unity() {
  if [ -n "${DOVETAIL_UNITY:-}" ]; then echo "$DOVETAIL_UNITY"; elif command -v ccache >/dev/null; then echo OFF; else echo ON; fi
}
