// A tile for each regency, by province, in the colour of the share that is complete.

// Ten steps of colour, the narrowest with which they hold every share that was found; those that are complete stand apart.
const STEPS = 10;
const WIDTHS = [0.5, 1, 2, 5, 10];
const scaleOf = regencies => {
  const percents = regencies.filter(r => r.due).map(r => 100 * r.completed / r.due);
  const low = Math.min(...percents), high = Math.max(...percents);
  const lowest = width => Math.min(Math.floor(low / width) * width, 100 - STEPS * width);
  const width = WIDTHS.find(w => lowest(w) <= low && high <= lowest(w) + STEPS * w);
  const from = lowest(width), words = percent => String(Number(percent.toFixed(1)));
  return {
    stepOf: r => r.completed === r.due ? STEPS : Math.min(STEPS - 1, Math.floor((100 * r.completed / r.due - from) / width)),
    words: step => step === STEPS ? "all" : `${words(from + step * width)}–${words(from + (step + 1) * width)}%`,
  };
};
const mixed = (colour, percent, other) => `background: color-mix(in oklab, var(--${colour}) ${percent}%, var(--${other}))`;
const toneOf = step => step < STEPS / 2 ? mixed("half-done", 200 * step / STEPS, "none-done") : mixed("all-done", 200 * step / STEPS - 100, "half-done");
const total = (regencies, part) => regencies.reduce((sum, r) => sum + r[part], 0);

const regencyWords = (regency, province) => [
  `${regency.name}, ${province.name}: `,
  regency.due ? ofAll(regency.completed, regency.due) : "nobody was due to come",
  inBrackets(regency.completed, regency.due),
];

const tile = (regency, province, { stepOf }) => element("span", {
  role: "img", tabindex: -1, "aria-label": regencyWords(regency, province).join(""),
  ...(regency.due ? { class: "tile", style: toneOf(stepOf(regency)) } : { class: "tile empty" }),
});

const legend = (regencies, { stepOf, words }) => element("p", { class: "scale" }, ...Array.from({ length: STEPS + 1 }, (_, step) => element("span", {},
  element("i", { class: "tile", style: toneOf(step) }), `${words(step)} `, element("b", {}, count(regencies.filter(r => r.due && stepOf(r) === step).length)))));

// The tile above or below: the nearest in the next row in which there is one.
const beside = (tiles, from, sign) => {
  const middle = t => { const b = t.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; };
  const [x, y] = middle(from);
  const further = tiles.map(t => [t, ...middle(t)]).filter(([, , ty]) => sign * (ty - y) > 2);
  const row = Math.min(...further.map(([, , ty]) => sign * (ty - y)));
  return further.filter(([, , ty]) => sign * (ty - y) < row + 2).sort((a, b) => Math.abs(a[1] - x) - Math.abs(b[1] - x))[0]?.[0];
};

// One stop for the tab key; arrows, home and end go from tile to tile, page up and down from province to province.
const walk = (figure, tiles) => {
  tiles[0].tabIndex = 0;
  const provinceOf = t => t.closest(".province");
  const inProvince = province => province?.querySelector(".tile");
  figure.addEventListener("keydown", event => {
    const from = event.target, i = tiles.indexOf(from);
    if (i < 0) return;
    const to = {
      ArrowLeft: () => tiles[i - 1], ArrowRight: () => tiles[i + 1], Home: () => tiles[0], End: () => last(tiles),
      ArrowUp: () => beside(tiles, from, -1), ArrowDown: () => beside(tiles, from, 1),
      PageUp: () => inProvince(provinceOf(from).previousElementSibling), PageDown: () => inProvince(provinceOf(from).nextElementSibling),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    to()?.focus();
  });
  figure.addEventListener("focusin", event => {
    if (!tiles.includes(event.target)) return;
    tiles.forEach(t => { t.tabIndex = -1; });
    event.target.tabIndex = 0;
  });
};

const showTiles = (figure, r) => {
  const regencies = r.provinces.flatMap(p => p.regencies);
  if (!regencies.length) return;
  const scale = scaleOf(regencies), says = element("p", { class: "says" }), words = new Map(), due = total(regencies, "due"), completed = total(regencies, "completed");
  const say = (who, what, brackets) => says.replaceChildren(who, element("b", {}, what), brackets);
  const sayAll = () => say(`All ${count(regencies.length)}: `, ofAll(completed, due), inBrackets(completed, due));
  const provinces = r.provinces.map(province => {
    const tiles = province.regencies.map(regency => {
      const t = tile(regency, province, scale);
      words.set(t, regencyWords(regency, province));
      return t;
    });
    const part = [total(province.regencies, "completed"), total(province.regencies, "due")];
    return element("div", { class: "province", role: "group", "aria-label": `${province.name}: ${ofAll(...part)}` },
      element("p", {}, province.name, " ", element("span", {}, part[1] ? share(part[0] / part[1]) : "–")), element("div", {}, ...tiles));
  });
  const size = regencies.length > 150 ? "many" : regencies.length > 24 ? "some" : "few";
  figure.replaceChildren(
    element("figcaption", {}, "Completion by regency", element("span", {}, "share of the applicants due who completed in time")),
    says, element("div", { class: "provinces " + size }, ...provinces), legend(regencies, scale),
    numbers(["regency", "code", "province", "completed", "due", "share"], () => r.provinces.flatMap(p => p.regencies.map(g =>
      [g.name, g.code, p.name, count(g.completed), count(g.due), g.due ? share(g.completed / g.due) : "–"]))));
  sayAll();
  walk(figure, [...words.keys()]);
  const tell = event => words.has(event.target) ? say(...words.get(event.target)) : sayAll();
  ["mouseover", "focusin"].forEach(kind => figure.addEventListener(kind, tell));
  ["mouseleave", "focusout"].forEach(kind => figure.addEventListener(kind, sayAll));
};
