package org.claimtrace.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
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

  /** The graph without the retractions of some sources, which a grade above 0 lifts in a scenario. */
  static ClaimGraph withoutRetractionsOf(ClaimGraph graph, Set<String> sourceIds) {
    return graph.toBuilder()
        .allSources(graph.sources().stream()
            .map(each -> sourceIds.contains(each.id()) ? withoutRetraction(each) : each)
            .toList())
        .build();
  }

  private static Source withoutRetraction(Source source) {
    Source.Builder builder = Source.builder(source.id())
        .title(source.id())
        .reliability(source.reliability())
        .allDerivedFrom(source.derivedFrom())
        .allReadIn(source.readIn());
    source.published().ifPresent(builder::published);
    return builder.build();
  }

  /** Claims each of which is attacked by the next two, around a ring; their own evidence has a strength. */
  public static ClaimGraph attackRing(int claims, double strength) {
    List<Object> parts = new ArrayList<>();
    parts.add(source("s"));
    for (int i = 0; i < claims; i++) {
      Claim.Builder claim = claim("c" + i).evidence(evidence("s").strength(strength));
      for (int j = 1; j <= 2; j++) {
        String attacker = "c" + (i + j) % claims;
        claim.inference(against(attacker).id(attacker + ".attacks.c" + i));
      }
      parts.add(claim);
    }
    return graph(parts.toArray());
  }

  /** The grade of every coin of a graph: of its sources, evidence and inferences. */
  public static Map<Element, Double> grades(ClaimGraph graph) {
    Map<Element, Double> grades = new LinkedHashMap<>();
    for (Source source : graph.sources()) {
      grades.put(Element.source(source.id()), source.reliability().value());
    }
    for (Claim claim : graph.claims()) {
      for (Evidence evidence : claim.evidence()) {
        grades.put(
            Element.evidence(evidence.lineId(claim.id())), evidence.strength().value());
      }
      for (Inference inference : claim.inferences()) {
        grades.put(
            Element.inference(inference.lineId(claim.id())),
            inference.strength().value());
      }
    }
    return grades;
  }

  /** A graph, some of whose coins have other grades. */
  public static ClaimGraph graded(ClaimGraph graph, Map<Element, Double> grades) {
    return graph.toBuilder()
        .allSources(graph.sources().stream()
            .map(source -> {
              Double grade = grades.get(Element.source(source.id()));
              return grade == null
                  ? source
                  : source.toBuilder().reliability(grade).build();
            })
            .toList())
        .allClaims(graph.claims().stream().map(claim -> graded(claim, grades)).toList())
        .build();
  }

  private static Claim graded(Claim claim, Map<Element, Double> grades) {
    return claim.toBuilder()
        .allEvidence(claim.evidence().stream()
            .map(evidence -> {
              Double grade = grades.get(Element.evidence(evidence.lineId(claim.id())));
              return grade == null
                  ? evidence
                  : evidence.toBuilder().strength(grade).build();
            })
            .toList())
        .allInferences(claim.inferences().stream()
            .map(inference -> {
              Double grade = grades.get(Element.inference(inference.lineId(claim.id())));
              return grade == null
                  ? inference
                  : inference.toBuilder().strength(grade).build();
            })
            .toList())
        .build();
  }
}
