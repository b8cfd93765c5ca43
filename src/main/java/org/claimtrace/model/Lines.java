package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Numbers the lines of a graph: claim by claim in document order, and for each claim the evidence, then the inferences, then the
 * steps from its parts, then the reviews.
 */
final class Lines {

  /** Up to this many lines of a claim are searched in order; more are indexed. */
  private static final int SEARCHED_IN_ORDER = 16;

  private final ImmutableList<Claim> claims;
  private final IdTable claimTable;
  private final int[] first;
  private final int[] claimOf;
  private final String[] writtenIds;
  private final ImmutableIntArray writtenLines;
  private final IdTable writtenTable;
  // For claims with many lines, each computed when it is first needed.
  private final ConcurrentMap<Integer, DerivedNames> derivedNames = new ConcurrentHashMap<>();

  Lines(ImmutableList<Claim> claims, IdTable claimTable, GraphIndexBuilder index) {
    this.claims = claims;
    this.claimTable = claimTable;
    first = Arrays.copyOf(index.firstLines.build().toArray(), claims.size() + 1);
    first[claims.size()] = index.lines;
    claimOf = new int[index.lines];
    for (int i = 0; i < claims.size(); i++) {
      Arrays.fill(claimOf, first[i], first[i + 1], i);
    }
    writtenIds = index.lineIds.toArray();
    writtenLines = index.writtenLines.build();
    writtenTable = new IdTable(index.lineIds);
  }

  int count() {
    return claimOf.length;
  }

  int first(int claim) {
    return first[claim];
  }

  int claimOf(int line) {
    return claimOf[line];
  }

  /** Returns whether no id is written twice. */
  boolean areWrittenOnce() {
    return writtenTable.isUnique();
  }

  /** Returns how many lines have a written id. */
  int writtenCount() {
    return writtenIds.length;
  }

  /** Returns a written id, by its index among the written ids. */
  String writtenId(int i) {
    return writtenIds[i];
  }

  /** Returns the number of the line that has a written id, by the index of that id. */
  int writtenLine(int i) {
    return writtenLines.get(i);
  }

  /** Returns the number of the line with an id, written or derived, or -1. */
  int find(String id) {
    int named = writtenTable.find(id);
    if (named >= 0) {
      return writtenLines.get(named);
    }
    int slash = id.indexOf('/');
    int claim = slash < 0 ? -1 : claimTable.find(id.substring(0, slash));
    return claim < 0 ? -1 : findDerived(claim, id.substring(slash + 1));
  }

  private int findDerived(int claim, String rest) {
    if (first[claim + 1] - first[claim] <= SEARCHED_IN_ORDER) {
      return searchInOrder(claim, rest);
    }
    return derivedNames.computeIfAbsent(claim, DerivedNames::new).find(rest);
  }

  private int searchInOrder(int claim, String rest) {
    Claim of = claims.get(claim);
    int line = first[claim];
    if (rest.startsWith("evidence/")) {
      String source = rest.substring("evidence/".length());
      for (Evidence evidence : of.evidence()) {
        if (evidence.id().isEmpty() && evidence.sourceId().equals(source)) {
          return line;
        }
        line++;
      }
    } else if (rest.startsWith("reviews/")) {
      line += of.evidence().size() + of.steps().size();
      for (Review review : of.reviews()) {
        if (derivedName(review).equals(rest)) {
          return line;
        }
        line++;
      }
    } else {
      line += of.evidence().size();
      for (Inference step : of.steps()) {
        if (step.id().isEmpty() && derivedName(step).equals(rest)) {
          return line;
        }
        line++;
      }
    }
    return -1;
  }

  /** The lines of one claim by their derived names; the first of several with one name. */
  private final class DerivedNames {

    private final Map<String, Integer> lines = new HashMap<>();

    DerivedNames(int claim) {
      Claim of = claims.get(claim);
      int line = first[claim];
      for (Evidence each : of.evidence()) {
        if (each.id().isEmpty()) {
          lines.putIfAbsent(derivedName(each), line);
        }
        line++;
      }
      for (Inference each : of.steps()) {
        if (each.id().isEmpty()) {
          lines.putIfAbsent(derivedName(each), line);
        }
        line++;
      }
      for (Review each : of.reviews()) {
        lines.putIfAbsent(derivedName(each), line++);
      }
    }

    int find(String rest) {
      return lines.getOrDefault(rest, -1);
    }
  }

  /** The name of a line without a written id, after the id of its claim. */
  private static String derivedName(Line line) {
    return line.lineId("").substring(1);
  }

  /** Returns the element, kind and id, of the line with a number. */
  Element element(int line) {
    return line(line).element(claims.get(claimOf[line]).id());
  }

  /** Returns the line with a number. */
  Line line(int line) {
    Claim claim = claims.get(claimOf[line]);
    int at = line - first[claimOf[line]];
    if (at < claim.evidence().size()) {
      return claim.evidence().get(at);
    }
    at -= claim.evidence().size();
    return at < claim.steps().size()
        ? claim.steps().get(at)
        : claim.reviews().get(at - claim.steps().size());
  }
}
