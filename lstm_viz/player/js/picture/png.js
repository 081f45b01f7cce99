// The frame on screen as a PNG, with its equation and sentence; made in the browser.

import { compose } from "../film/compose.js";
import { composeFields } from "../film/fields.js";
import { stepNumber, unitNumber } from "../film/film.js";
import { FIELD, fillNumbers, stageWords } from "../film/words.js";
import { paintFields, shadesOf } from "./field_paint.js";
import { escapePlotly, textOf } from "../shared/html.js";
import { merge, resolve } from "../shared/patches.js";

const SHARP = 2; // pixels of the file for each of the picture

const PICTURE = {
  wide: { title: 21, text: 17, line: 30, letters: 130 },
  tall: { title: 16, text: 13, line: 22, letters: 52 },
};

export async function saveAsPng(cell, film, at) {
  const { view, palette } = cell;
  const look = PICTURE[cell.name];
  const lines = pictureHeader(film, at, palette, cell.name, look.letters);
  const top = lines.length * look.line + 16;
  const size = { width: Math.round(view.width), height: Math.round(view.height) + top };
  const layout = {
    ...cell.layout(size),
    margin: { l: 0, r: 0, t: top, b: 0 },
    paper_bgcolor: palette.paper,
    plot_bgcolor: palette.paper,
    annotations: lines.map((text, n) => ({
      text, showarrow: false, align: "left",
      xref: "paper", x: 0, xanchor: "left", xshift: 14,
      yref: "paper", y: 1, yanchor: "top", yshift: top - 10 - look.line * n,
      font: { size: n ? look.text : look.title, color: palette.ink },
    })),
  };
  const frame = compose(film, view, at.t, at.stage);
  const data = view.data.map((trace) => resolve(merge(trace, frame[trace.name] ?? {}), palette));
  const dots = cell.flow.dots();
  const drawn = data[cell.index.dots] ?? { marker: { line: {} } };
  drawn.x = dots.map((dot) => dot.at[0]);
  drawn.y = dots.map((dot) => dot.at[1]);
  drawn.marker.line.color = dots.map((dot) => dot.color);
  const link = document.createElement("a");
  const image = await cell.plotly.toImage({ data, layout }, { format: "png", ...size, scale: SHARP });
  link.href = view.fields ? await withFields(image, cell, film, at, top) : image;
  link.download = `lstm-step-${stepNumber(film, at.t)}-stage-${at.stage + 1}.png`;
  link.click();
}

// The picture with the fields of tiny cells painted in.
async function withFields(source, { view, palette }, film, at, top) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const shades = shadesOf(palette.values);
  paintFields(context, composeFields(film, view, at.t, at.stage), { scale: SHARP, palette, shades, network: film.network, unit: at.unit, top });
  return canvas.toDataURL("image/png");
}

function pictureHeader(film, at, palette, name, letters) {
  const { title, equation, numbers, sentence } = stageWords(film, at.t, at.stage, at.unit);
  if (film.lines) return [`<b>${title}</b>`, ...wrapped(escapePlotly(textOf(sentence)), letters)];
  const symbols = equation.replace(FIELD, (_, _brackets, signal) => {
    const { color, symbol } = film.signals[signal];
    return `<span style="color:${palette[`text_${color}`]}">${symbol}</span>`;
  });
  const heading = `<b>${at.stage + 1}  ${title}</b>`;
  const place = `step ${stepNumber(film, at.t)} of ${film.of ?? film.steps} · “${escapePlotly(film.tokens[at.t])}”`;
  const values = `unit ${unitNumber(film, at.unit)}:  ${fillNumbers(film, numbers, at.t, at.unit)}`;
  const told = wrapped(fillNumbers(film, sentence, at.t, at.unit), letters);
  return name === "wide"
    ? [`${heading}   ${place}`, `${symbols}     ${values}`, ...told]
    : [heading, place, symbols, values, ...told];
}

function wrapped(text, letters) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (`${lines.at(-1)} ${word}`.length > letters) lines.push(word);
    else lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}
