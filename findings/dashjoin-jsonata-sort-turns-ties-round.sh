#!/usr/bin/env bash
# com.dashjoin:jsonata 0.9.10 beside npm jsonata 2.2.2, $sort with a comparator function, elements that are equal.
#
# JSONata's own implementation is a merge sort that keeps equal elements in their order. The Java port turns them round: with
# the comparator a.k > b.k, [a1, b1, c0] becomes [c0, b1, a1] instead of [c0, a1, b1].
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
expression='$join($sort([{"k":1,"v":"a"},{"k":1,"v":"b"},{"k":0,"v":"c"}], function($l, $r) { $l.k > $r.k }).v)'
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonata@2.2.2 >/dev/null
cat >probe.js <<'JS'
require('jsonata')(process.argv[2]).evaluate({}).then(result => console.log('reference', result));
JS
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.dashjoin</groupId><artifactId>jsonata</artifactId><version>0.9.10</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=classpath
cat >Probe.java <<'JAVA'
class Probe {
    public static void main(String[] args) {
        System.out.println("Java port " + com.dashjoin.jsonata.Jsonata.jsonata(args[0]).evaluate(null));
    }
}
JAVA
{ node probe.js "$expression"; java -cp "$(cat classpath)" Probe.java "$expression"; } | tee seen
diff seen - <<'SEEN'
reference cab
Java port cba
SEEN
echo "As described: equal elements change places in the Java port."
