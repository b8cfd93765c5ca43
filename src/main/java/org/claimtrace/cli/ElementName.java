package org.claimtrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.problem.UnknownIdException;

/**
 * Finds the element that an id on the command line names: a source, a claim or a line of a graph. An id that names several is
 * written {@code source:ID}, {@code claim:ID} or {@code line:ID}.
 */
final class ElementName {

  private static final int SHOWN = 12;

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
      checkKind(kind, id);
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

  /**
   * Checks that an id is not one of another kind only.
   *
   * @param kind the wanted kind with a colon, or nothing for any
   */
  private void checkKind(String kind, String id) throws UsageException {
    boolean isSource = graph.findSource(id).isPresent();
    boolean isClaim = graph.findClaim(id).isPresent();
    boolean isLine = graph.findLine(id).isPresent();
    if (kind.equals("source:") && !isSource && (isClaim || isLine)) {
      throw new UsageException("'" + id + "' is a " + (isClaim ? "claim" : "line")
          + ", and a source must be named here. The sources are: "
          + ids(graph.sources().stream().map(Source::id)));
    }
    if (kind.equals("claim:") && !isClaim && (isSource || isLine)) {
      throw new UsageException("'" + id + "' is a " + (isSource ? "source" : "line")
          + ", and a claim must be named here. The claims are: "
          + ids(graph.claims().stream().map(Claim::id)));
    }
    if (kind.equals("line:") && !isLine && (isSource || isClaim)) {
      throw new UsageException("'" + id + "' is a " + (isSource ? "source" : "claim")
          + ", and a line must be named here. 'claimtrace lines FILE' names the lines.");
    }
  }

  private static String ids(Stream<String> all) {
    List<String> shown = all.limit(SHOWN + 1L).toList();
    return shown.size() > SHOWN
        ? String.join(", ", shown.subList(0, SHOWN)) + ", …"
        : String.join(", ", shown) + ".";
  }

  private String idOf(String name) throws UsageException {
    String id = name.substring(name.indexOf(':') + 1);
    checkKind(name.substring(0, name.length() - id.length()), id);
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
