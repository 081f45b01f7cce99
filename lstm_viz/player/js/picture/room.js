// How much room the page gives to the picture.

export const NARROW = 720;

// How far below the page's beginning it stands; Streamlit scrolls a part of the page, not the window.
export function topInPage(element) {
  return element.getBoundingClientRect().top + (element.closest(".stMain")?.scrollTop ?? window.scrollY);
}
