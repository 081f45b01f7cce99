// The frame on screen as a PNG, with its equation and sentence; made in the browser.

import { shadesOf, paintFields } from "./field_paint.js";
import { merge, resolve } from "../shared/patches.js";

const SHARP = 2; // pixels of the file for each of the picture

const PICTURE = {
  wide: { title: 21, text: 17, line: 30, letters: 130 },
  tall: { title: 16, text: 13, line: 22, letters: 52 },
};

export async function saveAsPng(cell, film, at) {
  const { view, palette } = cell;
  const look = PICTURE[cell.name];
  const { lines: heading, sentence } = film.caption(at, palette, cell.name === "wide");
  const lines = [...heading, ...wrapped(sentence, look.letters)];
  const top = lines.length * look.line + 16;
  const size = { width: Math.round(view.width), height: Math.round(view.height) + top };
  const layout = {
    ...cell.layout(size),
    margin: { l: 0, r: 0, t: top, b: 0 },
    paper_bgcolor: palette.paper,
    plot_bgcolor: palette.paper,
    shapes: [...cell.marks.querySelectorAll(".lv-ring")].map((mark) => ringOf(mark, palette)),
    annotations: lines.map((text, n) => ({
      text, showarrow: false, align: "left",
      xref: "paper", x: 0, xanchor: "left", xshift: 14,
      yref: "paper", y: 1, yanchor: "top", yshift: top - 10 - look.line * n,
      font: { size: n ? look.text : look.title, color: palette.ink },
    })),
  };
  const frame = view.frame(film, at.t, at.stage);
  const data = view.data.map((trace) => resolve(merge(trace, frame[trace.name] ?? {}), palette));
  const dots = cell.flow.dots();
  const drawn = data[cell.index.dots] ?? { marker: { line: {} } };
  drawn.x = dots.map((dot) => dot.at[0]);
  drawn.y = dots.map((dot) => dot.at[1]);
  drawn.marker.line.color = dots.map((dot) => dot.color);
  const link = document.createElement("a");
  const image = await cell.plotly.toImage({ data, layout }, { format: "png", ...size, scale: SHARP });
  link.href = Object.keys(view.fields).length ? await withFields(image, cell, film, at, top) : image;
  link.download = `lstm-step-${film.stepNumber(at.t)}-stage-${at.stage + 1}.png`;
  link.click();
}

// The frame round the chosen unit, which on screen stands in a layer above the picture.
function ringOf(mark, palette) {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(mark.getAttribute(name)));
  return { type: "rect", xref: "x", yref: "y", x0: x, y0: y, x1: x + width, y1: y + height, line: { color: palette.ink, width: 2 } };
}

// The picture with the fields of tiny cells painted in.
async function withFields(source, { view, palette }, film, at, top) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const shades = shadesOf(film, Object.keys(view.fields), palette);
  paintFields(context, view.composeFields(film, at.t, at.stage), { scale: SHARP, palette, shades, film, unit: at.unit, top });
  return canvas.toDataURL("image/png");
}

function wrapped(text, letters) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (`${lines.at(-1)} ${word}`.length > letters) lines.push(word);
    else lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}
