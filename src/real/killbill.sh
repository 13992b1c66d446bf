#!/bin/sh
# Starts a Kill Bill on a PostgreSQL of its own, on this machine only, to try a source on: src/real/killbill.sh [FOLDER [PORT]]
# Maven fetches both; nothing else is needed. "mvn verify -Preal" starts one by itself and goes the whole way.
set -eu
cd "$(dirname -- "$0")/../.."
folder=${1:-target/real/run}
mvn -B -q -Preal test-compile
mvn -B -q -Preal dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/real/classpath
exec java -cp "target/test-classes:target/classes:$(cat target/real/classpath)" io.graceway.real.KillBillHost \
  "$folder" "${2:-18080}"
