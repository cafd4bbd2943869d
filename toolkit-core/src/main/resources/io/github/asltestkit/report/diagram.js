/* Draws a state machine: dagre lays out the states of one graph; what is nested is laid out first, and is then a box. */
'use strict';
var AslDiagram = (function () {
  var GAP = 14;
  var LINE = 16;
  var WIDEST = 230;
  var LARGE = 40;
  var MANY_WAYS = 6;
  var FAMILY = 'system-ui,"Segoe UI",Roboto,sans-serif';
  var NAME = '600 13px ' + FAMILY;
  var SMALL = '400 11px ' + FAMILY;

  var STYLE =
    '.asl text{font:' + NAME.replace(/"/g, "'") + ';fill:var(--ink)}' +
    '.asl .detail,.asl .label{font-weight:400;font-size:11px;fill:var(--soft)}' +
    '.asl .state .body{fill:var(--panel);stroke:var(--idle);stroke-width:1.5}' +
    '.asl .group>.body{fill:var(--paper)}.asl .frame{fill:none;stroke:var(--line);stroke-dasharray:4 3}' +
    '.asl .full>.body{fill:var(--full-fill);stroke:var(--full)}.asl .part>.body{fill:var(--part-fill);stroke:var(--part)}' +
    '.asl .none>.body{fill:var(--none-fill);stroke:var(--none);stroke-dasharray:5 3}' +
    '.asl .walk>.body{fill:var(--walk-fill);stroke:var(--walk);stroke-width:2}' +
    '.asl .fail>.body{fill:var(--none-fill);stroke:var(--none);stroke-width:2}' +
    '.asl .group.full>.body,.asl .group.part>.body,.asl .group.none>.body,.asl .group.walk>.body,' +
    '.asl .group.fail>.body{fill:var(--paper)}' +
    '.asl .dot{fill:var(--soft)}.asl .ring{fill:none;stroke:var(--soft);stroke-width:1.5}' +
    '.asl .way{fill:none;stroke:var(--idle);stroke-width:1.4}.asl .way.catch{stroke-dasharray:2 3}' +
    '.asl .way.full{stroke:var(--full)}.asl .way.none{stroke:var(--none);stroke-dasharray:5 3}' +
    '.asl .way.part{stroke:var(--part)}.asl .way.walk{stroke:var(--walk);stroke-width:2.4}' +
    '.asl .tip{fill:var(--idle)}.asl .tip.full{fill:var(--full)}.asl .tip.none{fill:var(--none)}' +
    '.asl .tip.part{fill:var(--part)}.asl .tip.walk{fill:var(--walk)}' +
    '.asl .sign rect{fill:var(--paper);stroke:var(--idle)}.asl .sign.none rect{stroke:var(--none);stroke-dasharray:4 3}' +
    '.asl .sign.full rect{stroke:var(--full)}.asl .sign.walk rect{stroke:var(--walk);stroke-width:2}' +
    '.asl .halo{fill:var(--paper);opacity:.85}';

  var COLOURS = {
    light: '--paper:#ffffff;--panel:#f6f7f9;--line:#b9c1cc;--ink:#1d2430;--soft:#5d6878;--idle:#7d8896;' +
      '--full:#16713f;--full-fill:#e3f5ea;--part:#8a5c00;--part-fill:#fff3d1;--none:#c0332b;--none-fill:#fdeaea;' +
      '--walk:#0b5cad;--walk-fill:#e2eefb',
    dark: '--paper:#14181f;--panel:#1c222b;--line:#4a5564;--ink:#e6eaf0;--soft:#9aa7b8;--idle:#8793a3;' +
      '--full:#4fce8a;--full-fill:#17352a;--part:#e3b341;--part-fill:#3a3012;--none:#ff7b72;--none-fill:#3f1f21;' +
      '--walk:#6db3ff;--walk-fill:#17304d'
  };

  function escape(text) {
    return String(text).replace(/[&<>"]/g, function (c) {
      return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[c];
    });
  }

  // ---- text --------------------------------------------------------------------------------------------------

  var pen = document.createElement('canvas').getContext('2d');
  var widths = new Map();

  /** How wide a text is in the font that the page has. */
  function width(text, font) {
    var key = font + text;
    if (!widths.has(key)) {
      pen.font = font;
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  }

  /** As much of the beginning of a text as there is room for. */
  function cut(text, font, room) {
    if (width(text, font) <= room) {
      return text;
    }
    var most = Math.min(text.length - 1, Math.ceil(room / 3));
    while (most > 1 && width(text.slice(0, most) + '\u2026', font) > room) {
      most--;
    }
    return text.slice(0, most) + '\u2026';
  }

  /** Lines that fit: broken between words, before capitals, after dashes; within a word only if it is too long itself. */
  function wrap(text, font, room) {
    var lines = [];
    var line = '';
    text.split(/(?<=[\s_./:-])|(?<=[a-z0-9])(?=[A-Z])/).forEach(function (part) {
      if (line && width((line + part).trim(), font) > room) {
        lines.push(line.trim());
        line = '';
      }
      line += part;
      while (width(line.trim(), font) > room) {
        var most = line.length - 1;
        while (most > 1 && width(line.slice(0, most), font) > room) {
          most--;
        }
        lines.push(line.slice(0, most));
        line = line.slice(most);
      }
    });
    return line.trim() || !lines.length ? lines.concat(line.trim()) : lines;
  }

  function cut(text, font, room) {
    if (width(text, font) <= room) {
      return text;
    }
    var most = text.length - 1;
    while (most > 1 && width(text.slice(0, most) + '\u2026', font) > room) {
      most--;
    }
    return text.slice(0, most) + '\u2026';
  }

  function detail(node) {
    return node.detail ? node.type + ' \u00b7 ' + node.detail : node.type;
  }

  function nestedStates(node) {
    return node.groups.reduce(function (sum, group) {
      return sum + group.nodes.reduce(function (all, one) { return all + 1 + nestedStates(one); }, 0);
    }, 0);
  }

  // ---- layout ------------------------------------------------------------------------------------------------

  function size(node, drawing) {
    var mark = drawing.marks.state(node) || {};
    var folded = drawing.folded && node.groups.length && drawing.folded.has(node.pointer);
    var sides = node.type === 'Choice' ? 44 : 24;
    var small = detail(node) + (folded ? ' \u00b7 ' + nestedStates(node) + ' states' : '') +
      (mark.count ? ' \u00b7 ' + mark.count : '');
    var fold = node.groups.length && drawing.folded ? 18 : 0;
    var box = { node: node, mark: mark, folded: folded, groups: [],
      names: wrap(node.name, NAME, WIDEST), details: wrap(small, SMALL, WIDEST) };
    var widest = Math.max.apply(null, box.names.map(function (line) { return width(line, NAME); })
      .concat(box.details.map(function (line) { return width(line, SMALL); })));
    box.header = 12 + LINE * (box.names.length + box.details.length);
    box.width = Math.max(96, widest + sides + 2 * fold);
    box.height = box.header;
    if (node.groups.length && !folded) {
      var x = GAP;
      node.groups.forEach(function (group) {
        var laid = layout(group, drawing);
        box.groups.push({ x: x, y: box.header, laid: laid, label: group.label });
        x += laid.width + GAP;
        box.height = Math.max(box.height, box.header + laid.height + GAP);
      });
      box.width = Math.max(box.width, x);
    }
    return box;
  }

  /**
   * States of a large graph that very many ways lead to, such as the one where all errors end. Lines to them would cross the
   * whole graph, and take most of the time of its layout: such a way leads to a sign that names the state. The last way is
   * drawn, so that the state has its place.
   */
  function signs(graph) {
    var ways = new Map();
    graph.edges.forEach(function (edge, i) { ways.set(edge.to, (ways.get(edge.to) || []).concat(i)); });
    var found = new Set();
    ways.forEach(function (some) {
      if (graph.nodes.length > LARGE && some.length > MANY_WAYS) {
        some.slice(0, -1).forEach(function (i) { found.add(i); });
      }
    });
    return found;
  }

  function layout(graph, drawing) {
    var g = new dagre.graphlib.Graph({ multigraph: true });
    // The better ranker needs seconds for hundreds of states.
    g.setGraph({ rankdir: 'TB', nodesep: 34, ranksep: 38, edgesep: 16, marginx: 14, marginy: 24,
      ranker: graph.nodes.length > 120 ? 'tight-tree' : 'network-simplex' });
    g.setDefaultEdgeLabel(function () { return {}; });
    var boxes = new Map();
    g.setNode('start', { width: 14, height: 14 });
    graph.nodes.forEach(function (node) {
      var box = size(node, drawing);
      boxes.set(node.name, box);
      g.setNode('state ' + node.name, { width: box.width, height: box.height });
    });
    var first = graph.nodes.filter(function (node) { return node.name === graph.start; })[0];
    g.setEdge('start', 'state ' + graph.start, { mark: drawing.marks.start(first) || {} }, 'start');
    var signed = signs(graph);
    var pointers = new Map(graph.nodes.map(function (node) { return [node.name, node.pointer]; }));
    var jumps = [];
    graph.edges.forEach(function (edge, i) {
      if (signed.has(i)) {
        var mark = drawing.marks.way(edge) || {};
        var said = [cut(edge.label, SMALL, 150), edge.to === null ? 'End' : '\u2192 ' + cut(edge.to, SMALL, 190), mark.count]
          .filter(Boolean).join(' \u00b7 ');
        g.setNode('sign ' + i, { width: width(said, SMALL) + 14, height: 20 });
        g.setEdge('state ' + edge.from, 'sign ' + i, { edge: edge, mark: mark, text: '' }, 'edge ' + i);
        jumps.push({ id: 'sign ' + i, text: said, edge: edge, mark: mark, to: pointers.get(edge.to) });
        return;
      }
      if (edge.to === null && !g.hasNode('end')) {
        g.setNode('end', { width: 18, height: 18 });
      }
      var taken = drawing.marks.way(edge) || {};
      var text = [cut(edge.label, SMALL, 190), taken.count].filter(Boolean).join(' \u00b7 ');
      var label = { edge: edge, mark: taken, text: text };
      if (text) {
        Object.assign(label, { width: width(text, SMALL) + 10, height: 18, labelpos: 'c' });
      }
      g.setEdge('state ' + edge.from, edge.to === null ? 'end' : 'state ' + edge.to, label, 'edge ' + i);
    });
    dagre.layout(g);
    var laid = { states: [], start: g.node('start'), end: g.hasNode('end') ? g.node('end') : null,
      label: graph.label, ways: g.edges().map(function (e) { return g.edge(e); }),
      jumps: jumps.map(function (jump) { return Object.assign(jump, g.node(jump.id)); }) };
    boxes.forEach(function (box, name) {
      var at = g.node('state ' + name);
      laid.states.push({ x: at.x - box.width / 2, y: at.y - box.height / 2, box: box });
    });
    laid.width = Math.max(g.graph().width, width(graph.label, SMALL) + 20);
    laid.height = g.graph().height;
    return laid;
  }

  // ---- drawing -----------------------------------------------------------------------------------------------

  function at(number) {
    return number.toFixed(1);
  }

  function curve(points) {
    var d = 'M' + at(points[0].x) + ',' + at(points[0].y);
    for (var i = 1; i < points.length - 1; i++) {
      var mid = i === points.length - 2
        ? points[i + 1]
        : { x: (points[i].x + points[i + 1].x) / 2, y: (points[i].y + points[i + 1].y) / 2 };
      d += 'Q' + at(points[i].x) + ',' + at(points[i].y) + ' ' + at(mid.x) + ',' + at(mid.y);
    }
    return points.length === 2 ? d + 'L' + at(points[1].x) + ',' + at(points[1].y) : d;
  }

  function tip(points, mark) {
    var end = points[points.length - 1];
    var before = points[points.length - 2];
    var angle = Math.atan2(end.y - before.y, end.x - before.x);
    function corner(turn) {
      return at(end.x - 8 * Math.cos(angle + turn)) + ',' + at(end.y - 8 * Math.sin(angle + turn));
    }
    return '<path class="tip ' + mark + '" d="M' + at(end.x) + ',' + at(end.y) + 'L' + corner(0.4) + 'L' + corner(-0.4) + 'Z"/>';
  }

  function line(way) {
    var name = way.mark.name || '';
    var kind = way.edge && way.edge.way === 'CATCH' ? ' catch' : '';
    var title = way.mark.title || (way.edge && way.edge.label);
    return '<g><path class="way ' + name + kind + '" d="' + curve(way.points) + '"/>' + tip(way.points, name) +
      (title ? '<title>' + escape(title) + '</title>' : '') + '</g>';
  }

  function label(way) {
    return !way.text ? '' : '<g><rect class="halo" x="' + at(way.x - way.width / 2) + '" y="' + at(way.y - 8) + '" width="' +
      at(way.width) + '" height="16" rx="3"/><text class="label" text-anchor="middle" x="' + at(way.x) + '" y="' +
      at(way.y + 4) + '">' + escape(way.text) + '</text>' +
      (way.edge ? '<title>' + escape(way.mark.title || way.edge.label) + '</title>' : '') + '</g>';
  }

  function sign(jump) {
    return '<g class="sign ' + (jump.mark.name || '') + '"' + (jump.to ? ' data-jump="' + escape(jump.to) + '"' : '') +
      '><rect x="' + at(jump.x - jump.width / 2) + '" y="' + at(jump.y - jump.height / 2) + '" width="' + at(jump.width) +
      '" height="' + jump.height + '" rx="10"/><text class="label" text-anchor="middle" x="' + at(jump.x) + '" y="' +
      at(jump.y + 4) + '">' + escape(jump.text) + '</text><title>' +
      escape(jump.mark.title || jump.edge.label || jump.text) + '</title></g>';
  }

  function body(node, wide, high) {
    if (node.type === 'Choice') {
      var c = 14;
      return '<path class="body" d="M' + c + ',0H' + at(wide - c) + 'L' + at(wide) + ',' + at(high / 2) + 'L' + at(wide - c) +
        ',' + at(high) + 'H' + c + 'L0,' + at(high / 2) + 'Z"/>';
    }
    var round = node.type === 'Wait' ? Math.min(22, high / 2) : node.type === 'Succeed' || node.type === 'Fail' ? 2 : 8;
    return '<rect class="body" width="' + at(wide) + '" height="' + at(high) + '" rx="' + round + '"/>';
  }

  function state(placed, drawing) {
    var box = placed.box;
    var node = box.node;
    var y = 5;
    function texts(kind, lines) {
      return lines.map(function (text) {
        y += LINE;
        return '<text' + kind + ' text-anchor="middle" x="' + at(box.width / 2) + '" y="' + (y - 2) + '">' + escape(text) +
          '</text>';
      }).join('');
    }
    var svg = '<g class="state ' + (box.mark.name || '') + (box.groups.length ? ' group' : '') + '" data-pointer="' +
      escape(node.pointer) + '" transform="translate(' + at(placed.x) + ',' + at(placed.y) + ')"' +
      (drawing.standalone ? '' : ' role="button" tabindex="-1" aria-label="' + escape(node.name + ', ' + detail(node) +
        (box.mark.count ? ', ' + box.mark.count : '') + (box.mark.says ? ', ' + box.mark.says : '')) + '"') + '>' +
      '<title>' + escape(node.name + ' (' + detail(node) + ')' + (box.mark.title ? '\n' + box.mark.title : '')) + '</title>' +
      body(node, box.width, box.height) + texts('', box.names) + texts(' class="detail"', box.details);
    if (drawing.folded && node.groups.length) {
      svg += '<g class="fold" data-fold="' + escape(node.pointer) + '"><rect x="4" y="4" width="22" height="22" rx="5"/>' +
        '<text x="15" y="19" text-anchor="middle">' + (box.folded ? '+' : '\u2212') + '</text><title>' +
        (box.folded ? 'Unfold' : 'Fold') + '</title></g>';
    }
    box.groups.forEach(function (inner) {
      svg += '<g transform="translate(' + at(inner.x) + ',' + at(inner.y) + ')"><rect class="frame" width="' +
        at(inner.laid.width) + '" height="' + at(inner.laid.height) + '" rx="6"/>' +
        '<text class="label" x="8" y="14">' + escape(inner.label) + '</text>' + contents(inner.laid, drawing) + '</g>';
    });
    return svg + '</g>';
  }

  function contents(laid, drawing) {
    var svg = laid.ways.map(line).join('');
    svg += '<circle class="dot" cx="' + at(laid.start.x) + '" cy="' + at(laid.start.y) + '" r="6"/>';
    if (laid.end) {
      svg += '<circle class="ring" cx="' + at(laid.end.x) + '" cy="' + at(laid.end.y) + '" r="8"/>' +
        '<circle class="dot" cx="' + at(laid.end.x) + '" cy="' + at(laid.end.y) + '" r="4.5"/>';
    }
    return svg + laid.states.map(function (one) { return state(one, drawing); }).join('') + laid.jumps.map(sign).join('') +
      laid.ways.map(label).join('');
  }

  /** Where each state is, nested ones too: what a map of the graph and a jump to a state need. */
  function places(laid, x, y, found) {
    laid.states.forEach(function (placed) {
      var box = placed.box;
      found.push({ node: box.node, x: x + placed.x, y: y + placed.y, width: box.width, height: box.height,
        mark: box.mark.name || '', group: box.groups.length > 0 });
      box.groups.forEach(function (inner) {
        places(inner.laid, x + placed.x + inner.x, y + placed.y + inner.y, found);
      });
    });
    return found;
  }

  var PLAIN = { state: function () {}, way: function () {}, start: function () {} };

  /**
   * A graph laid out and drawn.
   * @param folded pointers of states whose inside is not drawn; without it nothing can be folded
   */
  function draw(graph, marks, folded) {
    var drawing = { marks: marks, folded: folded };
    var laid = layout(graph, drawing);
    return { width: Math.ceil(laid.width), height: Math.ceil(laid.height), places: places(laid, 0, 0, []),
      svg: '<style>' + STYLE + '</style>' + contents(laid, drawing) };
  }

  /** A file that stands alone, with colours for light and dark. */
  function file(graph) {
    var drawing = { marks: PLAIN, standalone: true };
    var laid = layout(graph, drawing);
    var wide = Math.ceil(laid.width);
    var high = Math.ceil(laid.height);
    return '<svg xmlns="http://www.w3.org/2000/svg" class="asl" width="' + wide + '" height="' + high + '" viewBox="0 0 ' +
      wide + ' ' + high + '"><style>svg.asl{' + COLOURS.light + '}@media(prefers-color-scheme:dark){svg.asl{' +
      COLOURS.dark + '}}' + STYLE + '</style>' + contents(laid, drawing) + '</svg>';
  }

  return { draw: draw, file: file, escape: escape, cut: cut };
})();
