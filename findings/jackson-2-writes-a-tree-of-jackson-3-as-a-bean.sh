#!/usr/bin/env bash
# Jackson 2.21.8 (com.fasterxml.jackson) beside Jackson 3.2.4 (tools.jackson), as in a Spring Boot 4 application with a library that
# still speaks Jackson 2.
#
# A JsonNode of Jackson 3 is no known type to a mapper of Jackson 2. It is not refused: it becomes an object of its
# getters, without any of its fields. Two different trees become the same text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>tools.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>3.2.4</version></dependency>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.21.8</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath
cat >Probe.java <<'JAVA'
class Probe {
    public static void main(String[] args) throws Exception {
        var two = new com.fasterxml.jackson.databind.ObjectMapper();
        var three = new tools.jackson.databind.ObjectMapper();
        String seven = two.writeValueAsString(three.readTree("{\"order\":7}"));
        String ninetyNine = two.writeValueAsString(three.readTree("{\"order\":99}"));
        System.out.println(seven.substring(0, 50));
        System.out.println("names the field: " + seven.contains("order"));
        System.out.println("7 and 99 are the same text: " + seven.equals(ninetyNine));
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java | tee seen
diff seen - <<'SEEN'
{"empty":false,"object":true,"nodeType":"OBJECT","
names the field: false
7 and 99 are the same text: true
SEEN
echo "As described: the fields are lost without an error."
