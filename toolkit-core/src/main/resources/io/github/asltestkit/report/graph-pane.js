/* A pane that shows a graph: fitted at first, to be zoomed, panned, searched and folded, by mouse, touch and keys. */
'use strict';
var AslGraphPane = (function () {
  var escape = AslDiagram.escape;
  var STEP = 1.25;
  var MAP_FROM = 30;
  var FAR = 0.25;

  function count(graph) {
    return graph.nodes.reduce(function (sum, node) {
      return sum + 1 + node.groups.reduce(function (all, group) { return all + count(group); }, 0);
    }, 0);
  }

  /** The states around a nested state, from the outermost. */
  function around(pointer) {
    var all = [];
    for (var i = pointer.indexOf('/States/', 1); i >= 0; i = pointer.indexOf('/States/', i + 1)) {
      all.push(pointer.slice(0, i).replace(/\/(Branches\/\d+|ItemProcessor|Iterator)$/, ''));
    }
    return all;
  }

  function nested(graph, found) {
    graph.nodes.forEach(function (node) {
      if (node.groups.length) {
        found.push(node.pointer);
        node.groups.forEach(function (group) { nested(group, found); });
      }
    });
    return found;
  }

  function names(graph, found) {
    graph.nodes.forEach(function (node) {
      found.push(node);
      node.groups.forEach(function (group) { names(group, found); });
    });
    return found;
  }

  /**
   * @param element an empty element
   * @param graph the graph
   * @param marks what is drawn of each state and way
   * @param chosen told the pointer of a state that somebody chooses
   */
  function show(element, graph, marks, chosen) {
    var folded = new Set();
    var drawn;
    var view;
    var selected = null;
    var groups = nested(graph, []);
    element.classList.add('pane');
    element.innerHTML = '<div class="tools" role="toolbar" aria-label="Graph">' +
      '<span class="find"><input type="search" placeholder="Find a state" aria-label="Find a state" autocomplete="off">' +
      '<ul class="found" role="listbox" aria-label="States found" hidden></ul></span>' +
      '<button type="button" data-do="in" title="Zoom in: +" aria-label="Zoom in">+</button>' +
      '<button type="button" data-do="out" title="Zoom out: -" aria-label="Zoom out">\u2212</button>' +
      '<button type="button" data-do="fit" title="Whole graph: 0">Fit</button>' +
      (groups.length ? '<button type="button" data-do="fold">Fold all</button><button type="button" data-do="unfold">' +
        'Unfold all</button>' : '') +
      '</div><div class="view" tabindex="0" role="group" aria-label="State machine: + and - zoom, 0 fits, arrows move, ' +
      'Enter goes to the states"><svg class="asl" xmlns="http://www.w3.org/2000/svg"></svg>' +
      '<svg class="map" aria-hidden="true"></svg></div>';
    var pane = element.querySelector('.view');
    var svg = element.querySelector('.asl');
    var map = element.querySelector('.map');
    var find = element.querySelector('input');
    var list = element.querySelector('.found');

    function draw() {
      drawn = AslDiagram.draw(graph, marks, folded);
      svg.innerHTML = drawn.svg;
      map.style.display = count(graph) > MAP_FROM ? '' : 'none';
      map.setAttribute('viewBox', '0 0 ' + drawn.width + ' ' + drawn.height);
      map.innerHTML = drawn.places.map(function (place) {
        return '<rect class="' + place.mark + (place.group ? ' group' : '') + '" x="' + place.x + '" y="' + place.y +
          '" width="' + place.width + '" height="' + place.height + '"/>';
      }).join('') + '<rect class="here"/>';
      highlight();
    }

    function size() {
      return { width: pane.clientWidth || 800, height: pane.clientHeight || 500 };
    }

    function apply() {
      var box = view.x + ' ' + view.y + ' ' + view.width + ' ' + view.height;
      svg.setAttribute('viewBox', box);
      svg.classList.toggle('far', scale() < FAR);
      var here = map.querySelector('.here');
      ['x', 'y', 'width', 'height'].forEach(function (side) { here.setAttribute(side, view[side]); });
    }

    /** The whole graph in the middle; a small one is not blown up. */
    function fit() {
      var room = size();
      var scale = Math.min(1, room.width / (drawn.width + 16), room.height / (drawn.height + 16));
      view = { width: room.width / scale, height: room.height / scale };
      view.x = (drawn.width - view.width) / 2;
      view.y = (drawn.height - view.height) / 2;
      apply();
    }

    function scale() {
      return size().width / view.width;
    }

    /** Zooms by a factor; the point at fractions of the pane stays where it is. */
    function zoom(factor, fx, fy) {
      var room = size();
      var least = Math.min(1, room.width / (drawn.width + 16), room.height / (drawn.height + 16)) / 2;
      var by = Math.min(4, Math.max(least, scale() * factor)) / scale();
      view.x += view.width * fx * (1 - 1 / by);
      view.y += view.height * fy * (1 - 1 / by);
      view.width /= by;
      view.height /= by;
      apply();
    }

    function move(dx, dy) {
      view.x += dx;
      view.y += dy;
      apply();
    }

    /** Centres a state at a size that can be read. */
    function jump(pointer) {
      around(pointer).forEach(function (outer) {
        if (folded.delete(outer)) {
          draw();
        }
      });
      var place = drawn.places.filter(function (one) { return one.node.pointer === pointer; })[0];
      if (place) {
        var room = size();
        var wanted = Math.max(scale(), Math.min(1, room.width / (place.width + 80)));
        view = { width: room.width / wanted, height: room.height / wanted };
        view.x = place.x + place.width / 2 - view.width / 2;
        view.y = place.y + Math.min(place.height, view.height - 60) / 2 - view.height / 2;
        apply();
      }
    }

    function highlight() {
      svg.querySelectorAll('.state.on').forEach(function (one) { one.classList.remove('on'); });
      var now = selected && stateElement(selected);
      if (now) {
        now.classList.add('on');
      }
    }

    function stateElement(pointer) {
      return Array.prototype.filter.call(svg.querySelectorAll('.state'), function (one) {
        return one.dataset.pointer === pointer;
      })[0];
    }

    function choose(pointer) {
      selected = pointer;
      highlight();
      chosen(pointer);
    }

    function fold(pointers) {
      folded = new Set(pointers);
      draw();
      fit();
    }

    element.querySelector('.tools').addEventListener('click', function (event) {
      var what = event.target.dataset.do;
      if (what === 'in' || what === 'out') {
        zoom(what === 'in' ? STEP : 1 / STEP, 0.5, 0.5);
      } else if (what === 'fit') {
        fit();
      } else if (what) {
        fold(what === 'fold' ? groups : []);
      }
    });

    // ---- mouse and touch -----------------------------------------------------------------------------------

    pane.addEventListener('wheel', function (event) {
      event.preventDefault();
      var box = pane.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), (event.clientX - box.left) / box.width,
        (event.clientY - box.top) / box.height);
    }, { passive: false });

    var touches = new Map();
    var moved = false;
    svg.addEventListener('pointerdown', function (event) {
      touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
      moved = false;
    });
    pane.addEventListener('pointermove', function (event) {
      var before = touches.get(event.pointerId);
      if (!before) {
        return;
      }
      var now = { x: event.clientX, y: event.clientY };
      var others = Array.from(touches).filter(function (one) { return one[0] !== event.pointerId; });
      if (others.length) {
        var still = others[0][1];
        var box = pane.getBoundingClientRect();
        zoom(Math.hypot(now.x - still.x, now.y - still.y) / Math.max(1, Math.hypot(before.x - still.x, before.y - still.y)),
          ((now.x + still.x) / 2 - box.left) / box.width, ((now.y + still.y) / 2 - box.top) / box.height);
        moved = true;
      } else if (moved || Math.hypot(now.x - before.x, now.y - before.y) > 4) {
        if (!moved) {
          pane.setPointerCapture(event.pointerId);
        }
        move((before.x - now.x) / scale(), (before.y - now.y) / scale());
        moved = true;
      } else {
        return;
      }
      touches.set(event.pointerId, now);
    });
    ['pointerup', 'pointercancel'].forEach(function (end) {
      pane.addEventListener(end, function (event) { touches.delete(event.pointerId); });
    });

    svg.addEventListener('click', function (event) {
      if (moved) {
        return;
      }
      var toggle = event.target.closest('[data-fold]');
      var sign = event.target.closest('[data-jump]');
      var state = event.target.closest('.state');
      if (toggle) {
        var pointer = toggle.dataset.fold;
        if (!folded.delete(pointer)) {
          folded.add(pointer);
        }
        draw();
        fit();
      } else if (sign) {
        jump(sign.dataset.jump);
        choose(sign.dataset.jump);
      } else if (state) {
        choose(state.dataset.pointer);
      }
    });

    function toMap(event) {
      var box = map.getBoundingClientRect();
      var by = Math.min(box.width / drawn.width, box.height / drawn.height);
      view.x = (event.clientX - box.left - (box.width - drawn.width * by) / 2) / by - view.width / 2;
      view.y = (event.clientY - box.top - (box.height - drawn.height * by) / 2) / by - view.height / 2;
      apply();
    }
    map.addEventListener('pointerdown', function (event) {
      map.setPointerCapture(event.pointerId);
      toMap(event);
    });
    map.addEventListener('pointermove', function (event) {
      if (event.buttons) {
        toMap(event);
      }
    });

    // ---- keys ----------------------------------------------------------------------------------------------

    function inSight(one) {
      jump(one.dataset.pointer);
      stateElement(one.dataset.pointer).focus();
    }

    pane.addEventListener('keydown', function (event) {
      var far = 60 / scale();
      var moves = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] };
      var states = Array.from(svg.querySelectorAll('.state'));
      var at = states.indexOf(document.activeElement);
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === '+' || event.key === '=') {
        zoom(STEP, 0.5, 0.5);
      } else if (event.key === '-') {
        zoom(1 / STEP, 0.5, 0.5);
      } else if (event.key === '0') {
        fit();
      } else if (at >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowRight')) {
        inSight(states[Math.min(states.length - 1, at + 1)]);
      } else if (at >= 0 && (event.key === 'ArrowUp' || event.key === 'ArrowLeft')) {
        inSight(states[Math.max(0, at - 1)]);
      } else if (at >= 0 && (event.key === 'Enter' || event.key === ' ')) {
        choose(states[at].dataset.pointer);
      } else if (at >= 0 && event.key === 'Escape') {
        pane.focus();
      } else if (event.key === 'Enter' && states.length) {
        inSight((selected && stateElement(selected)) || states[0]);
      } else if (moves[event.key]) {
        move(moves[event.key][0], moves[event.key][1]);
      } else {
        return;
      }
      event.preventDefault();
    });

    // ---- search --------------------------------------------------------------------------------------------

    var all = names(graph, []);
    function matches() {
      var wanted = find.value.trim().toLowerCase();
      return wanted ? all.filter(function (node) { return node.name.toLowerCase().indexOf(wanted) >= 0; }).slice(0, 12) : [];
    }
    function listed() {
      var some = matches();
      list.hidden = !find.value.trim();
      list.innerHTML = some.map(function (node) {
        return '<li role="option"><button type="button" data-to="' + escape(node.pointer) + '">' + escape(node.name) +
          ' <span class="soft">' + escape(node.type) + '</span></button></li>';
      }).join('') || '<li class="soft">No state has this in its name.</li>';
    }
    function found(pointer) {
      list.hidden = true;
      jump(pointer);
      choose(pointer);
    }
    find.addEventListener('input', listed);
    find.addEventListener('keydown', function (event) {
      var first = matches()[0];
      if (event.key === 'Enter' && first) {
        found(first.pointer);
      } else if (event.key === 'Escape') {
        list.hidden = true;
      } else if (event.key === 'ArrowDown' && list.querySelector('button')) {
        list.querySelector('button').focus();
        event.preventDefault();
      }
    });
    list.addEventListener('click', function (event) {
      var to = event.target.closest('[data-to]');
      if (to) {
        found(to.dataset.to);
      }
    });

    draw();
    fit();
    window.addEventListener('resize', function () {
      if (pane.isConnected) {
        fit();
      }
    });
    return { jump: function (pointer) { selected = pointer; jump(pointer); highlight(); } };
  }

  return { show: show, names: names };
})();
