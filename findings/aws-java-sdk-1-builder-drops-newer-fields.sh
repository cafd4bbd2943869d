#!/usr/bin/env bash
# com.amazonaws:aws-java-sdk-stepfunctions 1.12.797, StateMachine.fromJson and toJson, AWS's own builder of definitions for Java.
#
# It refuses some fields that came later (MaxDelaySeconds of a Retrier, ErrorPath of a Fail state, QueryLanguage of the machine), and
# drops others without a word: Assign, Arguments, Output, QueryLanguage and Credentials of a state, Assign of a Catcher and of a
# Choice rule, ItemSelector and MaxConcurrencyPath of a Map. What it writes can be deployed and does something else. A timestamp
# is cut to milliseconds, and a Wait of 0 seconds is refused.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >states <<'TXT'
"Type":"Task","Resource":"r","Assign":{"a":1},"Credentials":{"RoleArn":"x"},"End":true
"Type":"Task","Resource":"r","QueryLanguage":"JSONata","Arguments":{"a":1},"Output":"{% 1 %}","End":true
"Type":"Task","Resource":"r","Catch":[{"ErrorEquals":["E"],"Assign":{"a":1},"Next":"B"}],"End":true
"Type":"Map","ItemSelector":{"a":1},"MaxConcurrencyPath":"$.m","Iterator":{"StartAt":"X","States":{"X":{"Type":"Succeed"}}},"End":true
"Type":"Choice","Choices":[{"Variable":"$.t","TimestampEquals":"2024-01-01T00:00:00.123456Z","Next":"B"}],"Default":"B"
"Type":"Task","Resource":"r","Retry":[{"ErrorEquals":["E"],"MaxDelaySeconds":5}],"End":true
"Type":"Wait","Seconds":0,"End":true
TXT
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.amazonaws</groupId><artifactId>aws-java-sdk-stepfunctions</artifactId><version>1.12.797</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath >/dev/null
cat >Probe.java <<'JAVA'
import com.amazonaws.services.stepfunctions.builder.StateMachine;
import java.nio.file.Files;
import java.nio.file.Path;

class Probe {
    public static void main(String[] args) throws Exception {
        for (String state : Files.readAllLines(Path.of("states"))) {
            String definition = "{\"StartAt\":\"A\",\"States\":{\"A\":{" + state + "},\"B\":{\"Type\":\"Succeed\"}}}";
            try {
                String written = StateMachine.fromJson(definition).build().toJson();
                System.out.println(written.substring(written.indexOf("\"A\":{"), written.indexOf(",\"B\":{")));
            } catch (RuntimeException refused) {
                System.out.println("refused: " + refused.getClass().getSimpleName());
            }
        }
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java 2>/dev/null | tee seen
diff seen - <<'SEEN'
"A":{"End":true,"Resource":"r","Type":"Task"}
"A":{"End":true,"Resource":"r","Type":"Task"}
"A":{"End":true,"Resource":"r","Catch":[{"Next":"B","ErrorEquals":["E"]}],"Type":"Task"}
"A":{"End":true,"Iterator":{"StartAt":"X","States":{"X":{"Type":"Succeed"}}},"Type":"Map"}
"A":{"Default":"B","Choices":[{"Variable":"$.t","TimestampEquals":"2024-01-01T00:00:00.123Z","Next":"B"}],"Type":"Choice"}
refused: SdkClientException
refused: ValidationException
SEEN
echo "As described: what the builder writes is not what it read."
