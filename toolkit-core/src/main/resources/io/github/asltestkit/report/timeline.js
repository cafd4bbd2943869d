/* Draws an execution in virtual time: a lane for each line of states; time that passes between events takes room. */
'use strict';
var AslTimeline = (function () {
  var ROW = 34;
  var LEFT = 150;
  var FONT = '11px system-ui,"Segoe UI",Roboto,sans-serif';
  var escape = AslDiagram.escape;

  function duration(millis) {
    if (millis === null || millis === undefined) {
      return '';
    }
    var parts = [];
    var rest = millis;
    [['d', 86400000], ['h', 3600000], ['m', 60000]].forEach(function (unit) {
      var amount = Math.floor(rest / unit[1]);
      if (amount) {
        parts.push(amount + unit[0]);
        rest -= amount * unit[1];
      }
    });
    if (rest || !parts.length) {
      parts.push(rest / 1000 + 's');
    }
    return parts.join('');
  }

  /** Where events stand: steps of one instant side by side, a longer wait a little further apart than a short one. */
  function scale(events) {
    var x = LEFT + 12;
    var xs = {};
    var marks = [];
    var last = null;
    events.forEach(function (event) {
      if (last === null) {
        marks.push({ x: x, last: x, at: event.at });
      } else if (event.at > last) {
        x += 30 + 16 * Math.log10(1 + (event.at - last) / 1000);
        marks.push({ x: x, last: x, at: event.at });
      } else {
        x += 13;
        marks[marks.length - 1].last = x;
      }
      last = event.at;
      xs[event.id] = x;
    });
    return {
      width: x + 40,
      marks: marks,
      event: function (id) { return xs[id]; },
      /** An instant between events: a heartbeat has none of its own. */
      at: function (millis) {
        for (var i = marks.length - 1; i >= 0; i--) {
          if (marks[i].at <= millis) {
            var next = marks[i + 1];
            return next ? marks[i].last + (next.x - marks[i].last) * (millis - marks[i].at) / (next.at - marks[i].at)
              : marks[i].last;
          }
        }
        return LEFT + 12;
      }
    };
  }

  /** The event that tells that the call of an attempt was accepted: it follows the attempt's first within a few. */
  function submission(attempt, events) {
    var chain = [attempt.id];
    var found = events.filter(function (event) {
      if (event.id > attempt.id && chain.indexOf(event.previous) >= 0 && chain.length < 4) {
        chain.push(event.id);
        return event.type === 'TaskSubmitted';
      }
      return false;
    })[0];
    return found && found.id;
  }

  function rect(kind, x, y, wide, high, title) {
    return '<rect class="' + kind + '" x="' + x.toFixed(1) + '" y="' + y.toFixed(1) + '" width="' +
      Math.max(2, wide).toFixed(1) + '" height="' + high + '" rx="3"><title>' + escape(title) + '</title></rect>';
  }

  function ofVisit(visit, place, y, end, events) {
    var from = place.event(visit.id);
    var to = place.event(visit.end) || end;
    var wide = Math.max(9, to - from);
    var title = visit.path + ' (' + visit.type + '), ' + visit.outcome + ', +' + duration(visit.from) +
      (visit.to === null ? '' : ' to +' + duration(visit.to)) + (visit.error ? '\n' + visit.error : '');
    var svg = '<g class="visit ' + visit.outcome + ' ' + visit.type + '" data-visit="' + visit.id + '">';
    svg += '<title>' + escape(title) + '</title>' + rect('body', from, y + 3, wide, ROW - 12, title);
    var before = null;
    visit.attempts.forEach(function (attempt) {
      var begin = place.event(attempt.id);
      if (begin === undefined) {
        return;
      }
      var stop = place.event(attempt.end) || end;
      if (before !== null) {
        svg += '<line class="backoff" x1="' + before.toFixed(1) + '" x2="' + begin.toFixed(1) + '" y1="' + (y + ROW - 5) +
          '" y2="' + (y + ROW - 5) + '"><title>waits before attempt ' + attempt.number + '</title></line>';
      }
      svg += rect('attempt ' + attempt.outcome, begin, y + ROW - 8, stop - begin, 5,
        'attempt ' + attempt.number + (attempt.resource ? ' of ' + attempt.resource : '') + ', ' + attempt.outcome +
        (attempt.error ? ' ' + attempt.error : '') +
        (attempt.timeout ? ', TimeoutSeconds ' + attempt.timeout : '') +
        (attempt.heartbeat ? ', HeartbeatSeconds ' + attempt.heartbeat : '') +
        (attempt.missedHeartbeat ? ', a heartbeat was missed' : ''));
      if (attempt.submitted !== null && attempt.submitted !== undefined) {
        svg += '<circle class="submitted" r="3" cx="' +
          (place.event(submission(attempt, events)) || begin).toFixed(1) + '" cy="' + (y + ROW - 5.5) +
          '"><title>submitted +' + duration(attempt.submitted) + '</title></circle>';
      }
      before = stop;
    });
    visit.notes.forEach(function (note) {
      if (note.kind === 'HEARTBEAT') {
        svg += '<text class="beat" text-anchor="middle" x="' + place.at(note.at).toFixed(1) + '" y="' + (y + 13) +
          '">\u2665<title>heartbeat +' + duration(note.at) + '</title></text>';
      }
    });
    if (wide > 26) {
      var name = AslDiagram.cut(visit.name, FONT, wide - 8);
      svg += '<text x="' + (from + 4).toFixed(1) + '" y="' + (y + 18) + '">' + escape(name) + '</text>';
    }
    return svg + '</g>';
  }

  function svg(execution) {
    var place = scale(execution.events);
    var end = place.width - 30;
    var top = 24;
    var high = top + execution.lanes.length * ROW + 8;
    var out = '<svg class="timeline" xmlns="http://www.w3.org/2000/svg" width="' + Math.ceil(place.width) + '" height="' +
      high + '">';
    execution.lanes.forEach(function (lane, i) {
      out += '<rect class="lane" x="0" y="' + (top + i * ROW) + '" width="' + Math.ceil(place.width) + '" height="' +
        (ROW - 2) + '"/><text x="' + (6 + 8 * lane.depth) + '" y="' + (top + i * ROW + 19) + '">' +
        escape(i === 0 ? 'execution' : shorten(lane.label)) + '<title>' + escape(lane.label + ' ' + lane.outcome) +
        '</title></text>';
    });
    var free = 0;
    place.marks.forEach(function (mark) {
      out += '<line class="tick" x1="' + mark.x.toFixed(1) + '" x2="' + mark.x.toFixed(1) + '" y1="18" y2="' + high + '"/>';
      if (mark.x >= free) {
        out += '<text class="time" x="' + mark.x.toFixed(1) + '" y="13">+' + duration(mark.at) + '</text>';
        free = mark.x + 12 + 7 * duration(mark.at).length;
      }
    });
    execution.visits.forEach(function (visit) {
      out += ofVisit(visit, place, top + visit.lane * ROW, end, execution.events);
    });
    return out + '</svg>';
  }

  function shorten(label) {
    return label.length <= 20 ? label : '\u2026' + label.slice(label.length - 19);
  }

  return { svg: svg, duration: duration };
})();
