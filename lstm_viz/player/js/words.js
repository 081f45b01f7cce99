// Templates of the stages with symbols or numbers put in.  Mirrors lstm_viz/figures/words.py.

const FIELD = /\{(\(?)([a-z_]+)(?::(\d+))?\)?(\|%)?\}/g; // {f}, {(c)}, {f|%}, {f:2} for unit 2 (from 0)

function symbolHtml(film, name) {
  const signal = film.signals[name];
  return `<span class="lv-signal" data-signal="${name}" style="color:var(--lv-text_${signal.color})">${signal.symbol}</span>`;
}

// What is read of some HTML: no tags, and no entities either.
function textOf(html) {
  const element = document.createElement("p");
  element.innerHTML = html;
  return element.textContent;
}

const equationHtml = (film, template) =>
  template.replace(FIELD, (_, _brackets, name) => symbolHtml(film, name));

// Parts of a pre-activation: W·x and U·h summed from the weights, and the bias.
const GATE_ROW = { i: 0, f: 1, g: 2, o: 3 };

function preActivationTerms(film, gate, unit, t) {
  const row = GATE_ROW[gate] * film.units + unit;
  const x = valuesAt(film, "x", t);
  const h = valuesAt(film, "h_prev", t);
  const wih = film.weights.weight_ih.row(row);
  const whh = film.weights.weight_hh.row(row);
  return {
    row,
    x: Array.from(x, (value, k) => ({ k, weight: wih[k], value, product: wih[k] * value })),
    h: Array.from(h, (value, k) => ({ k, weight: whh[k], value, product: whh[k] * value })),
    bias: film.weights.bias.row(0)[row],
  };
}

function partOfSum(film, name, unit, t) {
  const [, kind, gate] = /^(wx|uh|b)_([ifgo])$/.exec(name) ?? [];
  if (!kind) return null;
  const terms = preActivationTerms(film, gate, unit, t);
  const sum = (list) => list.reduce((total, term) => total + term.product, 0);
  return { wx: () => sum(terms.x), uh: () => sum(terms.h), b: () => terms.bias }[kind]();
}

function fillNumbers(film, template, t, unit, wrap = (text) => text, format = formatNumber) {
  const where = {
    step: t + 1,
    unit: unit + 1,
    token: film.tokens[t],
    next_token: film.tokens[t + 1] ?? "",
    x: film.tokens[t],
  };
  return honest(template.replace(FIELD, (_, brackets, name, other, percent) => {
    if (name in where) return escapeHtml(where[name]);
    const value = partOfSum(film, name, unit, t) ?? valuesAt(film, name, t)[other ?? unit];
    const text = percent ? formatPercent(value) : format(value);
    return wrap(brackets && text.startsWith("−") ? `(${text})` : text, name);
  }));
}

// ≈ for = where the numbers as printed do not add up.  Mirrors lstm_viz/notation.py (honest).
const TAGS = "(?:<[^<>]*>)*";
const PRINTED = `${TAGS}\\(?${TAGS}−?\\d+\\.\\d\\d${TAGS}\\)?${TAGS}`;
const PRINTED_SUM = new RegExp(`((?:^|(?<=[^\\d.]))${PRINTED}(?: [×+−] ${PRINTED})+\\)?) = ((?:σ|tanh)?\\(?${PRINTED})`, "gu");

function honest(text) {
  return text.replace(PRINTED_SUM, (_, sum, made) => `${sum} ${Math.abs(worth(sum) - worth(made)) < 0.00501 ? "=" : "≈"} ${made}`);
}

// What a printed sum of products comes to.
function worth(text) {
  let [total, product, sign] = [0, 0, " + "];
  for (const [part] of text.replace(/<[^<>]*>/g, "").matchAll(/ [×+−] |−?\d+\.\d\d/gu)) {
    if (/^ [×+−] $/u.test(part)) sign = part;
    else {
      const value = Number(part.replace("−", "-"));
      if (sign === " × ") product *= value;
      else {
        total += product;
        product = sign === " − " ? -value : value;
      }
    }
  }
  return total + product;
}

function numbersHtml(film, template, t, unit) {
  return fillNumbers(film, template, t, unit, (text, name) => {
    const signal = film.signals[name] ?? film.signals[`z_${name.slice(-1)}`];
    const marked = name in film.signals ? ` class="lv-signal" data-signal="${name}"` : "";
    return `<span${marked} style="color:var(--lv-text_${signal.color})">${text}</span>`;
  });
}

// The templates of stage k for a unit; a gate that is held by hand says so.
function stageWords(film, t, k, unit) {
  const stage = film.stages[k];
  if (film.lines) return { ...film.lines[t][k], sentence: film.told[t][k] }; // a board
  if (film.told.length) return { title: stage.title, equation: stage.equation, numbers: stage.numbers, sentence: film.told[t][k] };
  const held = stage.gates.some((gate) => isHeld(film, gate, unit));
  return held ? { ...stage, numbers: stage.held, sentence: stage.heldSentence } : stage;
}

const isHeld = (film, gate, unit) => typeof film.clamped[gate]?.[unit] === "number";
