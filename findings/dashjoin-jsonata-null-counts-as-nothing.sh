#!/usr/bin/env bash
# com.dashjoin:jsonata 0.9.10 beside npm jsonata 2.2.2: null, and arrays of one.
#
# JSONata knows null, which is a value, beside nothing at all. To the port's $count and $zip a null that is the whole argument is
# nothing; in an array, and in $append, it is a value. $distinct of an array that keeps one element is no array any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >expressions <<'TXT'
$count(null)
$count([null])
$zip(1, null)
$zip([1], [null])
$append(1, null)
$distinct([7, 7])
$distinct([7, 8])
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
reference $count(null) -> 1
reference $count([null]) -> 1
reference $zip(1, null) -> [[1,null]]
reference $zip([1], [null]) -> [[1,null]]
reference $append(1, null) -> [1,null]
reference $distinct([7, 7]) -> [7]
reference $distinct([7, 8]) -> [7,8]
Java port $count(null) -> 0
Java port $count([null]) -> 1
Java port $zip(1, null) -> []
Java port $zip([1], [null]) -> [[1,null]]
Java port $append(1, null) -> [1,null]
Java port $distinct([7, 7]) -> 7
Java port $distinct([7, 8]) -> [7,8]
SEEN
echo "As described: null, and an array of one, are not the same in both."
