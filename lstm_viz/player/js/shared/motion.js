// Whether the reader wants things to move.

export const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
