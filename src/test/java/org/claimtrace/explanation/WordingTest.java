package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  private static final Wording ENGLISH = Wording.of("en-GB");
  private static final Wording CHINESE = Wording.of("zh-Hans-CN");

  private static <T> void areDifferentWords(T[] values, Function<T, String> words) {
    List<String> all = Arrays.stream(values).map(words).toList();
    assertThat(all).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void hasAWordOfItsOwnForEverything(String language) {
    Wording words = Wording.of(language);
    areDifferentWords(Verdict.values(), words::verdict);
    areDifferentWords(Verdict.values(), verdict -> words.verdict(verdict, ClaimKind.OPINION));
    areDifferentWords(Verdict.values(), verdict -> words.verdict(verdict, ClaimKind.PREDICTION));
    areDifferentWords(Verdict.values(), words::mark);
    areDifferentWords(Diagnosis.values(), words::diagnosis);
    areDifferentWords(Explanation.Shortfall.values(), words::shortfall);
    areDifferentWords(Obstacle.Kind.values(), words::obstacle);
    areDifferentWords(Stance.values(), words::stance);
    areDifferentWords(ClaimKind.values(), words::kind);
    areDifferentWords(Element.Kind.values(), words::kind);
    areDifferentWords(Standard.values(), words::standard);
    areDifferentWords(ReviewPolicy.values(), words::reviews);
    areDifferentWords(Method.values(), words::method);
    areDifferentWords(Supposition.values(), words::supposition);
  }

  @Test
  void isThatOfOurOwnText() {
    assertThat(ENGLISH.verdict(Verdict.MISLEADING)).isEqualTo("True, but missing context");
    assertThat(ENGLISH.verdict(Verdict.REFUTED, ClaimKind.PREDICTION)).isEqualTo("Not expected");
    assertThat(ENGLISH.verdict(Verdict.REFUTED, ClaimKind.OPINION)).isEqualTo("Argued against");
    assertThat(ENGLISH.verdict(Verdict.REFUTED, ClaimKind.FACT)).isEqualTo("Refuted");
    assertThat(ENGLISH.diagnosis(Diagnosis.CIRCULAR))
        .isEqualTo("The argument for it goes round in a circle.");
    assertThat(ENGLISH.obstacle(Obstacle.Kind.PREMISE_REFUTED)).isEqualTo("a premise is refuted");
    assertThat(ENGLISH.standard(Standard.CLEAR_AND_CONVINCING)).isEqualTo("clear and convincing");
    assertThat(ENGLISH.date(PartialDate.of(2026, 2))).isEqualTo("February 2026");
    assertThat(CHINESE.verdict(Verdict.CONFLICTING)).isEqualTo("证据相互矛盾");
    assertThat(CHINESE.stance(Stance.REFUTES)).isEqualTo("反驳");
  }

  @Test
  void isEnglishWhereAnotherLanguageIsAskedFor() {
    assertThat(ENGLISH.language()).isEqualTo("en");
    assertThat(CHINESE.language()).isEqualTo("zh");
    assertThat(Wording.of("fr").language()).isEqualTo("en");
    assertThat(CHINESE).hasToString("words of Chinese");
  }
}
