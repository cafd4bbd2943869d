#!/usr/bin/env bash
# npm asl-validator 4.0.0 refuses JSONata strings that the language allows.
#
# The Amazon States Language says only that such a string begins with "{%" and ends with "%}". The validator also wants a blank
# inside each of them, and one line: "{% $x%}", "{%$x %}" and an expression over several lines are refused, where the message says
# that Output "must match exactly one schema in oneOf". It takes a BackoffRate of 0.5, which the language does not allow (at least 1.0).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund asl-validator@4.0.0 >/dev/null
cat >probe.mjs <<'JS'
import validator from 'asl-validator';
const validate = validator.default ?? validator;
const show = (state) => console.log(validate({ StartAt: 'A', States: { A: { End: true, ...state } } }).isValid);
const pass = (Output) => show({ Type: 'Pass', QueryLanguage: 'JSONata', Output });
pass('{% $states.input %}');
pass('{% $states.input%}');
pass('{%$states.input %}');
pass('{%\n  $states.input\n%}');
show({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: 0.5 }] });
JS
node probe.mjs | tee seen
diff seen - <<'SEEN'
true
false
false
false
true
SEEN
echo "As described: only the first JSONata form is accepted, and so is a BackoffRate below 1."
