#!/usr/bin/env bash
# npm @cdktf/hcl2json 0.21.0, HashiCorp's parser as a library, changes what it reads: numbers are rounded, objects are sorted.
#
# Terraform counts whole numbers exactly, and jsonencode writes them so. The JSON of this package has passed them through a
# double: 9007199254740993 has become ...992. The fields of an object come out in the order of the alphabet and not as they were
# written, so whoever looks for the first state of a machine finds another. A key that is an expression keeps its parentheses,
# "${(k)}", while the template "${k}" stays as it is: two spellings of one key are two fields. Within a call such as jsonencode(...)
# all of the text is left alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @cdktf/hcl2json@0.21.0 >/dev/null
cat >probe.mjs <<'JS'
import hcl from '@cdktf/hcl2json';
const show = async (text) => console.log(JSON.stringify(await hcl.parse('main.tf', text)));
await show('order = 9007199254740993');
await show('states = { Validate = 1, Charge = 2 }');
await show('m = { (k) = 1, "${k}" = 2 }');
await show('d = jsonencode({ order = 9007199254740993, a = 1 })');
JS
node probe.mjs | tee seen
diff seen - <<'SEEN'
{"order":9007199254740992}
{"states":{"Charge":2,"Validate":1}}
{"m":{"${(k)}":1,"${k}":2}}
{"d":"${jsonencode({ order = 9007199254740993, a = 1 })}"}
SEEN
