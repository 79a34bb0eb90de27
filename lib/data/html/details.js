/* The panel that tells about an actor or a tie, and moving between them. */
let showing = null;

function table(rows) {
  const element = make("table");
  for (const [name, ...cells] of rows) {
    const row = make("tr"), head = make("th", name);
    head.scope = "row";
    row.append(head);
    for (const cell of cells)
      row.append(make("td", cell, typeof cell === "number" ? "number" : ""));
    element.append(row);
  }
  return element;
}

const nameWord = (name) => style["attribute." + name] || name;
const neat = (value) =>
  typeof value === "number" && !Number.isInteger(value) ? +value.toPrecision(4) : value;

/* "3 / 30": how many actors have more of it. */
function rank(name, value) {
  const values = data.nodes.map((n) => n.values[name]).filter((v) => typeof v === "number");
  return "n° " + (1 + values.filter((v) => v > value).length) + " / " + values.length;
}

function actorRows(node) {
  const rows = [];
  for (const [name, value] of Object.entries(node.values)) {
    if (value === "") continue;
    if (typeof value === "number" && name !== "camp")
      rows.push([nameWord(name), neat(value), rank(name, value)]);
    else if (name === "kind") rows.push([nameWord(name), style["kind." + value] || value]);
    else rows.push([nameWord(name), String(value)]);
  }
  return rows;
}

function tieButton(number, from) {
  const arc = data.arcs[number], item = make("li"), button = make("button");
  const out = arc.source === from;
  const other = data.nodes[out ? arc.target : arc.source];
  button.type = "button";
  button.append((data.directed ? (out ? "→ " : "← ") : "") + other.label + word("colon") +
    arc.label);
  button.addEventListener("click", () => select("e" + number));
  item.append(button);
  return item;
}

function showActor(number) {
  const node = data.nodes[number], list = make("ul");
  const ties = data.arcs.map((arc, i) => i)
    .filter((i) => data.arcs[i].source === number || data.arcs[i].target === number)
    .filter((i) => arcShown(data.arcs[i]))
    .sort((a, b) => data.arcs[b].weight - data.arcs[a].weight || a - b);
  for (const i of ties) list.append(tieButton(i, number));
  byId("details").replaceChildren(make("h2", node.label), table(actorRows(node)),
    make("h3", word("arc.many") + " (" + ties.length + ")"), list);
}

function figure(sentence, parts) {
  const element = make("figure");
  element.append(make("blockquote", sentence),
    make("figcaption", parts.filter(Boolean).join(" · ")));
  return element;
}

function sentences(arc) {
  const shown = evidenceShown(arc);
  return shown.map((e) => figure(e.sentence, [
    e.date || (arc.first === arc.last ? arc.first : ""), e.document,
    e.relation && relationWord(e.relation), e.status && statusWord(e.status),
    e.claimant && word("page.says") + " " + e.claimant,
  ]));
}

function actorLink(number) {
  const button = make("button", data.nodes[number].label);
  button.type = "button";
  button.addEventListener("click", () => select("n" + number));
  return button;
}

function showArc(number) {
  const arc = data.arcs[number], head = make("h2");
  head.append(actorLink(arc.source), data.directed ? " → " : " – ", actorLink(arc.target));
  const rows = [[word("page.signs"), word("sign." + signName(arc.sign))],
    [word("page.weight"), neat(arc.weight)]];
  for (const name of Object.keys(arc.values))
    rows.push([nameWord(name), neat(arc.values[name])]);
  for (const [name, times] of Object.entries(arc.relations))
    rows.push([relationWord(name), times]);
  for (const [name, times] of Object.entries(arc.statuses))
    rows.push([statusWord(name), times]);
  if (arc.first)
    rows.push([word("page.period"),
      arc.first === arc.last ? arc.first : arc.first + word("between") + arc.last]);
  byId("details").replaceChildren(head, table(rows),
    make("h3", word("page.sentences")), ...sentences(arc));
}

function showHint() {
  showing = null;
  const list = make("ul");
  data.nodes.map((n, i) => i).sort((a, b) => data.nodes[b].size - data.nodes[a].size || a - b)
    .slice(0, 300).forEach((i) => {
      const item = make("li");
      item.append(actorLink(i));
      list.append(item);
    });
  byId("details").replaceChildren(make("p", word("page.hint"), "hint"),
    make("h3", word("actor.many")), list);
}

function show(id) {
  showing = id;
  const element = cy.getElementById(id);
  if (element.isNode()) showActor(element.data("number"));
  else showArc(element.data("number"));
  const near = element.isNode() ? element.closedNeighborhood()
                                : element.union(element.connectedNodes());
  cy.batch(() => {
    cy.elements().addClass("far");
    near.removeClass("far");
  });
}

/* After a filter changed, what is shown may have changed too. */
function showAgain() {
  if (showing) show(showing);
}

function clearSelection() {
  cy.batch(() => {
    cy.elements().removeClass("far");
    cy.elements().unselect();
  });
  showHint();
}

/* Select by id as a click would, and bring into view. */
function select(id) {
  const element = cy.getElementById(id);
  if (!element.length) return;
  cy.elements().unselect();
  element.select();
  show(id);
  const box = element.renderedBoundingBox(), width = cy.width(), height = cy.height();
  if (box.x1 < 0 || box.y1 < 0 || box.x2 > width || box.y2 > height) cy.center(element);
}
