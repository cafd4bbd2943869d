#!/usr/bin/env bash
# npm aws-local-stepfunctions 3.0.0, three results that differ from the service without an error.
#
# 1. States.StringSplit with two characters splits at the pair. The service takes each character as a delimiter of its own
#    (Step Functions Developer Guide, "Intrinsic functions", the example with ".+,=").
# 2. States.MathAdd does not round its arguments; the service rounds a fraction to the nearest integer first.
# 3. A ResultPath below a number replaces the number by an object. In the service the execution fails, because $.a is
#    not an object.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund aws-local-stepfunctions@3.0.0 >/dev/null
cat >probe.mjs <<'JS'
// The package asks for a newer Node.js only for this one function.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new Promise((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
};
const { StateMachine } = await import('aws-local-stepfunctions');
const run = async (state, input) => {
  const definition = { StartAt: 'A', States: { A: { Type: 'Pass', ...state, End: true } } };
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } });
  console.log(JSON.stringify(await machine.run(input).result));
};
await run({ Parameters: { 'r.$': "States.StringSplit('1,2;3', ',;')" } }, {});
await run({ Parameters: { 'r.$': 'States.MathAdd(1.6, 1)' } }, {});
await run({ Result: 1, ResultPath: '$.a.b' }, { a: 5 });
JS
node probe.mjs | tee seen
diff seen - <<'SEEN'
{"r":["1,2;3"]}
{"r":2.6}
{"a":{"b":1}}
SEEN
echo "As described: the text is not split, 1.6 is not rounded, and the number 5 is lost."
