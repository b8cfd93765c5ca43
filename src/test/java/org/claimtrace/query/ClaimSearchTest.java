package org.claimtrace.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrace.evaluation.ClaimGraphs.against;
import static org.claimtrace.evaluation.ClaimGraphs.claim;
import static org.claimtrace.evaluation.ClaimGraphs.evidence;
import static org.claimtrace.evaluation.ClaimGraphs.graph;
import static org.claimtrace.evaluation.ClaimGraphs.source;
import static org.claimtrace.evaluation.ClaimGraphs.step;
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
import static org.claimtrace.query.ClaimCondition.not;
import static org.claimtrace.query.ClaimCondition.restsOn;
import static org.claimtrace.query.ClaimCondition.says;
import static org.claimtrace.query.ClaimCondition.uses;
import static org.claimtrace.query.ClaimCondition.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.RandomClaimGraphs;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.UnknownIdException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimSearchTest {

  private static final ClaimTrace FLAGSHIP =
      ClaimTrace.open(Path.of("claims", "gpt-4o-retro.json"));

  private static ImmutableList<String> found(ClaimTrace trace, ClaimCondition condition) {
    return trace.find(condition).map(FoundClaim::claimId).collect(toImmutableList());
  }

  private static ImmutableList<String> found(ClaimGraph graph, ClaimCondition condition) {
    return found(ClaimTrace.of(graph), condition);
  }

  private static DateRange during(String date) {
    return DateRange.during(PartialDate.parse(date));
  }

  @Nested
  class LookingAtOneClaim {

    @Test
    void findsVerdictsAndBeliefs() {
      ClaimGraph graph = graph(
          source("often").reliability("B"),
          claim("b").evidence(evidence("often")),
          claim("a"),
          claim("c").evidence(evidence("often")));
      assertThat(found(graph, verdict(Verdict.SUPPORTED))).containsExactly("b", "c");
      assertThat(found(graph, verdict(Verdict.UNVERIFIED, Verdict.REFUTED))).containsExactly("a");
      assertThat(found(graph, beliefAbove(Label.SUPPORTED, .79))).containsExactly("b", "c");
      assertThat(found(graph, beliefAbove(Label.SUPPORTED, .8))).isEmpty();
      assertThat(found(graph, beliefBelow(Label.UNVERIFIED, .2))).isEmpty();
      assertThat(found(graph, beliefBelow(Label.UNVERIFIED, .21))).containsExactly("b", "c");
      assertThat(found(graph, beliefBelow(Label.SUPPORTED, .1))).containsExactly("a");
    }

    @Test
    void findsWordsInAnyLanguage() {
      ClaimGraph graph = graph(
          claim("zh").text("zh", "奥尔特曼投资了ＲＥＴＲＯ", "fr", "Élite à l'État"),
          claim("en").text("Sam Altman's  “ELITE” friends"),
          claim("tr").text("tr", "İstanbul'da SINIR"));
      assertThat(found(graph, says("ELITE"))).containsExactly("zh", "en");
      assertThat(found(graph, says("retro"))).containsExactly("zh");
      assertThat(found(graph, says("尔特"))).containsExactly("zh");
      assertThat(found(graph, says("altman’s \"elite\""))).containsExactly("en");
      assertThat(found(graph, says("istanbul"))).containsExactly("tr");
      assertThat(found(graph, says("sınır"))).containsExactly("tr");
      assertThat(found(graph, says("moon"))).isEmpty();
    }

    @Test
    void findsNamesAndKinds() {
      ClaimGraph graph = graph(
          claim("a").allAbout(List.of("Sam Altman", "ＧＰＴ-４ｏ")).claimant("A viral post on X"),
          claim("b").allAbout(List.of("GPT-4")).kind(ClaimKind.OPINION),
          claim("c").allAbout(List.of("萨姆·奥尔特曼")).kind(ClaimKind.PREDICTION));
      assertThat(found(graph, about("altman"))).containsExactly("a");
      assertThat(found(graph, about("gpt-4"))).containsExactly("b");
      assertThat(found(graph, about("奥尔特曼"))).containsExactly("c");
      assertThat(found(graph, claimedBy("viral POST"))).containsExactly("a");
      assertThat(found(graph, claimedBy("viral pos"))).isEmpty();
      assertThat(found(graph, kind(ClaimKind.FACT))).containsExactly("a");
      assertThat(found(graph, kind(ClaimKind.OPINION, ClaimKind.PREDICTION)))
          .containsExactly("b", "c");
    }

    @Test
    void findsAssertersAndDates() {
      ClaimGraph graph = graph(
          source("post").published("2026-02-10"),
          source("undated"),
          source("relay").published("2025-06"),
          claim("appears").appearance(Appearance.builder("post")),
          claim("appeared-before").appearance(Appearance.builder("post").date("2024")),
          claim("appears-undated").appearance(Appearance.builder("undated")),
          claim("argued").inference(step("appears").by("post")),
          claim("argued-against").inference(against("appears").by("post")),
          claim("said").evidence(evidence("undated").allVia(List.of("relay"))));
      assertThat(found(graph, assertedBy("post")))
          .containsExactly("appears", "appeared-before", "argued");
      assertThat(found(graph, appeared(during("2026-02")))).containsExactly("appears");
      assertThat(found(graph, appeared(DateRange.until(PartialDate.parse("2025")))))
          .containsExactly("appeared-before");
      assertThat(found(graph, hasEvidenceFrom(during("2025")))).containsExactly("said");
      assertThat(found(graph, hasEvidenceFrom(during("2026")))).isEmpty();
    }
  }

  @Nested
  class LookingBelow {

    private final ClaimGraph graph = graph(
        source("origin"),
        source("copy").allDerivedFrom(List.of("origin")),
        source("relay").allDerivedFrom(List.of("behind-the-relay")).allCites(List.of("cited")),
        source("behind-the-relay"),
        source("cited"),
        source("critic"),
        source("reader").allReadIn(List.of("relay")),
        claim("copied").evidence(evidence("copy")),
        claim("relayed").evidence(evidence("origin").allVia(List.of("relay"))),
        claim("read-in").evidence(evidence("reader")),
        claim("direct").evidence(evidence("reader").allVia(List.of())),
        claim("reviewed").review(Review.builder("critic", Verdict.SUPPORTED)),
        claim("step").inference(step("copied")),
        claim("negated")
            .inference(Inference.builder().allPremises(List.of(Premise.not("reviewed")))),
        claim("assuming").inference(step("direct").allAssuming(List.of("reviewed"))),
        claim("unless").evidence(evidence("reader").allVia(List.of()).allUnless(List.of("step"))),
        claim("contrary")
            .allContradicts(List.of("direct"))
            .appearance(Appearance.builder("critic")),
        claim("answered")
            .inference(step("read-in").allAnswers(ImmutableMap.of("Who says so?", "reviewed"))));

    @Test
    void findsClaimsThatUseASource() {
      assertThat(found(graph, uses("origin")))
          .containsExactly("copied", "relayed", "step", "unless");
      assertThat(found(graph, uses("copy"))).containsExactly("copied", "step", "unless");
      assertThat(found(graph, uses("relay"))).containsExactly("relayed", "read-in", "answered");
      assertThat(found(graph, uses("critic"))).containsExactly("reviewed", "negated", "assuming");
      assertThat(found(graph, uses("behind-the-relay"))).isEmpty();
      assertThat(found(graph, uses("cited"))).isEmpty();
    }

    @Test
    void findsPartsAndWhatIsMadeOfThem() {
      ClaimGraph compound = graph(
          claim("whole").parts("one", "other"),
          claim("one"),
          claim("other").review(Review.builder("critic").label("Half true")),
          claim("third").review(Review.builder("critic", Verdict.SUPPORTED)),
          source("critic"));
      assertThat(found(compound, ClaimCondition.partOf("whole"))).containsExactly("one", "other");
      assertThat(found(compound, ClaimCondition.madeOf("other"))).containsExactly("whole");
      assertThat(found(compound, dependsOn("one"))).containsExactly("whole");
      assertThat(found(compound, ClaimCondition.reviewedWithoutVerdict())).containsExactly("other");
    }

    @Test
    void findsClaimsThatDependOnAClaim() {
      assertThat(found(graph, dependsOn("copied"))).containsExactly("step", "unless");
      assertThat(found(graph, dependsOn("reviewed"))).containsExactly("negated", "assuming");
      assertThat(found(graph, dependsOn("contrary"))).containsExactly("direct", "assuming");
      assertThat(found(graph, dependsOn("direct"))).containsExactly("assuming", "contrary");
      assertThat(found(graph, dependsOn("answered"))).isEmpty();
    }

    @Test
    void findsClaimsThatRestOnASource() {
      ClaimGraph graph = graph(
          source("one"),
          source("other"),
          claim("on-one").evidence(evidence("one")),
          claim("on-both").evidence(evidence("one")).evidence(evidence("other")),
          claim("on-neither").inference(step("on-both")),
          claim("against").inference(against("on-one")));
      assertThat(found(graph, restsOn("one"))).containsExactly("on-one", "against");
      assertThat(found(graph, uses("one").and(not(restsOn("one")))))
          .containsExactly("on-both", "on-neither");
      assertThat(found(graph, restsOn("other"))).isEmpty();
    }

    @Test
    void findsDiagnoses() {
      assertThat(found(FLAGSHIP, diagnosis(Diagnosis.BROKEN_LEAP).and(assertedBy("x-post"))))
          .contains("4o-rebuilt-as-4b-micro");
      ClaimGraph ring =
          graph(claim("a").inference(step("b")), claim("b").inference(step("a")), claim("c"));
      assertThat(found(ring, diagnosis(Diagnosis.CIRCULAR))).containsExactly("a", "b");
      assertThat(found(ring, diagnosis(Diagnosis.NO_ARGUMENT, Diagnosis.SOUND)))
          .containsExactly("c");
    }

    @Test
    void followsAChainOfAnyLength() {
      int length = 200_000;
      ClaimGraph.Builder chain = ClaimGraph.builder("chain").title("Chain").source(source("s"));
      chain.claim(claim("c0").evidence(evidence("s")));
      for (int i = 1; i < length; i++) {
        chain.claim(claim("c" + i).inference(step("c" + (i - 1))));
      }
      ClaimTrace trace = ClaimTrace.of(chain.build());
      assertThat(trace.find(uses("s").and(dependsOn("c0"))).count()).isEqualTo(length - 1);
      assertThat(trace.find(restsOn("s")).count()).isEqualTo(length);
    }
  }

  @Nested
  class OfTheFirstRealGraph {
    @Test
    void leadsFromFoundClaimsToExplanations() {
      FoundClaim rebuilt = FLAGSHIP
          .find(verdict(Verdict.REFUTED).and(restsOn("earlier-reports")))
          .findFirst()
          .orElseThrow();
      assertThat(rebuilt).hasToString("claim '4o-rebuilt-as-4b-micro': refuted");
      assertThat(rebuilt.claim()).isSameAs(FLAGSHIP.graph().claim("4o-rebuilt-as-4b-micro"));
      assertThat(rebuilt.belief()).isEqualTo(FLAGSHIP.belief("4o-rebuilt-as-4b-micro"));
      assertThat(rebuilt.explain().diagnosis()).isEqualTo(Diagnosis.BROKEN_LEAP);
      Evaluation then = rebuilt.suppose(Supposition.ACCEPTED).evaluate();
      assertThat(then.verdict("4o-rebuilt-as-4b-micro")).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void givesTheSameClaimsEachTime() {
      ClaimCondition condition = about("Retro Biosciences").and(not(verdict(Verdict.SUPPORTED)));
      assertThat(FLAGSHIP.find(condition))
          .containsExactlyElementsOf(FLAGSHIP.find(condition).toList());
      assertThat(FLAGSHIP.find(condition).map(Object::hashCode).toList())
          .isEqualTo(
              FLAGSHIP.find(condition).map(each -> each.claimId().hashCode()).toList());
      assertThat(ClaimTrace.of(FLAGSHIP.graph()).find(condition))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(FLAGSHIP.find(condition).toList());
    }
  }

  @Nested
  class OfWhatTheGraphDoesNotHave {

    private final ClaimTrace trace = ClaimTrace.of(
        graph(source("survey"), claim("closed").evidence(evidence("survey")), claim("open")));

    @Test
    void suggestsSimilarIds() {
      assertThatThrownBy(() -> trace.find(not(uses("surwey"))))
          .isInstanceOf(UnknownIdException.class)
          .hasMessage("no source 'surwey'. Did you mean 'survey'?");
      assertThatThrownBy(() -> trace.find(verdict(Verdict.REFUTED).or(dependsOn("clsoed"))))
          .isInstanceOf(UnknownIdException.class)
          .hasMessage("no claim 'clsoed'. Did you mean 'closed'?");
      assertThatThrownBy(() -> trace.meets("opne", uses("survey")))
          .isInstanceOf(UnknownIdException.class)
          .hasMessage("no claim 'opne'. Did you mean 'open'?");
      assertThatThrownBy(() -> trace.meets("open", restsOn("elsewhere")))
          .isInstanceOf(UnknownIdException.class)
          .hasMessage("no source 'elsewhere'. No source has an id like it.");
    }

    @Test
    void findsNoClaimsIfAllowed() {
      for (ClaimCondition condition : List.of(
          uses("elsewhere"), restsOn("elsewhere"), assertedBy("elsewhere"), dependsOn("away"))) {
        assertThat(trace.findLeniently(condition)).isEmpty();
        assertThat(trace.findLeniently(not(condition)).map(FoundClaim::claimId))
            .containsExactly("closed", "open");
      }
    }
  }

  @Nested
  class OnAThread {
    @Test
    void isLazy() {
      Thread.currentThread().interrupt();
      var claims = FLAGSHIP.find(uses("x-post").and(diagnosis(Diagnosis.SOUND)));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(claims).isEmpty();
    }

    @Test
    void stopsBetweenTwoClaimsWhenItIsInterrupted() {
      Iterator<FoundClaim> claims = FLAGSHIP.find(about("Altman")).iterator();
      assertThat(claims.next().claimId()).isEqualTo("altman-largest-retro-backer");
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(claims::next)
            .isInstanceOf(CancellationException.class)
            .hasMessage("stopped: the thread was interrupted");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }

    @Test
    void stopsDuringATraversalWhenItIsInterrupted() {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> FLAGSHIP.find(uses("netease-article")).findFirst())
            .isInstanceOf(CancellationException.class)
            .hasMessage("stopped: the thread was interrupted");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  /** Compares compositions of conditions with operations on sets, and dependence with a walk down from each claim. */
  @Nested
  class OnRandomGraphs {

    private static final List<ClaimCondition> SINGLE = List.of(
        verdict(Verdict.SUPPORTED),
        verdict(Verdict.UNVERIFIED),
        beliefAbove(Label.REFUTED, .3),
        appeared(during("2021")),
        hasEvidenceFrom(during("2021")),
        says("claim-1"),
        uses("ground"),
        uses("source-0"),
        restsOn("source-0"),
        restsOn("ground"),
        dependsOn("claim-0"),
        diagnosis(Diagnosis.SOUND),
        diagnosis(Diagnosis.NO_ARGUMENT));

    private ClaimCondition condition(SplittableRandom random, int depth) {
      ClaimCondition one = SINGLE.get(random.nextInt(SINGLE.size()));
      return switch (depth == 0 ? 0 : random.nextInt(4)) {
        case 1 -> not(condition(random, depth - 1));
        case 2 -> condition(random, depth - 1).and(condition(random, depth - 1));
        case 3 -> condition(random, depth - 1).or(condition(random, depth - 1));
        default -> one;
      };
    }

    private Set<String> set(ClaimTrace trace, ClaimCondition condition) {
      Set<String> set = new HashSet<>();
      trace.findLeniently(condition).forEach(each -> set.add(each.claimId()));
      return set;
    }

    @ParameterizedTest(name = "of seed {0}, and, or and not are what they are of sets")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void composeLikeSets(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      ClaimTrace trace = ClaimTrace.of(RandomClaimGraphs.graph(seed));
      ImmutableList<String> all =
          trace.graph().claims().stream().map(Claim::id).collect(toImmutableList());
      for (int i = 0; i < 20; i++) {
        ClaimCondition left = condition(random, 3);
        ClaimCondition right = condition(random, 3);
        Set<String> ofLeft = set(trace, left);
        Set<String> ofRight = set(trace, right);
        assertThat(trace.findLeniently(left.and(right)).map(FoundClaim::claimId))
            .as("%s & %s", left, right)
            .containsExactlyElementsOf(
                all.stream().filter(ofLeft::contains).filter(ofRight::contains).toList());
        assertThat(trace.findLeniently(left.or(right)).map(FoundClaim::claimId))
            .as("%s | %s", left, right)
            .containsExactlyElementsOf(all.stream()
                .filter(id -> ofLeft.contains(id) || ofRight.contains(id))
                .toList());
        assertThat(trace.findLeniently(not(left)).map(FoundClaim::claimId))
            .as("not %s", left)
            .containsExactlyElementsOf(
                all.stream().filter(id -> !ofLeft.contains(id)).toList());
        assertThat(set(trace, not(not(left)))).isEqualTo(ofLeft);
      }
    }

    @ParameterizedTest(name = "of seed {0}, what uses and depends is what a walk down finds")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void equalAWalkDown(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      ClaimTrace trace = ClaimTrace.of(graph);
      for (Source source : graph.sources()) {
        assertThat(found(trace, uses(source.id())))
            .as("using %s", source.id())
            .containsExactlyElementsOf(graph.claims().stream()
                .map(Claim::id)
                .filter(id -> sourcesBelow(graph, id).contains(source.id()))
                .toList());
      }
      for (Claim claim : graph.claims()) {
        assertThat(found(trace, dependsOn(claim.id())))
            .as("depending on %s", claim.id())
            .containsExactlyElementsOf(graph.claims().stream()
                .map(Claim::id)
                .filter(id -> !id.equals(claim.id()) && claimsBelow(graph, id).contains(claim.id()))
                .toList());
      }
    }

    @ParameterizedTest(name = "of seed {0}, whatever rests on a source uses it, under every policy")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void restOnWhatTheyUse(long seed) {
      ClaimGraph graph = RandomClaimGraphs.graph(seed);
      for (ReviewPolicy reviews : ReviewPolicy.values()) {
        ClaimTrace trace = ClaimTrace.of(
            RandomClaimGraphs.options(graph, reviews, seed).evaluator().evaluate(graph));
        for (Source source : graph.sources()) {
          Evaluation without =
              trace.evaluation().whatIf().scenario().discredit(source.id()).evaluate();
          assertThat(found(trace, restsOn(source.id())))
              .as("resting on %s", source.id())
              .containsExactlyElementsOf(graph.claims().stream()
                  .map(Claim::id)
                  .filter(id -> trace.verdict(id) != without.verdict(id))
                  .toList());
        }
      }
    }

    @ParameterizedTest(name = "of seed {0}, all diagnoses at once are those one by one")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void areDiagnosed(long seed) {
      Evaluation evaluation = ClaimTrace.of(RandomClaimGraphs.graph(seed)).evaluation();
      ImmutableMap.Builder<String, Diagnosis> each = ImmutableMap.builder();
      evaluation
          .graph()
          .claims()
          .forEach(claim ->
              each.put(claim.id(), Explanation.of(evaluation, claim.id()).diagnosis()));
      assertThat(Explanation.diagnoses(evaluation)).containsExactlyEntriesOf(each.buildOrThrow());
    }

    private Set<String> claimsBelow(ClaimGraph graph, String claimId) {
      Set<String> below = new HashSet<>();
      Deque<String> toRead = new ArrayDeque<>(List.of(claimId));
      while (!toRead.isEmpty()) {
        Claim claim = graph.claim(toRead.pop());
        Set<String> read = new HashSet<>(claim.contradicts());
        graph.claims().stream()
            .filter(other -> other.contradicts().contains(claim.id()))
            .forEach(other -> read.add(other.id()));
        for (Evidence evidence : claim.evidence()) {
          read.addAll(evidence.unless());
        }
        for (Inference inference : claim.steps()) {
          inference.premises().forEach(premise -> read.add(premise.claimId()));
          read.addAll(inference.assuming());
          read.addAll(inference.unless());
        }
        read.stream().filter(below::add).forEach(toRead::push);
      }
      return below;
    }

    private Set<String> sourcesBelow(ClaimGraph graph, String claimId) {
      Set<String> claims = claimsBelow(graph, claimId);
      claims.add(claimId);
      Set<String> relays = new HashSet<>();
      Set<String> sources = new HashSet<>();
      for (String id : claims) {
        for (Evidence evidence : graph.claim(id).evidence()) {
          relays.addAll(graph.relays(evidence));
          if (evidence.isExhibit()) {
            continue;
          }
          (evidence.derivedFrom().isPresent() ? relays : sources).add(evidence.sourceId());
          evidence.derivedFrom().ifPresent(sources::addAll);
        }
        graph.claim(id).reviews().forEach(review -> sources.add(review.reviewer()));
      }
      Deque<String> toRead = new ArrayDeque<>(sources);
      while (!toRead.isEmpty()) {
        graph.source(toRead.pop()).derivedFrom().stream()
            .filter(sources::add)
            .forEach(toRead::push);
      }
      sources.addAll(relays);
      return sources;
    }
  }
}
