// Whether the picture and its words stand alone on the screen (ui/page/presenter.js).

export const isPresented = () => document.documentElement.hasAttribute("data-lv-presents");
