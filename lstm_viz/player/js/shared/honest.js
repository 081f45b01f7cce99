// ≈ for = where the numbers as printed do not add up.  Mirrors lstm_viz/notation.py (honest).

const TAGS = "(?:<[^<>]*>)*";

const PRINTED = `${TAGS}\\(?(?:1 − )?${TAGS}−?\\d+\\.\\d\\d${TAGS}\\)?${TAGS}`;
const PRINTED_SUM = new RegExp(`((?:^|(?<=[^\\d.]))${PRINTED}(?: [×+−] ${PRINTED})+\\)?) = ((?:σ|tanh)?\\(?${PRINTED})`, "gu");

export function honest(text) {
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
