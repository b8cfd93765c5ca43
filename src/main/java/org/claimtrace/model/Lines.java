package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a graph, numbered: claim by claim in document order, of each the evidence, then the inferences, then the
 * reviews.
 */
final class Lines {

  private final ImmutableList<Claim> claims;
  private final IdTable<Claim> claimTable;
  private final int[] first;
  private final int[] claimOf;
  private final ImmutableList<Written> written;
  private final IdTable<Written> writtenTable;

  /** A line whose id is written. */
  record Written(String id, int line) {}

  Lines(ImmutableList<Claim> claims, IdTable<Claim> claimTable) {
    this.claims = claims;
    this.claimTable = claimTable;
    first = new int[claims.size() + 1];
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      first[i + 1] = Math.addExact(
          first[i],
          claim.evidence().size() + claim.inferences().size() + claim.reviews().size());
    }
    claimOf = new int[first[claims.size()]];
    List<Written> found = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      int line = first[i];
      for (Evidence evidence : claim.evidence()) {
        claimOf[line] = i;
        if (evidence.id().isPresent()) {
          found.add(new Written(evidence.id().get(), line));
        }
        line++;
      }
      for (Inference inference : claim.inferences()) {
        claimOf[line] = i;
        if (inference.id().isPresent()) {
          found.add(new Written(inference.id().get(), line));
        }
        line++;
      }
      for (; line < first[i + 1]; line++) {
        claimOf[line] = i;
      }
    }
    written = ImmutableList.copyOf(found);
    writtenTable = new IdTable<>(written, Written::id);
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

  ImmutableList<Written> written() {
    return written;
  }

  /** The number of the line with an id, written or derived, or -1. */
  int find(String id) {
    int named = writtenTable.find(id);
    if (named >= 0) {
      return written.get(named).line();
    }
    int slash = id.indexOf('/');
    int claim = slash < 0 ? -1 : claimTable.find(id.substring(0, slash));
    return claim < 0 ? -1 : findDerived(claim, id.substring(slash + 1));
  }

  private int findDerived(int claim, String rest) {
    Claim of = claims.get(claim);
    int line = first[claim];
    if (rest.startsWith("evidence/")) {
      String source = rest.substring("evidence/".length());
      for (Evidence evidence : of.evidence()) {
        if (evidence.id().isEmpty() && evidence.source().equals(source)) {
          return line;
        }
        line++;
      }
    } else if (rest.equals("inference")) {
      line += of.evidence().size();
      for (Inference inference : of.inferences()) {
        if (inference.id().isEmpty()) {
          return line;
        }
        line++;
      }
    } else if (rest.startsWith("reviews/")) {
      String reviewer = rest.substring("reviews/".length());
      line += of.evidence().size() + of.inferences().size();
      for (Review review : of.reviews()) {
        if (review.reviewer().equals(reviewer)) {
          return line;
        }
        line++;
      }
    }
    return -1;
  }

  /** The line with a number, as an element. */
  Element element(int line) {
    Claim claim = claims.get(claimOf[line]);
    int at = line - first[claimOf[line]];
    if (at < claim.evidence().size()) {
      return Element.evidence(claim.evidence().get(at).lineId(claim.id()));
    }
    at -= claim.evidence().size();
    if (at < claim.inferences().size()) {
      return Element.inference(claim.inferences().get(at).lineId(claim.id()));
    }
    at -= claim.inferences().size();
    return Element.review(claim.reviews().get(at).lineId(claim.id()));
  }

  /** The part with a number: an {@link Evidence}, {@link Inference} or {@link Review}. */
  Object part(int line) {
    Claim claim = claims.get(claimOf[line]);
    int at = line - first[claimOf[line]];
    if (at < claim.evidence().size()) {
      return claim.evidence().get(at);
    }
    at -= claim.evidence().size();
    return at < claim.inferences().size()
        ? claim.inferences().get(at)
        : claim.reviews().get(at - claim.inferences().size());
  }
}
