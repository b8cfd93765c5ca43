package org.claimtrace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.refuting;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;

import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.Obstacle.Kind;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Verdict;
import org.junit.jupiter.api.Test;

/** What is told of single statements (exhibits, their own origins, withdrawals), of what cannot be judged, and of parts. */
class StatementsAndPartsTest {

  private static final Style ENGLISH = Style.builder().language("en").build();
  private static final Style CHINESE = Style.builder().language("zh").build();

  private static Evaluation evaluated(ClaimGraph graph) {
    return Evaluator.usual().evaluate(graph);
  }

  private static String explained(ClaimGraph graph, String claim, Style style) {
    return Explanation.of(evaluated(graph), claim).toText(style);
  }

  private static String chains(ClaimGraph graph, String claim) {
    return Chains.of(evaluated(graph), claim).best(9).toText(ENGLISH);
  }

  @Test
  void anExhibitIsShownWhateverItsSourceIsWorth() {
    ClaimGraph graph = graph(
        Claim.builder("said")
            .text("en", "The minister said it", "zh", "部长这样说过")
            .evidence(evidence("speech").exhibit(true)),
        source("speech").reliability("E").retracted(Retraction.builder("2024")));
    assertThat(explained(graph, "said", ENGLISH)).isEqualTo("""
        Graph

        The minister said it
        ✓ Supported  [said]
          What speaks for it holds, and nothing that holds speaks against it.

        What speaks for it
          • “speech” [1]
            The source itself is the exhibit here: whether it is right does not matter.

        Sources
          [1] “speech”
              Graded E for reliability.
              It was retracted in 2024.
        """);
    assertThat(explained(graph, "said", CHINESE)).isEqualTo("""
        Graph（en）

        部长这样说过
        ✓ 属实  [said]
          支持它的依据成立，没有成立的反驳。

        支持它的依据
          • “speech（en）”[1]
            这里出示的是来源本身，它说得对不对无关紧要。

        来源
          [1] “speech（en）”
              可靠性评级：E。
              已于 2024 年撤回。
        """);
    assertThat(chains(graph, "said")).isEqualTo("""
        The minister said it
        ✓ Supported  [said]

        1. For it: a chain that holds
          • Shown by the source itself: “speech” [1]

        Sources
          [1] “speech”
              Graded E for reliability.
              It was retracted in 2024.
        """);
  }

  @Test
  void aSourceThatCannotBeJudgedIsNotCalledUnreliable() {
    ClaimGraph graph =
        graph(claim("c").evidence(evidence("post")), source("post").reliability("F"));
    assertThat(explained(graph, "c", ENGLISH))
        .contains("Nobody has been able to judge “post” [1], so it does not count either way.");
    assertThat(explained(graph, "c", CHINESE)).contains("“post（en）”[1]是否可靠无从判断，因此不作数。");
    Evaluation discredited = evaluated(graph(claim("c").evidence(evidence("post")), source("post")))
        .whatIf()
        .scenario()
        .discredit("post")
        .evaluate();
    assertThat(Explanation.of(discredited, "c").account().supporting().get(0).obstacles())
        .extracting(Obstacle::kind)
        .containsExactly(Kind.SOURCE_DOUBTFUL);
  }

  @Test
  void aWithdrawnStatementIsToldWithItsDateAndNote() {
    ClaimGraph graph = graph(
        claim("c")
            .evidence(evidence("paper")
                .retracted(Retraction.builder("2024-05-02").note("Its table was wrong."))),
        source("paper"));
    assertThat(
            Explanation.of(evaluated(graph), "c").account().supporting().get(0).obstacles())
        .extracting(Obstacle::kind)
        .containsExactly(Kind.STATEMENT_WITHDRAWN);
    assertThat(explained(graph, "c", ENGLISH)).contains("""
            This statement was withdrawn on 2 May 2024. Its table was wrong.

        """);
    assertThat(explained(graph, "c", CHINESE)).contains("这一说法已于 2024 年 5 月 2 日撤回。");
  }

  @Test
  void anOwnReportBesideWhatASourceCopiedIsToldAsSuch() {
    ClaimGraph graph = graph(
        claim("c").evidence(evidence("daily").derivedFrom()),
        source("daily").derivedFrom("agency").reliability(.8),
        source("agency").reliability(.1));
    assertThat(explained(graph, "c", ENGLISH))
        .contains("  • “daily” [1] (its own report) (holds in 80 of 100 worlds)\n");
    assertThat(explained(graph, "c", CHINESE)).contains("“daily（en）”[1]（自己的报道）");
    assertThat(chains(graph, "c")).contains("""
        1. For it: a chain that holds in 80 of 100 worlds
          • (80) Source: “daily” [1]
          Weakest link: “daily” [1] (taken by itself, 80 of 100).
        """);
  }

  /** The source may be worth little elsewhere; what counts of the origin is that it says the same. */
  @Test
  void aChainLeadsFromAStatementToTheOriginsThatItNamesItself() {
    ClaimGraph graph = graph(
        claim("c")
            .evidence(evidence("daily").derivedFrom("tape"))
            .evidence(evidence("tape").exhibit(true)),
        source("daily").derivedFrom("agency"),
        source("agency").reliability("F"),
        source("tape").reliability("E"));
    assertThat(chains(graph, "c")).isEqualTo("""
        c
        ✓ Supported  [c]

        1. For it: a chain that holds
          • Source: “daily” [1]
          • Which has it from: “tape” [2]

        2. For it: a chain that holds
          • Shown by the source itself: “tape” [2]

        Sources
          [1] “daily”
          [2] “tape”
              Graded E for reliability.
        """);
  }

  private static ClaimGraph dam(boolean isHighest) {
    return graph(
        Claim.builder("dam")
            .text("en", "The dam is of 1950 and the highest", "zh", "大坝建于 1950 年，而且最高")
            .parts("of-1950", "highest"),
        Claim.builder("of-1950")
            .text("en", "The dam is of 1950", "zh", "大坝建于 1950 年")
            .evidence(evidence("s")),
        Claim.builder("highest")
            .text("en", "The dam is the highest", "zh", "大坝最高")
            .evidence(isHighest ? evidence("s") : refuting("s")),
        source("s"));
  }

  @Test
  void aCompoundClaimIsToldByItsParts() {
    assertThat(explained(dam(true), "dam", ENGLISH)).isEqualTo("""
        Graph

        The dam is of 1950 and the highest
        ✓ Supported  [dam]
          What speaks for it holds, and nothing that holds speaks against it.

        What speaks for it
          It is made of 2 parts, all of which hold:
          ├─ ✓ The dam is of 1950
          │    Source: “s” [1]
          └─ ✓ The dam is the highest
               Source: “s” [1]

        Sources
          [1] “s”
        """);
    assertThat(explained(dam(false), "dam", ENGLISH)).isEqualTo("""
        Graph

        The dam is of 1950 and the highest
        ✗ Refuted  [dam]
          What speaks against it holds, and nothing that holds speaks for it.

        What the argument gets right
          ✓ The dam is of 1950
            Source: “s” [1]

        Where it breaks
          It is made of 2 parts, of which one holds.
          └─ This part is refuted:
               ✗ The dam is the highest
                 Source against it: “s” [1]

        What speaks against it
          A part of it is refuted:
            ✗ The dam is the highest (see above)

        Sources
          [1] “s”
        """);
    assertThat(explained(dam(false), "dam", CHINESE)).isEqualTo("""
        Graph（en）

        大坝建于 1950 年，而且最高
        ✗ 不实  [dam]
          反驳它的依据成立，支持它的无一成立。

        说对了什么
          ✓ 大坝建于 1950 年
            来源：“s（en）”[1]

        断在哪里
          它由 2 部分组成，其中只有一部分成立。
          └─ 这一部分不实：
               ✗ 大坝最高
                 反驳它的来源：“s（en）”[1]

        反驳它的依据
          它有一部分不实：
            ✗ 大坝最高（见上文）

        来源
          [1] “s（en）”
        """);
  }

  @Test
  void theChainsOfACompoundClaimLeadThroughItsParts() {
    assertThat(chains(dam(true), "dam")).contains("""
        1. For it: a chain that holds
          One of its 2 parts:
            ✓ The dam is of 1950
          • Source: “s” [1]
        """);
    assertThat(chains(dam(false), "dam")).contains("""
        3. Against it: a chain that holds
          A part of it is refuted:
            ✗ The dam is the highest
          • Source against it: “s” [1]
        """);
  }

  @Test
  void aLineThatSettlesTheMatterFromAnotherClaimIsToldWithThatClaim() {
    ClaimGraph graph = graph(
        Claim.builder("five")
            .text("en", "It was 5", "zh", "是 5")
            .evidence(evidence("old"))
            .contradicts("six"),
        Claim.builder("six")
            .text("en", "It was 6", "zh", "是 6")
            .evidence(evidence("new").overrides("five/evidence/old")),
        source("old"),
        source("new"));
    assertThat(explained(graph, "five", ENGLISH))
        .contains("It gives way to what settles the matter: “new” [2] (on “It was 6”).");
    assertThat(explained(graph, "five", CHINESE)).contains("：“new（en）”[2]（关于“是 6”）。");
  }

  private static ClaimGraph copies() {
    return graph(
        source("paper"),
        source("site"),
        source("blog"),
        source("rumour").reliability("F"),
        source("study").retracted(Retraction.builder("2020").note("Made up.")),
        claim("ring")
            .evidence(evidence("paper").derivedFrom("site"))
            .evidence(evidence("site").derivedFrom("paper")),
        claim("unjudged").evidence(evidence("paper").derivedFrom("rumour")).evidence("rumour"),
        claim("withdrawn").evidence(evidence("paper").derivedFrom("study")).evidence("study"),
        claim("weak")
            .evidence(evidence("paper").derivedFrom("site"))
            .evidence(evidence("site").strength(.1)),
        claim("one").evidence("study"),
        claim("two").evidence("study"),
        claim("both").inference(step("one", "two")));
  }

  @Test
  void copiesOfEachOtherAreToldAsSuchWhereverTheyAreTold() {
    String ring =
        "These sources have it from each other, and from nobody else: “paper” [1] → “site” [2] → “paper” [1].";
    Style wide = Style.builder().language("en").width(200).build();
    assertThat(explained(copies(), "ring", wide)).contains("""
        Where it breaks
          • “paper” [1] (from “site” [2])
            %s
          • “site” [2] (from “paper” [1])
            These sources have it from each other, in the circle told above, from “site” [2] on.
        """.formatted(ring));
    assertThat(Contrast.of(evaluated(copies()), "ring", Verdict.SUPPORTED).toText(wide))
        .contains(ring);
    assertThat(Chains.of(evaluated(copies()), "ring").best(1).toText(wide)).contains(ring);
    assertThat(explained(copies(), "ring", CHINESE)).contains("这些来源互相转述，此外别无出处：");
  }

  @Test
  void aCopyOfAnOriginThatDoesNotCountIsToldWithWhatIsWrongWithTheOrigin() {
    assertThat(explained(copies(), "unjudged", ENGLISH)).contains("""
          • “paper” [1] (from “rumour” [2])
            “paper” [1] only passes on what others say, and what they say of this does
            not hold: “rumour” [2].
            Nobody has been able to judge “rumour” [2], so it does not count either way.
        """);
    assertThat(explained(copies(), "withdrawn", ENGLISH)).contains("""
          • “paper” [1] (from “study” [2])
            “paper” [1] only passes on what others say, and what they say of this does
            not hold: “study” [2].
            “study” [2] was retracted in 2020. Made up.
          • “study” [2]
            As said above, “study” [2] was retracted.
        """);
    assertThat(explained(copies(), "weak", ENGLISH))
        .contains("“paper” [2] only passes on what others say, and what they say of this does")
        .doesNotContain("they do not say this");
  }

  @Test
  void aRetractionIsToldOnceAndReferredToAfterThat() {
    assertThat(explained(copies(), "both", ENGLISH))
        .containsOnlyOnce("“study” [1] was retracted in 2020. Made up.")
        .contains("""
        Where it breaks
          From “one” and “two” this is concluded.
        """)
        .contains("“study” [1] was retracted in 2020. Made up.")
        .contains("As said above, “study” [1] was retracted.");
    assertThat(explained(copies(), "both", CHINESE))
        .contains("由“one（en）”、“two（en）”得出这一点。")
        .contains("如上文所述，“study（en）”[1]已撤回。");
  }

  @Test
  void anExhibitBelowAStepIsNotCalledASource() {
    ClaimGraph graph = graph(
        source("speech").reliability("E"),
        claim("said").evidence(evidence("speech").exhibit(true)),
        claim("denied").evidence(refuting("speech").exhibit(true)),
        claim("meant").inference(step("said").notPremise("denied")));
    assertThat(explained(graph, "meant", ENGLISH))
        .contains("Shown by the source itself: “speech” [1]")
        .contains("Shown against it by the source itself: “speech” [1]")
        .doesNotContain("Source: ");
    assertThat(explained(graph, "meant", CHINESE))
        .contains("来源本身可见：“speech（en）”[1]")
        .contains("来源本身可见，与它相反：“speech（en）”[1]");
    assertThat(chains(graph, "said")).contains("• Shown by the source itself: “speech” [1]");
  }

  @Test
  void refutedPartsAreReferredToInOneEntry() {
    ClaimGraph graph = graph(
        source("census"),
        claim("old").evidence("census"),
        claim("tall").evidence(refuting("census")),
        claim("wide").evidence(refuting("census")),
        claim("dam").parts("old", "tall", "wide"));
    assertThat(explained(graph, "dam", ENGLISH)).contains("""
        What speaks against it
          2 parts of it are refuted (see above).

        """);
    assertThat(explained(graph, "dam", CHINESE)).contains("它有 2 部分不实（见上文）。");
  }
}
