package org.claimtrace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;

/** Everything that an evaluation says, as numbers, by element. */
final class Findings {

  /** To what exact evaluations of one meaning agree that add up in different orders. */
  static final double PRECISION = 1e-12;

  private Findings() {}

  /**
   * The numbers of all elements: of a claim the labels of its belief and the chances of the cases for and against it, certain
   * and undecided; of a line the chance that it fires and that it is undecided; of a source that it is right.
   */
  static ImmutableMap<Element, List<Double>> of(Evaluation evaluation) {
    ImmutableMap.Builder<Element, List<Double>> all = ImmutableMap.builder();
    for (Claim claim : evaluation.graph().claims()) {
      String id = claim.id();
      Belief belief = evaluation.belief(id);
      ImmutableList.Builder<Double> numbers = ImmutableList.builder();
      Arrays.stream(Label.values()).map(belief::of).forEach(numbers::add);
      for (Chance chance : List.of(evaluation.caseFor(id), evaluation.caseAgainst(id))) {
        numbers.add(chance.yes()).add(chance.undecided());
      }
      all.put(Element.claim(id), numbers.build());
      for (Element line : evaluation.graph().lines(id)) {
        all.put(line, ImmutableList.of(evaluation.fires(line), evaluation.undecided(line)));
      }
    }
    for (Source source : evaluation.graph().sources()) {
      all.put(Element.source(source.id()), ImmutableList.of(evaluation.right(source.id())));
    }
    return all.buildOrThrow();
  }

  /** Asserts that two evaluations say the same of the same elements. */
  static void assertSame(Evaluation actual, Evaluation expected, String what) {
    assertThat(of(actual).keySet()).as(what).isEqualTo(of(expected).keySet());
    assertSame(actual, expected, what, of(expected).keySet());
  }

  /**
   * Asserts that two evaluations say the same of some elements: bit for bit, but where either is exact, to {@link #PRECISION},
   * and the same verdicts but for close ones.
   */
  static void assertSame(
      Evaluation actual, Evaluation expected, String what, Set<Element> elements) {
    boolean exact = actual.method() == Method.EXACT || expected.method() == Method.EXACT;
    Map<Element, List<Double>> found = of(actual);
    Map<Element, List<Double>> wanted = of(expected);
    for (Element element : elements) {
      if (!agree(found.get(element), wanted.get(element), exact ? PRECISION : 0)) {
        assertThat(found.get(element)).as("%s in %s", element, what).isEqualTo(wanted.get(element));
      }
      if (element.kind() == Element.Kind.CLAIM
          && !(exact && expected.isClose(element.id()))
          && actual.verdict(element.id()) != expected.verdict(element.id())) {
        assertThat(actual.verdict(element.id()))
            .as("%s in %s", element, what)
            .isEqualTo(expected.verdict(element.id()));
      }
    }
  }

  private static boolean agree(List<Double> some, List<Double> others, double precision) {
    for (int i = 0; i < some.size(); i++) {
      if (!(Math.abs(some.get(i) - others.get(i)) <= precision)) {
        return false;
      }
    }
    return some.size() == others.size();
  }
}
