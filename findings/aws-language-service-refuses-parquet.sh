#!/usr/bin/env bash
# npm amazon-states-language-service 1.16.1, the service behind AWS's editors, lags behind the language both ways.
#
# It refuses a definition that AWS takes: an ItemReader whose InputType is PARQUET ("Valid values: CSV, JSON, JSONL, MANIFEST").
# And it finds nothing wrong with definitions that CreateStateMachine refuses: a JSONata expression that does not parse, ResultPath
# in a JSONata state, States.ALL before another Retrier, HeartbeatSeconds above TimeoutSeconds, a name of 81 characters, a variable
# called "states", IntervalSeconds of 0. An editor without red lines does not mean that a definition can be deployed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund amazon-states-language-service@1.16.1 vscode-languageserver-textdocument@1.0.12 >/dev/null
cat >probe.cjs <<'JS'
const { getLanguageService } = require('amazon-states-language-service');
const { TextDocument } = require('vscode-languageserver-textdocument');
const service = getLanguageService({});
const show = async (state, name = 'A') => {
  const text = JSON.stringify({ StartAt: name, States: { [name]: { End: true, ...state } } });
  const document = TextDocument.create('file://a.asl.json', 'asl', 1, text);
  const problems = await service.doValidation(document, service.parseJSONDocument(document));
  console.log(problems.map((problem) => problem.message).join(' ') || 'fine');
};
const map = (InputType) => ({
  Type: 'Map',
  ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType }, Parameters: { Bucket: 'b', Key: 'k' } },
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'B', States: { B: { Type: 'Succeed' } } },
});
const task = (fields) => ({ Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f', ...fields });
(async () => {
  await show(map('JSONL'));
  await show(map('PARQUET'));
  await show({ Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% 1 + %}' });
  await show({ Type: 'Pass', QueryLanguage: 'JSONata', ResultPath: '$.a' });
  await show(task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['Busy'] }] }));
  await show(task({ TimeoutSeconds: 5, HeartbeatSeconds: 9 }));
  await show({ Type: 'Pass' }, 'A'.repeat(81));
  await show({ Type: 'Pass', Assign: { states: 1 } });
  await show(task({ Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 0 }] }));
})();
JS
node probe.cjs | tee seen
diff seen - <<'SEEN'
fine
Value is not accepted. Valid values: "CSV", "JSON", "JSONL", "MANIFEST".
fine
fine
fine
fine
fine
fine
fine
SEEN
