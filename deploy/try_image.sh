#!/bin/sh
# Builds the image and has it serve as deploy/README.md says: as nobody, with nothing to write to.
#     sh deploy/try_image.sh                podman; "sh deploy/try_image.sh docker" for docker
# BUILD_OPTIONS is what this machine needs for a build, as a mount of its pip configuration.
set -eu
cd "$(dirname "$0")/.."
with=${1:-podman}
format=$([ "$with" = podman ] && echo --format=docker || true) # without it podman drops HEALTHCHECK
health=$(sed -n 's/.*\(\/_stcore\/health\).*/\1/p' deploy/Dockerfile)

say() { echo "try_image: $*"; }
fail() { say "$*"; exit 1; }

# shellcheck disable=SC2086 # options are words
"$with" build $format ${BUILD_OPTIONS:-} -t lstm-viz -f deploy/Dockerfile .
one=$("$with" run --detach --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
    --memory 2g --cpus 1 --publish 127.0.0.1::8501 lstm-viz)
trap '"$with" rm --force "$one" >/dev/null' EXIT
at=$("$with" port "$one" 8501 | head -n 1)

ask() { python3 -c 'import sys, urllib.request as u; print(u.urlopen(sys.argv[1], timeout=5).read().decode())' "http://$at$1"; }
tries=60
until ask "$health" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { "$with" logs "$one"; fail "no answer at $at$health within a minute"; }
    sleep 1
done
say "healthy after $((60 - tries)) s"
ask /step-through | grep -q '<div id="root">' || fail "the page did not come"
"$with" exec "$one" python -c 'import os; assert os.getuid() == 65534, os.getuid()' || fail "not nobody"
! "$with" exec "$one" python -c 'open("/written", "w")' 2>/dev/null || fail "its file system can be written to"
"$with" stop --time 20 "$one" >/dev/null
ended=$("$with" inspect --format '{{.State.ExitCode}}' "$one")
[ "$ended" = 0 ] || fail "stopped with $ended"
written=$("$with" diff "$one" | grep -v -E '^[AC] /(etc|run|proc|sys|dev|tmp)(/|$)' || true)
[ -z "$written" ] || fail "written: $written"
say "serves as nobody, wrote nothing, ended when told to"
