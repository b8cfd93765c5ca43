package org.claimtrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.problem.UnknownIdException;

/**
 * Finds the element that an id on the command line names: a source, a claim or a line of a graph. An id that names several is
 * written {@code source:ID}, {@code claim:ID} or {@code line:ID}.
 */
final class ElementName {

  private final ClaimGraph graph;

  ElementName(ClaimGraph graph) {
    this.graph = graph;
  }

  /**
   * Returns the element with a name.
   *
   * @throws UsageException if no element or more than one has the name
   */
  Element find(String name) throws UsageException {
    List<Element> found = new ArrayList<>();
    String id = name.substring(name.indexOf(':') + 1);
    String kind = name.substring(0, name.length() - id.length());
    if (kind.isEmpty() || kind.equals("source:")) {
      graph.findSource(id).ifPresent(source -> found.add(Element.source(id)));
    }
    if (kind.isEmpty() || kind.equals("claim:")) {
      graph.findClaim(id).ifPresent(claim -> found.add(Element.claim(id)));
    }
    if (kind.isEmpty() || kind.equals("line:")) {
      graph.findLine(id).ifPresent(found::add);
    }
    if (found.size() > 1) {
      List<String> choices = found.stream()
          .map(element -> (element.kind().isLine() ? "line" : element.kind()) + ":" + id)
          .toList();
      throw new UsageException(
          "'" + id + "' names several things. Write " + String.join(" or ", choices) + ".");
    }
    if (found.isEmpty()) {
      List<String> known = new ArrayList<>();
      graph.sources().forEach(source -> known.add(source.id()));
      graph.claims().forEach(claim -> {
        known.add(claim.id());
        graph.lines(claim.id()).forEach(line -> known.add(line.id()));
      });
      throw new UsageException(
          String.valueOf(new UnknownIdException("source, claim or line", id, known).getMessage()));
    }
    return found.get(0);
  }

  /**
   * Returns the id of the source with a name, with or without {@code source:} before it.
   *
   * @throws UsageException if there is none
   */
  String source(String name) throws UsageException {
    return idOf(name.startsWith("source:") ? name : "source:" + name);
  }

  /**
   * Returns the id of the claim with a name, with or without {@code claim:} before it.
   *
   * @throws UsageException if there is none
   */
  String claim(String name) throws UsageException {
    return idOf(name.startsWith("claim:") ? name : "claim:" + name);
  }

  private String idOf(String name) throws UsageException {
    String id = name.substring(name.indexOf(':') + 1);
    try {
      if (name.startsWith("source:")) {
        graph.source(id);
      } else {
        graph.claim(id);
      }
    } catch (UnknownIdException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    return id;
  }
}
