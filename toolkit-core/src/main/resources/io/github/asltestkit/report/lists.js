/* The list of tests: searched, filtered, a page at a time, a failed test first. */
'use strict';
var AslLists = (function () {
  var escape = AslDiagram.escape;
  var PAGE = 100;
  var ORDER = { FAILED: 0, ABORTED: 1, PASSED: 2 };

  function row(test) {
    return [AslParts.link('test/' + encodeURIComponent(test.slug), test.name) + '<br><span class="soft">' + escape(test.group) +
      '</span>' + (test.failure ? '<pre class="soft">' + escape(test.failure) + '</pre>' : ''),
      AslParts.status(test.status),
      test.ended.map(function (some) { return AslParts.status(some.status, some.count); }).join(' ') +
      (test.error ? ' <span class="soft">' + escape(test.error) + '</span>' : '')];
  }

  /**
   * @param element an empty element
   * @param tests what is listed
   * @param definitions those to choose from; without any, there is no choice
   */
  function tests(element, tests, definitions) {
    function option(value, text) {
      return '<option value="' + value + '">' + escape(text) + '</option>';
    }
    var sorted = tests.slice().sort(function (one, other) {
      return ORDER[one.status] - ORDER[other.status] || one.number - other.number;
    });
    element.innerHTML = '<div class="tools" role="search"><input type="search" aria-label="Search tests" ' +
      'placeholder="Search names, classes, failures">' +
      '<select aria-label="Status">' + option('', 'any status') + option('FAILED', 'failed') + option('PASSED', 'passed') +
      option('ABORTED', 'aborted') + '</select>' +
      (definitions.length > 1 ? '<select aria-label="Definition">' + option('', 'any definition') +
        definitions.map(function (one, i) { return option(i, one.title); }).join('') + '</select>' : '') +
      '<span class="soft" role="status"></span></div><div class="tests"></div>';
    var controls = element.querySelectorAll('input, select');
    function show() {
      var wanted = controls[0].value.trim().toLowerCase().split(/\s+/);
      var some = sorted.filter(function (test) {
        var text = (test.group + ' ' + test.name + ' ' + (test.failure || '') + ' ' + (test.error || '')).toLowerCase();
        return wanted.every(function (word) { return text.indexOf(word) >= 0; }) &&
          (!controls[1].value || test.status === controls[1].value) &&
          (!controls[2] || !controls[2].value || test.definitions.indexOf(Number(controls[2].value)) >= 0);
      });
      element.querySelector('[role=status]').textContent = AslParts.many(some.length, 'test');
      AslParts.paged(element.querySelector('.tests'), some, PAGE, function (page) {
        return AslParts.table(['test', 'ended', 'executions'], page.map(row));
      });
    }
    controls.forEach(function (control) { control.addEventListener('input', show); });
    show();
  }

  /** The child executions of distributed Map states, a row each; the unsuccessful first. */
  function children(element, all, sections) {
    var maps = new Map();
    all.forEach(function (child) {
      if (!maps.has(child.map)) {
        maps.set(child.map, []);
      }
      maps.get(child.map).push(child);
    });
    maps.forEach(function (some, map) {
      var box = document.createElement('section');
      var failed = some.filter(function (child) { return child.status !== 'SUCCEEDED'; });
      box.innerHTML = '<h2>Child executions of ' + escape(map.split('/').pop().replace(/~1/g, '/').replace(/~0/g, '~')) +
        '</h2><p>' + AslParts.many(some.length, 'child execution') + ', ' + failed.length.toLocaleString('en') +
        ' of them unsuccessful</p><div class="children"></div>';
      element.appendChild(box);
      var ordered = failed.concat(some.filter(function (child) { return child.status === 'SUCCEEDED'; }));
      AslParts.paged(box.querySelector('.children'), ordered, 50, function (page) {
        return AslParts.table(['child execution', 'ended', 'first failure', 'virtual time'], page.map(function (child) {
          var section = child.shown && sections.get(child.name);
          return [section ? '<a href="' + escape(section) + '">' + escape(child.name) + '</a>' : escape(child.name),
            AslParts.status(child.status),
            child.error ? escape(child.error) + (child.failed ? ' <span class="soft">in ' + escape(child.failed) + '</span>' : '')
              : '', child.duration === null ? '' : AslTimeline.duration(child.duration)];
        }));
      });
    });
  }

  return { tests: tests, children: children };
})();
