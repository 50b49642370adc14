#!/usr/bin/env bash
# Lets real processes of a three-step pipeline suffer each fault at each file operation, and prints a table: run.sh MAVEN_COMMAND...
# FAULT_POINTS: how many points of a sweep to try, evenly spread (all); FAULT_ROUNDS: rounds of the race (200); FAULT_SEED: its seed (1).
# Exits 1 if any point was missed; the folders of missed points stay, for a look.
set -euo pipefail
cd "$(dirname "$0")/../.."

die() {
  echo "faults: $*" >&2
  exit 2
}

cc=${CC:-cc}
[ "$(uname -s)" = Linux ] || die 'the shim is for Linux.'
command -v "$cc" >/dev/null || die "no C compiler: \"$cc\" is not installed. Install gcc or clang, or set CC."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=${JAVA_HOME:+$JAVA_HOME/bin/}jar

"$@" -q -pl mlops-runtime -am test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath

work=$(pwd)/mlops-runtime/target/faults
rm -rf "$work"
mkdir -p "$work"
"$cc" -std=gnu11 -shared -fPIC -O2 -Wall -Wextra -o "$work/shim.so" conformance/faults/shim.c -ldl -lpthread

# Class data archives, which halve the start of a JVM, hold for jars only.
classpath=
for folder in mlops-api/target/classes mlops-runtime/target/classes mlops-runtime/target/test-classes; do
  archive=$work/$(tr / - <<<"$folder").jar
  "$jar" --create --file "$archive" -C "$folder" .
  classpath+=$archive:
done
classpath+=$(tr : '\n' <mlops-runtime/target/test.classpath | grep '\.jar$' | paste -sd: -)
child=("$java" -Xshare:auto -Xlog:disable -Xlog:all=off -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx128m
  -Dslf4j.internal.verbosity=ERROR -cp "$classpath")

# In memory where that is possible: power cuts are computed from the log of the shim, so nothing need reach a disk.
[ -d /dev/shm ] && [ -w /dev/shm ] && TMPDIR=/dev/shm
places=$(mktemp -d "${TMPDIR:-/tmp}/tributary-faults.XXXXXX")
mkdir "$places/first" "$places/sweep"
printf '%s\n' $(seq 1 3000) >"$places/first/text.txt"
"${child[@]}" -XX:ArchiveClassesAtExit="$work/classes.jsa" org.tributary.runtime.faults.ThreeSteps "$places/first/text.txt" "$places/first" read >/dev/null
child+=("-XX:SharedArchiveFile=$work/classes.jsa")

code=0
"$java" -cp "$classpath" org.tributary.runtime.faults.FaultTable "$places/sweep" "$work/shim.so" \
  "${FAULT_POINTS:-0}" "${FAULT_ROUNDS:-200}" "${FAULT_SEED:-1}" "${child[@]}" || code=$?
if [ "$code" = 0 ]; then rm -rf "$places"; else echo "faults: see $places/sweep" >&2; fi
exit "$code"
