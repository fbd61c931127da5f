// Draws the charts of the page from its data. Every text goes in as text, never as HTML.
(() => {
  "use strict";

  const recordings = JSON.parse(document.getElementById("data").textContent).recordings;
  const style = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
  const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
  const share = v => (100 * v).toFixed(1) + "%";
  const seconds = v => v < 1 ? number.format(v * 1e3) + " ms" : number.format(v) + " s";
  const shown = (format, v) => v == null ? "–" : format(v);

  const element = (tag, className, text) => {
    const e = document.createElement(tag);
    if (className) e.className = className;
    if (text != null) e.textContent = text;
    return e;
  };

  // Times in the zone of the scenario's calendar.
  const clocks = new Map();
  const clock = zone => {
    if (!clocks.has(zone)) {
      const format = new Intl.DateTimeFormat("en-US", {
        timeZone: zone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
      });
      clocks.set(zone, t => Object.fromEntries(format.formatToParts(t * 1e3).map(p => [p.type, p.value])));
    }
    return clocks.get(zone);
  };
  const at = (r, t) => {
    const p = clock(r.zone)(t);
    const fine = r.calendarSeconds % 60 ? ":" + p.second : "";
    return `${p.day} ${p.month} ${p.hour}:${p.minute}${fine}`;
  };
  const ticks = r => (u, splits, axis, space, step) => {
    let before = "";
    return splits.map(t => {
      const p = clock(r.zone)(t);
      const day = `${p.day} ${p.month}`;
      if (step >= 86400) return day;
      const time = `${p.hour}:${p.minute}` + (step < 60 ? ":" + p.second : "");
      const text = day === before ? time : time + "\n" + day;
      before = day;
      return text;
    });
  };

  const starts = r => r.sentPerSecond.map((_, i) => r.start + i * r.calendarSeconds);
  const ends = r => [r.start, ...r.sentPerSecond.map((_, i) => r.start + (i + 1) * r.calendarSeconds)];
  const some = values => values.some(v => v > 0);

  // The deadline as a dashed line with its name; an extended one moves, and only the last counts.
  const deadlines = r => u => {
    const { ctx, bbox } = u;
    r.deadlines.forEach((t, i) => {
      if (t < u.scales.x.min || t > u.scales.x.max) return;
      const x = Math.round(u.valToPos(t, "x", true));
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = style(i === r.deadlines.length - 1 ? "bad" : "soft");
      ctx.lineWidth = devicePixelRatio;
      ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
      ctx.beginPath(); ctx.moveTo(x, bbox.top); ctx.lineTo(x, bbox.top + bbox.height); ctx.stroke();
      ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
      ctx.textAlign = "right"; ctx.textBaseline = "top";
      ctx.fillText("deadline", x - 5 * devicePixelRatio, bbox.top + 3 * devicePixelRatio);
      ctx.restore();
    });
  };

  // A chart: {title, unit, r, x, series: [{label, values, colour, fill, format, dash}], log, top, says, stepped}
  const draw = (figure, chart) => {
    figure.replaceChildren();
    const caption = element("figcaption", "", chart.title);
    caption.append(element("span", "", chart.unit));
    figure.append(caption);
    let says = null;
    if (chart.says) figure.append(says = element("p", "says"));
    const place = element("div");
    figure.append(place);
    const plot = new uPlot(options(chart, figure, says), [chart.x, ...chart.series.map(s => s.values)], place);
    figure.append(table(chart));
    const fit = new ResizeObserver(() => plot.setSize({ width: width(figure), height: plot.height }));
    fit.observe(figure);
    return { plot, r: chart.r, undo: () => { fit.disconnect(); plot.destroy(); } };
  };
  const width = figure => Math.max(200, figure.clientWidth - 32);

  const options = (chart, figure, says) => ({
    width: width(figure),
    height: figure.classList.contains("wide") ? 300 : 240,
    tzDate: t => uPlot.tzDate(new Date(t * 1e3), chart.r.zone),
    cursor: { sync: { key: chart.sync }, drag: { x: true, y: false }, points: { size: 6 } },
    legend: { live: true },
    scales: { x: { time: true }, y: chart.log ? { distr: 3 } : { range: (u, low, high) => [0, chart.top ?? ((high || 1) * 1.06)] } },
    axes: [axis({ values: ticks(chart.r), space: 70, size: 42 }), axis({ size: 76, values: (u, v) => v.map(y => y == null ? "" : (chart.marks ?? chart.format)(y)) })],
    series: [{ label: "at", value: (u, t) => t == null ? "" : at(chart.r, t) }, ...chart.series.map(s => line(s, chart))],
    hooks: { draw: [deadlines(chart.r)], setCursor: says ? [u => says.replaceChildren(...chart.says(u.cursor.idx))] : [] },
  });
  const axis = more => ({
    stroke: style("soft"), font: "12px system-ui, sans-serif", grid: { stroke: style("rule"), width: 1 }, ticks: { stroke: style("rule"), width: 1, size: 5 }, ...more,
  });
  const line = (s, chart) => ({
    label: s.label, stroke: style(s.colour), width: s.width ?? 1.6, fill: s.fill && style(s.fill), dash: s.dash,
    points: { show: false }, spanGaps: false, paths: chart.stepped ? uPlot.paths.stepped({ align: 1 }) : undefined,
    value: (u, v) => shown(chart.format, v),
  });

  // The numbers behind a chart, made when somebody opens them.
  const table = chart => {
    const details = element("details");
    details.append(element("summary", "", "Numbers"));
    details.addEventListener("toggle", () => {
      if (details.children.length > 1) return;
      const t = element("table"), head = element("tr"), body = element("tbody");
      head.append(element("th", "", "from"), ...chart.series.map(s => element("th", "number", s.label)));
      chart.x.forEach((x, i) => {
        const row = element("tr");
        row.append(element("td", "", at(chart.r, x)), ...chart.series.map(s => element("td", "number", shown(chart.format, s.values[i]))));
        body.append(row);
      });
      const thead = element("thead");
      thead.append(head);
      t.append(thead, body);
      const scroll = element("div", "scroll");
      scroll.append(t);
      details.append(scroll);
    });
    return details;
  };

  const rate = v => number.format(v) + "/s";
  const palette = i => "s" + i % 10;

  const charts = {
    completion: r => {
      const completed = [0, ...r.completed], came = [r.came.length ? null : 0, ...r.came], x = ends(r);
      return {
        title: "Completion", unit: "applicants", x, format: v => whole.format(v), wide: true,
        series: [
          { label: "came", values: came, colour: "offered", dash: [5, 4] },
          { label: "completed", values: completed, colour: "served", fill: "area", width: 2.2 },
          { label: "inside", values: [null, ...r.inside], colour: "rejected" },
        ],
        says: i => {
          const deadline = r.deadlines[r.deadlines.length - 1];
          const after = x.findIndex(t => t >= deadline);
          const k = i ?? (after < 0 ? x.length - 1 : after);
          const when = i == null && after >= 0 ? `By the deadline, ${at(r, deadline)}, ` : `At ${at(r, x[k])}, `;
          const b = element("b", "", `${whole.format(completed[k])} of ${whole.format(r.due)} complete`);
          return [when, b, ` (${r.due ? share(completed[k] / r.due) : "–"})`];
        },
      };
    },
    attempts: r => ({
      title: "Offered and served", unit: "attempts per second", x: starts(r), format: rate, stepped: true, wide: true,
      series: [
        { label: "offered", values: r.sentPerSecond, colour: "offered", width: 2 },
        { label: "served", values: r.servedPerSecond, colour: "served", fill: "area" },
        { label: "rejected", values: r.rejectedPerSecond, colour: "rejected" },
        { label: "timed out", values: r.timedOutPerSecond, colour: "timed-out" },
        { label: "failed", values: r.failedPerSecond, colour: "failed" },
      ].filter((s, i) => i < 2 || some(s.values)),
    }),
    latency: r => ({
      title: "Latency, p99 of each step", unit: "from due, served attempts, log scale", x: starts(r), format: seconds, log: true,
      series: r.steps.map((s, i) => ({ label: s.name, values: s.p99Seconds.map(v => v || null), colour: palette(i) })),
    }),
    queues: r => ({
      title: "Queues", unit: "longest in each interval", x: starts(r), format: v => whole.format(v), stepped: true,
      series: r.stations.map((s, i) => ({ label: s.name, values: s.queueMax, colour: palette(i) })),
    }),
    utilisation: r => ({
      title: "Utilisation", unit: "busy of the workers' time", x: starts(r), format: share, marks: v => Math.round(100 * v) + "%", stepped: true, top: 1.05,
      series: r.stations.map((s, i) => ({ label: s.name, values: s.utilisation, colour: palette(i) })),
    }),
    work: r => ({
      title: "Busy and wasted work", unit: "workers, mean of each interval", x: starts(r), format: v => number.format(v), stepped: true,
      series: [
        { label: "busy", values: r.busyWorkers, colour: "served", fill: "area" },
        { label: "wasted on clients who had left", values: r.wastedWorkers, colour: "timed-out", fill: "waste-area" },
      ],
    }),
  };

  // Of live runs: what the injector measured of itself, second by second.
  const injectorStarts = r => r.injector.offsets.map(s => r.start + s);
  charts.slip = r => r.injector && {
    title: "Slip, sent − due", unit: "each second of the run, log scale", x: injectorStarts(r), format: seconds, log: true,
    series: [["p50", "slipP50Seconds", "served"], ["p99", "slipP99Seconds", "rejected"], ["max", "slipMaxSeconds", "failed"]]
      .map(([label, name, colour]) => ({ label, values: r.injector[name].map(v => v || null), colour })),
  };
  charts.injector = r => r.injector && {
    title: "The injector's machine", unit: "share of processors, of time", x: injectorStarts(r), format: share, top: 1.05,
    marks: v => Math.round(100 * v) + "%",
    series: [["injector", "process", "served"], ["all programs", "machine", "offered"], ["garbage collection", "collecting", "failed"]]
      .map(([label, name, colour]) => ({ label, values: r.injector[name], colour })),
  };

  // Recordings of the same slice share a time axis; the largest such group is laid over each other.
  const group = () => {
    const slices = new Map();
    recordings.forEach(r => slices.set(r.slice, [...(slices.get(r.slice) ?? []), r]));
    return [...slices.values()].sort((a, b) => b.length - a.length)[0];
  };
  const overlay = (title, unit, format, x, values) => {
    const same = group();
    if (same.length < 2) return null;
    const joined = uPlot.join(same.map(r => [x(r), values(r)]));
    return {
      title, unit, format, x: joined[0], r: same[0], sync: "compare",
      series: same.map((r, i) => ({ label: r.label, values: joined[i + 1], colour: palette(i), dash: i ? [6, 4] : undefined, width: 2 })),
    };
  };
  const comparisons = {
    "compare-completed": () => overlay("Completion", "applicants", v => whole.format(v), ends, r => [0, ...r.completed]),
    "compare-served": () => overlay("Served", "attempts per second", rate, starts, r => r.servedPerSecond),
  };

  const chartOf = figure => {
    const name = figure.dataset.chart;
    if (comparisons[name]) return comparisons[name]();
    const r = recordings[figure.dataset.recording];
    const chart = charts[name](r);
    if (!chart) return null;
    return { r, sync: "recording-" + figure.dataset.recording, ...chart };
  };

  // Buttons that look at the end of a long run: the rush before a deadline is a sliver of all its days.
  const HOUR = 3600, DAY = 24 * HOUR;
  const spans = [["all", Infinity], ["last 7 days", 7 * DAY], ["last day", DAY], ["last 6 hours", 6 * HOUR], ["last hour", HOUR], ["last 10 minutes", 600]];
  const zoom = place => {
    const r = recordings[place.dataset.recording], x = ends(r), length = x[x.length - 1] - x[0];
    const useful = spans.filter(([, s]) => s === Infinity || (s < 0.7 * length && s >= 6 * r.calendarSeconds));
    if (useful.length < 2) return;
    place.replaceChildren(...useful.map(([words, span], i) => {
      const button = element("button", "", words);
      button.type = "button";
      button.setAttribute("aria-pressed", i === 0);
      button.addEventListener("click", () => {
        place.querySelectorAll("button").forEach(b => b.setAttribute("aria-pressed", b === button));
        const max = x[x.length - 1];
        drawn.filter(d => d.r === r).forEach(d => d.plot.setScale("x", { min: Math.max(x[0], max - span), max }));
      });
      return button;
    }));
  };

  let drawn = [];
  const drawAll = () => {
    drawn.forEach(d => d.undo());
    drawn = [];
    document.querySelectorAll("figure.chart").forEach(figure => {
      const chart = chartOf(figure);
      if (!chart || !chart.x.length) return;
      figure.classList.toggle("wide", Boolean(chart.wide));
      drawn.push(draw(figure, chart));
    });
  };
  drawAll();
  document.querySelectorAll(".zoom").forEach(zoom);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();
