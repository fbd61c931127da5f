// The window of time that all charts of a recording show alike: brushed, chosen by a button, or by a key. It begins and ends
// where intervals do, so that what happened in it can be counted.

const HOUR = 3600;
const DAY = 24 * HOUR;
// Looks at the end of a long run: the rush before a deadline is a sliver of all its days.
const SPANS = [
  ["all", Infinity],
  ["last 7 days", 7 * DAY],
  ["last day", DAY],
  ["last 6 hours", 6 * HOUR],
  ["last hour", HOUR],
  ["last 10 minutes", 600],
];

// What happened in a recording from one instant until another. Exact: attempts are counted in the interval in which they were
// sent, and in that in which their fate was known.
const countedIn = (r, from, until) => {
  const inside = starts(r).map(t => t >= from && t < until);
  const sum = counts => counts.reduce((all, n, i) => (inside[i] ? all + n : all), 0);
  const fates = [
    ["served", r.served],
    ["rejected", r.rejected],
    ["timed out", r.timedOut],
    ["failed", r.failed],
  ].map(([word, counts]) => [word, sum(counts)]);
  const known = fates.reduce((all, [, n]) => all + n, 0);
  const shares = fates
    .filter(([word, n]) => n || word === "served")
    .map(([word, n]) => `${word} ${count(n)}${inBrackets(n, known)}`);
  const completed = r.completed.map((n, i) => n - (r.completed[i - 1] ?? 0));
  return [`offered ${count(sum(r.sent))}`, ...shares, `applicants completed ${count(sum(completed))}`];
};

const HINT =
  "Drag across a chart to look closer, double-click to see all. " +
  "Keys on a chart: + − ← → 0; with shift, ← → read it; 1–9 hide a line.";

class TimeWindow {
  constructor(key, shown, bar) {
    this.key = key;
    this.shown = shown;
    this.r = shown[0];
    this.intervals = this.r.sent.length;
    this.from = 0;
    this.until = this.intervals;
    this.plots = [];
    this.buttons = [];
    this.fill(bar);
  }

  fill(bar) {
    const seconds = this.intervals * this.r.calendarSeconds;
    const spans = SPANS.filter(([, s]) => s === Infinity || (s < 0.7 * seconds && s >= 6 * this.r.calendarSeconds));
    this.buttons = spans.map(([words, s]) => this.button(words, {}, () => this.showLast(s)));
    this.spans = spans.map(([, s]) => s);
    const moves = [
      ["←", "earlier", () => this.move(-1)],
      ["→", "later", () => this.move(1)],
      ["−", "wider", () => this.zoom(2)],
      ["+", "closer", () => this.zoom(0.5)],
    ].map(([sign, words, act]) => this.button(sign, { "aria-label": words, title: words }, act));
    this.says = element("div", { class: "in-window", "aria-live": "polite" });
    const group = { role: "group", "aria-label": "window of time of all charts below" };
    bar.replaceChildren(element("div", group, ...this.buttons, ...moves), this.says);
    bar.after(element("p", { class: "hint" }, HINT));
    this.tell();
  }

  button(words, attributes, act) {
    const b = element("button", { type: "button", ...attributes }, words);
    b.addEventListener("click", act);
    return b;
  }

  instant(interval) {
    return this.r.start + interval * this.r.calendarSeconds;
  }

  // What charts show: a little less than it, or steps from the interval before and to the one after would stand at its edges;
  // and with what is beyond the last interval (an injector that ended later) while all is shown.
  range() {
    const min = this.instant(this.from);
    const max = this.instant(this.until);
    const little = 0.002 * (max - min);
    const isFirst = this.from === 0;
    const isLast = this.until === this.intervals;
    if (isFirst && isLast) return [min, Math.max(max, ...this.plots.map(p => last(p.data[0])))];
    return [isFirst ? min : min + little, isLast ? max : max - little];
  }

  add(plot) {
    this.plots.push(plot);
  }

  remove(plot) {
    this.plots = this.plots.filter(p => p !== plot);
  }

  showAll() {
    this.show(0, this.intervals);
  }

  showLast(span) {
    this.show(this.intervals - Math.ceil(span / this.r.calendarSeconds), this.intervals);
  }

  // The whole intervals that a brushed span touches.
  brush(min, max) {
    const interval = t => (t - this.r.start) / this.r.calendarSeconds;
    this.show(Math.floor(interval(min)), Math.ceil(interval(max)));
  }

  move(sign) {
    const step = sign * Math.max(1, Math.round((this.until - this.from) / 4));
    const by = Math.min(Math.max(step, -this.from), this.intervals - this.until);
    this.show(this.from + by, this.until + by);
  }

  zoom(factor) {
    const length = Math.min(this.intervals, Math.max(2, Math.round((this.until - this.from) * factor)));
    const from = Math.round((this.from + this.until - length) / 2);
    const inside = Math.min(Math.max(from, 0), this.intervals - length);
    this.show(inside, inside + length);
  }

  show(from, until) {
    this.from = Math.max(0, Math.min(from, this.intervals - 1));
    this.until = Math.min(this.intervals, Math.max(until, this.from + 1));
    const [min, max] = this.range();
    this.plots.forEach(p => p.setScale("x", { min, max }));
    this.tell();
  }

  tell() {
    this.buttons.forEach((b, i) => b.setAttribute("aria-pressed", this.isLast(this.spans[i])));
    const from = this.instant(this.from);
    const until = this.instant(this.until);
    const span = element("b", {}, `${at(this.r, from)} – ${at(this.r, until)}`);
    this.says.replaceChildren(span, ...this.shown.map(r => this.line(r, countedIn(r, from, until))));
  }

  line(r, words) {
    const label = this.shown.length > 1 ? [element("b", {}, r.label)] : [];
    return element("p", {}, ...label, ...words.map(each => element("span", {}, each)));
  }

  isLast(span) {
    const from = Math.max(0, this.intervals - Math.ceil(span / this.r.calendarSeconds));
    return this.until === this.intervals && this.from === from;
  }

  // Whether a key means the window, and if so does it.
  obey(key) {
    const acts = {
      ArrowLeft: () => this.move(-1),
      ArrowRight: () => this.move(1),
      "+": () => this.zoom(0.5),
      "=": () => this.zoom(0.5),
      "-": () => this.zoom(2),
      0: () => this.showAll(),
      Escape: () => this.showAll(),
    };
    acts[key]?.();
    return key in acts;
  }
}
