/* The page of a test: its executions, each with its path on the graph, its virtual time, its data flow and its events. */
'use strict';
var AslTestPage = (function () {
  var escape = AslDiagram.escape;
  var duration = AslTimeline.duration;

  /**
   * The child executions of distributed Map states that an execution started: those of its definition that began while it ran.
   */
  function childrenOf(run, all) {
    var from = Date.parse(run.start);
    return run.child ? [] : all.filter(function (other) {
      var begun = Date.parse(other.start);
      return other.child && other.definition === run.definition && begun >= from &&
        (run.duration === null || begun <= from + run.duration);
    });
  }

  /** The path on the graph: how often each state was entered, which ways were gone, where it failed; in child executions too. */
  function pathMarks(run, below) {
    var entered = below.reduce(function (visits, child) { return visits.concat(child.visits); }, run.visits);
    function visits(pointer) {
      return entered.filter(function (visit) { return visit.pointer === pointer; });
    }
    function noted(visit, kind, index) {
      return visit.notes.some(function (note) { return note.kind === kind && note.index === index; });
    }
    return {
      state: function (node) {
        var all = visits(node.pointer);
        var failed = all.some(function (visit) { return visit.outcome === 'FAILED'; });
        return { name: !all.length ? '' : failed ? 'fail' : 'walk', count: all.length > 1 ? AslParts.times(all.length) : '',
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
        return { name: gone.length ? 'walk' : '', count: gone.length > 1 ? AslParts.times(gone.length) : '', title: edge.label };
      },
      start: function (node) { return { name: visits(node.pointer).length ? 'walk' : '' }; }
    };
  }

  /** @param below the executions of the test with their sections, where child executions are found */
  function execution(box, run, report, all, sections) {
    var below = childrenOf(run, all);
    var of = report.definition(run.definition);
    var top = run.visits.filter(function (visit) { return visit.lane === 0; });
    box.innerHTML = '<p>' + (run.error ? '<b>' + escape(run.error) + '</b> ' : '') +
      (run.duration === null ? 'still running when the test ended' : 'after ' + duration(run.duration) + ' of virtual time') +
      (of ? ', ' + AslParts.link('definition/' + encodeURIComponent(of.address), of.title) : '') + '</p>' +
      (run.cause ? '<pre class="soft">' + escape(run.cause) + '</pre>' : '') +
      '<div class="path">' + top.slice(0, 200).map(function (visit, i) {
        return (i ? '<span class="soft">\u2192</span>' : '') + '<button type="button" data-visit="' + visit.id + '">' +
          escape(visit.name) + '</button>';
      }).join('') + (top.length > 200 ? '<span class="soft">and ' + (top.length - 200) + ' more</span>' : '') + '</div>' +
      '<h3>Virtual time</h3><div class="box draw" tabindex="0" role="group" aria-label="Timeline">' + AslTimeline.svg(run) +
      '</div><div class="tools">' +
      AslParts.key([['walk', 'a stay in a state'], ['wait', 'a wait'], ['part', 'its error was caught'], ['none', 'it failed']]) +
      '<span class="key">below it: attempts; \u2665 a heartbeat; dots: waiting before a retry</span></div>' +
      '<div class="split"><div class="box graph"></div><div class="box flow" aria-live="polite"></div></div>' +
      '<details><summary>' + AslParts.many(run.events.length, 'event') + '</summary><div class="events"></div></details>';
    function choose(id) {
      var visit = run.visits.filter(function (one) { return one.id === id; })[0];
      if (visit) {
        box.querySelector('.flow').innerHTML = flow(visit, run.payloads);
        box.querySelectorAll('[data-visit].on').forEach(function (one) { one.classList.remove('on'); });
        box.querySelectorAll('[data-visit="' + id + '"]').forEach(function (one) { one.classList.add('on'); });
      }
    }
    if (of) {
      report.whole(of, function (whole) {
        AslGraphPane.show(box.querySelector('.graph'), whole.graph, pathMarks(run, below), function (pointer) {
          var visit = run.visits.filter(function (it) { return it.pointer === pointer; })[0];
          if (visit) {
            choose(visit.id);
          } else {
            box.querySelector('.flow').innerHTML = inChildren(pointer, below, sections) ||
              '<p class="soft">This execution did not enter the state.</p>';
          }
        });
      });
    }
    box.querySelectorAll('[data-visit]').forEach(function (one) {
      one.addEventListener('click', function () { choose(Number(one.dataset.visit)); });
    });
    box.querySelector('details').addEventListener('toggle', function () {
      AslParts.paged(box.querySelector('.events'), run.events, 200, function (some) { return events(run, some); });
    }, { once: true });
    var failed = run.visits.filter(function (visit) { return visit.outcome === 'FAILED' || visit.error; });
    var waiting = run.visits.filter(function (visit) { return visit.outcome === 'RUNNING'; });
    var first = failed.filter(function (visit) { return visit.type === 'Task'; })[0] || failed[0] || waiting.pop() || run.visits[0];
    if (first) {
      choose(first.id);
    }
  }

  /** The stay of a child execution in a state, an unsuccessful one first; empty if none entered it. */
  function inChildren(pointer, below, sections) {
    var stays = [];
    below.forEach(function (child) {
      child.visits.forEach(function (visit) {
        if (visit.pointer === pointer) {
          stays.push({ child: child, visit: visit });
        }
      });
    });
    var shown = stays.filter(function (stay) { return stay.visit.outcome !== 'SUCCEEDED'; })[0] || stays[0];
    return !shown ? '' : '<p class="soft">In ' + AslParts.many(stays.length, 'stay') + ' of child executions; this is one of ' +
      '<a href="' + escape(sections.get(shown.child.name)) + '">' + escape(shown.child.name) + '</a></p>' +
      flow(shown.visit, shown.child.payloads);
  }

  var NOTES = {
    CHOICE_RULE: function (note) { return 'Choices[' + note.index + '] was true'; },
    DEFAULT: function () { return 'no rule was true: Default'; },
    RETRIER: function (note) { return 'Retry[' + note.index + '] retried it'; },
    CATCHER: function (note) { return 'Catch[' + note.index + '] caught the error'; },
    HEARTBEAT: function (note) { return note.by ? reported(note) : 'heartbeat'; },
    REPORT: function (note) { return reported(note); },
    ITEMS: function (note) { return AslParts.many(note.index, 'item'); }
  };

  function reported(note) {
    return note.by + (note.place ? ' at ' + note.place : '');
  }

  function flow(visit, payloads) {
    return '<h3>' + escape(visit.path) + ' ' + AslParts.status(visit.outcome) + '</h3><p class="soft">' + escape(visit.type) +
      ', +' + duration(visit.from) + (visit.to === null ? '' : ' to +' + duration(visit.to)) + '</p>' +
      (visit.error ? '<p><b>' + escape(visit.error) + '</b></p>' : '') +
      (visit.cause ? '<pre class="soft">' + escape(visit.cause) + '</pre>' : '') +
      (visit.notes.length ? '<ul class="list">' + visit.notes.map(function (note) {
        return '<li>+' + duration(note.at) + ' &nbsp;' + escape(NOTES[note.kind] ? NOTES[note.kind](note) : note.kind) + '</li>';
      }).join('') + '</ul>' : '') +
      (visit.attempts.length && visit.attempts[0].resource ? AslParts.table(['#attempt', 'call', 'ended'],
        visit.attempts.map(function (attempt) {
          return [attempt.number, '<span class="mono">' + escape(attempt.resource || '') + '</span><br><span class="soft">+' +
            duration(attempt.from) + (attempt.to === null ? '' : ' to +' + duration(attempt.to)) + '</span>',
            AslParts.status(attempt.outcome) + ' ' + escape(attempt.missedHeartbeat ? 'missed heartbeat' : attempt.error || '')];
        })) : '') +
      visit.flow.map(function (step, i) {
        var same = i > 0 && visit.flow[i - 1][1] === step[1];
        return '<div class="step"><b>' + escape(step[0]) + '</b>' + (same ? ' <span class="soft">as before</span>'
          : '<pre>' + escape(AslParts.pretty(payloads[step[1]])) + '</pre>') + '</div>';
      }).join('');
  }

  function events(run, some) {
    function shown(value) {
      return typeof value === 'number' ? run.payloads[value] : value;
    }
    return AslParts.table(['#id', 'time', 'event', '#after', 'details'], some.map(function (event) {
      return [event.id, '+' + duration(event.at), escape(event.type), event.previous || '',
        event.details.map(function (detail) {
          return '<span class="soft">' + escape(detail[0]) + '</span> <code>' + escape(shown(detail[1])) + '</code>';
        }).join('<br>')];
    })) + (run['events left out'] ? '<p class="soft">and ' + run['events left out'] + ' more</p>' : '');
  }

  /**
   * @param number of the execution that is opened, from 1; without it, the first that did not succeed
   */
  function show(page, test, number, report) {
    page.innerHTML = '<h1>' + escape(test.name) + '</h1><p>' + AslParts.status(test.status) + ' <span class="soft">' +
      escape(test.group) + '</span></p>' +
      (test.failure ? '<div class="box failure"><pre>' + escape(test.failure) + '</pre></div>' : '') +
      (test.about ? '<div class="box about"><pre tabindex="0" role="group" aria-label="Outcomes">' + escape(test.about) + '</pre></div>' : '') +
      (test.executions.length ? '' : '<p>It started no execution.</p>');
    var all = test.executions;
    var unsuccessful = all.findIndex(function (run) { return run.status !== 'SUCCEEDED'; });
    var opened = number > 0 && number <= all.length ? number - 1 : Math.max(0, unsuccessful);
    var sections = new Map();
    all.forEach(function (run, i) {
      sections.set(run.name, '#test/' + encodeURIComponent(test.slug) + '/' + (i + 1));
    });
    all.forEach(function (run, i) {
      var box = document.createElement('details');
      box.className = 'execution';
      box.id = 'execution-' + (i + 1);
      box.innerHTML = '<summary><h2>' + escape((all.length > 1 ? 'Execution ' + (i + 1) + ': ' : '') + run.machine) +
        (run.child ? ' <span class="soft">' + escape(run.name) + '</span>' : '') + ' &nbsp;' + AslParts.status(run.status) +
        '</h2></summary><div></div>';
      page.appendChild(box);
      box.addEventListener('toggle', function () {
        if (box.open && !box.lastChild.firstChild) {
          execution(box.lastChild, run, report, all, sections);
        }
      });
      if (i === opened) {
        box.open = true;
        execution(box.lastChild, run, report, all, sections);
      }
    });
    if (test['executions left out']) {
      page.insertAdjacentHTML('beforeend', '<p class="soft">' + AslParts.many(test['executions left out'], 'more execution') +
        ' are counted, and not shown.</p>');
    }
    AslLists.children(page, test.children, sections);
    if (number > 1) {
      document.getElementById('execution-' + (opened + 1)).scrollIntoView();
    }
  }

  return { show: show };
})();
