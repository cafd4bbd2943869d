#!/usr/bin/env bash
# npm serverless-step-functions 3.28.1, what its template has of a definition in serverless.yml.
#
# 1. A reference (Ref, Fn::GetAtt, ...) in the place of a number is written in quotes, except for the Seconds of a Wait: TimeoutSeconds,
#    MaxConcurrency and MaxAttempts become texts, which CreateStateMachine refuses. If the same reference is the Seconds of a Wait
#    somewhere, its quotes are gone everywhere, also where a text is wanted.
# 2. ${Name} in a text stays a text as long as the definition has no reference and no #{...} anywhere. One of them, in any state, makes
#    CloudFormation replace them all, and fail for a name that it does not know.
# 3. A definition that is itself a text loses each \n in its values, not only its line breaks: "a\nb" has become "a\b".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund serverless-step-functions@3.28.1 >/dev/null
cat >probe.js <<'JS'
const { compileStateMachines } = require('serverless-step-functions/lib/deploy/stepFunctions/compileStateMachines');

const compile = definition => {
  const Resources = {};
  compileStateMachines.call({
    isStateMachines: () => true,
    getAllStateMachines: () => ['machine'],
    getStateMachine: () => ({ definition, role: 'arn:aws:iam::123456789012:role/r' }),
    getStateMachineLogicalId: () => 'Machine',
    getStateMachineOutputLogicalId: () => 'Arn',
    serverless: {
      classes: { Error },
      service: {
        stepFunctions: {},
        functions: {},
        provider: { compiledCloudFormationTemplate: { Resources, Outputs: {} } },
      },
    },
  });
  return Resources.Machine.Properties.DefinitionString;
};
const states = (...all) => ({ StartAt: 'A', States: Object.fromEntries(all.map((state, i) => ['ABC'[i], state])) });
const text = compiled => {
  const substituted = compiled['Fn::Sub'];
  return substituted === undefined ? compiled : Array.isArray(substituted) ? substituted[0] : substituted;
};
const line = (compiled, field) => text(compiled).split('\n').find(row => row.includes(`"${field}"`)).trim()
  .replace(/[0-9a-f]{32}/, 'reference');

const numbers = compile(states(
  { Type: 'Task', Resource: 'r', TimeoutSeconds: { Ref: 'Limit' }, Comment: { Ref: 'Pause' }, Next: 'B' },
  { Type: 'Wait', Seconds: { Ref: 'Pause' }, End: true },
));
console.log('1', line(numbers, 'TimeoutSeconds'), line(numbers, 'Seconds'), line(numbers, 'Comment'));
const alone = compile(states({ Type: 'Pass', Comment: 'costs ${Price}', End: true }));
const beside = compile(states(
  { Type: 'Pass', Comment: 'costs ${Price}', Next: 'B' },
  { Type: 'Pass', Comment: 'in #{AWS::Region}', End: true },
));
console.log('2', line(alone, 'Comment'), 'Fn::Sub' in Object(alone), 'Fn::Sub' in Object(beside));
console.log('3', compile('{"Comment":"a\\nb"}'));
JS
node probe.js | tee seen
diff seen - <<'SEEN'
1 "TimeoutSeconds": "${reference}", "Seconds": ${reference}, "Comment": ${reference},
2 "Comment": "costs ${Price}", false true
3 "{\"Comment\":\"a\b\"}"
SEEN
echo "As described: numbers become texts, and texts depend on other states."
