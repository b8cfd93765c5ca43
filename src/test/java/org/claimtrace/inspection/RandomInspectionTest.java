package org.claimtrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of the findings in every graph, checked against searches that share nothing with the rules. */
class RandomInspectionTest {

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static Evaluation random(long seed) {
    ClaimGraph graph =
        seed % 2 == 0 ? RandomClaimGraphs.graph(seed, 8) : RandomClaimGraphs.loose(seed, 8);
    ReviewPolicy reviews = ReviewPolicy.values()[(int) (seed % 3)];
    Evaluator.Builder options = RandomClaimGraphs.options(graph, reviews, seed).numbers();
    return options.ignoresDerivation(seed % 7 == 0).build().evaluate(graph);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areAboutElementsOfTheGraphAndToldApartByTheirFingerprints(long seed) {
    Evaluation evaluation = random(seed);
    ClaimGraph graph = evaluation.graph();
    List<Finding> findings = Inspector.usual().inspect(evaluation).findings();
    assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    for (Finding finding : findings) {
      List<Element> named = new ArrayList<>(finding.elements());
      named.addAll(finding.related().values());
      assertThat(named).allMatch(element -> exists(graph, element));
      assertThat(finding.message("en") + finding.message("zh")).doesNotContain("{");
    }
  }

  private static boolean exists(ClaimGraph graph, Element element) {
    return switch (element.kind()) {
      case CLAIM -> graph.findClaim(element.id()).isPresent();
      case SOURCE -> graph.findSource(element.id()).isPresent();
      case EVIDENCE, INFERENCE, REVIEW -> graph.findLine(element.id()).equals(Optional.of(element));
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areInTheOrderOfTheDocument(long seed) {
    Evaluation evaluation = random(seed);
    ClaimGraph graph = evaluation.graph();
    List<Element> order = new ArrayList<>();
    graph.claims().forEach(claim -> {
      order.add(Element.claim(claim.id()));
      order.addAll(graph.lines(claim.id()));
    });
    graph.sources().forEach(source -> order.add(Element.source(source.id())));
    assertThat(Inspector.usual().inspect(evaluation).findings())
        .extracting(finding ->
            finding.elements().isEmpty() ? -1 : order.indexOf(finding.elements().get(0)))
        .isSorted();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofCircularSourcingAreTheShortestRingsAndAllOfThem(long seed) {
    Evaluation evaluation = random(seed);
    Map<String, List<String>> copies = new HashMap<>();
    if (!evaluation.ignoresDerivation()) {
      for (Source source : evaluation.graph().sources()) {
        source
            .derivedFrom()
            .forEach(origin ->
                copies.computeIfAbsent(origin, id -> new ArrayList<>()).add(source.id()));
      }
    }
    Set<String> covered = new HashSet<>();
    for (Finding finding : Inspector.usual().inspect(evaluation).findings("circular-sourcing")) {
      List<String> ring = ids(finding.related().get("ring"));
      for (int i = 0; i < ring.size(); i++) {
        assertThat(copies.get(ring.get(i))).contains(ring.get((i + 1) % ring.size()));
      }
      assertThat(distances(copies, ring.get(0)).get(ring.get(0))).isEqualTo(ring.size());
      Set<String> below = distances(copies, ring.get(0)).keySet();
      below.stream()
          .filter(id -> distances(copies, id).containsKey(ring.get(0)))
          .forEach(covered::add);
    }
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(evaluation.graph().sources().stream()
            .map(Source::id)
            .filter(id -> distances(copies, id).containsKey(id))
            .toList());
  }

  private static List<String> ids(List<Element> elements) {
    return elements.stream().map(Element::id).toList();
  }

  /** Returns how many steps it takes to each id that is reached from an id by at least one. */
  private static Map<String, Integer> distances(Map<String, List<String>> next, String from) {
    Map<String, Integer> distances = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String each : next.getOrDefault(from, List.of())) {
      if (distances.putIfAbsent(each, 1) == null) {
        open.add(each);
      }
    }
    while (!open.isEmpty()) {
      String id = open.remove();
      for (String each : next.getOrDefault(id, List.of())) {
        if (distances.putIfAbsent(each, distances.getOrDefault(id, 0) + 1) == null) {
          open.add(each);
        }
      }
    }
    return distances;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofCircularReasoningAreClaimsThatNothingSpeaksFor(long seed) {
    Evaluation evaluation = random(seed);
    for (Finding finding : Inspector.usual().inspect(evaluation).findings("circular-reasoning")) {
      assertThat(finding.elements())
          .allMatch(claim -> evaluation.caseFor(claim.id()).equals(new Chance(0, 0)));
      ImmutableList<Element> ring = finding.related().get("ring");
      for (int i = 0; i < ring.size(); i += 2) {
        Inference step = evaluation.graph().findInference(ring.get(i + 1).id()).orElseThrow();
        assertThat(step.premises()).extracting("claimId").contains(ring.get(i).id());
        assertThat(evaluation.graph().claimOf(ring.get(i + 1).id()).id())
            .isEqualTo(ring.get((i + 2) % ring.size()).id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofOneOriginCountTheOriginsThatThereAre(long seed) {
    Evaluation evaluation = random(seed);
    for (Finding finding : Inspector.usual().inspect(evaluation).findings("one-origin")) {
      assertThat(finding.related().get("origins"))
          .hasSizeLessThan(finding.related().get("sources").size());
      assertThat(finding.related().get("origins"))
          .doesNotHaveDuplicates()
          .allMatch(origin -> evaluation.origins(origin.id()).isEmpty());
      assertThat(finding.numbers())
          .containsEntry("origins", (double) finding.related().get("origins").size());
    }
  }

  /** Otherwise the tests above would not test anything. */
  @Test
  void areMetInTheseGraphs() {
    Set<String> met = new TreeSet<>();
    seeds()
        .forEach(seed -> Inspector.usual()
            .inspect(random(seed))
            .findings()
            .forEach(finding -> met.add(finding.code())));
    assertThat(met).contains("circular-reasoning", "circular-sourcing", "one-origin");
  }
}
