package org.claimtrace.engine.compiled;

import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Line;
import org.claimtrace.model.Review;

/**
 * The keys from which coins are drawn. They depend only on the kind and id of an element, so it has the same key in every
 * graph.
 */
final class CoinKeys {

  // FNV-1a with 64 bits (Fowler, Noll and Vo), over the characters of the id.
  private static final long BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private CoinKeys() {}

  /** Returns the key of each coin of a compiled graph. */
  static long[] of(GraphCircuit compiled) {
    int sources = compiled.sources.size();
    long[] keys = new long[sources + compiled.partKinds.length];
    for (int source = 0; source < sources; source++) {
      keys[source] = finished(with(begin(Element.Kind.SOURCE), compiled.sources.id(source)));
    }
    for (int rank = 0; rank < compiled.claims.size(); rank++) {
      Claim claim = compiled.graph.claim(compiled.claims.id(rank));
      int coin = sources + compiled.partFirst[rank];
      for (Line line : GraphCircuit.sortedLines(claim)) {
        keys[coin++] = finished(line(claim.id(), line));
      }
    }
    return keys;
  }

  private static long line(String claim, Line line) {
    if (line instanceof Evidence evidence) {
      long begun = begin(Element.Kind.EVIDENCE);
      return evidence.id().isPresent()
          ? with(begun, evidence.id().get())
          : with(with(with(begun, claim), "/evidence/"), evidence.sourceId());
    }
    if (line instanceof Inference inference) {
      long begun = begin(Element.Kind.INFERENCE);
      return inference.id().isPresent()
          ? with(begun, inference.id().get())
          : with(with(begun, claim), "/inference");
    }
    return with(
        with(with(begin(Element.Kind.REVIEW), claim), "/reviews/"), ((Review) line).reviewer());
  }

  private static long begin(Element.Kind kind) {
    return with(BASIS, kind.toString()) * PRIME;
  }

  private static long with(long number, String text) {
    long hash = number;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static long finished(long number) {
    return DrawnCoins.mixed(number);
  }
}
