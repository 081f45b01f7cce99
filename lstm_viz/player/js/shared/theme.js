// The theme that is on, and its colours.

/**
 * Put the colours of the theme that is on into the page.
 * @param {HTMLElement} root
 * @param {Record<string, Contract.Palette>} palettes
 * @returns {{palette: Contract.Palette, changed: boolean}}
 */
export function takeColours(root, palettes) {
  const theme = isDark(root) ? "dark" : "light";
  const changed = root.dataset.theme !== theme;
  const palette = palettes[theme];
  if (changed) {
    root.dataset.theme = theme;
    for (const [role, colour] of Object.entries(palette)) {
      if (typeof colour === "string") root.style.setProperty(`--lv-${role}`, colour);
    }
  }
  return { palette, changed };
}

// The page's own background says it.
function isDark(root) {
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  if (!ground) return matchMedia("(prefers-color-scheme: dark)").matches;
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = ground;
  const hex = String(probe.fillStyle);
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}
