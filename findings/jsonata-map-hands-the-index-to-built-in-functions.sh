#!/usr/bin/env bash
# npm jsonata 2.2.2 beside com.dashjoin:jsonata 0.9.10, $map with a function of JSONata itself.
#
# $map hands value, index and array to a function, as many as it takes. A built-in function that has an optional second
# argument takes the index for it: $round rounds the second number to one decimal place, $formatBase wants radix 0. Where the second
# argument cannot be a number, as in $join or $toMillis, $map refuses the function. The port hands on the value alone, except where an
# argument is left open, function(?, ...): there it passes more, and the result is empty.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >expressions <<'TXT'
$map([1.25, 2.75], $round)
$map([5, 6], $formatBase)
$map([[3, 1], [2, 4]], $sort)
$map(["2024-01-01"], $toMillis)
$map(["a,b"], $split(?, ","))
$map(["a,b"], function($v) { $split($v, ",") })
TXT
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonata@2.2.2 >/dev/null
cat >probe.js <<'JS'
const jsonata = require('jsonata');
(async () => {
  for (const line of require('fs').readFileSync('expressions', 'utf8').trim().split('\n')) {
    const answer = await jsonata(line).evaluate({}).then(JSON.stringify, error => 'error ' + error.code);
    console.log('reference ' + line + ' -> ' + answer);
  }
})();
JS
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.dashjoin</groupId><artifactId>jsonata</artifactId><version>0.9.10</version></dependency>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.21.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath >/dev/null
cat >Probe.java <<'JAVA'
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;

class Probe {
    public static void main(String[] args) throws Exception {
        for (String line : Files.readAllLines(Path.of("expressions"))) {
            String answer;
            try {
                answer = new ObjectMapper().writeValueAsString(Jsonata.jsonata(line).evaluate(null));
            } catch (RuntimeException refused) {
                answer = refused.getClass().getSimpleName();
            }
            System.out.println("Java port " + line + " -> " + answer);
        }
    }
}
JAVA
{ node probe.js; java -cp "$(cat classpath)" Probe.java; } | tee seen
diff seen - <<'SEEN'
reference $map([1.25, 2.75], $round) -> [1,2.8]
reference $map([5, 6], $formatBase) -> error D3100
reference $map([[3, 1], [2, 4]], $sort) -> error T0410
reference $map(["2024-01-01"], $toMillis) -> error T0410
reference $map(["a,b"], $split(?, ",")) -> ["a","b"]
reference $map(["a,b"], function($v) { $split($v, ",") }) -> ["a","b"]
Java port $map([1.25, 2.75], $round) -> [1,3]
Java port $map([5, 6], $formatBase) -> ["5","6"]
Java port $map([[3, 1], [2, 4]], $sort) -> [[1,3],[2,4]]
Java port $map(["2024-01-01"], $toMillis) -> 1704067200000
Java port $map(["a,b"], $split(?, ",")) -> []
Java port $map(["a,b"], function($v) { $split($v, ",") }) -> ["a","b"]
SEEN
echo "As described: only a function of your own means the same in both."
