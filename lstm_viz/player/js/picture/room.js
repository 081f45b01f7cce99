// How much room the page gives to the picture.

import { isPresented } from "../shared/presented.js";

export const NARROW = 720;

// How far below the page's beginning it stands; Streamlit scrolls a part of the page, not the window, and
// what is presented stands above the page.
export function topInPage(element) {
  const { top } = element.getBoundingClientRect();
  return isPresented() ? top : top + (element.closest(".stMain")?.scrollTop ?? window.scrollY);
}
