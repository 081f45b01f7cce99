// What every page has beside its content. It stands once in the document, however often the component
// that brings it is mounted and unmounted.

import { Connection } from "./connection.js";
import { Kept } from "./kept.js";
import { LostFocus } from "./lost_focus.js";
import { NumberSteps } from "./number_steps.js";
import { Popovers } from "./popovers.js";
import { PageTools } from "./tools.js";
import { Terms } from "./terms.js";

export default function mount({ data, parentElement, setTriggerValue }) {
  const here = parentElement.querySelector(".lv-page-tools");
  document.lvTerms ??= new Terms();
  document.lvSteps ??= new NumberSteps();
  document.lvTools ??= new PageTools();
  document.lvLostFocus ??= new LostFocus();
  document.lvPopovers ??= new Popovers();
  document.lvConnection ??= new Connection();
  document.lvKept ??= new Kept();
  const terms = document.lvTerms;
  Object.assign(terms, { root: data.root, mount: here });
  terms.learn(data.entries);
  document.lvKept.keep(data.keep, (keeps) => setTriggerValue("keeps", keeps ? "yes" : "no"));
  document.lvKept.find(data.want, (found) => setTriggerValue("found", found));
  document.lvConnection.learn(data.answers, document.lvTools.theme.colours(here), (where) => setTriggerValue("back", where));
  document.lvTools.open(here, (address) => setTriggerValue("share", address));
  return () => setTimeout(() => here.isConnected || document.lvTerms.mount !== here || terms.close(), 0);
}
