// The glossary's list: filters as the reader types, puts the entry that a link names on top.

function start(list) {
  const field = list.querySelector("input");
  const rows = [...list.querySelectorAll("section .lv-entry")];
  const none = list.querySelector(".lv-none");
  const words = (row) => row.dataset.words.toLowerCase();
  const text = (row) => row.textContent.toLowerCase();
  const filter = () => {
    const wanted = field.value.trim().toLowerCase();
    const by = (what) => rows.filter((row) => what(row).includes(wanted));
    let found = by(words);
    if (!found.length) found = by(text); // in the sentences, then
    for (const row of rows) row.hidden = !found.includes(row);
    for (const group of list.querySelectorAll("section")) group.hidden = !group.querySelector(".lv-entry:not([hidden])");
    list.querySelector(".lv-pointed").hidden = Boolean(wanted);
    none.textContent = found.length ? "" : `Nothing here says “${field.value.trim()}”; try a shorter word.`;
  };
  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    field.value = "";
    filter();
  });
}

export default function mount({ data, parentElement }) {
  const list = parentElement.querySelector(".lv-glossary");
  if (!list.dataset.ready) start(list);
  list.dataset.ready = "yes";
  const pointed = list.querySelector(".lv-pointed");
  const [, named] = location.hash.match(/^#term-([\w-]+)$/) ?? []; // a link to an entry, opened cold
  const first = data.first || named;
  const row = first && list.querySelector(`section [id="term-${first}"]`);
  pointed.replaceChildren(...(row ? [row.cloneNode(true)] : []));
  pointed.firstChild?.removeAttribute("id");
  for (const link of list.querySelectorAll("a[data-scene]")) link.href = data.pages[link.dataset.scene];
}
