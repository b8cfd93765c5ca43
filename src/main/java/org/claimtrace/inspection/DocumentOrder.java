package org.claimtrace.inspection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;

/** Sorts findings as {@link Inspection} says. */
final class DocumentOrder {

  private final ClaimGraph graph;
  /** The place of each line among those of its claim; of the claims that were asked about. */
  private final Map<String, Map<Element, Integer>> lines = new HashMap<>();

  DocumentOrder(ClaimGraph graph) {
    this.graph = graph;
  }

  void sort(List<Finding> findings) {
    Map<Element, long[]> keys = new HashMap<>();
    for (Finding finding : findings) {
      finding.elements().forEach(element -> keys.computeIfAbsent(element, this::key));
    }
    findings.sort(Comparator.comparing(Finding::elements, (one, other) -> first(one, other, keys))
        .thenComparing(Finding::code)
        .thenComparing(Finding::elements, (one, other) -> all(one, other, keys)));
  }

  private static int first(List<Element> one, List<Element> other, Map<Element, long[]> keys) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(!one.isEmpty(), !other.isEmpty());
    }
    return compare(one.get(0), other.get(0), keys);
  }

  private static int all(List<Element> one, List<Element> other, Map<Element, long[]> keys) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int compared = compare(one.get(i), other.get(i), keys);
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int compare(Element one, Element other, Map<Element, long[]> keys) {
    return Arrays.compare(
        keys.getOrDefault(one, new long[0]), keys.getOrDefault(other, new long[0]));
  }

  private long[] key(Element element) {
    return switch (element.kind()) {
      case CLAIM -> new long[] {0, graph.claimIndex(element.id()).orElse(-1), 0};
      case SOURCE -> new long[] {1, graph.sourceIndex(element.id()).orElse(-1), 0};
      case EVIDENCE, INFERENCE, REVIEW -> lineKey(element);
    };
  }

  private long[] lineKey(Element line) {
    if (graph.findLine(line.id()).isEmpty()) {
      return new long[] {0, -1, 0};
    }
    Claim claim = graph.claimOf(line.id());
    Map<Element, Integer> places = lines.computeIfAbsent(claim.id(), id -> {
      Map<Element, Integer> byLine = new HashMap<>();
      graph.lines(id).forEach(each -> byLine.put(each, byLine.size() + 1));
      return byLine;
    });
    return new long[] {0, graph.claimIndex(claim.id()).orElse(-1), places.getOrDefault(line, 0)};
  }
}
