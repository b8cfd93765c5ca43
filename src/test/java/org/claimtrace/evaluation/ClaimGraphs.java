package org.claimtrace.evaluation;

import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;

/** Graphs written down in a few words, where a text would only repeat an id. */
public final class ClaimGraphs {

  private ClaimGraphs() {}

  public static Claim.Builder claim(String id) {
    return Claim.builder(id).text(id);
  }

  public static Source.Builder source(String id) {
    return Source.builder(id).title(id);
  }

  public static Evidence.Builder evidence(String source) {
    return Evidence.builder(source);
  }

  public static Evidence.Builder refuting(String source) {
    return Evidence.builder(source).stance(Stance.REFUTES);
  }

  public static Evidence.Builder qualifying(String source) {
    return Evidence.builder(source).stance(Stance.QUALIFIES);
  }

  public static Inference.Builder step(String... premises) {
    return Inference.builder(premises);
  }

  public static Inference.Builder against(String... premises) {
    return Inference.builder(premises).stance(Stance.REFUTES);
  }

  /** A graph of claims and sources, builders of either, in the order given. */
  public static ClaimGraph graph(Object... parts) {
    ClaimGraph.Builder graph = ClaimGraph.builder("graph").title("Graph");
    for (Object part : parts) {
      if (part instanceof Claim.Builder claim) {
        graph.claim(claim);
      } else {
        graph.source((Source.Builder) part);
      }
    }
    return graph.build();
  }
}
