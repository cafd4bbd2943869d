/* What the writers of the report shortened: positional values get their names, numbers the words that they stand for. */
'use strict';
var AslData = (function () {
  var STATUS = ['PASSED', 'FAILED', 'ABORTED'];
  var ENDED = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];

  function slug(group, name, end) {
    if (end.indexOf('-') >= 0) {
      return end;
    }
    return (group.slice(group.lastIndexOf('.') + 1) + '.' + name).replace(/[^A-Za-z0-9_.-]+/g, '-').slice(0, 80) + '-' + end;
  }

  /** The first page's data, with a test as an object. */
  function index(data) {
    data.tests = data.tests.map(function (test, number) {
      var ended = [];
      for (var i = 0; i + 1 < test[6].length; i += 2) {
        ended.push({ status: ENDED[test[6][i]], count: test[6][i + 1] });
      }
      var group = data.groups[test[0]];
      return { number: number, group: group, name: test[1], slug: slug(group, test[1], test[2]), status: STATUS[test[3]],
        file: test[4], definitions: test[5], ended: ended, error: test[7] < 0 ? null : data.errors[test[7]],
        duration: test[8], failure: test[9] || null, exploration: test[10] === true };
    });
    return data;
  }

  function pairs(values, words) {
    var all = [];
    for (var i = 0; i + 1 < values.length; i += 2) {
      all.push([words[values[i]], values[i + 1]]);
    }
    return all;
  }

  /** The executions of an exploration whose parts several JVMs wrote. */
  function joined(whole) {
    var runs = new Map();
    whole.parts.map(test).forEach(function (part) {
      part.executions.forEach(function (run) {
        runs.set(run.name, run);
      });
    });
    whole.executions = whole.shown.filter(function (name) { return runs.has(name); }).map(function (name) {
      return runs.get(name);
    });
    whole.children = [];
    return whole;
  }

  /** The executions of a test. */
  function test(whole) {
    if (whole.parts) {
      return joined(whole);
    }
    var words = whole.words;
    function word(number) {
      return number === null ? null : words[number];
    }
    whole.executions.forEach(function (run) {
      run.payloads = whole.payloads;
      run.lanes = run.lanes.map(function (lane) {
        return { label: lane[0], outcome: word(lane[1]), depth: lane[2], parent: lane[3] };
      });
      run.visits = run.visits.map(function (v) {
        var state = whole.states[v[2]];
        var place = run.lanes[v[3]].label;
        return { id: v[0], end: v[1], name: state[0], type: state[1], pointer: state[2],
          path: place ? place + '/' + state[0] : state[0], lane: v[3], from: v[4], to: v[5], outcome: word(v[6]),
          error: word(v[7]), cause: word(v[8]), next: word(v[9]),
          attempts: v[10].map(function (a) {
            return { number: a[0], id: a[1], end: a[2], from: a[3], submitted: a[4], to: a[5], outcome: word(a[6]),
              error: word(a[7]), resource: word(a[8]), timeout: a[9], heartbeat: a[10], missedHeartbeat: a[11] };
          }),
          flow: pairs(v[11], words),
          notes: v[12].map(function (n) {
            return { kind: word(n[0]), index: n[1], at: n[2], by: n.length > 3 ? word(n[3]) : null,
              place: n.length > 4 ? word(n[4]) : null };
          }) };
      });
      run.events = run.events.map(function (e) {
        return { id: e[0], previous: e[1], at: e[2], type: word(e[3]), details: pairs(e.slice(4), words) };
      });
    });
    whole.children = whole.children.map(function (c) {
      return { map: c[0], name: c[1], status: c[2], error: c[3], failed: c[4], duration: c[5], shown: c[6] };
    });
    return whole;
  }

  return { index: index, test: test };
})();
