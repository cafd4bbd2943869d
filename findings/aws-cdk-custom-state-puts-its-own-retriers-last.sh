#!/usr/bin/env bash
# npm aws-cdk-lib 2.276.0, a CustomState with addRetry, addCatch and next.
#
# Step Functions takes the first Retrier and the first Catcher that fit. What addRetry and addCatch add goes before the Retriers and
# Catchers of stateJson. So a bare addRetry(), which is for States.ALL, comes before them too, and CreateStateMachine refuses
# States.ALL that is not the last. The Next of stateJson wins over next(...), and a Choice as stateJson is given End: true. There is
# no warning for any of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund aws-cdk-lib@2.276.0 constructs@10.8.1 >/dev/null
cat >probe.js <<'JS'
const cdk = require('aws-cdk-lib');
const sfn = require('aws-cdk-lib/aws-stepfunctions');
const stack = new cdk.Stack(new cdk.App(), 'Probe');
const written = state => stack.resolve(new sfn.StateGraph(state, 'graph').toGraphJson()).States[state.id];
const errors = entries => entries.map(entry => entry.ErrorEquals.join()).join(', ');

const task = new sfn.CustomState(stack, 'Task', {
  stateJson: {
    Type: 'Task', Resource: 'r', Next: 'Own',
    Retry: [{ ErrorEquals: ['Own'] }],
    Catch: [{ ErrorEquals: ['Own'], Next: 'Own' }],
  },
});
const after = new sfn.Pass(stack, 'After');
task.addRetry({ errors: ['First'] }).addRetry({ errors: ['Second'] });
task.addCatch(after, { errors: ['First'] }).addCatch(after, { errors: ['Second'] });
task.next(after);
const { Retry, Catch, Next } = written(task);
console.log(`Retry: ${errors(Retry)}; Catch: ${errors(Catch)}; Next: ${Next}`);

const all = new sfn.CustomState(stack, 'All', {
  stateJson: { Type: 'Task', Resource: 'r', Retry: [{ ErrorEquals: ['Own'] }] },
}).addRetry();
console.log(`Retry: ${errors(written(all).Retry)}`);

const choice = new sfn.CustomState(stack, 'Choice', {
  stateJson: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'After' }], Default: 'After' },
});
console.log(`a Choice with End: ${written(choice).End}`);
JS
node probe.js | tee seen
diff seen - <<'SEEN'
Retry: First, Second, Own; Catch: First, Second, Own; Next: Own
Retry: States.ALL, Own
a Choice with End: true
SEEN
echo "As described: what is added comes before what was there."
