#!/usr/bin/env bash
# com.jayway.jsonpath:json-path 3.0.0, the function append() in a path that only reads.
#
# Reading $.list.append(9) changes the parsed document: each read makes the list longer. With the default provider
# (json-smart) the element that is added is not 9 but an empty list.
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
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.21.8</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.18</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath
cat >Probe.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;

class Probe {
    public static void main(String[] args) throws Exception {
        JsonNode tree = new ObjectMapper().readTree("{\"list\":[1,2]}");
        Configuration jackson = Configuration.builder().jsonProvider(new JacksonJsonNodeJsonProvider()).build();
        for (int read = 1; read <= 2; read++) {
            JsonPath.using(jackson).parse(tree).read("$.list.append(9)");
            System.out.println("Jackson, after read " + read + ": " + tree);
        }
        Configuration smart = Configuration.defaultConfiguration();
        Object document = smart.jsonProvider().parse("{\"list\":[1,2]}");
        JsonPath.using(smart).parse(document).read("$.list.append(9)");
        System.out.println("json-smart, after read 1: " + smart.jsonProvider().toJson(document));
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java | tee seen
diff seen - <<'SEEN'
Jackson, after read 1: {"list":[1,2,9]}
Jackson, after read 2: {"list":[1,2,9,9]}
json-smart, after read 1: {"list":[1,2,[]]}
SEEN
echo "As described: reading changes the document."
