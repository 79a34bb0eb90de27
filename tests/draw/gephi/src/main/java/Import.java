import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens files as Gephi does and prints what it makes of them, in an order of its own. */
public class Import {
    public static void main(String[] files) throws Exception {
        Locale.setDefault(Locale.ROOT);
        for (String file : files) open(new File(file));
    }

    private static void open(File file) throws Exception {
        Lookup.getDefault().lookup(ProjectController.class).newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        container.closeLoader();
        for (Issue issue : (Iterable<Issue>) () -> container.getReport().getIssues(1000))
            System.out.println("issue\t" + issue.getLevel() + "\t" + issue.getMessage());
        importer.process(container, new DefaultProcessor(),
            Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace());
        GraphModel model =
            Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        DirectedGraph graph = model.getDirectedGraph();
        System.out.println("graph\t" + graph.getNodeCount() + "\t" + graph.getEdgeCount()
            + "\tdirected " + model.isDirected() + "\tdynamic " + model.isDynamic());
        for (Column column : model.getNodeTable())
            System.out.println("vertices\t" + column.getId() + "\t"
                + column.getTypeClass().getSimpleName());
        for (Column column : model.getEdgeTable())
            System.out.println("arcs\t" + column.getId() + "\t"
                + column.getTypeClass().getSimpleName());
        Node[] nodes = graph.getNodes().toArray();
        Arrays.sort(nodes, (a, b) -> a.getLabel().compareTo(b.getLabel()));
        for (Node node : nodes)
            System.out.printf("node\t%s\t%.1f\t%06x\t%b%n", node.getLabel(), node.size(),
                node.getRGBA() & 0xffffff, node.x() != 0 || node.y() != 0);
        Edge[] edges = graph.getEdges().toArray();
        Arrays.sort(edges, (a, b) -> line(a).compareTo(line(b)));
        for (Edge edge : edges) System.out.println(line(edge));
    }

    private static String line(Edge edge) {
        return String.format("edge\t%s\t%s\t%s\t%s\t%s\t%06x", edge.getSource().getLabel(),
            edge.getTarget().getLabel(), edge.getLabel(), edge.getWeight(),
            edge.getTypeLabel(), edge.getRGBA() & 0xffffff);
    }
}
