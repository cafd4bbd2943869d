/* The pages: an overview, one for each definition, one for each test. Which one, the part of the address after # says. */
'use strict';
(function () {
  var data = AslData.index(JSON.parse(document.getElementById('data').textContent));
  var page = document.getElementById('page');
  var trail = document.getElementById('trail');
  var escape = AslDiagram.escape;
  var duration = AslTimeline.duration;
  var loadedTests = new Map();
  var loadedDefinitions = new Map();

  function definition(key) {
    return data.definitions.filter(function (one) { return one.key === key; })[0];
  }

  function testsOf(numbers) {
    return numbers.map(function (number) { return data.tests[number]; });
  }

  function link(kind, id, text) {
    return '<a href="#' + kind + '/' + encodeURIComponent(id) + '">' + escape(text) + '</a>';
  }

  function status(text) {
    return '<span class="status ' + escape(text) + '">' + escape(text) + '</span>';
  }

  function percent(covered, total) {
    return total ? (Math.floor(1000 * covered / total) / 10).toFixed(1) : '100.0';
  }

  function many(number, noun) {
    return number + ' ' + noun + (number === 1 ? '' : 's');
  }

  function bar(covered, total) {
    return '<span class="bar" role="img" aria-label="' + percent(covered, total) + ' percent"><i style="width:' +
      percent(covered, total) + '%"></i></span> ' + percent(covered, total) + '&nbsp;%';
  }

  function key(names) {
    return names.map(function (one) {
      return '<span class="key"><i class="' + one[0] + '"></i>' + escape(one[1]) + '</span>';
    }).join('');
  }

  // ---- overview ----------------------------------------------------------------------------------------------

  function overview() {
    var failed = data.tests.filter(function (test) { return test.status === 'FAILED'; });
    var html = '<h1>' + many(data.tests.length, 'test') + ' of ' + many(data.definitions.length, 'definition') +
      '</h1><p>' +
      bar(data.covered, data.total) + ' <span class="soft">covered, ' + data.covered + ' of ' + data.total + '</span>' +
      (failed.length ? ' &nbsp; ' + status('FAILED') + ' ' + failed.length : '') + '</p>';
    if (failed.length) {
      html += '<h2>Failed tests</h2>' + table(['test', 'failure'], failed.map(function (test) {
        return [link('test', test.slug, test.group.split('.').pop() + '.' + test.name),
          '<pre>' + escape((test.failure || '').split('\n')[0]) + '</pre>'];
      }));
    }
    html += '<h2>Definitions</h2>' + table(['definition', 'covered', '#items', '#tests', '#never taken'],
      data.definitions.map(function (one) {
        return [link('definition', one.key, one.name) + '<br><span class="soft mono">' + escape(one.file) + '</span>',
          bar(one.covered, one.total), one.total, one.tests, one.total - one.covered];
      }));
    var groups = new Map();
    data.tests.forEach(function (test) { groups.set(test.group, (groups.get(test.group) || []).concat(test)); });
    groups.forEach(function (some, group) {
      html += '<h3>' + escape(group) + '</h3>' + tests(some);
    });
    page.innerHTML = html;
  }

  function tests(some) {
    return '<div class="tests">' + table(['test', 'ended', 'executions'], some.map(function (test) {
      return [link('test', test.slug, test.name), status(test.status), test.ended.map(function (some) {
        return status(some.status) + (some.count > 1 ? ' ' + times(some.count) : '');
      }).join(' ') + ' <span class="soft">' + escape(test.error || '') + ' ' + duration(test.duration) + '</span>'];
    })) + '</div>';
  }

  function table(heads, rows) {
    return '<table><tr>' + heads.map(function (head) {
      return head.charAt(0) === '#' ? '<th class="number">' + head.slice(1) + '</th>' : '<th>' + head + '</th>';
    }).join('') + '</tr>' + rows.map(function (row) {
      return '<tr>' + row.map(function (cell, i) {
        return '<td' + (heads[i].charAt(0) === '#' ? ' class="number"' : '') + '>' + cell + '</td>';
      }).join('') + '</tr>';
    }).join('') + '</table>';
  }

  // ---- a definition --------------------------------------------------------------------------------------------

  function times(hits) {
    return hits ? hits + '\u00d7' : '';
  }

  /** How much of each state and way was taken. What lies in a nested state is that state's, not of the one around it. */
  function coverageMarks(items) {
    function of(pointer, kind) {
      return items.filter(function (item) { return item.pointer === pointer && (!kind || item.kind === kind); });
    }
    function own(pointer) {
      return items.filter(function (item) {
        var below = item.pointer.indexOf(pointer + '/') === 0 ? item.pointer.slice(pointer.length) : null;
        return item.pointer === pointer || below !== null && below.indexOf('/States/') < 0;
      });
    }
    return {
      state: function (node) {
        var entered = of(node.pointer, 'STATE')[0];
        if (!entered) {
          return {};
        }
        var missed = own(node.pointer).filter(function (item) { return !item.hits; });
        return {
          name: !entered.hits ? 'none' : missed.length ? 'part' : 'full',
          count: times(entered.hits),
          title: (entered.hits ? missed : [entered]).map(function (item) { return item.missed; }).join('\n')
        };
      },
      way: function (edge) {
        var item = of(edge.pointer, { RULE: 'CHOICE_RULE', CATCH: 'CATCHER', DEFAULT: 'DEFAULT', NEXT: null }[edge.way])[0];
        if (!item) {
          return {};
        }
        var never = edge.way === 'RULE' && of(edge.pointer, 'CHOICE_RULE_FALSE')[0];
        var part = item.hits && never && !never.hits;
        return { name: !item.hits ? 'none' : part ? 'part' : 'full', count: item.kind === 'STATE' ? '' : times(item.hits),
          title: [edge.label, item.hits ? '' : item.missed, part ? never.missed : ''].filter(Boolean).join('\n') };
      },
      start: function (node) {
        var entered = of(node.pointer, 'STATE')[0];
        return { name: entered ? (entered.hits ? 'full' : 'none') : '' };
      }
    };
  }

  function definitionPage(one) {
    trail.textContent = one.file;
    var missed = one.items.filter(function (item) { return !item.hits; });
    page.innerHTML = '<h1>' + escape(one.name) + '</h1><p>' + bar(one.covered, one.total) + ' <span class="soft">covered, ' +
      one.covered + ' of ' + one.total + '</span></p>' +
      '<div class="tools"><button type="button" id="svg">Save as SVG</button>' +
      '<button type="button" id="mermaid">Save as Mermaid</button>' +
      key([['full', 'taken'], ['part', 'taken in part'], ['none', 'never taken']]) + '</div>' +
      '<div class="split"><div class="box draw" id="graph"></div><div class="box"><h3>Never taken</h3>' +
      (missed.length ? '<ul class="list">' + missed.map(function (item) {
        return '<li class="missed">' + escape(item.missed) + ' <a class="soft mono" href="#definition/' +
          encodeURIComponent(one.key) + '" data-line="' + item.line + '">' + item.line + ':' + item.column + '</a></li>';
      }).join('') + '</ul>' : '<p>Everything was taken.</p>') + '</div></div>' +
      '<h2>Tests</h2>' + tests(testsOf(one.tests)) +
      '<h2>Source</h2><div class="box draw">' + source(one) + '</div>';
    if (one.graph) {
      document.getElementById('graph').innerHTML = AslDiagram.svg(one.graph, coverageMarks(one.items));
      document.getElementById('svg').onclick = function () {
        save(one.name + '.svg', 'image/svg+xml', AslDiagram.svg(one.graph, AslDiagram.PLAIN, true));
      };
      document.getElementById('mermaid').onclick = function () { save(one.name + '.mmd', 'text/plain', one.mermaid); };
    }
    page.querySelectorAll('[data-line]').forEach(function (place) {
      place.onclick = function (event) {
        event.preventDefault();
        document.getElementById('line-' + place.dataset.line).scrollIntoView({ block: 'center' });
      };
    });
  }

  function save(name, type, text) {
    var away = document.createElement('a');
    away.href = URL.createObjectURL(new Blob([text], { type: type }));
    away.download = name.split('/').pop();
    away.click();
  }

  function source(one) {
    var lines = {};
    one.items.forEach(function (item) { (lines[item.line] = lines[item.line] || []).push(item); });
    return '<table class="source mono">' + (one.text || []).map(function (text, i) {
      var items = lines[i + 1] || [];
      var taken = items.filter(function (item) { return item.hits; });
      var most = Math.max.apply(null, [0].concat(taken.map(function (item) { return item.hits; })));
      var mark = !items.length ? '' : !taken.length ? 'none' : taken.length < items.length ? 'part' : 'full';
      var title = items.filter(function (item) { return !item.hits; }).map(function (item) { return item.missed; });
      return '<tr class="' + mark + '" id="line-' + (i + 1) + '" title="' + escape(title.join('\n')) + '"><td class="number">' +
        (i + 1) + '</td><td class="number hits">' + (items.length ? most + '\u00d7' : '') + '</td><td class="text">' +
        escape(text) + '</td></tr>';
    }).join('') + '</table>';
  }

  // ---- a test --------------------------------------------------------------------------------------------------

  window.aslTest = function (number, text) {
    loadedTests.set(number, text);
  };

  window.aslDefinition = function (number, text) {
    loadedDefinitions.set(number, text);
  };

  function load(file, then) {
    var script = document.createElement('script');
    script.src = file;
    script.onload = then;
    script.onerror = function () { page.innerHTML = '<h1>' + escape(file) + ' cannot be read</h1>'; };
    document.head.appendChild(script);
  }

  function withTest(test, then) {
    if (!loadedTests.has(test.number)) {
      load('tests/' + test.file + '.js', function () { withTest(test, then); });
      return;
    }
    var whole = loadedTests.get(test.number);
    if (typeof whole === 'string') {
      whole = Object.assign({}, test, AslData.test(JSON.parse(whole)));
      loadedTests.set(test.number, whole);
    }
    then(whole);
  }

  function withDefinition(number, then) {
    if (!loadedDefinitions.has(number)) {
      load('definitions/' + number + '.js', function () { withDefinition(number, then); });
      return;
    }
    var whole = loadedDefinitions.get(number);
    if (typeof whole === 'string') {
      whole = Object.assign({}, data.definitions[number], JSON.parse(whole));
      loadedDefinitions.set(number, whole);
    }
    then(whole);
  }

  function testPage(test) {
    trail.textContent = test.group;
    page.innerHTML = '<h1>' + escape(test.name) + '</h1><p>' + status(test.status) + ' <span class="soft">' +
      escape(test.group) + '</span></p>' +
      (test.failure ? '<div class="box failure"><pre>' + escape(test.failure) + '</pre></div>' : '') +
      (test.executions.length ? '' : '<p>It started no execution.</p>');
    test.executions.forEach(function (run, i) {
      var box = document.createElement('section');
      page.appendChild(box);
      execution(box, run, test.executions.length > 1 ? 'Execution ' + (i + 1) + ': ' : '');
    });
    if (test['executions left out']) {
      page.insertAdjacentHTML('beforeend', '<p class="soft">' + test['executions left out'] +
        ' more executions are counted, and not shown.</p>');
    }
  }

  /** The path on the graph: how often each state was entered, which ways were gone, where it failed. */
  function pathMarks(run) {
    function visits(pointer) {
      return run.visits.filter(function (visit) { return visit.pointer === pointer; });
    }
    function noted(visit, kind, index) {
      return visit.notes.some(function (note) { return note.kind === kind && note.index === index; });
    }
    return {
      state: function (node) {
        var all = visits(node.pointer);
        var failed = all.some(function (visit) { return visit.outcome === 'FAILED'; });
        return { name: !all.length ? '' : failed ? 'fail' : 'walk', count: all.length > 1 ? times(all.length) : '',
          title: all.map(function (visit) { return visit.path + ' ' + visit.outcome; }).slice(0, 10).join('\n') };
      },
      way: function (edge) {
        var cut = edge.pointer.lastIndexOf(edge.way === 'RULE' ? '/Choices/' : edge.way === 'CATCH' ? '/Catch/' : '/');
        var index = Number(edge.pointer.split('/').pop());
        var terminal = visits(edge.pointer);
        var gone = terminal.length
          ? terminal.filter(function (visit) { return visit.outcome === 'SUCCEEDED'; })
          : visits(edge.pointer.slice(0, cut)).filter(function (visit) {
            return edge.way === 'RULE' ? noted(visit, 'CHOICE_RULE', index)
              : edge.way === 'CATCH' ? noted(visit, 'CATCHER', index)
                : edge.way === 'DEFAULT' ? noted(visit, 'DEFAULT', 0)
                  : visit.outcome === 'SUCCEEDED';
          });
        return { name: gone.length ? 'walk' : '', count: gone.length > 1 ? times(gone.length) : '', title: edge.label };
      },
      start: function (node) { return { name: visits(node.pointer).length ? 'walk' : '' }; }
    };
  }

  function execution(box, run, prefix) {
    var of = definition(run.definition);
    var top = run.visits.filter(function (visit) { return visit.lane === 0; });
    box.innerHTML = '<h2>' + escape(prefix + run.machine) + ' &nbsp;' + status(run.status) + '</h2><p>' +
      (run.error ? '<b>' + escape(run.error) + '</b> ' : '') +
      (run.duration === null ? 'still running when the test ended' : 'after ' + duration(run.duration) + ' of virtual time') +
      (of ? ', ' + link('definition', of.key, of.name) : '') + '</p>' +
      (run.cause ? '<pre class="soft">' + escape(run.cause) + '</pre>' : '') +
      '<div class="path">' + top.map(function (visit, i) {
        return (i ? '<span class="soft">\u2192</span>' : '') + '<button type="button" data-visit="' + visit.id + '">' +
          escape(visit.name) + '</button>';
      }).join('') + '</div>' +
      '<h3>Virtual time</h3><div class="box draw">' + AslTimeline.svg(run) + '</div><div class="tools">' +
      key([['walk', 'a stay in a state'], ['wait', 'a wait'], ['part', 'its error was caught'], ['none', 'it failed']]) +
      '<span class="key">below it: attempts; \u2665 a heartbeat; dots: waiting before a retry</span></div>' +
      '<div class="split"><div class="box draw graph"></div><div class="box flow"></div></div>' +
      '<details><summary>' + run.events.length + ' events</summary>' + events(run) + '</details>';
    if (of) {
      withDefinition(data.definitions.indexOf(of), function (whole) {
        box.querySelector('.graph').innerHTML = AslDiagram.svg(whole.graph, pathMarks(run));
        box.querySelectorAll('.graph [data-pointer]').forEach(function (one) {
          one.style.cursor = 'pointer';
          one.addEventListener('click', function (event) {
            var visit = run.visits.filter(function (it) { return it.pointer === one.dataset.pointer; })[0];
            if (visit) {
              event.stopPropagation();
              choose(visit.id);
            }
          });
        });
      });
    }
    function choose(id) {
      var visit = run.visits.filter(function (one) { return one.id === id; })[0];
      if (visit) {
        box.querySelector('.flow').innerHTML = flow(visit, run.payloads);
        box.querySelectorAll('.on').forEach(function (one) { one.classList.remove('on'); });
        box.querySelectorAll('[data-visit="' + id + '"]').forEach(function (one) { one.classList.add('on'); });
      }
    }
    box.querySelectorAll('[data-visit]').forEach(function (one) {
      one.addEventListener('click', function () { choose(Number(one.dataset.visit)); });
    });
    var failed = run.visits.filter(function (visit) { return visit.outcome === 'FAILED' || visit.error; });
    var first = failed.filter(function (visit) { return visit.type === 'Task'; })[0] || failed[0] || run.visits[0];
    if (first) {
      choose(first.id);
    }
  }

  function pretty(text) {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch (notJson) {
      return text;
    }
  }

  var NOTES = {
    CHOICE_RULE: function (note) { return 'Choices[' + note.index + '] was true'; },
    DEFAULT: function () { return 'no rule was true: Default'; },
    RETRIER: function (note) { return 'Retry[' + note.index + '] retried it'; },
    CATCHER: function (note) { return 'Catch[' + note.index + '] caught the error'; },
    HEARTBEAT: function (note) { return note.by ? reported(note) : 'heartbeat'; },
    REPORT: function (note) { return reported(note); },
    ITEMS: function (note) { return many(note.index, 'item'); }
  };

  function reported(note) {
    return note.by + (note.place ? ' at ' + note.place : '');
  }

  function flow(visit, payloads) {
    return '<h3>' + escape(visit.path) + ' ' + status(visit.outcome) + '</h3><p class="soft">' + escape(visit.type) +
      ', +' + duration(visit.from) + (visit.to === null ? '' : ' to +' + duration(visit.to)) + '</p>' +
      (visit.error ? '<p><b>' + escape(visit.error) + '</b></p>' : '') +
      (visit.cause ? '<pre class="soft">' + escape(visit.cause) + '</pre>' : '') +
      (visit.notes.length ? '<ul class="list">' + visit.notes.map(function (note) {
        return '<li>+' + duration(note.at) + ' &nbsp;' + escape(NOTES[note.kind] ? NOTES[note.kind](note) : note.kind) + '</li>';
      }).join('') + '</ul>' : '') +
      (visit.attempts.length && visit.attempts[0].resource ? table(['#attempt', 'call', 'ended'],
        visit.attempts.map(function (attempt) {
          return [attempt.number, '<span class="mono">' + escape(attempt.resource || '') + '</span><br><span class="soft">+' +
            duration(attempt.from) + (attempt.to === null ? '' : ' to +' + duration(attempt.to)) + '</span>',
            status(attempt.outcome) + ' ' + escape(attempt.missedHeartbeat ? 'missed heartbeat' : attempt.error || '')];
        })) : '') +
      visit.flow.map(function (step, i) {
        var same = i > 0 && visit.flow[i - 1][1] === step[1];
        return '<div class="step"><b>' + escape(step[0]) + '</b>' + (same ? ' <span class="soft">as before</span>'
          : '<pre>' + escape(pretty(payloads[step[1]])) + '</pre>') + '</div>';
      }).join('');
  }

  function events(run) {
    function shown(value) {
      return typeof value === 'number' ? run.payloads[value] : value;
    }
    return table(['#id', 'time', 'event', '#after', 'details'], run.events.map(function (event) {
      return [event.id, '+' + duration(event.at), escape(event.type), event.previous || '',
        event.details.map(function (detail) {
          return '<span class="soft">' + escape(detail[0]) + '</span> <code>' + escape(shown(detail[1])) + '</code>';
        }).join('<br>')];
    })) + (run['events left out'] ? '<p class="soft">and ' + run['events left out'] + ' more</p>' : '');
  }

  // ---- which page ----------------------------------------------------------------------------------------------

  /** The part of the address after the kind; of one that is malformed, as it is. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  function show() {
    var parts = location.hash.slice(1).split('/');
    var id = decoded(parts.slice(1).join('/'));
    var test = parts[0] === 'test' && data.tests.filter(function (one) { return one.slug === id; })[0];
    trail.textContent = '';
    window.scrollTo(0, 0);
    if (parts[0] === 'definition' && definition(id)) {
      withDefinition(data.definitions.indexOf(definition(id)), definitionPage);
    } else if (test) {
      withTest(test, testPage);
    } else {
      overview();
      if (parts[0]) {
        page.insertAdjacentHTML('afterbegin', '<p class="soft" role="status">This report has nothing at ' +
          escape(location.hash) + '; here is all of it.</p>');
      }
    }
  }

  function theme(name) {
    document.documentElement.dataset.theme = name;
    try {
      localStorage.setItem('asl-testkit-theme', name);
    } catch (noStorage) {
      // A page from a disk may have none; it then asks the system each time.
    }
  }

  var wanted = null;
  try {
    wanted = localStorage.getItem('asl-testkit-theme');
  } catch (noStorage) {
    wanted = null;
  }
  document.documentElement.dataset.theme =
    wanted || (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  document.getElementById('theme').onclick = function () {
    theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  };
  window.addEventListener('hashchange', show);
  show();
})();
