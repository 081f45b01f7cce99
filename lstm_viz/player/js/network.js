// A big network of which a handful of units is chosen: what is known of all of them.

function openNetwork(network) {
  const opened = { ...network, h0: unpack(network.h0).row(0), c0: network.c0 && unpack(network.c0).row(0) };
  opened.values = Object.fromEntries(Object.entries(network.values).map(([name, packed]) => [name, unpack(packed)]));
  opened.at = new Map(network.chosen.map((unit, k) => [unit, k]));
  return opened;
}

// The values of a signal at step t for all units of the network, or for all inputs.
function networkValues({ values, h0, c0 }, name, t) {
  const times = (a, b) => a.map((value, k) => value * b[k]);
  if (name === "h_prev") return t ? values.h.row(t - 1) : h0;
  if (name === "c_prev") return t ? values.c.row(t - 1) : c0;
  const state = values.c ? "c_prev" : "h_prev";
  if (name === "kept") return times(values[values.c ? "f" : "z"].row(t), networkValues({ values, h0, c0 }, state, t));
  if (name === "written" && values.c) return times(values.i.row(t), values.g.row(t));
  if (name === "written") return times(values.z.row(t).map((share) => 1 - share), values.n.row(t));
  if (name === "tanh_c") return values.c.row(t).map(Math.tanh);
  return values[name].row(t);
}

// What each field looks like at stage k of step t: where it is, how much is seen, its values as shares.
function composeFields(film, view, t, k) {
  const stage = film.stages[k];
  return Object.entries(view.fields ?? {}).map(([name, field]) => {
    const state = stage.states[name];
    const moved = stage.carries && name in film.carried;
    const values = networkValues(film.network, name, t + Number(state === "next"));
    return {
      name,
      field,
      at: (moved ? view.fields[film.carried[name]] : field).box.slice(0, 2),
      seen: state === "empty" ? 0 : OPACITY[state],
      shares: Array.from(values, (value) => value / film.scales[name]),
    };
  });
}

// The tiny cell of a field at a point of the picture, or -1.
function cellAt({ box: [x0, y0, x1, y1], columns, rows, cells }, x, y) {
  const column = Math.floor(((x - x0) / (x1 - x0)) * columns);
  const row = Math.floor(((y - y0) / (y1 - y0)) * rows);
  const n = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && n < cells ? n : -1;
}

// A place as Python and links count it, in the whole run and network, and in the film.
const outward = ({ first, network }, { t, stage, unit }) => (network ? { t: t + first, stage, unit: network.chosen[unit] } : { t, stage, unit });
const inward = ({ first, network }, { t, stage, unit }) => (network ? { t: t - first, stage, unit: Math.max(0, network.chosen.indexOf(unit)) } : { t, stage, unit });
