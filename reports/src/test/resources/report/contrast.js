// Every visible text of the page whose contrast with what lies behind it is below WCAG 2.2's level AA: 4.5, or 3 of large text;
// and every colour of the charts' lines below 3.
const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const over = (colour, [r, g, b]) => {
  brush.fillStyle = `rgb(${r} ${g} ${b})`;
  brush.fillRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const behind = e => e ? over(getComputedStyle(e).backgroundColor, behind(e.parentElement)) : [255, 255, 255];
const luminance = rgb => {
  const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const isLarge = s => parseFloat(s.fontSize) >= 24 || parseFloat(s.fontSize) >= 18.66 && s.fontWeight >= 700;

const faults = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let seen = 0;
while (texts.nextNode()) {
  const text = texts.currentNode, e = text.parentElement;
  if (!text.data.trim() || !e.checkVisibility() || e.closest("script, .unseen")) continue;
  seen++;
  const s = getComputedStyle(e), back = behind(e), found = ratio(over(s.color, back), back);
  if (found < (isLarge(s) ? 3 : 4.5)) faults.push(`${found.toFixed(2)} ${e.tagName}.${e.className}: ${text.data.trim().slice(0, 40)}`);
}
const root = getComputedStyle(document.documentElement), card = over(root.getPropertyValue("--card"), [255, 255, 255]);
["offered", "served", "rejected", "timed-out", "failed", "ink", ...Array.from({ length: 10 }, (_, i) => "s" + i)].forEach(name => {
  const found = ratio(over(root.getPropertyValue("--" + name), card), card);
  if (found < 3) faults.push(`${found.toFixed(2)} line of colour ${name}`);
});
return { seen, faults };
