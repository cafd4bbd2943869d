/* The tab of a definition's mutants: those that nobody noticed on the lines of the definition, and what would notice them. */
'use strict';
var AslMutantsPage = (function () {
  var escape = AslDiagram.escape;
  var UNDETECTED = { SURVIVED: 'survived', NO_COVERAGE: 'not reached' };
  var STATUSES = [['SURVIVED', 'survived'], ['NO_COVERAGE', 'not reached by a test'], ['TOOLKIT_ERROR', 'made the toolkit fail'],
    ['TIMEOUT', 'timed out'], ['KILLED', 'noticed'], ['IGNORED', 'ignored'], ['PENDING', 'not run']];

  /** The tabs of a definition that has mutants; nothing for one that has none. */
  function tabs(definition, on) {
    function tab(page, text) {
      return '<a href="#' + page + '/' + encodeURIComponent(definition.address) + '"' +
        (page === on ? ' aria-current="page"' : '') + '>' + text + '</a>';
    }
    return definition.mutants === undefined ? '' : '<nav class="tabs" aria-label="Views">' + tab('definition', 'Coverage') +
      tab('mutants', 'Mutants') + '</nav>';
  }

  function test(report, number) {
    var by = number < 0 ? null : report.data.tests[number];
    return by ? AslParts.link('test/' + encodeURIComponent(by.slug), by.name) : '';
  }

  function place(mutant) {
    return '<button type="button" class="place mono" data-line="' + mutant.line + '">' + mutant.line + ':' + mutant.column +
      '</button>';
  }

  /** What is written in the file, and what the mutant has there. */
  function change(one, mutant) {
    var text = (one.text || [])[mutant.line - 1] || '';
    var end = mutant.endLine === mutant.line ? mutant.endColumn - 1 : text.length;
    var was = text.slice(mutant.column - 1, end) + (mutant.endLine === mutant.line ? '' : ' ...');
    return '<code class="was">' + escape(was) + '</code>' + (mutant.replacement
      ? ' <span class="soft">becomes</span> <code class="now">' + escape(mutant.replacement) + '</code>'
      : ' <span class="soft">is dropped</span>');
  }

  function described(one, mutant, report) {
    var undetected = UNDETECTED[mutant.status];
    return '<li' + (undetected ? ' class="missed"' : '') + '><b>' + escape(mutant.id) + '</b> ' + place(mutant) + '<br>' +
      change(one, mutant) + '<br><span class="soft">' + (undetected ? escape(mutant.advice)
      : (mutant.by >= 0 ? 'by ' + test(report, mutant.by) + ' ' : '') + escape(mutant.reason || '')) + '</span></li>';
  }

  function groups(one, report) {
    return STATUSES.map(function (status) {
      var some = one.mutated.filter(function (mutant) { return mutant.status === status[0]; }).sort(function (a, b) {
        return a.line - b.line || a.column - b.column;
      });
      return !some.length ? '' : '<details' + (UNDETECTED[status[0]] || status[0] === 'TOOLKIT_ERROR' ? ' open' : '') +
        '><summary>' + AslParts.many(some.length, 'mutant') + ' ' + status[1] + '</summary><ul class="list">' +
        some.map(function (mutant) { return described(one, mutant, report); }).join('') + '</ul></details>';
    }).join('') + equal(one);
  }

  function equal(one) {
    var ids = Object.keys(one.equal);
    return !ids.length ? '' : '<details><summary>' + AslParts.many(ids.length, 'mistake') +
      ' left out: no execution can tell the difference</summary><ul class="list">' + ids.map(function (id) {
        return '<li><b>' + escape(id) + '</b><br><span class="soft">' + escape(one.equal[id]) + '</span></li>';
      }).join('') + '</ul></details>';
  }

  function source(one) {
    var lines = new Map();
    one.mutated.forEach(function (mutant) { lines.set(mutant.line, (lines.get(mutant.line) || []).concat(mutant)); });
    return '<table class="source mono">' + (one.text || []).map(function (text, i) {
      var here = lines.get(i + 1) || [];
      var undetected = here.filter(function (mutant) { return UNDETECTED[mutant.status]; });
      var counted = here.filter(function (mutant) {
        return UNDETECTED[mutant.status] || mutant.status === 'KILLED' || mutant.status === 'TIMEOUT';
      });
      var mark = !counted.length ? '' : !undetected.length ? 'full' : undetected.length < counted.length ? 'part' : 'none';
      return '<tr class="' + mark + '" id="line-' + (i + 1) + '"><td class="number">' + (i + 1) + '</td><td class="number hits">' +
        (counted.length ? (counted.length - undetected.length) + '/' + counted.length : '') + '</td><td class="text">' +
        escape(text) + '</td></tr>' + undetected.map(function (mutant) {
          return '<tr class="mutant"><td></td><td></td><td><div><b>' + escape(mutant.id) + '</b> <span class="soft">' +
            UNDETECTED[mutant.status] + '</span><br><span class="soft">' + escape(mutant.advice) + '</span></div></td></tr>';
        }).join('');
    }).join('') + '</table>';
  }

  function show(page, one, report) {
    page.innerHTML = '<h1>' + escape(one.title) + '</h1>' + tabs(one, 'mutants') + '<p>' + AslParts.bar(one.noticed, one.mutants) +
      ' <span class="soft">of the mutants noticed, ' + one.noticed + ' of ' + one.mutants + '</span></p><div class="tools">' +
      AslParts.key([['full', 'all noticed'], ['part', 'some noticed'], ['none', 'none noticed']]) + '</div>' +
      '<div class="split"><div class="box draw" id="source" tabindex="0" role="group" aria-label="Source">' + source(one) +
      '</div><aside class="box side" id="mutants">' + groups(one, report) + '</aside></div>';
    document.getElementById('mutants').addEventListener('click', function (event) {
      if (event.target.dataset.line) {
        document.getElementById('line-' + event.target.dataset.line).scrollIntoView({ block: 'center' });
      }
    });
  }

  return { show: show, tabs: tabs };
})();
