// A tile for each regency, by province, in the colour of the share that is complete.

// Ten steps of colour, the narrowest with which they hold every share that was found; those that are complete stand apart.
const STEPS = 10;
const WIDTHS = [0.5, 1, 2, 5, 10];
const scaleOf = regencies => {
  const percent = r => (100 * r.completed) / r.due;
  const percents = regencies.map(percent);
  const low = Math.min(...percents);
  const high = Math.max(...percents);
  const lowest = width => Math.min(Math.floor(low / width) * width, 100 - STEPS * width);
  const width = WIDTHS.find(w => high <= lowest(w) + STEPS * w);
  const edge = step => lowest(width) + step * width;
  const isAll = r => r.completed === r.due;
  return {
    stepOf: r => (isAll(r) ? STEPS : Math.min(STEPS - 1, Math.floor((percent(r) - edge(0)) / width))),
    words: step => (step === STEPS ? "all" : `${number.format(edge(step))}–${number.format(edge(step + 1))}%`),
  };
};
const mixed = (colour, percent, other) =>
  `background: color-mix(in oklab, var(--${colour}) ${percent}%, var(--${other}))`;
const toneOf = step =>
  step < STEPS / 2
    ? mixed("half-done", (200 * step) / STEPS, "none-done")
    : mixed("all-done", (200 * step) / STEPS - 100, "half-done");
const total = (regencies, part) => regencies.reduce((sum, r) => sum + r[part], 0);

const regencyWords = (regency, province) => [
  `${regency.name}, ${province.name}: `,
  regency.due ? ofAll(regency.completed, regency.due) : "nobody was due to come",
  inBrackets(regency.completed, regency.due),
];

const tile = (regency, province, { stepOf }) =>
  element("span", {
    role: "img",
    tabindex: -1,
    "aria-label": regencyWords(regency, province).join(""),
    ...(regency.due ? { class: "tile", style: toneOf(stepOf(regency)) } : { class: "tile empty" }),
  });

const legend = (regencies, { stepOf, words }) => {
  const counted = step => count(regencies.filter(r => stepOf(r) === step).length);
  const mark = step => element("i", { class: "tile", style: toneOf(step) });
  const part = step => element("span", {}, mark(step), `${words(step)} `, element("b", {}, counted(step)));
  return element("p", { class: "scale" }, ...Array.from({ length: STEPS + 1 }, (_, step) => part(step)));
};

// The tile above or below: the nearest in the next row in which there is one.
const beside = (tiles, from, sign) => {
  const middle = t => {
    const b = t.getBoundingClientRect();
    return [b.left + b.width / 2, b.top + b.height / 2];
  };
  const [x, y] = middle(from);
  const further = tiles.map(t => [t, ...middle(t)]).filter(([, , ty]) => sign * (ty - y) > 2);
  const row = Math.min(...further.map(([, , ty]) => sign * (ty - y)));
  return further
    .filter(([, , ty]) => sign * (ty - y) < row + 2)
    .sort((a, b) => Math.abs(a[1] - x) - Math.abs(b[1] - x))[0]?.[0];
};

// One stop for the tab key; arrows, home and end go from tile to tile, page up and down from province to province.
const walk = (figure, tiles) => {
  tiles[0].tabIndex = 0;
  const firstIn = province => province?.querySelector(".tile");
  figure.addEventListener("keydown", event => {
    const from = event.target;
    const i = tiles.indexOf(from);
    if (i < 0) return;
    const to = {
      ArrowLeft: () => tiles[i - 1],
      ArrowRight: () => tiles[i + 1],
      Home: () => tiles[0],
      End: () => last(tiles),
      ArrowUp: () => beside(tiles, from, -1),
      ArrowDown: () => beside(tiles, from, 1),
      PageUp: () => firstIn(from.closest(".province").previousElementSibling),
      PageDown: () => firstIn(from.closest(".province").nextElementSibling),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    to()?.focus();
  });
  figure.addEventListener("focusin", event => {
    if (!tiles.includes(event.target)) return;
    tiles.forEach(t => {
      t.tabIndex = -1;
    });
    event.target.tabIndex = 0;
  });
};

const provinceOf = (province, tiles) => {
  const due = total(province.regencies, "due");
  const completed = total(province.regencies, "completed");
  return element(
    "div",
    { class: "province", role: "group", "aria-label": `${province.name}: ${ofAll(completed, due)}` },
    element("p", {}, province.name, " ", element("span", {}, due ? share(completed / due) : "–")),
    element("div", {}, ...tiles),
  );
};

const regencyRow = (g, province) => [
  g.name,
  g.code,
  province.name,
  count(g.completed),
  count(g.due),
  g.due ? share(g.completed / g.due) : "–",
];

const sizeOf = many => (many > 150 ? "many" : many > 24 ? "some" : "few");

const showTiles = (figure, r) => {
  const regencies = r.provinces.flatMap(p => p.regencies);
  const due = regencies.filter(g => g.due);
  if (!due.length) return;
  const scale = scaleOf(due);
  const words = new Map();
  const provinces = r.provinces.map(province => {
    const tiles = province.regencies.map(regency => tile(regency, province, scale));
    tiles.forEach((t, i) => words.set(t, regencyWords(province.regencies[i], province)));
    return provinceOf(province, tiles);
  });
  const says = element("p", { class: "says" });
  const say = (who, what, brackets) => says.replaceChildren(who, element("b", {}, what), brackets);
  const all = [total(due, "completed"), total(due, "due")];
  const sayAll = () => say(`All ${count(regencies.length)}: `, ofAll(...all), inBrackets(...all));
  const unit = element("span", {}, "share of the applicants due who completed in time");
  figure.replaceChildren(
    element("figcaption", {}, "Completion by regency", unit),
    says,
    element("div", { class: "provinces " + sizeOf(regencies.length) }, ...provinces),
    legend(due, scale),
    numbers(["regency", "code", "province", "completed", "due", "share"], () =>
      r.provinces.flatMap(p => p.regencies.map(g => regencyRow(g, p))),
    ),
  );
  sayAll();
  walk(figure, [...words.keys()]);
  const tell = event => (words.has(event.target) ? say(...words.get(event.target)) : sayAll());
  ["mouseover", "focusin"].forEach(kind => figure.addEventListener(kind, tell));
  ["mouseleave", "focusout"].forEach(kind => figure.addEventListener(kind, sayAll));
};
