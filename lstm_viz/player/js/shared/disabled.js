// Buttons that can do nothing for now. One that is disabled loses the keys, and the next press would do something
// else: the one that they are at only says so, until they leave it.

const isHeld = (button) => button.getAttribute("aria-disabled") === "true";
const ignoreHeld = (event) => isHeld(event.currentTarget) && event.stopImmediatePropagation();
const leaveHeld = ({ currentTarget }) => isHeld(currentTarget) && disable(currentTarget, true);

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} off
 */
export function disable(button, off) {
  const holds = off && button.matches(":focus-visible");
  button.disabled = off && !holds;
  button.removeAttribute("aria-disabled");
  if (!holds) return;
  button.setAttribute("aria-disabled", "true");
  button.addEventListener("click", ignoreHeld, { capture: true });
  button.addEventListener("blur", leaveHeld);
}
