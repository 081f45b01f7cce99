// What the JavaScript finds in the page, as loosely as the markup is known to it.

interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Element {
  readonly dataset: DOMStringMap;
  focus(options?: FocusOptions): void;
  blur(): void;
}
interface EventTarget {
  closest(selectors: string): any;
  value: any;
  dataset: any;
}
interface Document {
  lvTerms?: any;
  lvTools?: any;
  lvConnection?: any;
  lvKept?: any;
  lvLostFocus?: any;
  lvPopovers?: any;
  lvSteps?: any;
}
interface Window {
  /** Kept as long as the page is not loaded anew. */
  lvPlaces: Record<string, { id: number | string; at: Record<string, number> }>;
  /** The concept that the map sent the reader to. */
  lvWanted?: string;
  /** What a file with a film hands it to, in the site. */
  lvFilm?: (sent: string) => void;
  lvColumnWidths: Record<string, number>;
  lvZoomFrom?: { x: number; y: number; width: number; height: number };
  /** The keys that were counted for a text, for when the reader comes back to it. */
  lvTyped?: { text: string; count: any };
  lstmVizPlotly?: string;
  lvQuestions?: string | null;
  Plotly?: any;
}
