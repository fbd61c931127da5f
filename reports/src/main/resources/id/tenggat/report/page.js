// Fills the figures of the page, and draws them anew when their colours change.

// Each recording's charts share a window; so do those that lay recordings over each other.
const windows = new Map();
const windowOf = (key, shown) => {
  if (!windows.has(key)) {
    const bar = document.querySelector(`.window[data-window="${key}"]`);
    windows.set(key, new TimeWindow(key, shown, bar));
  }
  return windows.get(key);
};

const chartOf = figure => {
  const { chart: name, window: key } = figure.dataset;
  const shown = key === "comparison" ? comparable() : [recordings[key]];
  const r = shown[0];
  const chart = key === "comparison" ? comparisons[name]() : charts[name](r, figure.dataset.chosen);
  if (!chart?.series.length || !r.sent.length) return null;
  return { r, window: chart.nines ? null : windowOf(key, shown), ...chart };
};

let shownCharts = [];
const show = figure => {
  const chart = chartOf(figure);
  if (!chart) return;
  figure.classList.toggle("wide", Boolean(chart.wide));
  shownCharts.push(
    draw(figure, chart, chosen => {
      figure.dataset.chosen = chosen;
      undo(shownCharts.filter(c => c.figure === figure));
      show(figure);
      figure.querySelector("select").focus();
    }),
  );
};
const undo = some => {
  some.forEach(c => c.undo());
  shownCharts = shownCharts.filter(c => !some.includes(c));
};
const showAll = () => {
  undo(shownCharts);
  document.querySelectorAll("figure.chart").forEach(show);
};

showAll();
document.querySelectorAll("figure.tiles").forEach(figure => showTiles(figure, recordings[figure.dataset.recording]));

// Paper is white, whatever the screen is.
const printing = is => () => {
  document.documentElement.classList.toggle("printing", is);
  showAll();
};
addEventListener("beforeprint", printing(true));
addEventListener("afterprint", printing(false));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showAll);

// For whoever wants to know more, on the browser's console: what the charts hold, and where they look.
window.tenggat = {
  recordings,
  windows,
  get charts() {
    return shownCharts;
  },
};
