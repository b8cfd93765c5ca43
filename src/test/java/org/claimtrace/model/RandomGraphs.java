package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random graphs that use every member of the format, for testing that nothing is lost. */
public final class RandomGraphs {

  private static final List<String> WORDS = List.of(
      "sky",
      "汉字",
      "naïve",
      "😀",
      "a \"quoted\" word",
      "back\\slash",
      "two\nlines",
      "tab\tbed",
      "<b>",
      "line\u2028end",
      "e\u0301");
  private static final List<String> TAGS = List.of("en", "zh", "zh-Hans-CN", "de", "sr-Latn");
  private static final List<String> DATES =
      List.of("2026", "2026-02", "2026-02-28", "2024-02-29", "0001-01-01");
  private static final List<String> URLS =
      List.of("https://example.org/a?b=c#d", "HTTP://x", "http://例子.测试/路");

  private final SplittableRandom random;
  private final List<String> sources = new ArrayList<>();
  private final List<String> claims = new ArrayList<>();
  private int lines;

  private RandomGraphs(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Returns the graph of a seed. */
  public static ClaimGraph random(long seed) {
    return new RandomGraphs(seed).graph();
  }

  private ClaimGraph graph() {
    for (int i = random.nextInt(6); i > 0; i--) {
      sources.add("s" + i);
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      claims.add(one(List.of("c", "声明-", "Ü_")) + i);
    }
    ClaimGraph.Builder graph = ClaimGraph.builder("g-" + random.nextInt(10)).title(text());
    if (chance(4)) {
      graph.language(one(TAGS));
    }
    if (chance(2)) {
      graph
          .schema("some.schema.json")
          .note(text())
          .authors("A", "B")
          .published(one(DATES))
          .modified(one(DATES));
    }
    if (chance(4)) {
      graph.correction(Correction.builder(one(DATES), words()).ownMember("_by", "\"me\""));
    }
    if (chance(4) && !claims.isEmpty()) {
      graph.accepted(Acceptance.builder("close-verdict", words()).at(one(claims)));
    }
    if (chance(3)) {
      graph.ownMember("_x", "{ \"a\" : [1, 2.50, \"ü\\u00fc\"] }").allThesis(some(claims));
    }
    sources.forEach(id -> graph.source(source(id)));
    claims.forEach(id -> graph.claim(claim(id)));
    return graph.build();
  }

  private Source.Builder source(String id) {
    Source.Builder source = Source.builder(id);
    if (chance(2)) {
      source.title(text());
    } else {
      source.url(one(URLS));
    }
    if (chance(2)) {
      source
          .type(one(List.of(SourceType.values())))
          .level(one(List.of(SourceLevel.values())))
          .publisher(words());
      source.authors("Ann", words()).language(one(TAGS)).published(one(DATES)).accessed(one(DATES));
      source.archived(one(URLS)).allArchived(some(URLS)).affiliations(words()).note(text());
    }
    if (chance(2)) {
      source.reliability(random.nextDouble());
    } else if (chance(3)) {
      source.reliability(one(List.of("A", "B", "C", "D", "E", "F")));
    }
    if (chance(3)) {
      source.shortTitle(text()).doi("10.1000/182(汉)");
    }
    for (int i = chance(3) ? random.nextInt(3) : 0; i > 0; i--) {
      Notice.Builder notice = Notice.builder(one(List.of(NoticeKind.values())), one(DATES));
      source.notice(
          chance(2)
              ? notice
              : notice.note(text()).url(one(URLS)).by(one(sources)).ownMember("_n", "1"));
    }
    List<String> others = sources.stream().filter(other -> !other.equals(id)).toList();
    source.allDerivedFrom(some(others)).allReadIn(some(others)).allCites(some(others));
    if (chance(4)) {
      source.retracted(Retraction.builder(one(DATES)).note(text()).url(one(URLS)));
    }
    if (chance(5)) {
      source.ownMember("_", "null");
    }
    return source;
  }

  private Claim.Builder claim(String id) {
    Claim.Builder claim = Claim.builder(id).text(text()).kind(one(List.of(ClaimKind.values())));
    if (chance(2)) {
      claim.claimant(words()).about("x", words()).note(text());
    }
    if (chance(4)) {
      claim.claimant("Ann", "Bob").due(one(DATES));
    }
    claim.allParts(some(claims.stream().filter(other -> !other.equals(id)).toList()));
    if (!sources.isEmpty()) {
      if (chance(3)) {
        claim.appearance(Appearance.builder(one(sources))
            .date(one(DATES))
            .quote(words())
            .locator("p. 3")
            .note(text()));
      }
      List<String> here = new ArrayList<>();
      for (String source : some(sources)) {
        here.add(id + "/evidence/" + source);
        claim.evidence(evidence(id, source, here));
      }
      for (int i = random.nextInt(2); i > 0; i--) {
        claim.evidence(evidence(id, one(sources), List.of()).id("e" + lines++));
      }
      for (String source : some(sources)) {
        Review.Builder review = Review.builder(source, one(List.of(Verdict.values())));
        if (chance(2)) {
          review
              .date(one(DATES))
              .rationale(text())
              .url(one(URLS))
              .note(text())
              .ownMember("_r", "[ ]");
        }
        if (chance(3) && !here.isEmpty()) {
          review.overrides(one(here));
        }
        if (chance(3)) {
          review.label(words()).rating(rating());
        }
        if (chance(4)) {
          claim.review(Review.builder(source).label("Mostly true").date("0001-01-01"));
          review.date("2026-03");
        }
        claim.review(review);
      }
    }
    if (chance(2)) {
      claim.inference(inference());
    }
    for (int i = random.nextInt(2); i > 0; i--) {
      claim.inference(inference().id("推-" + lines++));
    }
    claim.allContradicts(some(claims.stream().filter(other -> !other.equals(id)).toList()));
    if (chance(3)) {
      claim.search(Search.builder("the archive").query(words()).date(one(DATES)).note(text()));
    }
    if (chance(4) && !sources.isEmpty()) {
      claim.search(Search.builder().sourceId(one(sources)).quote(words()).locator("p. 4"));
    }
    return claim;
  }

  private Rating.Builder rating() {
    double value = one(List.of(0.0, -3.5, 1e-9, 1e21, 123456789.25, Double.MIN_VALUE));
    Rating.Builder rating = Rating.builder(value);
    return chance(2) ? rating : rating.best(5).worst(-1e300).ownMember("_s", "\"scale\"");
  }

  private Evidence.Builder evidence(String claim, String source, List<String> sameClaim) {
    Evidence.Builder evidence = Evidence.builder(source).stance(one(List.of(Stance.values())));
    if (chance(3)) {
      evidence
          .strength(random.nextDouble())
          .quote(words())
          .translation(text())
          .locator(words())
          .note(text());
    } else if (chance(3)) {
      evidence.strength("very likely").againstInterest(true).date(one(DATES));
    }
    if (chance(3)) {
      evidence.allVia(some(sources));
    }
    if (chance(4)) {
      evidence.allDerivedFrom(
          some(sources.stream().filter(other -> !other.equals(source)).toList()));
    }
    if (chance(4)) {
      evidence.exhibit(true).retracted(Retraction.builder(one(DATES)).note(text()));
    }
    evidence.allUnless(some(claims));
    List<String> others = sameClaim.stream()
        .filter(line -> !line.equals(claim + "/evidence/" + source))
        .toList();
    return others.isEmpty() || !chance(3) ? evidence : evidence.overrides(one(others));
  }

  private Inference.Builder inference() {
    List<Premise> premises = new ArrayList<>();
    some(claims).forEach(id -> premises.add(chance(3) ? Premise.not(id) : Premise.of(id)));
    if (premises.isEmpty()) {
      premises.add(Premise.of(one(claims)));
    }
    Inference.Builder inference =
        Inference.builder().allPremises(premises).stance(one(List.of(Stance.values())));
    if (chance(3)) {
      inference
          .allAssuming(some(claims))
          .allUnless(some(claims))
          .strength("likely")
          .scheme("motive")
          .note(text());
      inference.allAnswers(ImmutableMap.of("is it so/really?", one(claims))).date(one(DATES));
    }
    return sources.isEmpty() || chance(2) ? inference : inference.by(one(sources));
  }

  private Text text() {
    if (chance(3)) {
      return Text.of(words());
    }
    ImmutableMap.Builder<String, String> byTag = ImmutableMap.builder();
    some(TAGS).forEach(tag -> byTag.put(tag, words()));
    ImmutableMap<String, String> all = byTag.buildOrThrow();
    return all.isEmpty() ? Text.of("en", words()) : Text.of(all);
  }

  private String words() {
    StringBuilder words = new StringBuilder(one(WORDS));
    for (int i = random.nextInt(chance(8) ? 40 : 4); i > 0; i--) {
      words.append(' ').append(one(WORDS));
    }
    return words.toString();
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Some of the choices, each once, in random order. */
  private <T> List<T> some(List<T> choices) {
    List<T> left = new ArrayList<>(choices);
    List<T> taken = new ArrayList<>();
    while (!left.isEmpty() && random.nextInt(3) == 0) {
      taken.add(left.remove(random.nextInt(left.size())));
    }
    return taken;
  }
}
