#!/usr/bin/env bash
# com.jayway.jsonpath:json-path 3.0.0, filters that compare a number with a text, or two texts of digits.
#
# == and "in" take the number 1 and the text '1' for equal, in either direction. > and < do not: a number is never above or below
# a text, so one value can equal '9' and 9 but be above neither 8 nor '8'. The aggregates max(), sum() and avg() count no text either: a
# list of texts of digits is "an empty array" to them. A boolean and its text are never equal.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.jayway.jsonpath</groupId><artifactId>json-path</artifactId><version>3.0.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath >/dev/null
cat >Probe.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;

class Probe {
    private static void read(String json, String path) {
        String answer;
        try {
            answer = String.valueOf(JsonPath.parse(json).<Object>read(path));
        } catch (RuntimeException refused) {
            answer = refused.getMessage();
        }
        System.out.println(json + " " + path + " -> " + answer);
    }

    public static void main(String[] args) {
        read("[{\"n\":9}]", "$[?(@.n == '9')].n");
        read("[{\"n\":\"9\"}]", "$[?(@.n == 9)].n");
        read("[{\"n\":9}]", "$[?(@.n in ['9'])].n");
        read("[{\"n\":9}]", "$[?(@.n > '8')].n");
        read("[{\"n\":\"9\"}]", "$[?(@.n > 8)].n");
        read("[{\"n\":\"9\"}]", "$[?(@.n > '8')].n");
        read("[{\"n\":true}]", "$[?(@.n == 'true')].n");
        read("[\"9\",\"10\"]", "$.max()");
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java 2>/dev/null | tee seen
diff seen - <<'SEEN'
[{"n":9}] $[?(@.n == '9')].n -> [9]
[{"n":"9"}] $[?(@.n == 9)].n -> ["9"]
[{"n":9}] $[?(@.n in ['9'])].n -> [9]
[{"n":9}] $[?(@.n > '8')].n -> []
[{"n":"9"}] $[?(@.n > 8)].n -> []
[{"n":"9"}] $[?(@.n > '8')].n -> ["9"]
[{"n":true}] $[?(@.n == 'true')].n -> []
["9","10"] $.max() -> Aggregation function attempted to calculate value using empty array
SEEN
echo "As described: equality converts, order does not."
