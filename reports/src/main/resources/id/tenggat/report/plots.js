// Shows a chart in its figure: with a caption, a sentence for who can't see it, its numbers as a table, and keys.

const largest = values => values.reduce((best, v) => (v != null && (best == null || v > best) ? v : best), null);
const sentence = chart => {
  const lines = () => chart.series.map(s => `${s.label} at most ${shown(chart.format, largest(s.values))}`).join(", ");
  return `${chart.title}${chart.of ? " of " + chart.of : ""}, ${chart.unit}: ${chart.sentence?.() ?? lines()}`;
};

const caption = (chart, choose) => {
  const words = element("figcaption", {}, chart.title, element("span", {}, chart.unit));
  if (chart.choices?.length) {
    const choices = chart.choices.map(([value, text]) => element("option", { value }, text));
    const select = element("select", { "aria-label": "station" }, ...choices);
    select.value = chart.chosen;
    select.addEventListener("change", () => choose(select.value));
    words.append(select);
  }
  return words;
};

const tableOf = chart =>
  numbers([chart.nines ? "percentile" : "from", ...chart.series.map(s => s.label)], () =>
    chart.x.map((x, i) => [xWords(chart)(x), ...chart.series.map(s => shown(chart.format, s.values[i]))]),
  );

// Keys on a chart that has the focus: the window's, digits for its lines, and with shift arrows that point at an instant.
const obey = (chart, plot) => event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const line = event.key === "0" ? null : plot.series[event.key];
  if (arrow && (event.shiftKey || !chart.window)) point(plot, arrow);
  else if (line) plot.setSeries(Number(event.key), { show: !line.show });
  else if (!chart.window?.obey(event.key)) return;
  event.preventDefault();
};

const point = (plot, by) => {
  const x = plot.data[0];
  const isShown = t => t >= plot.scales.x.min && t <= plot.scales.x.max;
  const begin = by > 0 ? x.findIndex(isShown) : x.findLastIndex(isShown);
  const i = plot.cursor.idx == null ? begin : plot.cursor.idx + by;
  if (isShown(x[i])) plot.setCursor({ left: plot.valToPos(x[i], "x") + 0.5, top: plot.over.clientHeight / 2 });
};

// The chart over which the mouse was pressed: others that point at the same instants show the brush too, but don't move it.
let brushed = null;
const brush = chart => u => {
  if (brushed === u) {
    chart.window.brush(u.posToVal(u.select.left, "x"), u.posToVal(u.select.left + u.select.width, "x"));
  }
  u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
};

const restack = chart => (u, i, change) => {
  if (!("show" in change)) return;
  u.setData(
    drawn(chart, k => u.series[k + 1].show),
    false,
  );
  u.redraw();
};

const says = chart => {
  const place = element("p", { class: "says", "aria-live": "polite" });
  const tell = u => {
    const [when, what, brackets] = chart.reading(u.cursor.idx);
    place.replaceChildren(when, element("b", {}, what), brackets);
  };
  return { place, tell };
};

// What it gives back undoes it.
const draw = (figure, chart, choose) => {
  const place = element("div");
  const reading = chart.reading && says(chart);
  const note = chart.note ? [element("p", { class: "note" }, chart.note)] : [];
  figure.replaceChildren(caption(chart, choose), ...(reading ? [reading.place] : []), place, ...note, tableOf(chart));
  const hooks = {
    draw: chart.nines ? [] : [deadlines(chart.r)],
    setCursor: reading ? [reading.tell] : [],
    setSelect: [brush(chart)],
    setSeries: chart.stacked ? [restack(chart)] : [],
  };
  const plot = new uPlot(
    options(chart, figure, hooks),
    drawn(chart, () => true),
    place,
  );
  plot.over.addEventListener("mousedown", () => {
    brushed = plot;
  });
  const picture = place.querySelector(".u-wrap");
  change(picture, { role: "img", tabindex: 0, "aria-label": sentence(chart) });
  picture.addEventListener("keydown", obey(chart, plot));
  reading?.tell(plot);
  chart.window?.add(plot);
  const fit = new ResizeObserver(() => plot.setSize({ width: width(figure), height: plot.height }));
  fit.observe(figure);
  const undo = () => {
    fit.disconnect();
    chart.window?.remove(plot);
    plot.destroy();
  };
  return { figure, chart, plot, undo };
};
