#!/usr/bin/env bash
# com.networknt:json-schema-validator 3.0.1, draft 2020-12: when are 1 and 1.0 the same?
#
# JSON Schema compares numbers by their value. The validator does so for a number that is itself the const or the enum value,
# and not for one inside an array or an object: {"const": [1]} refuses [1.0]. uniqueItems tells them apart at every depth, so that [1, 1.0] is
# taken for two values. An answer that was written by a service in another language can fail, or pass, for its decimal point.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.networknt</groupId><artifactId>json-schema-validator</artifactId><version>3.0.1</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath >/dev/null
cat >Probe.java <<'JAVA'
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

class Probe {
    private static void validate(String schema, String instance) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        boolean valid = registry.getSchema(schema).validate(instance, InputFormat.JSON).isEmpty();
        System.out.println(schema + " " + instance + " -> " + (valid ? "valid" : "refused"));
    }

    public static void main(String[] args) {
        validate("{\"const\": 1}", "1.0");
        validate("{\"const\": [1]}", "[1.0]");
        validate("{\"const\": {\"a\": 1}}", "{\"a\": 1.0}");
        validate("{\"enum\": [1]}", "1.0");
        validate("{\"enum\": [{\"a\": 1}]}", "{\"a\": 1.0}");
        validate("{\"uniqueItems\": true}", "[1, 1]");
        validate("{\"uniqueItems\": true}", "[1, 1.0]");
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java 2>/dev/null | tee seen
diff seen - <<'SEEN'
{"const": 1} 1.0 -> valid
{"const": [1]} [1.0] -> refused
{"const": {"a": 1}} {"a": 1.0} -> refused
{"enum": [1]} 1.0 -> valid
{"enum": [{"a": 1}]} {"a": 1.0} -> refused
{"uniqueItems": true} [1, 1] -> refused
{"uniqueItems": true} [1, 1.0] -> valid
SEEN
echo "As described: a decimal point decides, but not everywhere."
