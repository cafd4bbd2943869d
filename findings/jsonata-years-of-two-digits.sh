#!/usr/bin/env bash
# npm jsonata 2.2.2, $toMillis with a picture, for a year below 100.
#
# A year written with four digits, 0023, becomes 1923, because the parsed number goes through JavaScript's Date.UTC, which adds
# 1900 to 0 to 99. Without a picture the same text is read as the year 23, and 0123 is right in both ways. The Java port
# (com.dashjoin:jsonata 0.9.10) gives 0023 in both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonata@2.2.2 >/dev/null
cat >probe.js <<'JS'
const jsonata = require('jsonata');
(async () => {
  for (const expression of [
    "$fromMillis($toMillis('0023-05-01', '[Y0001]-[M01]-[D01]'))",
    "$fromMillis($toMillis('0123-05-01', '[Y0001]-[M01]-[D01]'))",
    "$fromMillis($toMillis('0023-05-01T00:00:00Z'))",
  ]) {
    console.log(await jsonata(expression).evaluate({}));
  }
})();
JS
node probe.js | tee seen
diff seen - <<'SEEN'
1923-05-01T00:00:00.000Z
0123-05-01T00:00:00.000Z
0023-05-01T00:00:00.000Z
SEEN
echo "As described: 0023 read with a picture is 1923, read as ISO 8601 it is 0023."
