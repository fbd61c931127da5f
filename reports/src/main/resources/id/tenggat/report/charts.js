// What each chart shows, from a recording's numbers:
// {title, unit, note, x, series: [{label, values, colour, fill, hatch, dash, width}], format, marks, log, top, wide,
//  stepped, stacked, choices, reading, sentence}. One without series, or null, is not shown.

const perSecond = (r, counts) => counts.map(v => v / r.intervalSeconds);
const some = values => values.some(v => v > 0);
const palette = i => "s" + (i % 10);
const dashes = [undefined, [7, 3], [2, 2.5], [9, 3, 2, 3]];
const each = (rows, values) => rows.map((row, i) => ({ label: row.name, values: values(row), colour: palette(i) }));
const positive = values => values.map(v => v || null);

const charts = {};

// At an instant, the last deadline if none is pointed at, so many of all who were due to come are complete.
charts.completion = r => {
  const completed = [0, ...r.completed];
  const x = ends(r);
  const deadline = last(r.deadlines);
  const after = x.findIndex(t => t >= deadline);
  const reading = i => {
    const k = i ?? (after < 0 ? x.length - 1 : after);
    const when = i == null && after >= 0 ? `By the deadline, ${at(r, deadline)}, ` : `At ${at(r, x[k])}, `;
    return [when, ofAll(completed[k], r.due), inBrackets(completed[k], r.due)];
  };
  return {
    title: "Completion",
    unit: "applicants",
    x,
    format: count,
    wide: true,
    reading,
    sentence: () => reading(null).join(""),
    series: [
      { label: "came", values: [r.came.length ? null : 0, ...r.came], colour: "offered", dash: [5, 4] },
      { label: "completed", values: completed, colour: "served", fill: "area", width: 2.2 },
      { label: "inside", values: [null, ...r.inside], colour: "rejected" },
    ],
  };
};

// What one station could have served; attempts of all steps have no common capacity.
const CAPACITY =
  "Capacity: as many as the workers that were up could serve, " +
  "by the mean time for which a request held a worker around then.";

const stationLines = s => [
  { label: "offered", values: s.offeredPerSecond, colour: "offered", width: 2 },
  { label: "served", values: s.servedPerSecond, colour: "served", fill: "area" },
  ...(some(s.wastedPerSecond)
    ? [{ label: "served in vain, the client had left", values: s.wastedPerSecond, colour: "timed-out" }]
    : []),
  { label: "capacity", values: s.possiblePerSecond, colour: "ink", dash: [8, 4], width: 2 },
];

const allLines = r => [
  { label: "offered", values: perSecond(r, r.sent), colour: "offered", width: 2 },
  { label: "served", values: perSecond(r, r.served), colour: "served", fill: "area" },
];

charts.capacity = (r, chosen) => {
  const stations = r.stations.filter(s => s.offeredPerSecond);
  const station = chosen === "" ? null : (stations[chosen] ?? r.stations[r.narrowest]);
  const choices = [...stations.map((s, i) => [String(i), s.name]), ["", "all steps, no capacity"]];
  return {
    title: station ? "Offered, served, capacity" : "Offered and served",
    of: station?.name ?? "all steps",
    unit: "attempts per second",
    x: starts(r),
    format: rate,
    stepped: true,
    wide: true,
    choices: stations.length ? choices : [],
    chosen: station ? String(stations.indexOf(station)) : "",
    note: station ? CAPACITY : null,
    series: station ? stationLines(station) : allLines(r),
  };
};

charts.fates = r => ({
  title: "What became of attempts",
  unit: "per second, stacked",
  x: starts(r),
  format: rate,
  stepped: true,
  stacked: true,
  wide: true,
  series: [
    { label: "failed", values: perSecond(r, r.failed), colour: "failed", hatch: "cross" },
    { label: "timed out", values: perSecond(r, r.timedOut), colour: "timed-out", hatch: "rising" },
    { label: "rejected", values: perSecond(r, r.rejected), colour: "rejected", hatch: "falling" },
    { label: "served", values: perSecond(r, r.served), colour: "served", hatch: "plain" },
  ].filter(s => s.label === "served" || some(s.values)),
});

// One value in so many is larger: 1 in 100 stands at 99%. The largest of n values is the one in n.
charts.spectrum = r => {
  const steps = r.steps.filter(s => s.count);
  const points = s => [
    [...s.oneIn, s.count],
    [...s.spectrumSeconds, s.maxSeconds],
  ];
  const [x, ...values] = steps.length ? uPlot.join(steps.map(points)) : [[]];
  return {
    title: "Latency by percentile",
    unit: "served attempts, whole run, from due",
    x,
    nines: true,
    log: true,
    format: seconds,
    series: steps.map((s, i) => ({ label: s.name, values: values[i], colour: palette(i), dash: dashes[i % 4] })),
    sentence: () => steps.map(s => `${s.name} at most ${seconds(s.maxSeconds)} in ${count(s.count)}`).join(", "),
  };
};

charts.latency = r => ({
  title: "Latency, p99 of each step",
  unit: "served attempts, from due",
  x: starts(r),
  format: seconds,
  log: true,
  stepped: true,
  series: each(r.steps, s => positive(s.p99Seconds)),
});

charts.amplification = r => ({
  title: "Retry amplification",
  unit: "attempts sent for each step begun",
  x: starts(r),
  format: times,
  stepped: true,
  series: [
    {
      label: "attempts for each step begun",
      values: r.sent.map((sent, i) => (r.begun[i] ? sent / r.begun[i] : null)),
      colour: "timed-out",
      fill: "waste-area",
    },
  ],
});

charts.queues = r => ({
  title: "Queues",
  unit: "longest in each interval",
  x: starts(r),
  format: count,
  stepped: true,
  series: each(r.stations, s => s.queueMax),
});

charts.utilisation = r => ({
  title: "Utilisation",
  unit: "busy of the workers' time",
  x: starts(r),
  format: share,
  marks: percentMark,
  stepped: true,
  top: 1.05,
  series: each(r.stations, s => s.utilisation),
});

const workLines = r => [
  { label: "busy", values: r.busyWorkers, colour: "served", fill: "area" },
  { label: "wasted on clients who had left", values: r.wastedWorkers, colour: "timed-out", fill: "waste-area" },
];

charts.work = r => ({
  title: "Busy and wasted work",
  unit: "workers, mean of each interval",
  x: starts(r),
  format: v => number.format(v),
  stepped: true,
  series: r.stations.length ? workLines(r) : [],
});

// Of live runs: what the injector measured of itself, second by second.
const bySecond = (r, lines, values) =>
  lines.map(([label, name, colour, dash]) => ({ label, values: values(r.injector[name]), colour, dash }));
const secondStarts = r => r.injector.offsets.map(s => r.start + s);

const SLIP_LINES = [
  ["p50", "slipP50Seconds", "served"],
  ["p99", "slipP99Seconds", "rejected", [7, 3]],
  ["max", "slipMaxSeconds", "failed", [2, 2.5]],
];
charts.slip = r =>
  r.injector && {
    title: "Slip, sent − due",
    unit: "each second of the run",
    x: secondStarts(r),
    format: seconds,
    log: true,
    series: bySecond(r, SLIP_LINES, positive),
  };

const INJECTOR_LINES = [
  ["injector", "process", "served"],
  ["all programs", "machine", "offered", [7, 3]],
  ["garbage collection", "collecting", "failed", [2, 2.5]],
];
charts.injector = r =>
  r.injector && {
    title: "The injector's machine",
    unit: "share of processors, of time",
    x: secondStarts(r),
    format: share,
    marks: percentMark,
    top: 1.05,
    series: bySecond(r, INJECTOR_LINES, values => values),
  };

// Recordings of the same slice share a time axis; the largest such group is laid over each other.
const comparable = () => {
  const slices = new Map();
  recordings.forEach(r => slices.set(r.slice, [...(slices.get(r.slice) ?? []), r]));
  return [...slices.values()].sort((a, b) => b.length - a.length)[0];
};
const overlay = (x, values, more) => {
  const same = comparable();
  if (same.length < 2) return null;
  const [joined, ...lines] = uPlot.join(same.map(r => [x(r), values(r)]));
  return {
    x: joined,
    ...more,
    series: same.map((r, i) => ({
      label: r.label,
      values: lines[i],
      colour: palette(i),
      dash: dashes[i % 4],
      width: 2,
    })),
  };
};
const comparisons = {
  completed: () => overlay(ends, r => [0, ...r.completed], { title: "Completion", unit: "applicants", format: count }),
  served: () =>
    overlay(starts, r => perSecond(r, r.served), { title: "Served", unit: "attempts per second", format: rate }),
};
