// A big network of which a handful of units is chosen: what is known of all of them.

import { unpack } from "../shared/arrays.js";

export function openNetwork(network) {
  const opened = { ...network, h0: unpack(network.h0).row(0), c0: network.c0 && unpack(network.c0).row(0) };
  opened.values = Object.fromEntries(Object.entries(network.values).map(([name, packed]) => [name, unpack(packed)]));
  opened.at = new Map(network.chosen.map((unit, k) => [unit, k]));
  return opened;
}

// The values of a signal at step t for all units of the network, or for all inputs.
export function networkValues({ values, h0, c0 }, name, t) {
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

// A place as Python and links count it, in the whole run and network, and in the film.
export const outward = ({ first, network }, { t, stage, unit }) => (network ? { t: t + first, stage, unit: network.chosen[unit] } : { t, stage, unit });

export const inward = ({ first, network }, { t, stage, unit }) => (network ? { t: t - first, stage, unit: Math.max(0, network.chosen.indexOf(unit)) } : { t, stage, unit });
