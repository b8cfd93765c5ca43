package org.claimtrace.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.query.ClaimCondition.about;
import static org.claimtrace.query.ClaimCondition.appeared;
import static org.claimtrace.query.ClaimCondition.assertedBy;
import static org.claimtrace.query.ClaimCondition.beliefAbove;
import static org.claimtrace.query.ClaimCondition.beliefBelow;
import static org.claimtrace.query.ClaimCondition.claimedBy;
import static org.claimtrace.query.ClaimCondition.dependsOn;
import static org.claimtrace.query.ClaimCondition.diagnosis;
import static org.claimtrace.query.ClaimCondition.hasEvidenceFrom;
import static org.claimtrace.query.ClaimCondition.kind;
import static org.claimtrace.query.ClaimCondition.madeOf;
import static org.claimtrace.query.ClaimCondition.not;
import static org.claimtrace.query.ClaimCondition.partOf;
import static org.claimtrace.query.ClaimCondition.restsOn;
import static org.claimtrace.query.ClaimCondition.reviewedWithoutVerdict;
import static org.claimtrace.query.ClaimCondition.says;
import static org.claimtrace.query.ClaimCondition.uses;
import static org.claimtrace.query.ClaimCondition.verdict;

import java.util.Arrays;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimConditionTest {

  private static final ClaimCondition REFUTED = verdict(Verdict.REFUTED);
  private static final ClaimCondition DISPUTED = verdict(Verdict.CONFLICTING);
  private static final ClaimCondition USES = uses("x-post");
  private static final ClaimCondition ALTMAN = about("Sam Altman");

  private static DateRange during(String date) {
    return DateRange.during(PartialDate.parse(date));
  }

  @Nested
  class Described {

    static Stream<Arguments> single() {
      return Stream.of(
          Arguments.of(REFUTED, "are refuted", "are not refuted", "判定为“不实”", "判定不是“不实”"),
          Arguments.of(
              beliefAbove(Label.SUPPORTED, .9),
              "are supported in more than 90% of worlds",
              "are supported in at most 90% of worlds",
              "属实的概率高于 90%",
              "属实的概率不高于 90%"),
          Arguments.of(
              beliefBelow(Label.QUALIFIED, .125),
              "are supported with a qualification in less than 12.5% of worlds",
              "are supported with a qualification in at least 12.5% of worlds",
              "属实但缺少上下文的概率低于 12.5%",
              "属实但缺少上下文的概率不低于 12.5%"),
          Arguments.of(
              says("extend life"),
              "say “extend life”",
              "do not say “extend life”",
              "文中有“extend life”",
              "文中没有“extend life”"),
          Arguments.of(
              ALTMAN,
              "are about “Sam Altman”",
              "are not about “Sam Altman”",
              "与“Sam Altman”有关",
              "与“Sam Altman”无关"),
          Arguments.of(
              claimedBy("某网友"),
              "are claimed by “某网友”",
              "are not claimed by “某网友”",
              "由“某网友”提出",
              "不是由“某网友”提出"),
          Arguments.of(
              kind(ClaimKind.FACT),
              "are statements of fact",
              "are not statements of fact",
              "属于事实陈述",
              "不属于事实陈述"),
          Arguments.of(
              kind(ClaimKind.OPINION), "are opinions", "are not opinions", "属于观点", "不属于观点"),
          Arguments.of(
              kind(ClaimKind.PREDICTION),
              "are predictions",
              "are not predictions",
              "属于预测",
              "不属于预测"),
          Arguments.of(
              USES,
              "use source 'x-post'",
              "do not use source 'x-post'",
              "用到来源“x-post”",
              "没有用到来源“x-post”"),
          Arguments.of(
              restsOn("x-post"),
              "rest on source 'x-post'",
              "do not rest on source 'x-post'",
              "判定取决于来源“x-post”",
              "判定不取决于来源“x-post”"),
          Arguments.of(
              dependsOn("leap"),
              "depend on claim 'leap'",
              "do not depend on claim 'leap'",
              "依赖说法“leap”",
              "不依赖说法“leap”"),
          Arguments.of(
              partOf("leap"),
              "are parts of claim 'leap'",
              "are not parts of claim 'leap'",
              "是说法“leap”的组成部分",
              "不是说法“leap”的组成部分"),
          Arguments.of(
              madeOf("leap"),
              "are made of claim 'leap' and others",
              "are not made of claim 'leap'",
              "由说法“leap”等部分组成",
              "不含说法“leap”这一部分"),
          Arguments.of(
              reviewedWithoutVerdict(),
              "have a review that is not entered as any verdict",
              "have no review that is not entered as any verdict",
              "有尚未对应结论的核查",
              "没有尚未对应结论的核查"),
          Arguments.of(
              assertedBy("x-post"),
              "are asserted by source 'x-post'",
              "are not asserted by source 'x-post'",
              "由来源“x-post”主张",
              "不是由来源“x-post”主张"),
          Arguments.of(
              appeared(during("2026-02")),
              "appeared in February 2026",
              "did not appear in February 2026",
              "在 2026 年 2 月出现过",
              "在 2026 年 2 月没有出现过"),
          Arguments.of(
              appeared(during("2026-02-13")),
              "appeared on 13 February 2026",
              "did not appear on 13 February 2026",
              "在 2026 年 2 月 13 日出现过",
              "在 2026 年 2 月 13 日没有出现过"),
          Arguments.of(
              appeared(DateRange.since(PartialDate.parse("2026"))),
              "appeared from 2026 on",
              "did not appear from 2026 on",
              "从 2026 年起出现过",
              "从 2026 年起没有出现过"),
          Arguments.of(
              hasEvidenceFrom(
                  DateRange.between(PartialDate.parse("2025"), PartialDate.parse("2026-02"))),
              "have evidence that came out between 2025 and February 2026",
              "have no evidence that came out between 2025 and February 2026",
              "有在 2025 年至 2026 年 2 月之间发表的依据",
              "没有在 2025 年至 2026 年 2 月之间发表的依据"),
          Arguments.of(
              hasEvidenceFrom(DateRange.until(PartialDate.parse("2020"))),
              "have evidence that came out up to 2020",
              "have no evidence that came out up to 2020",
              "有截至 2020 年发表的依据",
              "没有截至 2020 年发表的依据"),
          Arguments.of(
              diagnosis(Diagnosis.BROKEN_LEAP),
              "have an argument that is a broken leap",
              "do not have an argument that is a broken leap",
              "论证断在推理上",
              "并非论证断在推理上"),
          Arguments.of(
              diagnosis(Diagnosis.NO_ARGUMENT),
              "lack an argument",
              "do not lack an argument",
              "没有人提出理由",
              "并非没有人提出理由"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("single")
    void hasAPhraseForEverySingleCondition(
        ClaimCondition condition, String so, String notSo, String chinese, String notSoInChinese) {
      assertThat(condition.description()).isEqualTo("claims that " + so);
      assertThat(not(condition).description()).isEqualTo("claims that " + notSo);
      assertThat(condition.description("zh-Hant")).isEqualTo(chinese + "的说法");
      assertThat(not(condition).description("zh")).isEqualTo(notSoInChinese + "的说法");
      assertThat(condition).hasToString("claims that " + so);
    }

    @ParameterizedTest
    @EnumSource
    void hasAPhraseForEveryDiagnosis(Diagnosis diagnosis) {
      assertThat(diagnosis(diagnosis).description()).matches("claims that (have|lack) an? .+");
      assertThat(diagnosis(diagnosis).description("zh")).matches("(论证.+|没有人提出理由)的说法");
    }

    static Stream<Arguments> several() {
      return Stream.of(
          Arguments.of(
              REFUTED.and(USES),
              "claims that are refuted and use source 'x-post'",
              "判定为“不实”且用到来源“x-post”的说法"),
          Arguments.of(
              REFUTED.and(USES).and(ALTMAN),
              "claims that are refuted, use source 'x-post' and are about “Sam Altman”",
              "判定为“不实”、用到来源“x-post”且与“Sam Altman”有关的说法"),
          Arguments.of(
              verdict(Verdict.REFUTED, Verdict.CONFLICTING, Verdict.MISLEADING),
              "claims that are refuted, are conflicting or are misleading",
              "判定为“不实”、判定为“证据矛盾”或判定为“误导”的说法"),
          Arguments.of(
              REFUTED.or(DISPUTED).and(USES),
              "claims that either are refuted or are conflicting, and use source 'x-post'",
              "（判定为“不实”或判定为“证据矛盾”）且用到来源“x-post”的说法"),
          Arguments.of(
              REFUTED.and(USES).or(ALTMAN),
              "claims that both are refuted and use source 'x-post', or are about “Sam Altman”",
              "（判定为“不实”且用到来源“x-post”）或与“Sam Altman”有关的说法"),
          // A negation is moved inwards, since "not both … and …" is hard to understand.
          Arguments.of(
              not(REFUTED.and(USES)),
              "claims that are not refuted or do not use source 'x-post'",
              "判定不是“不实”或没有用到来源“x-post”的说法"),
          Arguments.of(
              not(REFUTED.or(DISPUTED)).and(not(not(USES))),
              "claims that both are not refuted and are not conflicting, and use source 'x-post'",
              "（判定不是“不实”且判定不是“证据矛盾”）且用到来源“x-post”的说法"),
          Arguments.of(
              not(not(REFUTED.and(USES)).or(ALTMAN)),
              "claims that both are refuted and use source 'x-post', and are not about “Sam Altman”",
              "（判定为“不实”且用到来源“x-post”）且与“Sam Altman”无关的说法"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("several")
    void hasAPhraseForCompositions(ClaimCondition condition, String english, String chinese) {
      assertThat(condition.description("en-GB")).isEqualTo(english);
      assertThat(condition.description("fr")).isEqualTo(english);
      assertThat(condition.description("zh")).isEqualTo(chinese);
    }
  }

  @Nested
  class AsAValue {
    @Test
    void equalsAConditionComposedInTheSameWay() {
      assertThat(REFUTED.and(USES))
          .isEqualTo(verdict(Verdict.REFUTED).and(uses("x-post")))
          .hasSameHashCodeAs(verdict(Verdict.REFUTED).and(uses("x-post")))
          .isNotEqualTo(USES.and(REFUTED))
          .isNotEqualTo(REFUTED.or(USES))
          .isNotEqualTo("claims that are refuted and use source 'x-post'");
      assertThat(verdict(Verdict.REFUTED, Verdict.CONFLICTING)).isEqualTo(REFUTED.or(DISPUTED));
      assertThat(not(not(USES))).isEqualTo(USES);
      assertThat(beliefAbove(Label.REFUTED, -0.0)).isEqualTo(beliefAbove(Label.REFUTED, 0));
    }

    @Test
    void isNotChangedByCompositions() {
      ClaimCondition all = REFUTED.and(USES);
      assertThat(all.and(ALTMAN)).isNotEqualTo(all);
      assertThat(all).isEqualTo(REFUTED.and(USES));
    }

    @Test
    void listsTheElementsThatItNames() {
      assertThat(not(restsOn("b"))
              .and(USES.or(dependsOn("c")))
              .and(assertedBy("b"))
              .elements())
          .containsExactly(Element.source("b"), Element.source("x-post"), Element.claim("c"));
      assertThat(REFUTED.elements()).isEmpty();
    }
  }

  @Nested
  class WithAnInvalidValue {
    @Test
    void isRejected() {
      for (double wrong : new double[] {-.1, 1.1, Double.NaN}) {
        assertThatThrownBy(() -> beliefAbove(Label.SUPPORTED, wrong))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a probability of " + wrong + "; it is from 0 to 1");
      }
      for (String blank : Arrays.asList("", " \u3000", "\u0301")) {
        assertThatThrownBy(() -> says(blank))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there are no letters in '" + blank + "'");
      }
    }
  }
}
