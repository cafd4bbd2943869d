/* Draws a state machine: dagre lays out the states of one graph; what is nested is laid out first, and is then a box. */
'use strict';
var AslDiagram = (function () {
  var HEADER = 44;
  var GAP = 14;
  var WIDEST = 250;

  var STYLE =
    '.asl text{font:600 13px system-ui,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}' +
    '.asl .detail{font-weight:400;font-size:11px;fill:var(--soft)}' +
    '.asl .label{font-weight:400;font-size:11px;fill:var(--soft)}' +
    '.asl .count{font-weight:600;fill:var(--ink)}' +
    '.asl .state .body{fill:var(--panel);stroke:var(--idle);stroke-width:1.5}' +
    '.asl .group .body{fill:none}.asl .frame{fill:none;stroke:var(--line);stroke-dasharray:4 3}' +
    '.asl .full>.body{fill:var(--full-fill);stroke:var(--full)}.asl .part>.body{fill:var(--part-fill);stroke:var(--part)}' +
    '.asl .none>.body{fill:var(--none-fill);stroke:var(--none);stroke-dasharray:5 3}' +
    '.asl .walk>.body{fill:var(--walk-fill);stroke:var(--walk);stroke-width:2}' +
    '.asl .group.full>.body,.asl .group.part>.body,.asl .group.none>.body,.asl .group.walk>.body,' +
    '.asl .group.fail>.body{fill-opacity:.25}' +
    '.asl .fail>.body{fill:var(--none-fill);stroke:var(--none);stroke-width:2}' +
    '.asl .dot{fill:var(--soft)}.asl .ring{fill:none;stroke:var(--soft);stroke-width:1.5}' +
    '.asl .way{fill:none;stroke:var(--idle);stroke-width:1.4}.asl .way.catch{stroke-dasharray:2 3}' +
    '.asl .way.full{stroke:var(--full)}.asl .way.none{stroke:var(--none);stroke-dasharray:5 3}' +
    '.asl .way.part{stroke:var(--part)}.asl .way.walk{stroke:var(--walk);stroke-width:2.4}' +
    '.asl .tip{fill:var(--idle)}.asl .tip.full{fill:var(--full)}.asl .tip.none{fill:var(--none)}' +
    '.asl .tip.part{fill:var(--part)}.asl .tip.walk{fill:var(--walk)}' +
    '.asl .halo{fill:var(--paper);opacity:.85}';

  var COLOURS = {
    light: '--paper:#ffffff;--panel:#f6f7f9;--line:#b9c1cc;--ink:#1d2430;--soft:#5d6878;--idle:#7d8896;' +
      '--full:#1a7f4b;--full-fill:#e3f5ea;--part:#9a6700;--part-fill:#fff3d1;--none:#c0332b;--none-fill:#fdeaea;' +
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

  /** Wide enough for the widest letters that are likely: there may be no page to measure in. */
  function width(text, size) {
    return text.length * size * 0.58;
  }

  function cut(text, room, size) {
    var most = Math.floor(room / (size * 0.58));
    return text.length <= most ? text : text.slice(0, Math.max(1, most - 1)) + '\u2026';
  }

  function detail(node) {
    return node.detail ? node.type + ' \u00b7 ' + node.detail : node.type;
  }

  // ---- layout ------------------------------------------------------------------------------------------------

  function size(node) {
    var sides = node.type === 'Choice' ? 52 : 28;
    var wide = Math.max(width(node.name, 13) + sides, width(detail(node), 11) + 52);
    var box = { node: node, width: Math.min(WIDEST, Math.max(96, wide)), height: HEADER, groups: [] };
    if (node.groups.length) {
      var x = GAP;
      node.groups.forEach(function (group) {
        var laid = layout(group);
        box.groups.push({ x: x, y: HEADER, laid: laid, label: group.label });
        x += laid.width + GAP;
        box.height = Math.max(box.height, HEADER + laid.height + GAP);
      });
      box.width = Math.max(box.width, x);
    }
    return box;
  }

  function startState(graph) {
    return graph.nodes.filter(function (node) { return node.name === graph.start; })[0];
  }

  function layout(graph) {
    var g = new dagre.graphlib.Graph({ multigraph: true });
    g.setGraph({ rankdir: 'TB', nodesep: 34, ranksep: 38, edgesep: 16, marginx: 12, marginy: 22 });
    g.setDefaultEdgeLabel(function () { return {}; });
    var boxes = new Map();
    g.setNode('start', { width: 14, height: 14 });
    graph.nodes.forEach(function (node) {
      var box = size(node);
      boxes.set(node.name, box);
      g.setNode('state ' + node.name, { width: box.width, height: box.height });
    });
    g.setEdge('start', 'state ' + graph.start, { start: startState(graph) }, 'start');
    graph.edges.forEach(function (edge, i) {
      if (edge.to === null && !g.hasNode('end')) {
        g.setNode('end', { width: 18, height: 18 });
      }
      var text = cut(edge.label, 190, 11);
      g.setEdge('state ' + edge.from, edge.to === null ? 'end' : 'state ' + edge.to,
        text ? { width: width(text, 11) + 6, height: 16, labelpos: 'c', text: text, edge: edge } : { edge: edge },
        'edge ' + i);
    });
    dagre.layout(g);
    var placed = [];
    boxes.forEach(function (box, name) {
      var at = g.node('state ' + name);
      placed.push({ x: at.x - box.width / 2, y: at.y - box.height / 2, box: box });
    });
    return {
      width: g.graph().width, height: g.graph().height, states: placed,
      start: g.node('start'), end: g.hasNode('end') ? g.node('end') : null,
      ways: g.edges().map(function (e) { return g.edge(e); })
    };
  }

  // ---- drawing -----------------------------------------------------------------------------------------------

  function curve(points) {
    var d = 'M' + points[0].x.toFixed(1) + ',' + points[0].y.toFixed(1);
    for (var i = 1; i < points.length - 1; i++) {
      var mid = i === points.length - 2
        ? points[i + 1]
        : { x: (points[i].x + points[i + 1].x) / 2, y: (points[i].y + points[i + 1].y) / 2 };
      d += 'Q' + points[i].x.toFixed(1) + ',' + points[i].y.toFixed(1) + ' ' + mid.x.toFixed(1) + ',' + mid.y.toFixed(1);
    }
    if (points.length === 2) {
      d += 'L' + points[1].x.toFixed(1) + ',' + points[1].y.toFixed(1);
    }
    return d;
  }

  function tip(points, mark) {
    var end = points[points.length - 1];
    var before = points[points.length - 2];
    var angle = Math.atan2(end.y - before.y, end.x - before.x);
    function corner(turn) {
      return (end.x - 8 * Math.cos(angle + turn)).toFixed(1) + ',' + (end.y - 8 * Math.sin(angle + turn)).toFixed(1);
    }
    return '<path class="tip ' + mark + '" d="M' + end.x.toFixed(1) + ',' + end.y.toFixed(1) +
      'L' + corner(0.4) + 'L' + corner(-0.4) + 'Z"/>';
  }

  function way(laid, marks) {
    var edge = laid.edge;
    var mark = (edge ? marks.way(edge) : marks.start(laid.start)) || {};
    var name = mark.name || '';
    var kind = edge && edge.way === 'CATCH' ? ' catch' : '';
    var svg = '<g><path class="way ' + name + kind + '" d="' + curve(laid.points) + '"/>' + tip(laid.points, name);
    var text = [laid.text, mark.count].filter(Boolean).join(' \u00b7 ');
    if (text) {
      var at = laid.text ? laid : laid.points[Math.floor(laid.points.length / 2)];
      var wide = width(text, 11);
      svg += '<rect class="halo" x="' + (at.x - wide / 2).toFixed(1) + '" y="' + (at.y - 8).toFixed(1) +
        '" width="' + wide.toFixed(1) + '" height="15"/><text class="label" text-anchor="middle" x="' +
        at.x.toFixed(1) + '" y="' + (at.y + 3.5).toFixed(1) + '">' + escape(text) + '</text>';
    }
    var title = mark.title || (edge && edge.label);
    return svg + (title ? '<title>' + escape(title) + '</title>' : '') + '</g>';
  }

  function body(node, wide, high) {
    if (node.type === 'Choice') {
      var c = 14;
      return '<path class="body" d="M' + c + ',0H' + (wide - c) + 'L' + wide + ',' + high / 2 + 'L' + (wide - c) + ',' +
        high + 'H' + c + 'L0,' + high / 2 + 'Z"/>';
    }
    var round = node.type === 'Wait' ? high / 2 : node.type === 'Succeed' || node.type === 'Fail' ? 2 : 8;
    return '<rect class="body" width="' + wide.toFixed(1) + '" height="' + high.toFixed(1) + '" rx="' + round + '"/>';
  }

  function state(placed, marks) {
    var box = placed.box;
    var node = box.node;
    var mark = marks.state(node) || {};
    var group = box.groups.length ? ' group' : '';
    var svg = '<g class="state ' + (mark.name || '') + group + '" data-pointer="' + escape(node.pointer) +
      '" transform="translate(' + placed.x.toFixed(1) + ',' + placed.y.toFixed(1) + ')">';
    svg += body(node, box.width, box.height);
    svg += '<text text-anchor="middle" x="' + (box.width / 2).toFixed(1) + '" y="19">' +
      escape(cut(node.name, box.width - 16, 13)) + '</text>';
    svg += '<text class="detail" text-anchor="middle" x="' + (box.width / 2).toFixed(1) + '" y="34">' +
      escape(cut(detail(node), box.width - 40, 11)) + (mark.count ? ' \u00b7 <tspan class="count">' + escape(mark.count) +
      '</tspan>' : '') + '</text>';
    svg += '<title>' + escape(node.name + ' (' + detail(node) + ')' + (mark.title ? '\n' + mark.title : '')) + '</title>';
    box.groups.forEach(function (inner) {
      svg += '<g transform="translate(' + inner.x.toFixed(1) + ',' + inner.y.toFixed(1) + ')"><rect class="frame" width="' +
        inner.laid.width.toFixed(1) + '" height="' + inner.laid.height.toFixed(1) + '" rx="6"/>' +
        '<text class="label" x="8" y="14">' + escape(inner.label) + '</text>' + contents(inner.laid, marks) + '</g>';
    });
    return svg + '</g>';
  }

  function contents(laid, marks) {
    var svg = laid.ways.map(function (one) { return way(one, marks); }).join('');
    svg += '<circle class="dot" cx="' + laid.start.x.toFixed(1) + '" cy="' + laid.start.y.toFixed(1) + '" r="6"/>';
    if (laid.end) {
      svg += '<circle class="ring" cx="' + laid.end.x.toFixed(1) + '" cy="' + laid.end.y.toFixed(1) + '" r="8"/>' +
        '<circle class="dot" cx="' + laid.end.x.toFixed(1) + '" cy="' + laid.end.y.toFixed(1) + '" r="4.5"/>';
    }
    return svg + laid.states.map(function (one) { return state(one, marks); }).join('');
  }

  var PLAIN = { state: function () {}, way: function () {}, start: function () {} };

  /** SVG of a graph; standalone with its own colours, for a file. */
  function svg(graph, marks, standalone) {
    var laid = layout(graph);
    var wide = Math.ceil(laid.width);
    var high = Math.ceil(laid.height);
    var style = standalone
      ? 'svg.asl{' + COLOURS.light + '}@media(prefers-color-scheme:dark){svg.asl{' + COLOURS.dark + '}}' + STYLE
      : STYLE;
    return '<svg xmlns="http://www.w3.org/2000/svg" class="asl" width="' + wide + '" height="' + high +
      '" viewBox="0 0 ' + wide + ' ' + high + '"><style>' + style + '</style>' + contents(laid, marks || PLAIN) + '</svg>';
  }

  return { svg: svg, escape: escape, PLAIN: PLAIN };
})();
