#!/usr/bin/env bash
# npm aws-cdk-lib 2.276.0: a field that is null is left out of Parameters, ItemSelector, ResultSelector, Assign and a task's payload
# of a state that uses JSONPath. No warning is given.
#
# The same null stays in a Pass state's Result, inside an array, and everywhere in a state that uses JSONata. So
# `assign: { note: null }` assigns nothing, and a later state that reads $note fails, or is refused when it is deployed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund aws-cdk-lib@2.276.0 constructs@10.8.1 >/dev/null
cat >probe.mjs <<'JS'
import { App, Stack } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
const app = new App();
let stacks = 0;
const show = (state) => {
  const stack = new Stack(app, `Stack${stacks++}`);
  const { Type, End, QueryLanguage, ItemProcessor, ...rest } = new sfn.StateGraph(state(stack).startState, 'graph').toGraphJson().States.S;
  console.log(JSON.stringify(rest));
};
const fields = { note: null, total: 0, list: [null, 1] };
show((stack) => new sfn.Pass(stack, 'S', { parameters: fields }));
show((stack) => new sfn.Pass(stack, 'S', { assign: fields }));
show((stack) => new sfn.Map(stack, 'S', { itemSelector: fields, resultSelector: fields }).itemProcessor(new sfn.Pass(stack, 'I')));
show((stack) => new sfn.Pass(stack, 'S', { result: sfn.Result.fromObject(fields) }));
show((stack) => sfn.Pass.jsonata(stack, 'S', { assign: fields }));
JS
node probe.mjs 2>/dev/null | tee seen
diff seen - <<'SEEN'
{"Parameters":{"total":0,"list":[null,1]}}
{"Assign":{"total":0,"list":[null,1]}}
{"ResultSelector":{"total":0,"list":[null,1]},"ItemSelector":{"total":0,"list":[null,1]}}
{"Result":{"note":null,"total":0,"list":[null,1]}}
{"Assign":{"note":null,"total":0,"list":[null,1]}}
SEEN
echo "As described: note is gone from the three JSONPath forms, and is there in Result and in JSONata."
