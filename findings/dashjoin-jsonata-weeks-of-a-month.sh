#!/usr/bin/env bash
# com.dashjoin:jsonata 0.9.10 beside npm jsonata 2.2.2, $fromMillis with the picture of a week in a month, [w] with [x].
#
# A week belongs to the month that has its Thursday, as the reference counts. The port counts the last days of a month as a fifth
# week of it although their Thursday is in the next one, and with a zone east of Greenwich there are days in a week 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >expressions <<'TXT'
$fromMillis(951782400000, "[Y]-[M01]-[D01] [w] [xNn]")
$fromMillis(1230757500000, "[Y]-[M01]-[D01] [w] [xNn]")
$fromMillis(1583020799999, "[Y]-[M01]-[D01] [w] [xNn]", "+1345")
$fromMillis(1509976800000, "[Y]-[M01]-[D01] [w] [xNn]")
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
reference $fromMillis(951782400000, "[Y]-[M01]-[D01] [w] [xNn]") -> "2000-02-29 1 March"
reference $fromMillis(1230757500000, "[Y]-[M01]-[D01] [w] [xNn]") -> "2008-12-31 1 January"
reference $fromMillis(1583020799999, "[Y]-[M01]-[D01] [w] [xNn]", "+1345") -> "2020-03-01 4 February"
reference $fromMillis(1509976800000, "[Y]-[M01]-[D01] [w] [xNn]") -> "2017-11-06 2 November"
Java port $fromMillis(951782400000, "[Y]-[M01]-[D01] [w] [xNn]") -> "2000-02-29 5 February"
Java port $fromMillis(1230757500000, "[Y]-[M01]-[D01] [w] [xNn]") -> "2008-12-31 5 December"
Java port $fromMillis(1583020799999, "[Y]-[M01]-[D01] [w] [xNn]", "+1345") -> "2020-03-01 0 March"
Java port $fromMillis(1509976800000, "[Y]-[M01]-[D01] [w] [xNn]") -> "2017-11-06 2 November"
SEEN
echo "As described: weeks at the edges of months differ."
