#!/usr/bin/env bash
# com.dashjoin:jsonata 0.9.10 beside npm jsonata 2.2.2, $match and $replace with their last argument, a limit.
#
# $match gives one match more than was asked for. $replace with a text and a limit takes the text as a regular expression, so that
# "." replaces the first character and not the first dot; without a limit it takes it as a text. A function as the replacement
# works without a limit, and is a ClassCastException with one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >expressions <<'TXT'
$match("a1b22", /[0-9]+/, 1).match
$replace("a.b.c", ".", "-")
$replace("a.b.c", ".", "-", 1)
$replace("abca", /a/, function($m) { "x" })
$replace("abca", /a/, function($m) { "x" }, 1)
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
reference $match("a1b22", /[0-9]+/, 1).match -> "1"
reference $replace("a.b.c", ".", "-") -> "a-b-c"
reference $replace("a.b.c", ".", "-", 1) -> "a-b.c"
reference $replace("abca", /a/, function($m) { "x" }) -> "xbcx"
reference $replace("abca", /a/, function($m) { "x" }, 1) -> "xbca"
Java port $match("a1b22", /[0-9]+/, 1).match -> ["1","22"]
Java port $replace("a.b.c", ".", "-") -> "a-b-c"
Java port $replace("a.b.c", ".", "-", 1) -> "-.b.c"
Java port $replace("abca", /a/, function($m) { "x" }) -> "xbcx"
Java port $replace("abca", /a/, function($m) { "x" }, 1) -> ClassCastException
SEEN
echo "As described: a limit changes more than how often something is done."
