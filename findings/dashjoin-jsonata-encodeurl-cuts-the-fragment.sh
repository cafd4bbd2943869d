#!/usr/bin/env bash
# com.dashjoin:jsonata 0.9.10 beside npm jsonata 2.2.2, $encodeUrl of a whole URL.
#
# The port encodes what follows the question mark and nothing else: a blank in the path stays a blank, and what follows the "#"
# is gone. No error is given. A URL without a question mark keeps its fragment, and without a scheme it is encoded whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >expressions <<'TXT'
$encodeUrl("https://example.com/a b?c=d")
$encodeUrl("https://example.com/a?c=d&e=f g#h")
$encodeUrl("https://example.com/a b#h")
$encodeUrl("/a b?c=d#h")
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
reference $encodeUrl("https://example.com/a b?c=d") -> "https://example.com/a%20b?c=d"
reference $encodeUrl("https://example.com/a?c=d&e=f g#h") -> "https://example.com/a?c=d&e=f%20g#h"
reference $encodeUrl("https://example.com/a b#h") -> "https://example.com/a%20b#h"
reference $encodeUrl("/a b?c=d#h") -> "/a%20b?c=d#h"
Java port $encodeUrl("https://example.com/a b?c=d") -> "https://example.com/a b?c=d"
Java port $encodeUrl("https://example.com/a?c=d&e=f g#h") -> "https://example.com/a?c=d&e=f g"
Java port $encodeUrl("https://example.com/a b#h") -> "https%3A%2F%2Fexample.com%2Fa+b%23h"
Java port $encodeUrl("/a b?c=d#h") -> "%2Fa+b%3Fc%3Dd%23h"
SEEN
echo "As described: the port loses a part of the URL."
