package org.claimtrace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;

/**
 * A builder of graphs of families: claims c0, c1 and so on, sources s0, s1 and so on, in the order in which they are added, and
 * some with names. The builders that it returns may be changed until the graph is built.
 */
final class Sketch {

  private static final double[] GRADES = {.9, .8, .7, .95, .85};
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  private final List<Claim.Builder> claims = new ArrayList<>();
  private final List<Source.Builder> sources = new ArrayList<>();
  private int nextClaim;
  private int nextSource;

  /** The id of a claim. */
  static String c(int claim) {
    return "c" + claim;
  }

  /** The id of a source. */
  static String s(int source) {
    return "s" + source;
  }

  /** Returns a grade between 0 and 1 for a number; neighbours differ, so that no values are equal by symmetry. */
  static double grade(int number) {
    return GRADES[number % GRADES.length];
  }

  /** Returns a day for a number; greater numbers have later days. */
  static String day(int number) {
    return FIRST_DAY.plusDays(number).toString();
  }

  /** Adds the next claim. */
  Claim.Builder claim() {
    Claim.Builder claim = claim(c(nextClaim), "Claim " + nextClaim);
    nextClaim++;
    return claim;
  }

  /** Adds a claim with a name in place of a number. */
  Claim.Builder claim(String id, String text) {
    Claim.Builder claim = Claim.builder(id).text(text);
    claims.add(claim);
    return claim;
  }

  /** Adds the next source, which is right for certain. */
  Source.Builder source() {
    Source.Builder source = source(s(nextSource), "Source " + nextSource);
    nextSource++;
    return source;
  }

  /** Adds a source with a name in place of a number. */
  Source.Builder source(String id, String title) {
    Source.Builder source = Source.builder(id).title(title);
    sources.add(source);
    return source;
  }

  /** Adds the next source, whose coin is open. */
  Source.Builder openSource() {
    return source().reliability(grade(nextSource));
  }

  /** Adds a number of next sources, whose coins are open. */
  void openSources(int count) {
    for (int i = 0; i < count; i++) {
      openSource();
    }
  }

  static Evidence.Builder refuting(String source) {
    return Evidence.builder(source).stance(Stance.REFUTES);
  }

  static Inference.Builder against(String... premises) {
    return Inference.builder(premises).stance(Stance.REFUTES);
  }

  /** Returns the graph, with a claim as its thesis. */
  ClaimGraph graph(String asked) {
    ClaimGraph.Builder graph =
        ClaimGraph.builder("family").title("A graph of a family").thesis(asked);
    sources.forEach(graph::source);
    claims.forEach(graph::claim);
    return graph.build();
  }
}
