/* Which page is shown, by the part of the address after #, and the first page: definitions and tests. */
'use strict';
(function () {
  var data = AslData.index(JSON.parse(document.getElementById('data').textContent));
  var page = document.getElementById('page');
  var trail = document.getElementById('trail');
  var escape = AslDiagram.escape;
  var loaded = new Map();

  /** Of files named alike, as much of the path as tells them apart. */
  function titles() {
    var parts = data.definitions.map(function (one) { return one.name.split('/'); });
    data.definitions.forEach(function (one, i) {
      var depth = 1;
      function title(at) {
        return parts[at].slice(-depth).join('/');
      }
      while (depth < parts[i].length && parts.some(function (other, j) { return j !== i && title(j) === title(i) &&
          other.join('/') !== one.name; })) {
        depth++;
      }
      one.title = title(i);
      var alike = data.definitions.filter(function (other) { return other.name === one.name; });
      one.address = alike.length > 1 ? one.key : one.name;
    });
  }

  // ---- what is loaded when it is looked at ---------------------------------------------------------------------

  window.aslTest = function (number, text) {
    loaded.set('test ' + number, text);
  };

  window.aslDefinition = function (number, text) {
    loaded.set('definition ' + number, text);
  };

  function load(file, then) {
    var script = document.createElement('script');
    script.src = file;
    script.onload = function () {
      script.remove();
      then();
    };
    script.onerror = function () {
      page.innerHTML = '<h1>A file of the report is missing</h1><p>' + escape(file) + ' cannot be read. The report needs ' +
        'its whole folder, as the build left it.</p>';
    };
    document.head.appendChild(script);
  }

  function withText(key, file, parse, then) {
    var found = loaded.get(key);
    if (found === undefined) {
      load(file, function () {
        if (loaded.has(key)) {
          withText(key, file, parse, then);
        }
      });
    } else {
      if (typeof found === 'string') {
        found = parse(JSON.parse(found));
        loaded.set(key, found);
      }
      then(found);
    }
  }

  var report = {
    data: data,
    definition: function (key) {
      return data.definitions.filter(function (one) { return one.key === key; })[0];
    },
    test: function (test, then) {
      withText('test ' + test.number, 'tests/' + test.file + '.js', function (json) {
        return Object.assign({}, test, AslData.test(json));
      }, then);
    },
    whole: function (definition, then) {
      var number = data.definitions.indexOf(definition);
      withText('definition ' + number, 'definitions/' + number + '.js', function (json) {
        return Object.assign({}, definition, json, { tests: json.tests });
      }, then);
    }
  };

  // ---- pages -----------------------------------------------------------------------------------------------------

  function overview() {
    var tests = data.tests.filter(function (test) { return !test.exploration; });
    var explorations = data.tests.length - tests.length;
    var failed = tests.filter(function (test) { return test.status === 'FAILED'; }).length;
    page.innerHTML = '<h1>' + AslParts.many(tests.length, 'test') +
      (explorations ? ' and ' + AslParts.many(explorations, 'exploration') : '') + ' of ' +
      AslParts.many(data.definitions.length, 'definition') + '</h1><p>' + AslParts.bar(data.covered, data.total) +
      ' <span class="soft">covered, ' + data.covered + ' of ' + data.total + '</span>' +
      (failed ? ' &nbsp; ' + AslParts.status('FAILED') + ' ' + failed : '') + '</p>' +
      '<h2>Definitions</h2><div id="definitions"></div><h2>Tests</h2><div id="tests"></div>';
    AslParts.paged(document.getElementById('definitions'), data.definitions, 50, function (some) {
      var mutated = data.definitions.some(function (one) { return one.mutants !== undefined; });
      var heads = ['definition', 'covered', '#items', '#tests', '#failed', '#never taken'].concat(
        mutated ? ['mutants noticed', '#mutants', '#not noticed'] : []);
      return AslParts.table(heads, some.map(function (one) {
        return [AslParts.link('definition/' + encodeURIComponent(one.address), one.title) + '<br><span class="soft mono">' +
          escape(one.file) + '</span>', AslParts.bar(one.covered, one.total), one.total.toLocaleString('en'),
          one.tests.toLocaleString('en'), one.failed ? one.failed.toLocaleString('en') : '',
        one.total - one.covered].concat(!mutated ? [] : one.mutants === undefined ? ['', '', ''] : [
          '<a href="#mutants/' + encodeURIComponent(one.address) + '">' + AslParts.bar(one.noticed, one.mutants) + '</a>',
          one.mutants, one.mutants - one.noticed]);
      }));
    });
    AslLists.tests(document.getElementById('tests'), data.tests, data.definitions);
  }

  /** A part of the address; of one that is malformed, as it is. */
  function decoded(text) {
    try {
      return decodeURIComponent(text || '');
    } catch (malformed) {
      return text;
    }
  }

  function show() {
    var parts = location.hash.slice(1).split('/');
    var id = decoded(parts[1]);
    var test = parts[0] === 'test' && data.tests.filter(function (one) { return one.slug === id; })[0];
    var definition = (parts[0] === 'definition' || parts[0] === 'mutants') && data.definitions.filter(function (one) {
      return one.address === id || one.key === id || one.key.slice(0, one.key.lastIndexOf('#')) === id.replace(/#[0-9a-f]{12}$/, '');
    })[0];
    trail.textContent = '';
    window.scrollTo(0, 0);
    if (definition) {
      page.innerHTML = '<p class="loading soft">Loading</p>';
      report.whole(definition, function (whole) {
        trail.textContent = whole.file;
        if (parts[0] === 'mutants' && whole.mutated) {
          AslMutantsPage.show(page, whole, report);
        } else {
          AslDefinitionPage.show(page, whole, decoded(parts.slice(2).join('/')), report);
        }
        performance.mark('asl-testkit-shown');
      });
    } else if (test) {
      page.innerHTML = '<p class="loading soft">Loading</p>';
      report.test(test, function (whole) {
        trail.textContent = whole.group;
        AslTestPage.show(page, whole, Number(parts[2]), report);
        performance.mark('asl-testkit-shown');
      });
    } else {
      overview();
      if (parts[0]) {
        page.insertAdjacentHTML('afterbegin', '<p class="soft" role="status">This report has nothing at ' +
          escape(location.hash) + '; here is all of it.</p>');
      }
      performance.mark('asl-testkit-shown');
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
  titles();
  window.addEventListener('hashchange', show);
  show();
})();
