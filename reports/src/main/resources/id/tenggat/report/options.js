// How uPlot is told to draw a chart: axes, lines, bands and what a mouse does.

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
const NINES = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const FEW_NINES = [1, 2, 4, 10, 20];
const nines = {
  splits: u => (u.scales.x.max < 30 ? FEW_NINES : NINES).filter(v => v <= u.scales.x.max),
  filter: every,
  values: (u, v) => v.map(percentile),
};

const axis = more => ({
  stroke: style("soft"),
  font: "12px system-ui, sans-serif",
  grid: { stroke: style("rule"), width: 1 },
  ticks: { stroke: style("rule"), width: 1, size: 5 },
  ...more,
});

// The deadline as a dashed line with its name above it; an extended one moves, and only the last counts.
const deadlines = r => u => {
  const { ctx, bbox } = u;
  const px = devicePixelRatio;
  r.deadlines.forEach(t => {
    if (t < u.scales.x.min || t > u.scales.x.max) return;
    const x = Math.round(u.valToPos(t, "x", true));
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = style(t === last(r.deadlines) ? "bad" : "soft");
    ctx.lineWidth = px;
    ctx.setLineDash([4 * px, 4 * px]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.font = `${11 * px}px system-ui, sans-serif`;
    ctx.textAlign = x - bbox.left < 60 * px ? "left" : "right";
    ctx.textBaseline = "bottom";
    ctx.fillText("deadline", x, bbox.top - 2 * px);
    ctx.restore();
  });
};

// Bands that can be told apart without their colours: by the way of their hatching, on the chart and in its legend.
const hatches = {
  rising: ["M0 8L8 0", "45deg"],
  falling: ["M0 0L8 8", "-45deg"],
  cross: ["M0 0L8 8M0 8L8 0", "90deg"],
};
const hatched = s => {
  const tile = element("canvas");
  const ctx = tile.getContext("2d");
  const lines = hatches[s.hatch];
  tile.width = tile.height = Math.round(8 * devicePixelRatio);
  ctx.fillStyle = style("card");
  ctx.fillRect(0, 0, tile.width, tile.height);
  ctx.globalAlpha = lines ? 0.3 : 0.75;
  ctx.fillStyle = style(s.colour);
  ctx.fillRect(0, 0, tile.width, tile.height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = style(s.colour);
  ctx.lineWidth = 1.6;
  ctx.scale(tile.width / 8, tile.width / 8);
  if (lines) ctx.stroke(new Path2D(lines[0]));
  return ctx.createPattern(tile, "repeat");
};
const marker = s => {
  if (!hatches[s.hatch]) return style(s.fill ?? (s.hatch ? s.colour : "card"));
  const pale = `color-mix(in srgb, ${style(s.colour)} 30%, ${style("card")})`;
  return `repeating-linear-gradient(${hatches[s.hatch][1]}, ${style(s.colour)} 0 2px, ${pale} 2px 4px)`;
};
const border = s => (!s.dash ? "solid" : s.dash[0] < 4 ? "dotted" : "dashed");

const line = (s, chart) => ({
  label: s.label,
  stroke: style(s.colour),
  width: s.width ?? (chart.stacked ? 1 : 1.6),
  dash: s.dash,
  fill: s.hatch ? () => hatched(s) : s.fill && style(s.fill),
  points: { show: false },
  spanGaps: Boolean(chart.nines),
  paths: chart.stepped ? uPlot.paths.stepped({ align: 1, alignGaps: 1 }) : undefined,
  value: (u, v, i, k) => shown(chart.format, k == null ? null : s.values[Math.min(k, s.values.length - 1)]),
});

// An interval's number holds until it ends, the last one's too.
const held = chart => values => {
  if (!chart.stepped) return values;
  const k = values.findLastIndex(v => v != null);
  const longer = [...values, null];
  longer[k + 1] = values[k] ?? null;
  return longer;
};

// Each band's upper edge; the lowest band is the last, so that it is drawn over the others.
const stacked = (series, isShown) => {
  let below = series[0].values.map(() => 0);
  return series.reduceRight((edges, s, i) => {
    if (isShown(i)) below = s.values.map((v, k) => v + below[k]);
    return [isShown(i) ? below : s.values, ...edges];
  }, []);
};

// What uPlot draws.
const drawn = (chart, isShown) => {
  const x = chart.stepped ? [...chart.x, last(chart.x) + chart.r.calendarSeconds] : chart.x;
  const lines = chart.stacked ? stacked(chart.series, isShown) : chart.series.map(s => s.values);
  return [x, ...lines.map(held(chart))];
};

// On paper a chart is drawn larger than it is printed, so that it is printed finer than a screen shows it.
const width = figure => {
  if (isPrinting()) return figure.classList.contains("wide") ? 900 : 420;
  return Math.max(200, figure.clientWidth - 32);
};

const linearRange = chart => (u, low, high) => [0, chart.top ?? (high || 1) * 1.06];
const logRange = (u, low, high) => (low == null ? [0.001, 1] : [low / 1.3, high * 1.3]);
// Lines at decades, and between them where there are few.
const logSplits = (u, i, low, high) => {
  const decades = Math.log10(high / low);
  const between = decades > 2.5 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5];
  const first = Math.floor(Math.log10(low));
  const exponents = Array.from({ length: Math.ceil(decades) + 2 }, (_, k) => first + k);
  return exponents.flatMap(e => between.map(m => m * 10 ** e)).filter(v => v >= low && v <= high);
};

// Where a step has no point of its own, its last one before.
const before = (u, series, i) => {
  let k = i;
  while (series && k >= 0 && u.data[series][k] == null) k--;
  return series && u.data[series].findLastIndex(v => v != null) < i ? i : Math.max(k, 0);
};

// The interval in which an instant lies, not the one whose beginning is nearest.
const inside = (u, series, i, x) => (i > 0 && u.data[0][i] > x ? i - 1 : i);

const cursor = chart => ({
  y: false,
  sync: chart.window ? { key: chart.window.key, scales: ["x", null] } : undefined,
  drag: { x: Boolean(chart.window), y: false, setScale: false, dist: 4 },
  bind: { dblclick: () => () => chart.window?.showAll() },
  points: { size: 6 },
  focus: { prox: chart.stacked || chart.series.length < 4 ? -1 : 20 },
  ...(chart.nines ? { dataIdx: before } : chart.stepped && { dataIdx: inside }),
});

const scales = chart => ({
  x: chart.nines
    ? { time: false, distr: 3, range: (u, low, high) => [1, high] }
    : { time: true, range: () => chart.window.range() },
  y: chart.log ? { distr: 3, range: logRange } : { range: linearRange(chart) },
});

const axes = chart => [
  axis(chart.nines ? { ...nines, space: 40, size: 34 } : { values: ticks(chart.r), space: 70, size: 42 }),
  axis({
    size: 76,
    ...(chart.log && { splits: logSplits, filter: every }),
    values: (u, v) => v.map(chart.marks ?? chart.format),
  }),
];

const xWords = chart => x => (chart.nines ? percentile(x) : at(chart.r, x));

const options = (chart, figure, hooks) => ({
  width: width(figure),
  height: chart.wide ? 300 : 240,
  padding: [18, 30, 0, 0],
  cursor: cursor(chart),
  focus: { alpha: 0.3 },
  legend: { markers: { fill: (u, i) => marker(chart.series[i - 1]), dash: (u, i) => border(chart.series[i - 1]) } },
  tzDate: t => uPlot.tzDate(new Date(t * 1e3), chart.r.zone),
  scales: scales(chart),
  axes: axes(chart),
  series: [
    { label: chart.nines ? "percentile" : "at", value: (u, x) => (x == null ? "" : xWords(chart)(x)) },
    ...chart.series.map(s => line(s, chart)),
  ],
  hooks,
});
