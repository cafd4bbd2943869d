#!/usr/bin/env bash
# org.snakeyaml:snakeyaml-engine 2.10, a plain scalar of the form ${Name}.
#
# Composing gives the scalar the tag !ENV_VARIABLE instead of the tag of a string, although YAML 1.2 knows no such thing and
# no substitution was asked for. Loading hides it: there the value is the text. Whoever works on nodes and looks at
# tags, as a reader of CloudFormation's !Sub and !GetAtt does, takes ${FnArn} for a tagged value of a template. In
# quotes, or with a character before or behind it, the same text is a string.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.snakeyaml</groupId><artifactId>snakeyaml-engine</artifactId><version>2.10</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath
cat >Probe.java <<'JAVA'
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

class Probe {
    public static void main(String[] args) {
        LoadSettings settings = LoadSettings.builder().build();
        for (String text : new String[] {"${FnArn}", "\"${FnArn}\"", "x${FnArn}"}) {
            System.out.println(text + " " + new Compose(settings).composeString(text).orElseThrow().getTag()
                    + " " + new Load(settings).loadFromString(text));
        }
    }
}
JAVA
java -cp "$(cat classpath)" Probe.java | tee seen
diff seen - <<'SEEN'
${FnArn} !ENV_VARIABLE ${FnArn}
"${FnArn}" tag:yaml.org,2002:str ${FnArn}
x${FnArn} tag:yaml.org,2002:str x${FnArn}
SEEN
echo "As described: only the plain placeholder is tagged !ENV_VARIABLE."
