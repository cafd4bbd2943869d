#!/usr/bin/env bash
# npm jsonata 2.2.2, $fromMillis and $now with a zone west of Greenwich that is not a whole number of hours.
#
# The offset '-0530' is read as minus 5 hours and minus 30 minutes by its digits, but the division that takes it apart
# rounds down: the result is one hour off, both in the clock time and in the printed zone. '-0500' and '+0530' are right,
# so a test with a European, Indian or New York zone does not see it. Newfoundland (-0330) does. The Java port
# (com.dashjoin:jsonata 0.9.10) answers 16:43 -05:30.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonata@2.2.2 >/dev/null
cat >probe.js <<'JS'
const jsonata = require('jsonata');
(async () => {
  for (const zone of ['-0500', '+0530', '-0530', '-0330']) {
    const text = await jsonata(`$fromMillis(1700000000000, '[H01]:[m01] [Z]', '${zone}')`).evaluate({});
    console.log(zone, text);
  }
})();
JS
node probe.js | tee seen
diff seen - <<'SEEN'
-0500 17:13 -05:00
+0530 03:43 +05:30
-0530 15:43 -06:30
-0330 17:43 -04:30
SEEN
echo "As described: -0530 is printed as 15:43 -06:30, and 22:13 UTC is 16:43 there."
