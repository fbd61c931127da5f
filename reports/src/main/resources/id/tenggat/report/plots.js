// Draws charts with uPlot, each with a caption, a sentence for who can't see it, and its numbers as a table.

// Instants on the axis: the day where it changes, the time below a day.
const ticks = r => (u, splits, axis, space, step) => {
  let before = "";
  return splits.map(t => {
    const p = clock(r.zone)(t);
    const day = `${p.day} ${p.month}`;
    if (step >= DAY) return day;
    const time = `${p.hour}:${p.minute}` + (step < 60 ? ":" + p.second : "");
    const text = day === before ? time : time + "\n" + day;
    before = day;
    return text;
  });
};

const every = (u, splits) => splits;

// One in 1, 10, 100 values is larger: 0%, 90%, 99%; between them as many digits as it takes.
const percentile = oneIn => Number((100 - 100 / oneIn).toFixed(Math.ceil(Math.log10(oneIn)))) + "%";
const NINES = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9], FEW_NINES = [1, 2, 4, 10, 20];
const nines = { splits: u => (u.scales.x.max < 30 ? FEW_NINES : NINES).filter(v => v <= u.scales.x.max), filter: every, values: (u, v) => v.map(percentile) };

const axis = more => ({
  stroke: style("soft"), font: "12px system-ui, sans-serif", grid: { stroke: style("rule"), width: 1 }, ticks: { stroke: style("rule"), width: 1, size: 5 }, ...more,
});

// The deadline as a dashed line with its name above it; an extended one moves, and only the last counts.
const deadlines = r => u => {
  const { ctx, bbox } = u, px = devicePixelRatio;
  r.deadlines.forEach(t => {
    if (t < u.scales.x.min || t > u.scales.x.max) return;
    const x = Math.round(u.valToPos(t, "x", true));
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = style(t === last(r.deadlines) ? "bad" : "soft");
    ctx.lineWidth = px;
    ctx.setLineDash([4 * px, 4 * px]);
    ctx.beginPath(); ctx.moveTo(x, bbox.top); ctx.lineTo(x, bbox.top + bbox.height); ctx.stroke();
    ctx.font = `${11 * px}px system-ui, sans-serif`;
    ctx.textAlign = x - bbox.left < 60 * px ? "left" : "right"; ctx.textBaseline = "bottom";
    ctx.fillText("deadline", x, bbox.top - 2 * px);
    ctx.restore();
  });
};

// Bands that can be told apart without their colours: by the way of their hatching, on the chart and in its legend.
const hatches = {
  plain: null, rising: ["M0 8L8 0", "45deg"], falling: ["M0 0L8 8", "-45deg"], cross: ["M0 0L8 8M0 8L8 0", "90deg"],
};
const hatched = (s, px) => {
  const tile = element("canvas"), ctx = tile.getContext("2d"), lines = hatches[s.hatch];
  tile.width = tile.height = Math.round(8 * px);
  ctx.fillStyle = style("card"); ctx.fillRect(0, 0, tile.width, tile.height);
  ctx.globalAlpha = lines ? 0.3 : 0.75; ctx.fillStyle = style(s.colour); ctx.fillRect(0, 0, tile.width, tile.height);
  ctx.globalAlpha = 1; ctx.strokeStyle = style(s.colour); ctx.lineWidth = 1.6; ctx.scale(tile.width / 8, tile.width / 8);
  if (lines) ctx.stroke(new Path2D(lines[0]));
  return ctx.createPattern(tile, "repeat");
};
const marker = s => s.hatch && s.hatch !== "plain"
  ? `repeating-linear-gradient(${hatches[s.hatch][1]}, ${style(s.colour)} 0 2px, color-mix(in srgb, ${style(s.colour)} 30%, ${style("card")}) 2px 4px)`
  : style(s.fill ?? (s.hatch ? s.colour : "card"));
const border = s => !s.dash ? "solid" : s.dash[0] < 4 ? "dotted" : "dashed";

const line = (s, chart) => ({
  label: s.label, stroke: style(s.colour), width: s.width ?? (chart.stacked ? 1 : 1.6), dash: s.dash,
  fill: s.hatch ? () => hatched(s, devicePixelRatio) : s.fill && style(s.fill),
  points: { show: false }, spanGaps: Boolean(chart.nines), paths: chart.stepped ? uPlot.paths.stepped({ align: 1, alignGaps: 1 }) : undefined,
  value: (u, v, i, k) => shown(chart.format, k == null ? null : s.values[Math.min(k, s.values.length - 1)]),
});

// An interval's number holds until it ends, the last one's too.
const held = chart => values => {
  if (!chart.stepped) return values;
  const k = values.findLastIndex(v => v != null), longer = [...values, null];
  longer[k + 1] = values[k] ?? null;
  return longer;
};

// What uPlot draws: of a stack each band's upper edge, the lowest last and so before the others.
const drawn = (chart, isShown) => {
  const x = chart.stepped ? [...chart.x, last(chart.x) + chart.r.calendarSeconds] : chart.x;
  let below = chart.x.map(() => 0);
  const edge = (s, i) => !chart.stacked ? s.values : isShown(i) ? (below = s.values.map((v, k) => v + below[k])) : s.values;
  const edges = chart.series.map((s, i) => [s, i]).reverse().map(([s, i]) => edge(s, i)).reverse();
  return [x, ...edges.map(held(chart))];
};

// On paper a chart is drawn larger than it is printed, so that it is printed finer than a screen shows it.
const width = figure => isPrinting() ? (figure.classList.contains("wide") ? 900 : 420) : Math.max(200, figure.clientWidth - 32);
const logRange = (u, low, high) => low == null ? [0.001, 1] : [low / 1.3, high * 1.3];
// Lines at decades, and between them where there are few.
const logSplits = (u, i, low, high) => {
  const decades = Math.log10(high / low), between = decades > 2.5 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5];
  const first = Math.floor(Math.log10(low)), exponents = Array.from({ length: Math.ceil(decades) + 2 }, (_, k) => first + k);
  return exponents.flatMap(e => between.map(m => m * 10 ** e)).filter(v => v >= low && v <= high);
};
const linearRange = chart => (u, low, high) => [0, chart.top ?? (high || 1) * 1.06];
// Where a step has no point of its own, its last one before.
const before = (u, series, i) => {
  let k = i;
  while (series && k >= 0 && u.data[series][k] == null) k--;
  return series && u.data[series].findLastIndex(v => v != null) < i ? i : Math.max(k, 0);
};

// The interval in which an instant lies, not the one whose beginning is nearest.
const inside = (u, series, i, x) => i > 0 && u.data[0][i] > x ? i - 1 : i;

const options = (chart, figure, hooks) => ({
  width: width(figure),
  height: chart.wide ? 300 : 240,
  padding: [18, 30, 0, 0],
  cursor: {
    y: false,
    sync: chart.window ? { key: chart.window.key, scales: ["x", null] } : undefined,
    drag: { x: Boolean(chart.window), y: false, setScale: false, dist: 4 },
    bind: { dblclick: () => () => { chart.window?.showAll(); return null; } },
    points: { size: 6 }, focus: { prox: chart.stacked || chart.series.length < 4 ? -1 : 20 },
    ...(chart.nines ? { dataIdx: before } : chart.stepped && { dataIdx: inside }),
  },
  focus: { alpha: 0.3 },
  legend: { markers: { fill: (u, i) => marker(chart.series[i - 1]), dash: (u, i) => border(chart.series[i - 1]) } },
  tzDate: t => uPlot.tzDate(new Date(t * 1e3), chart.r.zone),
  scales: {
    x: chart.nines ? { time: false, distr: 3, range: (u, low, high) => [1, high] } : { time: true, range: () => chart.window.range() },
    y: chart.log ? { distr: 3, range: logRange } : { range: linearRange(chart) },
  },
  axes: [
    axis(chart.nines ? { ...nines, space: 40, size: 34 } : { values: ticks(chart.r), space: 70, size: 42 }),
    axis({ size: 76, ...(chart.log && { splits: logSplits, filter: every }), values: (u, v) => v.map(y => y == null ? "" : (chart.marks ?? chart.format)(y)) }),
  ],
  series: [
    { label: chart.nines ? "percentile" : "at", value: (u, x) => x == null ? "" : chart.nines ? percentile(x) : at(chart.r, x) },
    ...chart.series.map(s => line(s, chart)),
  ],
  hooks,
});

const largest = s => s.values.reduce((best, v) => v != null && (best == null || v > best) ? v : best, null);
const sentence = chart => `${chart.title}${chart.of ? " of " + chart.of : ""}, ${chart.unit}: `
  + (chart.sentence?.() ?? chart.series.map(s => `${s.label} at most ${shown(chart.format, largest(s))}`).join(", "));

const caption = (chart, choose) => {
  const words = element("figcaption", {}, chart.title, element("span", {}, chart.unit));
  if (chart.choices?.length) {
    const select = element("select", { "aria-label": "station" }, ...chart.choices.map(([value, text]) => element("option", { value }, text)));
    select.value = chart.chosen;
    select.addEventListener("change", () => choose(select.value));
    words.append(select);
  }
  return words;
};

// Keys on a chart that has the focus: the window's, digits for its lines, and with shift the arrows that point at an instant.
const keys = (chart, plot) => event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.shiftKey && arrow || !chart.window && arrow) point(plot, arrow);
  else if (plot.series[event.key] && event.key !== "0") plot.setSeries(Number(event.key), { show: !plot.series[event.key].show });
  else if (!chart.window?.obey(event.key)) return;
  event.preventDefault();
};
const point = (plot, by) => {
  const x = plot.data[0], isShown = i => x[i] >= plot.scales.x.min && x[i] <= plot.scales.x.max;
  const begin = by > 0 ? x.findIndex((_, i) => isShown(i)) : x.findLastIndex((_, i) => isShown(i));
  const i = plot.cursor.idx == null ? begin : plot.cursor.idx + by;
  if (isShown(i)) plot.setCursor({ left: plot.valToPos(x[i], "x") + 0.5, top: plot.over.clientHeight / 2 });
};

// Shows a chart in its figure; what it gives back undoes that.
const draw = (figure, chart, choose) => {
  const place = element("div");
  const reading = chart.reading && element("p", { class: "says", "aria-live": "polite" });
  const tell = u => {
    const [when, what, brackets] = chart.reading(u.cursor.idx);
    reading.replaceChildren(when, element("b", {}, what), brackets);
  };
  let isBrushed = false;
  const brushed = u => {
    if (isBrushed && u.select.width > 0) chart.window.brush(u.posToVal(u.select.left, "x"), u.posToVal(u.select.left + u.select.width, "x"));
    isBrushed = false;
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  };
  const restack = u => u.setData(drawn(chart, i => u.series[i + 1].show), false);
  figure.replaceChildren(caption(chart, choose), ...(reading ? [reading] : []), place);
  const plot = new uPlot(options(chart, figure, {
    draw: chart.nines ? [] : [deadlines(chart.r)],
    setCursor: reading ? [tell] : [],
    setSelect: [brushed],
    setSeries: chart.stacked ? [(u, i, change) => { if ("show" in change) { restack(u); u.redraw(); } }] : [],
  }), drawn(chart, () => true), place);
  plot.over.addEventListener("mousedown", () => { isBrushed = true; });
  const picture = place.querySelector(".u-wrap");
  Object.entries({ role: "img", tabindex: 0, "aria-label": sentence(chart) }).forEach(([name, value]) => picture.setAttribute(name, value));
  picture.addEventListener("keydown", keys(chart, plot));
  if (chart.note) figure.append(element("p", { class: "note" }, chart.note));
  figure.append(numbers([chart.nines ? "percentile" : "from", ...chart.series.map(s => s.label)],
    () => chart.x.map((x, i) => [chart.nines ? percentile(x) : at(chart.r, x), ...chart.series.map(s => shown(chart.format, s.values[i]))])));
  if (reading) tell(plot);
  chart.window?.add(plot);
  const fit = new ResizeObserver(() => plot.setSize({ width: width(figure), height: plot.height }));
  fit.observe(figure);
  return { figure, chart, plot, undo: () => { fit.disconnect(); chart.window?.remove(plot); plot.destroy(); } };
};
