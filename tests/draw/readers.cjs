// usage: node readers.cjs MODULES GRAPHML GEXF
// What graphology and Cytoscape.js make of our files: a line of JSON for each reading.
const [modules, graphml, gexf] = process.argv.slice(2);
const load = require("module").createRequire(modules + "/"), fs = require("fs");
const text = (path) => fs.readFileSync(path, "utf8");

function tell(program, labels, weights) {
  const weight = weights.reduce((sum, each) => sum + Number(each), 0);
  console.log(JSON.stringify({ program, labels: labels.sort(), arcs: weights.length, weight }));
}

const { Graph } = load("graphology");
for (const [form, path] of [["graphml", graphml], ["gexf", gexf]]) {
  const graph = load("graphology-" + form).parse(Graph, text(path));
  tell("graphology " + form, graph.mapNodes((node, data) => data.label),
    graph.mapEdges((edge, data) => data.weight));
}

// Cytoscape's GraphML extension wants a page around it and keeps the keys' ids.
const { JSDOM } = load("jsdom");
global.window = new JSDOM("").window;
Object.assign(global, { document: window.document, DOMParser: window.DOMParser });
const cytoscape = load("cytoscape");
load("cytoscape-graphml")(cytoscape, load("jquery"));
cytoscape.warnings(false);
const drawn = cytoscape({ headless: true });
drawn.graphml({ layoutBy: "null" }); // options; the next call reads
drawn.graphml(text(graphml));
tell("cytoscape", drawn.nodes().map((node) => node.data("v_label")),
  drawn.edges().map((edge) => edge.data("e_weight")));
