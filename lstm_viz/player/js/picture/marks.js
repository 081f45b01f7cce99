// What Plotly makes of a trace in SVG, made again for another frame: lines, symbols and text.

export const SVG = "http://www.w3.org/2000/svg";
const LINE = 1.3; // of the size of the type
const STROKE = 1.4; // a symbol that is a line reaches so far for its size

/** The paths of symbols whose size changes, by half of it. @type {Record<string, (r: number) => string>} */
export const SYMBOLS = {
  circle: (r) => `M${r},0A${r},${r} 0 1,1 0,-${r}A${r},${r} 0 0,1 ${r},0Z`,
  square: (r) => `M${r},${r}H-${r}V-${r}H${r}Z`,
  "line-ew-open": (r) => `M${STROKE * r},0H${-STROKE * r}`,
  "line-ns-open": (r) => `M0,${STROKE * r}V${-STROKE * r}`,
};

/** Points joined by lines, with a gap where there is none. @param {(number[] | null)[]} points */
export const pathOf = (points) =>
  points.map((point, n) => point && `${points[n - 1] ? "L" : "M"}${point}`).join("");

/** Of a piece of text: its style, how far down it goes, and how far what comes after goes back. */
const STYLES = {
  B: ["font-weight: bold"],
  I: ["font-style: italic"],
  SUB: ["font-size: 70%", "0.3em", "-0.21em"],
  SUP: ["font-size: 70%", "-0.6em", "0.42em"],
};

/** Another text, as Plotly writes it, in an element that it drew. @param {any} element @param {string} html */
export function writeText(element, html) {
  if (element.written === html) return;
  element.written = html;
  const lines = html.split("<br>");
  const before = Math.max(1, element.querySelectorAll(".line").length);
  element.replaceChildren(...(lines.length > 1 ? lines.map((line, n) => lineOf(element, line, n)) : piecesOf(parsed(html))));
  if (lines.length === before) return;
  const { matrix } = element.parentNode.transform.baseVal[0]; // the lines together stay in the middle
  const rise = ((lines.length - before) * LINE * parseFloat(element.style.fontSize)) / 2;
  element.parentNode.setAttribute("transform", `translate(${matrix.e},${matrix.f - rise})`);
}

function lineOf(element, html, n) {
  const line = tspan(piecesOf(parsed(html)), { class: "line", dy: `${n * LINE}em` });
  for (const axis of ["x", "y"]) line.setAttribute(axis, element.getAttribute(axis));
  return line;
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

const piecesOf = (node) =>
  [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [child.data];
    const [style, down, back] = STYLES[child.nodeName];
    const piece = tspan(piecesOf(child), { style, ...(down && { dy: down }) });
    return back ? ["\u200b", piece, tspan(["\u200b"], { dy: back })] : [piece];
  });

function tspan(content, attributes) {
  const element = document.createElementNS(SVG, "tspan");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}
