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

// What is squashed out of rows of its own in the stacked weights, as it is computed: f, i, g, o.
const gatesOf = ({ signals }) => Object.keys(signals).filter((name) => signals[name].squash && "row" in signals[name]);

// The first row of a gate or its pre-activation in the stacked weights, of a unit if there is one.
const rowOf = (film, name, unit = 0) => film.signals[name].row * film.units + unit;

// A GRU's candidate has two sums, one that reads x and one that reads h, each with a bias of its own.
const CANDIDATE_PARTS = {
  xn: { weights: "weight_ih", bias: "bias_ih", sum: "W x + b" },
  hn: { weights: "weight_hh", bias: "bias_hh", sum: "U h + b" },
};

// Parts of a pre-activation: W·x and U·h summed from the weights, and the bias.
function preActivationTerms(film, gate, unit, t) {
  const part = CANDIDATE_PARTS[gate];
  const row = rowOf(film, gate, unit);
  const products = (name, values) => {
    if (part && name !== part.weights) return [];
    const weights = film.weights[name].row(row);
    return Array.from(values, (value, k) => ({ k, weight: weights[k], value, product: weights[k] * value }));
  };
  const biases = ["bias", "bias_ih", "bias_hh"]
    .filter((name) => film.weights[name] && (!part || name === part.bias))
    .map((name) => ({ name, value: film.weights[name].row(0)[row] }));
  return {
    row,
    x: products("weight_ih", readBy(film, "x", t)),
    h: products("weight_hh", readBy(film, "h_prev", t)),
    biases,
    bias: biases.reduce((sum, { value }) => sum + value, 0),
  };
}

function partOfSum(film, name, unit, t) {
  const [, kind, gate] = /^(wx|uh|b)_([a-z]+)$/.exec(name) ?? [];
  if (!kind) return null;
  const terms = preActivationTerms(film, gate, unit, t);
  const sum = (list) => list.reduce((total, term) => total + term.product, 0);
  return { wx: () => sum(terms.x), uh: () => sum(terms.h), b: () => terms.bias }[kind]();
}

function fillNumbers(film, template, t, unit, wrap = (text) => text, format = formatNumber) {
  const where = {
    step: stepNumber(film, t),
    unit: unitNumber(film, unit),
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
const PRINTED = `${TAGS}\\(?(?:1 − )?${TAGS}−?\\d+\\.\\d\\d${TAGS}\\)?${TAGS}`;
const PRINTED_SUM = new RegExp(`((?:^|(?<=[^\\d.]))${PRINTED}(?: [×+−] ${PRINTED})+\\)?) = ((?:σ|tanh)?\\(?${PRINTED})`, "gu");

function honest(text) {
  return text.replace(PRINTED_SUM, (_, sum, made) => `${sum} ${Math.abs(worth(sum) - worth(made)) < 0.00501 ? "=" : "≈"} ${made}`);
}

// What a printed sum of products comes to.
function worth(text) {
  let [total, product, sign] = [0, 0, " + "];
  const plain = text.replace(/<[^<>]*>/g, "").replace(/(?<![\d.])1 − (\d+\.\d\d)/g, (_, share) => (1 - Number(share)).toFixed(2));
  for (const [part] of plain.matchAll(/ [×+−] |−?\d+\.\d\d/gu)) {
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
    const signal = film.signals[name] ?? film.signals[`z_${name.slice(-1)}`] ?? film.signals[name.slice(-1)];
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
