/* Parts that all pages are made of: links, bars, tables, lists in pages. */
'use strict';
var AslParts = (function () {
  var escape = AslDiagram.escape;

  function link(address, text) {
    return '<a href="#' + address + '">' + escape(text) + '</a>';
  }

  function status(text, count) {
    return '<span class="status ' + escape(text) + '">' + escape(text) + (count > 1 ? ' ' + times(count) : '') + '</span>';
  }

  function times(count) {
    return count ? count + '\u00d7' : '';
  }

  function many(number, noun) {
    return number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');
  }

  function percent(covered, total) {
    return total ? (Math.floor(1000 * covered / total) / 10).toFixed(1) : '100.0';
  }

  function bar(covered, total) {
    return '<span class="bar" role="img" aria-label="' + percent(covered, total) + ' percent covered"><i style="width:' +
      percent(covered, total) + '%"></i></span> ' + percent(covered, total) + '&nbsp;%';
  }

  function key(names) {
    return names.map(function (one) {
      return '<span class="key"><i class="' + one[0] + '"></i>' + escape(one[1]) + '</span>';
    }).join('');
  }

  /** A table; a head that begins with # has numbers below it. */
  function table(heads, rows) {
    return '<table><thead><tr>' + heads.map(function (head) {
      return head.charAt(0) === '#' ? '<th scope="col" class="number">' + head.slice(1) + '</th>'
        : '<th scope="col">' + head + '</th>';
    }).join('') + '</tr></thead><tbody>' + rows.map(function (row) {
      return '<tr>' + row.map(function (cell, i) {
        return '<td' + (heads[i].charAt(0) === '#' ? ' class="number"' : '') + '>' + cell + '</td>';
      }).join('') + '</tr>';
    }).join('') + '</tbody></table>';
  }

  /** Shows a long list a page at a time. */
  function paged(element, rows, size, draw) {
    var first = 0;
    function show() {
      var last = Math.min(rows.length, first + size);
      element.innerHTML = draw(rows.slice(first, last)) + (rows.length <= size ? '' :
        '<nav class="pager" aria-label="Pages"><button type="button" data-to="' + (first - size) + '"' +
        (first ? '' : ' disabled') + '>Previous</button> <span>' + (first + 1) + ' to ' + last + ' of ' +
        rows.length.toLocaleString('en') + '</span> <button type="button" data-to="' + last + '"' +
        (last < rows.length ? '' : ' disabled') + '>Next</button></nav>');
    }
    element.onclick = function (event) {
      if (event.target.dataset.to !== undefined && event.target.tagName === 'BUTTON') {
        first = Number(event.target.dataset.to);
        show();
      }
    };
    show();
  }

  function pretty(text) {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch (notJson) {
      return text;
    }
  }

  function save(name, type, text) {
    var away = document.createElement('a');
    away.href = URL.createObjectURL(new Blob([text], { type: type }));
    away.download = name.split('/').pop();
    away.click();
  }

  return { link: link, status: status, times: times, many: many, bar: bar, key: key, table: table, paged: paged,
    pretty: pretty, save: save };
})();
