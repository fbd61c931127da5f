// Numbers, instants and elements as the page shows them. Every text goes in as text, never as HTML.

const recordings = JSON.parse(document.getElementById("data").textContent).recordings;
const isPrinting = () => document.documentElement.classList.contains("printing");
const style = name =>
  getComputedStyle(document.documentElement)
    .getPropertyValue("--" + name)
    .trim();

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const count = v => whole.format(v);
const rate = v => number.format(v) + "/s";
const times = v => "×" + number.format(v);
const seconds = v => (v < 1 ? number.format(v * 1e3) + " ms" : number.format(v) + " s");
// Never all if it is not all, never nothing if it is something.
const share = v => (v < 1 && v > 0.9995 ? ">99.9%" : v > 0 && v < 0.0005 ? "<0.1%" : (100 * v).toFixed(1) + "%");
const percentMark = v => Math.round(100 * v) + "%";
const shown = (format, v) => (v == null ? "–" : format(v));
const ofAll = (part, all) => `${count(part)} of ${count(all)} complete`;
const inBrackets = (part, all) => (all ? ` (${share(part / all)})` : "");

const change = (e, attributes) => Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
const element = (tag, attributes = {}, ...children) => {
  const e = document.createElement(tag);
  change(e, attributes);
  e.append(...children);
  return e;
};

// A row of a table: numbers stand at the right, the first cell names the row.
const aside = i => (i ? { class: "number" } : {});
const headRow = texts =>
  element("tr", {}, ...texts.map((text, i) => element("th", { scope: "col", ...aside(i) }, text)));
const cell = (text, i) => (i ? element("td", aside(i), text) : element("th", { scope: "row" }, text));
const row = texts => element("tr", {}, ...texts.map(cell));

// The numbers behind a picture, made when somebody opens them.
const numbers = (heads, rows) => {
  const details = element("details", {}, element("summary", {}, "Numbers"));
  details.addEventListener("toggle", () => {
    if (details.children.length > 1) return;
    const table = element("table", {}, element("thead", {}, headRow(heads)), element("tbody", {}, ...rows().map(row)));
    details.append(element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Numbers" }, table));
  });
  return details;
};

// Instants in the zone of the scenario's calendar.
const clocks = new Map();
const clock = zone => {
  if (!clocks.has(zone)) {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
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

// The first instant of each interval, and the instants at which one ends or the first begins.
const starts = r => r.sent.map((_, i) => r.start + i * r.calendarSeconds);
const ends = r => [r.start, ...r.sent.map((_, i) => r.start + (i + 1) * r.calendarSeconds)];
const last = values => values[values.length - 1];
