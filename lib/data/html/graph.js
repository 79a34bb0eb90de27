/* The drawing: actors as boxes with their names inside, ties as arrows. */
const shapes = {
  box: "round-rectangle", ellipse: "ellipse", hexagon: "hexagon", octagon: "octagon",
  component: "rectangle", tab: "bottom-round-rectangle", note: "tag", folder: "barrel",
};
const many = data.arcs.length > 1500;
const measure = document.createElement("canvas").getContext("2d");
const fontFamily = "Helvetica, Arial, DejaVu Sans, sans-serif";

/* Break a name into lines of about 16 characters. */
function lines(label) {
  const list = [""];
  for (const part of label.split(" ")) {
    const last = list[list.length - 1];
    if (last && last.length + part.length + 1 > 16) list.push(part);
    else list[list.length - 1] = last ? last + " " + part : part;
  }
  return list.map((line) => (line.length > 40 ? line.slice(0, 39) + "…" : line)).slice(0, 4);
}

/* In a large network the largest actors must be read when all of it is seen. */
const boost = Math.min(5, Math.max(1, Math.sqrt(data.nodes.length / 30)));

function box(node) {
  const font = 11 + 11 * boost * node.size, text = lines(node.label);
  measure.font = font + "px " + fontFamily;
  const width = Math.max(...text.map((line) => measure.measureText(line).width));
  const shape = shapes[style["shape." + node.kind]] || "round-rectangle";
  const room = shape === "round-rectangle" || shape === "rectangle" ? 1 : 1.3;
  return {
    font, shape, text: text.join("\n"), width: width * room + 16,
    height: text.length * font * 1.15 * room + 10,
  };
}

/* Push boxes apart until none overlap, as far as that goes quickly. */
function separate(nodes) {
  const gap = 26;
  for (let round = 0; round < 80; round++) {
    let moved = false;
    nodes.sort((a, b) => a.x - b.x);
    const widest = Math.max(...nodes.map((n) => n.width), 0) + gap;
    for (let i = 0; i < nodes.length; i++)
      for (let j = i + 1; j < nodes.length && nodes[j].x - nodes[i].x < widest; j++) {
        const a = nodes[i], b = nodes[j];
        const dx = (a.width + b.width) / 2 + gap - Math.abs(b.x - a.x);
        const dy = (a.height + b.height) / 2 + gap - Math.abs(b.y - a.y);
        if (dx <= 0 || dy <= 0) continue;
        moved = true;
        if (dx < dy) {
          const step = (b.x >= a.x ? dx : -dx) / 2;
          a.x -= step; b.x += step;
        } else {
          const step = (b.y >= a.y ? dy : -dy) / 2;
          a.y -= step; b.y += step;
        }
      }
    if (!moved) return;
  }
}

function elements() {
  const scale = 1.25;
  const placed = data.nodes.map((node, i) =>
    ({ i, x: node.x * scale, y: -node.y * scale, ...box(node) }));
  separate(placed.slice());
  const nodes = placed.map((p) => ({
    group: "nodes", position: { x: p.x, y: p.y },
    data: { id: "n" + p.i, number: p.i, text: p.text, width: p.width, height: p.height,
            shape: p.shape, font: p.font },
  }));
  const arcs = data.arcs.map((arc, i) => ({
    group: "edges",
    data: { id: "e" + i, number: i, source: "n" + arc.source, target: "n" + arc.target,
            sign: signName(arc.sign), label: arc.label, thick: 1 + 4 * arc.thickness },
  }));
  return nodes.concat(arcs);
}

let dark = window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches;
const color = (key) => (dark ? data.dark : style)[key];
function campColor(camp) {
  if (!camp) return color("vertex.fill");
  return (found.camps.get(camp) > 1 && color("camp." + camp)) || color("camp.other");
}

function look() {
  const arrow = { normal: "triangle", tee: "tee", vee: "vee" };
  const signs = ["positive", "negative", "neutral"].map((sign) => ({
    selector: 'edge[sign="' + sign + '"]',
    style: {
      "line-color": color(sign + ".color"), "target-arrow-color": color(sign + ".color"),
      color: color(sign + ".color"), "line-style": style[sign + ".style"],
      "target-arrow-shape": data.directed ? arrow[style[sign + ".head"]] || "triangle" : "none",
    },
  }));
  return [
    { selector: "node", style: {
      label: "data(text)", width: "data(width)", height: "data(height)", shape: "data(shape)",
      "font-size": "data(font)", "font-family": fontFamily, color: color("vertex.text"),
      "text-wrap": "wrap", "text-valign": "center", "text-halign": "center",
      "min-zoomed-font-size": 6, "border-width": 1, "border-color": color("vertex.line"),
      "background-color": (n) => campColor(data.nodes[n.data("number")].camp),
    } },
    { selector: "edge", style: {
      width: "data(thick)", "curve-style": many ? "straight" : "bezier",
      "control-point-step-size": 36, "arrow-scale": 1.1, label: "data(label)",
      "font-size": 9, "font-family": fontFamily, "min-zoomed-font-size": 8,
      "text-rotation": "autorotate", "text-background-color": color("background"),
      "text-background-opacity": 0.8, "text-background-padding": 1, opacity: 0.9,
    } },
    { selector: "edge:loop", style: { "curve-style": "bezier",
      "control-point-step-size": (e) => e.source().data("width") + 60 } },
    ...signs,
    { selector: ".gone", style: { display: "none" } },
    { selector: ".far", style: { opacity: 0.15 } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": color("text") } },
    { selector: "edge:selected", style: { opacity: 1, "underlay-color": color("muted"),
      "underlay-opacity": 0.4, "underlay-padding": 4 } },
  ];
}

const cy = cytoscape({
  container: document.getElementById("graph"), elements: elements(), style: look(),
  layout: { name: "preset" }, minZoom: 0.02, maxZoom: 8, boxSelectionEnabled: false,
  selectionType: "single", hideEdgesOnViewport: many, textureOnViewport: many,
});
/* All that is shown, but no name as large as the window. */
function fitAll() {
  cy.fit(cy.elements().not(".gone"), 30);
  if (cy.zoom() > 1.6) {
    cy.zoom(1.6);
    cy.center(cy.elements().not(".gone"));
  }
}
fitAll();

function setDark(wanted) {
  if (wanted !== dark) {
    dark = wanted;
    cy.style(look());
  }
  document.documentElement.classList.toggle("dark", dark);
  document.getElementById("dark").setAttribute("aria-pressed", String(dark));
}

/* Show what the filters let through, and tell how much that is. */
function refresh() {
  const linked = new Set(), ever = new Set();
  let ties = 0;
  cy.batch(() => {
    data.arcs.forEach((arc, i) => {
      const shown = arcShown(arc);
      cy.getElementById("e" + i).toggleClass("gone", !shown);
      for (const end of [arc.source, arc.target]) {
        ever.add(end);
        if (shown) linked.add(end);
      }
      ties += shown;
    });
    data.nodes.forEach((node, i) => {
      const shown = filter.camps.has(node.camp) && (linked.has(i) || !ever.has(i));
      cy.getElementById("n" + i).toggleClass("gone", !shown);
    });
  });
  const actors = cy.nodes().filter((n) => !n.hasClass("gone")).length;
  document.getElementById("counts").textContent =
    actors + " " + word(actors === 1 ? "actor.one" : "actor.many") + ", " +
    ties + " " + word(ties === 1 ? "arc.one" : "arc.many");
}
