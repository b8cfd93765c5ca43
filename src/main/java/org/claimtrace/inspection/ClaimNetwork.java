package org.claimtrace.inspection;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.model.Element;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedPseudograph;

/** A graph of claims as JGraphT sees it: the vertices are elements, the edges say how they bear on each other. Unmodifiable. */
final class ClaimNetwork {

  /**
   * How one element bears on another.
   *
   * @param from the element that bears
   * @param to the element on which it bears
   * @param role what the other requires it as, such as a premise or an origin
   */
  record Bearing(Element from, Element to, Role role) {}

  /**
   * A ring of elements each of which bears on the next, and the last on the first.
   *
   * @param elements the elements in order
   * @param connected all elements that bear on each other in rings with these
   */
  record Ring(ImmutableList<Element> elements, ImmutableList<Element> connected) {}

  private final Graph<Element, Bearing> graph;

  private ClaimNetwork(Graph<Element, Bearing> graph) {
    this.graph = new AsUnmodifiableGraph<>(graph);
  }

  /**
   * Returns the network of some bearings; those that are there twice count once.
   *
   * @param first elements that are named before all others, in this order
   */
  static ClaimNetwork of(Stream<Element> first, Stream<Bearing> bearings) {
    Graph<Element, Bearing> graph = new DirectedPseudograph<>(Bearing.class);
    first.forEach(graph::addVertex);
    bearings.forEach(each -> {
      graph.addVertex(each.from());
      graph.addVertex(each.to());
      graph.addEdge(each.from(), each.to(), each);
    });
    return new ClaimNetwork(graph);
  }

  /**
   * Returns one ring for each set of elements that bear on each other: the shortest through that one of them which was named first,
   * beginning with it. In the order in which these were named. Takes linear time.
   */
  ImmutableList<Ring> rings() {
    List<Set<Element>> components =
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets();
    List<Element> order = List.copyOf(graph.vertexSet());
    Map<Element, Integer> places = new HashMap<>();
    order.forEach(element -> places.put(element, places.size()));
    return components.stream()
        .filter(component -> component.size() > 1 || isItsOwnReason(component))
        .map(component -> component.stream()
            .sorted(
                Comparator.comparing(element -> places.getOrDefault(element, Integer.MAX_VALUE)))
            .collect(toImmutableList()))
        .sorted(Comparator.comparing(
            component -> places.getOrDefault(component.get(0), Integer.MAX_VALUE)))
        .map(this::ring)
        .collect(toImmutableList());
  }

  private boolean isItsOwnReason(Set<Element> component) {
    Element only = component.iterator().next();
    return graph.containsEdge(only, only);
  }

  private Ring ring(ImmutableList<Element> component) {
    Element first = component.get(0);
    if (graph.containsEdge(first, first)) {
      return new Ring(ImmutableList.of(first), component);
    }
    Graph<Element, Bearing> inside = new AsSubgraph<>(graph, Set.copyOf(component));
    SingleSourcePaths<Element, Bearing> paths = new BFSShortestPath<>(inside).getPaths(first);
    GraphPath<Element, Bearing> shortest = null;
    for (Bearing back : graph.incomingEdgesOf(first)) {
      GraphPath<Element, Bearing> path =
          inside.containsVertex(back.from()) ? paths.getPath(back.from()) : null;
      if (path != null && (shortest == null || path.getLength() < shortest.getLength())) {
        shortest = path;
      }
    }
    return new Ring(
        shortest == null ? component : ImmutableList.copyOf(shortest.getVertexList()), component);
  }
}
