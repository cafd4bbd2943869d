#!/usr/bin/env bash
# com.amazonaws:aws-lambda-java-serialization 1.4.1, which Lambda's Java runtime reads events and writes results with.
#
# It carries a Jackson of its own under another package, so annotations of the user's Jackson mean nothing: @JsonProperty("order_id")
# neither writes nor reads that name. Fields that are null are left out, in maps as well, and an Instant becomes seconds
# with nine decimals.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.amazonaws</groupId><artifactId>aws-lambda-java-serialization</artifactId><version>1.4.1</version></dependency>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-annotations</artifactId><version>2.21</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath
cat >Probe.java <<'JAVA'
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

public class Probe {
    public static class Order {
        @JsonProperty("order_id")
        public String id = "7";
        public String note = null;
        public Instant at = Instant.ofEpochSecond(1704067200L, 123_000_000);
    }

    public static void main(String[] args) {
        PojoSerializer<Order> orders = JacksonFactory.getInstance().getSerializer(Order.class);
        orders.toJson(new Order(), System.out);
        System.out.println();
        System.out.println(orders.fromJson("{\"order_id\": \"9\", \"id\": \"5\"}").id);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("note", null);
        map.put("total", 1.5);
        JacksonFactory.getInstance().getSerializer(Map.class).toJson(map, System.out);
        System.out.println();
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java | tee seen
diff seen - <<'SEEN'
{"id":"7","at":1704067200.123000000}
5
{"total":1.5}
SEEN
echo "As described: the name in @JsonProperty is neither written nor read."
