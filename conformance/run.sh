#!/usr/bin/env bash
# Runs the conformance tests against the real programs in .mlops/venv: run.sh MAVEN_COMMAND...
# Fewer tests than written down in expected-tests is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

reports=mlops-tracking/target/surefire-reports
rm -rf "$reports"
"$@" -pl mlops-tracking -am -Pconformance test -Dtest="*ConformanceTest" -Dsurefire.failIfNoSpecifiedTests=false

expected=$(cat conformance/expected-tests)
read -r run bad <<<"$(cat "$reports"/TEST-*.xml | awk '
  function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
  /<testsuite / { run += value("tests"); bad += value("failures") + value("errors") + value("skipped") }
  END { print run + 0, bad + 0 }')"
echo "conformance: $run of $expected tests run, $bad not passed"
[ "$run" -ge "$expected" ] && [ "$bad" -eq 0 ]
