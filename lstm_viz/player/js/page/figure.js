// A figure of Plotly's alone as a frame in a notebook; it takes Plotly from where the players do.

import { bringPlotly, settleIn } from "./notebook.js";

/** @type {Contract.FigureData} */
const sent = JSON.parse(document.getElementById("figure").textContent);
settleIn(() => {});
await bringPlotly(sent.notebook);
await window.Plotly.newPlot(document.querySelector(".lv-plot"), sent.figure.data, sent.figure.layout, { displayModeBar: false, responsive: true });
document.body.dataset.ready = "true";
