#!/usr/bin/env bash
# A bare Debian 12 in a folder, to install packages into.
#
#   tests/packaging/debian_root.sh make FOLDER              what debootstrap calls minbase, and nothing more
#   tests/packaging/debian_root.sh run FOLDER COMMAND...    run a command in it, with no environment but what is given
#
# The mirror is the one that this system's own apt fetches Debian 12 from; DEBIAN_MIRROR names another. Made once a day,
# kept in build/. Needs root: a system of its own cannot be installed otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly SUITE=bookworm
readonly KEPT=$PWD/build/debian-$SUITE.tar

mirror() {
  [ -z "${DEBIAN_MIRROR:-}" ] || { echo "$DEBIAN_MIRROR"; return; }
  local found
  # shellcheck disable=SC2016  # apt fills these in
  found=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | sed -n "s/^$SUITE //p" | head -n 1)
  [ -n "$found" ] || { echo "This system does not know where Debian 12 is: set DEBIAN_MIRROR to its address." >&2; exit 1; }
  echo "$found"
}

make_root() {
  if [ -z "$(find "$KEPT" -mmin -1440 2>/dev/null)" ]; then
    local fresh
    fresh=$(mktemp -d)
    # shellcheck disable=SC2064  # the folder is known now
    trap "rm -rf '$fresh'" EXIT
    /usr/sbin/debootstrap --variant=minbase "$SUITE" "$fresh" "$(mirror)" >build/debootstrap.log 2>&1 \
      || { tail -n 20 build/debootstrap.log >&2; exit 1; }
    tar -C "$fresh" -cf "$KEPT.part" .
    mv "$KEPT.part" "$KEPT"
  fi
  mkdir -p "$1"
  tar -C "$1" -xpf "$KEPT"
  cp /etc/resolv.conf "$1/etc/resolv.conf"
}

[ "$(id -u)" -eq 0 ] || { echo "debian_root.sh: only root can make and enter a system of its own" >&2; exit 1; }
what=$1
folder=$2
shift 2
case $what in
  make) make_root "$folder" ;;
  run)
    # A name space of its own: what is mounted in it is gone when the command ends.
    exec unshare --mount bash -c '
      folder=$1
      shift
      mount --bind /proc "$folder/proc"
      mkdir -p "$folder/tmp/.X11-unix"
      [ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$folder/tmp/.X11-unix"
      exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive \
        chroot "$folder" "$@"' bash "$folder" "$@"
    ;;
  *) echo "debian_root.sh: make or run, not $what" >&2; exit 2 ;;
esac
