#!/usr/bin/env bash
# What the operating system must hold, by group: installs what is missing, or says what to install.
#
#   packaging/system.sh GROUP...     venv | window | test | conformance | e2e | bench | package | package-check
#
# A group is a list of probes, each with the Debian package that brings what it looks for: a command, a file, or a
# library that Qt's own files ask for. Nothing is asked of the network while nothing is missing. As root on Debian or
# Ubuntu the packages are installed; anyone else is told the one line to give to whoever administers the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly UPDATED=build/.apt-updated LOG=build/apt.log

# Qt's libraries, as a bare Debian 12 lacks them: drawing without a screen, a real window, printing.
readonly QT_PACKAGES="libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libglib2.0-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
  libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1 libcups2"
readonly QT_FILES="QtCore.abi3.so QtGui.abi3.so QtWidgets.abi3.so QtSvg.abi3.so QtPdf.abi3.so QtPdfWidgets.abi3.so
  QtPrintSupport.abi3.so Qt/plugins/platforms/libqoffscreen.so Qt/plugins/platforms/libqxcb.so
  Qt/plugins/printsupport/libcupsprintersupport.so"

readonly CONFORMANCE=(age:age qpdf:qpdf pdftoppm:poppler-utils zbarimg:zbar-tools ssh-keygen:openssh-client
  gnome-keyring-daemon:gnome-keyring dbus-run-session:dbus unzip:unzip bc:bc xxd:xxd javac:default-jdk-headless /usr/share/java/jaxb-api.jar:libjaxb-java)
readonly TEST=(dbus-run-session:dbus)
readonly BENCH=(age:age Xvfb:xvfb openbox:openbox xprop:x11-utils)
readonly PACKAGE=(objdump:binutils strip:binutils dpkg-deb:dpkg)
readonly PACKAGE_CHECK=(debootstrap:debootstrap lintian:lintian appstreamcli:appstream
  desktop-file-validate:desktop-file-utils makensis:nsis man:man-db)
readonly E2E=(Xvfb:xvfb openbox:openbox xdotool:xdotool import:imagemagick dbus-launch:dbus-x11
  /usr/libexec/at-spi-bus-launcher:at-spi2-core /usr/lib/python3/dist-packages/pyatspi:python3-pyatspi
  "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib:gir1.2-atspi-2.0"
  cupsd:cups lp:cups-client /usr/lib/cups/filter/pdftopdf:cups-filters pdftotext:poppler-utils)

# Print the packages of a list of probes that find nothing.
missing_of() {
  local entry probe
  for entry in "$@"; do
    probe=${entry%:*}
    case $probe in
      /*) compgen -G "$probe" >/dev/null || echo "${entry##*:}" ;;
      *) PATH=$PATH:/usr/sbin:/sbin command -v "$probe" >/dev/null || echo "${entry##*:}" ;;
    esac
  done | sort -u
}

# Print the shared libraries that Qt's files ask for and the system does not have.
missing_libraries() {
  command -v ldd >/dev/null || return 0
  local folder file
  folder=$(.venv/bin/python -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
  for file in $QT_FILES; do
    ldd "$folder/$file" 2>/dev/null || true
  done | sed -n 's/^[[:space:]]*\([^[:space:]]*\) => not found$/\1/p' | sort -u
}

missing_packages() {
  case $1 in
    venv) "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || venv_package ;;
    window) [ -z "$(missing_libraries)" ] || echo "$QT_PACKAGES" ;;
    conformance) missing_of "${CONFORMANCE[@]}" ;;
    e2e) missing_of "${E2E[@]}" ;;
    test) missing_of "${TEST[@]}" ;;
    bench) missing_of "${BENCH[@]}" ;;
    package) missing_of "${PACKAGE[@]}" ;;
    package-check) missing_of "${PACKAGE_CHECK[@]}" "${E2E[@]}" ;;
    *) echo "system.sh: no group called $1 (venv, window, test, conformance, e2e, bench, package, package-check)" >&2
      exit 2 ;;
  esac
}

# Debian's own python3 has its venv in python3-venv; a second Python has it in a package of its own.
venv_package() {
  local name
  name=$(basename "${PYTHON:-python3}")
  echo "$name-venv"
}

# Refresh the package lists once; they stay good for half a day.
update_lists() {
  mkdir -p "$(dirname "$UPDATED")"
  [ "${1:-}" != again ] && [ -n "$(find "$UPDATED" -mmin -720 2>/dev/null)" ] && return 0
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update -qq && touch "$UPDATED"
}

apt_install() {
  local try
  export DEBIAN_FRONTEND=noninteractive
  update_lists || update_lists again || true
  for try in 1 2 3; do
    apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install -y -q --no-install-recommends "$@" \
      >"$LOG" 2>&1 </dev/null && return 0
    tail -n 15 "$LOG" >&2
    echo "system.sh: the packages did not all arrive (try $try of 3)" >&2
    sleep $((try * 5))
    update_lists again || true
  done
  return 1
}

for group in "$@"; do
  found=$(missing_packages "$group")
  # shellcheck disable=SC2086  # package names hold no spaces: splitting is the point
  set -- $found
  [ $# -gt 0 ] || continue
  if ! command -v apt-get >/dev/null; then
    echo "This system lacks what Debian calls: $*" >&2
    [ "$group" != window ] || echo "Libraries not found: $(missing_libraries | tr '\n' ' ')" >&2
    exit 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    printf 'Some packages are missing. Ask whoever administers this machine to run:\n\n  sudo apt-get install %s\n\n' "$*" >&2
    exit 1
  fi
  echo "Installing for $group: $*" >&2
  apt_install "$@" || { echo "system.sh: could not install: $*" >&2; exit 1; }
  left=$(missing_packages "$group" | tr '\n' ' ')
  [ -z "$left" ] || { echo "system.sh: still missing after the installation: $left$(missing_libraries | tr '\n' ' ')" >&2; exit 1; }
done
