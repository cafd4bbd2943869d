#!/usr/bin/env bash
# npm aws-cdk-lib 2.276.0, CfnInclude of a template whose state machine has a Definition (not a DefinitionString).
#
# Each null is gone, in arrays as well, where the elements behind it move up. ResultPath: null means "keep the input"; without the
# field the result takes the input's place, so the machine that is deployed is another one. There is no warning. A whole number
# above 2^53 is rounded.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund aws-cdk-lib@2.276.0 constructs@10.8.1 >/dev/null
cat >template.yaml <<'YAML'
Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::123456789012:role/r
      Definition:
        StartAt: Notify
        States:
          Notify: {Type: Task, Resource: r, ResultPath: null, Next: Done}
          Done: {Type: Pass, Result: [1, null, 3, 9007199254740993], End: true}
YAML
cat >probe.js <<'JS'
const cdk = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const app = new cdk.App();
const stack = new cdk.Stack(app, 'Probe');
new CfnInclude(stack, 'Include', { templateFile: 'template.yaml' });
const { States } = app.synth().getStackByName('Probe').template.Resources.Machine.Properties.Definition;
console.log(JSON.stringify(States.Notify));
console.log(JSON.stringify(States.Done.Result));
JS
node probe.js 2>/dev/null | tee seen
diff seen - <<'SEEN'
{"Type":"Task","Resource":"r","Next":"Done"}
[1,3,9007199254740992]
SEEN
echo "As described: null is gone."
