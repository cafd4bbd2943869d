#!/usr/bin/env bash
# org.wiremock:wiremock 3.13.2, matchingJsonPath on a field that is there and empty.
#
# A field that is null or an empty array does not match its own path, and matches absent(). An empty object matches neither:
# a request with {"a": {}} has the field by no stub, and lacks it by none. An empty text and false match the path. Where a field
# is an array, equalTo compares each element, so "2" matches [1, 2].
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.wiremock</groupId><artifactId>wiremock</artifactId><version>3.13.2</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath >/dev/null
cat >Probe.java <<'JAVA'
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;

class Probe {
    public static void main(String[] args) {
        for (String value : new String[] {"null", "[]", "{}", "\"\"", "false", "[1,2]"}) {
            String body = "{\"a\":" + value + "}";
            System.out.println(body
                    + " $.a: " + matchingJsonPath("$.a").match(body).isExactMatch()
                    + ", absent: " + matchingJsonPath("$.a", absent()).match(body).isExactMatch()
                    + ", equal to 2: " + matchingJsonPath("$.a", equalTo("2")).match(body).isExactMatch());
        }
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java 2>/dev/null | tee seen
diff seen - <<'SEEN'
{"a":null} $.a: false, absent: true, equal to 2: false
{"a":[]} $.a: false, absent: true, equal to 2: false
{"a":{}} $.a: false, absent: false, equal to 2: false
{"a":""} $.a: true, absent: false, equal to 2: false
{"a":false} $.a: true, absent: false, equal to 2: false
{"a":[1,2]} $.a: true, absent: false, equal to 2: true
SEEN
echo "As described: a field that is there and empty is not found."
