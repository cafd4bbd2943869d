/* The page of a definition: its graph by coverage, a chosen state, what was never taken, its tests, its source. */
'use strict';
var AslDefinitionPage = (function () {
  var escape = AslDiagram.escape;
  var FIRST_TESTS = 3;

  var TAKES = {
    STATE: 'an input that leads to the state', TRANSITION: 'an execution in which the state succeeds',
    CHOICE_RULE: 'an input for which the rule is true', CHOICE_RULE_FALSE: 'an input for which the rule is false',
    DEFAULT: 'an input for which no rule is true', BRANCH: 'an execution that runs the branch',
    RETRIER: 'a mock that fails with one of its errors', CATCHER: 'a mock that fails with one of its errors, retries exhausted',
    TIMEOUT: 'a mock that does not answer in time', HEARTBEAT: 'a mock that accepts the task and misses a heartbeat',
    MAP_NO_ITEM: 'an input without items', MAP_ONE_ITEM: 'an input with one item', MAP_MANY_ITEMS: 'an input with several items'
  };
  var KINDS = {
    STATE: 'States never entered', TRANSITION: 'States never left', CHOICE_RULE: 'Rules never true',
    CHOICE_RULE_FALSE: 'Rules never false', DEFAULT: 'Defaults never taken', BRANCH: 'Branches never run',
    RETRIER: 'Retriers never used', CATCHER: 'Catchers never used', TIMEOUT: 'Timeouts never passed',
    HEARTBEAT: 'Heartbeats never missed', MAP_NO_ITEM: 'Maps never without items', MAP_ONE_ITEM: 'Maps never with one item',
    MAP_MANY_ITEMS: 'Maps never with several items'
  };

  /** The state that an item belongs to: what lies in a nested state is that state's, not of the one around it. */
  function owner(pointer) {
    var at = pointer.lastIndexOf('/States/');
    var end = at < 0 ? -1 : pointer.indexOf('/', at + 8);
    return at < 0 ? '' : end < 0 ? pointer : pointer.slice(0, end);
  }

  function nameOf(pointer) {
    return pointer ? pointer.split('/').pop().replace(/~1/g, '/').replace(/~0/g, '~') : 'the state machine';
  }

  /** How much of each state and way was taken. */
  function marks(items) {
    var at = new Map();
    var owned = new Map();
    items.forEach(function (item) {
      at.set(item.pointer + ' ' + item.kind, item);
      owned.set(owner(item.pointer), (owned.get(owner(item.pointer)) || []).concat(item));
    });
    function entered(pointer) {
      return at.get(pointer + ' STATE');
    }
    return {
      state: function (node) {
        var item = entered(node.pointer);
        if (!item) {
          return {};
        }
        var missed = (owned.get(node.pointer) || []).filter(function (one) { return !one.hits; });
        return { name: !item.hits ? 'none' : missed.length ? 'part' : 'full', count: AslParts.times(item.hits),
          says: !item.hits ? 'never taken' : missed.length ? 'taken in part' : 'taken',
          title: (item.hits ? missed : [item]).map(function (one) { return one.missed; }).join('\n') };
      },
      way: function (edge) {
        var kind = { RULE: 'CHOICE_RULE', CATCH: 'CATCHER', DEFAULT: 'DEFAULT' }[edge.way];
        var item = kind ? at.get(edge.pointer + ' ' + kind)
          : at.get(edge.pointer + ' TRANSITION') || entered(edge.pointer);
        if (!item) {
          return {};
        }
        var never = edge.way === 'RULE' && at.get(edge.pointer + ' CHOICE_RULE_FALSE');
        var part = item.hits && never && !never.hits;
        return { name: !item.hits ? 'none' : part ? 'part' : 'full',
          count: item.kind === 'STATE' || item.kind === 'TRANSITION' ? '' : AslParts.times(item.hits),
          title: [edge.label, item.hits ? '' : item.missed, part ? never.missed : ''].filter(Boolean).join('\n') };
      },
      start: function (node) {
        var item = node && entered(node.pointer);
        return { name: item ? (item.hits ? 'full' : 'none') : '' };
      }
    };
  }

  function missed(one, byKind) {
    var all = one.items.filter(function (item) { return !item.hits; });
    if (!all.length) {
      return '<p>Everything was taken.</p>';
    }
    var groups = new Map();
    all.forEach(function (item) {
      var group = byKind ? KINDS[item.kind] || item.kind : owner(item.pointer);
      groups.set(group, (groups.get(group) || []).concat(item));
    });
    var html = '';
    groups.forEach(function (items, group) {
      var never = !byKind && items.filter(function (item) { return item.kind === 'STATE'; })[0];
      html += '<details class="never"' + (groups.size <= 8 ? ' open' : '') + '><summary>' +
        escape(byKind ? group : nameOf(group)) + ' <span class="soft">' +
        (never ? 'never entered' + (items.length > 1 ? ', and so ' + (items.length - 1) + ' more' : '')
          : AslParts.many(items.length, byKind ? 'time' : 'item')) + '</span></summary><ul class="list">' +
        items.map(function (item) {
          return '<li class="missed">' + escape(item.missed) + ' <button type="button" class="place mono" data-line="' +
            item.line + '">' + item.line + ':' + item.column + '</button><br><span class="soft">takes ' +
            escape(TAKES[item.kind] || 'another execution') + '</span></li>';
        }).join('') + '</ul></details>';
    });
    return html;
  }

  function source(one) {
    var lines = new Map();
    one.items.forEach(function (item) { lines.set(item.line, (lines.get(item.line) || []).concat(item)); });
    return '<table class="source mono">' + (one.text || []).map(function (text, i) {
      var items = lines.get(i + 1) || [];
      var taken = items.filter(function (item) { return item.hits; });
      var most = taken.reduce(function (sum, item) { return Math.max(sum, item.hits); }, 0);
      var mark = !items.length ? '' : !taken.length ? 'none' : taken.length < items.length ? 'part' : 'full';
      var title = items.filter(function (item) { return !item.hits; }).map(function (item) { return item.missed; });
      return '<tr class="' + mark + '" id="line-' + (i + 1) + '" title="' + escape(title.join('\n')) + '"><td class="number">' +
        (i + 1) + '</td><td class="number hits">' + (items.length ? most + '\u00d7' : '') + '</td><td class="text">' +
        escape(text) + '</td></tr>';
    }).join('') + '</table>';
  }

  /** The lines of a state: up to the next state beside it or around it. */
  function lines(one, item) {
    var next = one.items.filter(function (other) {
      return other.kind === 'STATE' && other.line > item.line && other.pointer.indexOf(item.pointer + '/') !== 0;
    }).reduce(function (least, other) { return Math.min(least, other.line); }, one.text.length + 1);
    return one.text.slice(item.line - 1, Math.min(next - 1, item.line + 59));
  }

  function given(visit, payloads) {
    var shown = visit.flow.filter(function (step) { return step[0] === 'input' || step[0] === 'result' || step[0] === 'output'; });
    return AslParts.status(visit.outcome) + (visit.error ? ' <b>' + escape(visit.error) + '</b> ' : '') +
      shown.map(function (step) {
        return '<div class="step"><b>' + escape(step[0]) + '</b><pre>' + escape(AslParts.pretty(payloads[step[1]])) + '</pre></div>';
      }).join('');
  }

  /** A chosen state: where it stands, who entered it, and what tests gave it. */
  function chosen(element, one, pointer, report) {
    var node = AslGraphPane.names(one.graph, []).filter(function (it) { return it.pointer === pointer; })[0];
    var item = one.items.filter(function (it) { return it.kind === 'STATE' && it.pointer === pointer; })[0];
    if (!node) {
      return;
    }
    var entered = one.entered[pointer] || { all: 0, tests: [] };
    element.innerHTML = '<h3>' + escape(node.name) + '</h3><p class="soft">' + escape(node.type) +
      (node.detail ? ', ' + escape(node.detail) : '') + ', ' + (item && item.hits
      ? 'entered ' + AslParts.many(item.hits, 'time') + ' by ' + AslParts.many(entered.all, 'test') : 'never entered') + '</p>' +
      (item ? '<pre class="lines">' + escape(lines(one, item).join('\n')) + '</pre>' : '') +
      (entered.tests.length ? '<h3>What tests gave it</h3><div class="given"></div>' : '');
    function more(from) {
      entered.tests.slice(from, from + FIRST_TESTS).forEach(function (number) {
        var test = report.data.tests[number];
        var box = document.createElement('div');
        box.innerHTML = '<p>' + AslParts.link('test/' + encodeURIComponent(test.slug), test.name) + ' ' +
          AslParts.status(test.status) + '</p>';
        element.querySelector('.given').appendChild(box);
        report.test(test, function (whole) {
          var cut = whole.executions.some(function (run) { return run['events left out']; });
          var visits = [];
          whole.executions.forEach(function (run) {
            visits = visits.concat(run.visits.filter(function (visit) { return visit.pointer === pointer; }));
          });
          box.insertAdjacentHTML('beforeend', visits.slice(0, 2).map(function (visit) {
            return given(visit, whole.payloads);
          }).join('') + (!visits.length ? '<p class="soft">' + (cut ? 'It entered the state after the events that the report keeps.'
            : 'It entered the state in an execution that the report does not show.') + '</p>' : '') +
            (visits.length > 2 ? '<p class="soft">and ' + AslParts.many(visits.length - 2, 'more visit') + '</p>' : ''));
        });
      });
      if (entered.tests.length > from + FIRST_TESTS) {
        var button = document.createElement('button');
        button.type = 'button';
        button.textContent = 'More of ' + AslParts.many(entered.all, 'test');
        button.onclick = function () {
          button.remove();
          more(from + FIRST_TESTS);
        };
        element.querySelector('.given').appendChild(button);
      }
    }
    if (entered.tests.length) {
      more(0);
    }
  }

  /** @param at the pointer of a state that is chosen at once */
  function show(page, one, at, report) {
    page.innerHTML = '<h1>' + escape(one.title) + '</h1>' + AslMutantsPage.tabs(one, 'definition') + '<p>' + AslParts.bar(one.covered, one.total) +
      ' <span class="soft">covered, ' + one.covered + ' of ' + one.total + '</span></p>' +
      '<div class="tools"><button type="button" id="svg">Save as SVG</button>' +
      '<button type="button" id="mermaid">Save as Mermaid</button>' +
      AslParts.key([['full', 'taken'], ['part', 'taken in part'], ['none', 'never taken']]) + '</div>' +
      '<div class="split"><div class="box" id="graph"></div><aside class="box side" aria-live="polite">' +
      '<div id="state"><p class="soft">Choose a state to see its definition, its visits and what tests gave it.</p></div>' +
      '<h3>Never taken <span class="by" role="group" aria-label="Group by"><button type="button" aria-pressed="true">by state' +
      '</button><button type="button" aria-pressed="false">by kind</button></span></h3><div id="never">' + missed(one, false) +
      '</div></aside></div><h2>Tests</h2><div id="tests"></div><h2>Source</h2><div class="box draw" id="source" tabindex="0" role="group" ' +
      'aria-label="Source"></div>';
    var side = document.getElementById('state');
    function choose(pointer) {
      history.replaceState(null, '', '#definition/' + encodeURIComponent(one.address) + '/' + encodeURIComponent(pointer));
      chosen(side, one, pointer, report);
    }
    var pane = AslGraphPane.show(document.getElementById('graph'), one.graph, marks(one.items), choose);
    if (at) {
      pane.jump(at);
      chosen(side, one, at, report);
    }
    document.getElementById('svg').onclick = function () {
      AslParts.save(one.name + '.svg', 'image/svg+xml', AslDiagram.file(one.graph));
    };
    document.getElementById('mermaid').onclick = function () { AslParts.save(one.name + '.mmd', 'text/plain', one.mermaid); };
    page.querySelectorAll('.by button').forEach(function (button, i, both) {
      button.onclick = function () {
        both.forEach(function (other) { other.setAttribute('aria-pressed', other === button); });
        document.getElementById('never').innerHTML = missed(one, i === 1);
      };
    });
    document.getElementById('never').addEventListener('click', function (event) {
      if (event.target.dataset.line) {
        document.getElementById('line-' + event.target.dataset.line).scrollIntoView({ block: 'center' });
      }
    });
    // What is below the graph waits until the graph is seen.
    setTimeout(function () {
      var tests = document.getElementById('tests');
      if (page.contains(tests) && document.getElementById('source')) {
        AslLists.tests(tests, one.tests.map(function (number) { return report.data.tests[number]; }), []);
        document.getElementById('source').innerHTML = source(one);
      }
    }, 0);
  }

  return { show: show };
})();
