/* Words into their places, and what happens on clicks and keys. */
for (const element of document.querySelectorAll("[data-word]"))
  element.textContent = word(element.dataset.word);
for (const element of document.querySelectorAll("[data-label]"))
  element.setAttribute("aria-label", word(element.dataset.label));
byId("query").placeholder = word("page.search");
byId("title").textContent = data.title;
byId("graph").setAttribute("aria-label", word("page.graph"));

for (const node of data.nodes) {
  const option = make("option");
  option.value = node.label;
  byId("actors").append(option);
}

function find(text) {
  const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wanted = fold(text.trim());
  if (!wanted) return clearSelection();
  const names = data.nodes.map((n) => [fold(n.label), fold(n.name)]);
  let number = names.findIndex((n) => n.includes(wanted));
  if (number < 0) number = names.findIndex((n) => n[0].startsWith(wanted));
  if (number < 0) number = names.findIndex((n) => n[0].includes(wanted));
  if (number >= 0) {
    select("n" + number);
    cy.animate({ center: { eles: cy.getElementById("n" + number) }, duration: 200 });
  }
}

makeFilters();
setDark(dark);
paintMarks();
resetAll();
showHint();

cy.on("tap", "node, edge", (event) => show(event.target.id()));
cy.on("tap", (event) => { if (event.target === cy) clearSelection(); });
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  find(byId("query").value);
});
byId("query").addEventListener("change", () => find(byId("query").value));
byId("from").addEventListener("input", readPeriod);
byId("to").addEventListener("input", readPeriod);
byId("play").addEventListener("click", play);
byId("reset").addEventListener("click", resetAll);
byId("weight").addEventListener("input", () => {
  filter.weight = Number(byId("weight").value);
  tellPeriod();
  refresh();
});
byId("dark").addEventListener("click", () => { setDark(!dark); paintMarks(); });
const middle = () => ({ x: cy.width() / 2, y: cy.height() / 2 });
const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle() });
byId("zoom-in").addEventListener("click", () => zoom(1.3));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byId("fit").addEventListener("click", fitAll);

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "Escape") clearSelection();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") { event.preventDefault(); byId("query").focus(); }
  if (event.key === "+") zoom(1.3);
  if (event.key === "-") zoom(1 / 1.3);
  if (event.key === "0") fitAll();
});
byId("graph").addEventListener("keydown", (event) => {
  const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (!step[event.key]) return;
  event.preventDefault();
  cy.panBy({ x: step[event.key][0], y: step[event.key][1] });
});
