// Numbers as text.  Mirrors lstm_viz/notation.py.

export function formatExact(value) {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size < 1e-4 || size >= 1e5 ? value.toExponential(3) : value.toFixed(4);
  return text.replace(/-/g, "−");
}

export function formatNumber(value, sign = false) {
  const size = Math.abs(value);
  const digits = size < 99.995 ? size.toFixed(2) : size < 99999.5 ? size.toFixed(0) : size.toExponential(0);
  if (Number(digits) === 0) return "0.00";
  return (value < 0 ? "−" : sign ? "+" : "") + digits.replace(/e\+(\d)$/, "e+0$1");
}

// An input is mostly a 0 or a 1, and is shown as one.
export const formatInput = (value) => formatNumber(value).replace(/\.00$/, "");

export function formatPercent(value) {
  const whole = `${Math.floor(value * 100 + 0.5)} %`;
  if (value < 1e-12 || value > 1 - 1e-12) return whole;
  return value < 0.01 ? "under 1 %" : value > 0.99 ? "over 99 %" : whole;
}
