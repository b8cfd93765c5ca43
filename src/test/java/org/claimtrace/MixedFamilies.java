package org.claimtrace;

import static org.claimtrace.Sketch.c;
import static org.claimtrace.Sketch.day;
import static org.claimtrace.Sketch.grade;
import static org.claimtrace.Sketch.refuting;
import static org.claimtrace.Sketch.s;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;

/** Families of graphs that combine many features, like the files that people write. */
final class MixedFamilies {

  private static final Path FLAGSHIP = Path.of("claims/gpt-4o-retro.json");
  private static final String LONG =
      "What is said here is said at some length. ".repeat(9).strip();
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** The number of claims in one argument of an archive. */
  private static final int ARGUMENT = 30;

  private MixedFamilies() {}

  /** Each claim has a long text, a long note and a long quote in two languages, and is concluded from the one before. */
  static ClaimGraph longTexts(int size) {
    Sketch sketch = new Sketch();
    sketch.source().note(LONG);
    for (int i = 0; i <= size; i++) {
      Claim.Builder claim = sketch
          .claim()
          .text("en", "Claim " + i + ". " + LONG)
          .note(LONG)
          .evidence(Evidence.builder(s(0)).strength(grade(i)).quote(LONG).translation("zh", LONG));
      if (i > 0) {
        claim.inference(Inference.builder(c(i - 1)).note(LONG));
      }
    }
    return sketch.graph(c(size));
  }

  /** Each claim is concluded from the one before, unless the one before that is accepted, and has evidence for or against it. */
  static ClaimGraph chain(int size) {
    Sketch sketch = new Sketch();
    sketch.openSources(size + 1);
    for (int i = 0; i <= size; i++) {
      Claim.Builder claim =
          sketch.claim().evidence(i % 4 == 3 ? refuting(s(i)) : Evidence.builder(s(i)));
      if (i > 0) {
        Inference.Builder step = Inference.builder(c(i - 1)).strength(grade(i));
        claim.inference(i > 1 ? step.unless(c(i - 2)) : step);
      }
    }
    return sketch.graph(c(size));
  }

  /**
   * Claims in arguments of {@value #ARGUMENT}, each above the ones before: lines for and against, of sources of which a third are copies,
   * with here and there an exception, an assumption, an override, a contradiction, a review, a relay, a date.
   */
  static ClaimGraph archive(int size) {
    Sketch sketch = new Sketch();
    for (int i = 0; i < size; i++) {
      SplittableRandom random = new SplittableRandom(i);
      archived(sketch.source(), i, random);
      archived(sketch.claim(), i, random);
    }
    return sketch.graph(c(size < ARGUMENT ? size - 1 : ARGUMENT - 1));
  }

  private static void archived(Source.Builder source, int number, SplittableRandom random) {
    source.published(day(random.nextInt(9_000)));
    if (random.nextInt(3) == 0) {
      source.reliability(grade(number));
    }
    if (number > 0 && random.nextInt(3) == 0) {
      source.derivedFrom(s(random.nextInt(number)));
    }
  }

  /** Adds the lines of a claim, which read only elements with smaller numbers, so that a larger archive contains every smaller one. */
  private static void archived(Claim.Builder claim, int number, SplittableRandom random) {
    int begin = number / ARGUMENT * ARGUMENT;
    int below = number - begin;
    int steps = below == 0 ? 0 : random.nextInt(3);
    for (int i = 0; i < steps; i++) {
      Inference.Builder step = Inference.builder()
          .allPremises(premises(random, begin, number))
          .stance(stance(random))
          .id("i" + number + "." + i);
      if (random.nextInt(8) == 0) {
        step.unless(c(begin + random.nextInt(below)));
      }
      if (random.nextInt(10) == 0) {
        step.assuming(c(begin + random.nextInt(below)));
      }
      if (random.nextInt(4) == 0) {
        step.strength("very likely");
      }
      claim.inference(step);
    }
    int pieces = steps == 0 ? 1 + random.nextInt(3) : random.nextInt(2);
    for (int i = 0; i < pieces; i++) {
      Evidence.Builder evidence = Evidence.builder(s(random.nextInt(number + 1)))
          .stance(stance(random))
          .id("e" + number + "." + i);
      if (random.nextInt(6) == 0) {
        evidence.via(s(random.nextInt(number + 1)));
      }
      if (steps > 0 && random.nextInt(8) == 0) {
        evidence.overrides("i" + number + ".0");
      }
      if (random.nextInt(4) == 0) {
        evidence.date(day(9_000 + random.nextInt(2_000)));
      }
      if (random.nextInt(2) == 0) {
        evidence.quote("This is what was said about claim " + number + ", word by word.");
      }
      claim.evidence(evidence);
    }
    if (below > 0 && random.nextInt(20) == 0) {
      claim.contradicts(c(begin + random.nextInt(below)));
    }
    if (random.nextInt(6) == 0) {
      claim.review(Review.builder(
          s(random.nextInt(number + 1)),
          Verdict.values()[random.nextInt(Verdict.values().length)]));
    }
  }

  private static Stance stance(SplittableRandom random) {
    int drawn = random.nextInt(100);
    return drawn < 20 ? Stance.REFUTES : drawn < 25 ? Stance.QUALIFIES : Stance.SUPPORTS;
  }

  private static List<Premise> premises(SplittableRandom random, int begin, int claim) {
    TreeSet<Integer> premises = new TreeSet<>();
    premises.add(claim - 1);
    for (int i = random.nextInt(3); i > 0; i--) {
      premises.add(begin + random.nextInt(claim - begin));
    }
    return premises.stream()
        .map(each -> random.nextInt(12) == 0 ? Premise.not(c(each)) : Premise.of(c(each)))
        .toList();
  }

  /** Returns copies of the flagship graph, side by side, with the number of the copy before every id. */
  static ClaimGraph flagships(int copies) {
    ClaimGraph flagship = ClaimJson.read(FLAGSHIP);
    String json = ClaimJson.write(flagship);
    Set<String> ids = new HashSet<>();
    flagship.sources().forEach(source -> ids.add(source.id()));
    for (Claim claim : flagship.claims()) {
      ids.add(claim.id());
      flagship.lines(claim.id()).forEach(line -> ids.add(line.id()));
    }
    ClaimGraph.Builder graph = ClaimGraph.builder("family")
        .title(flagship.title())
        .thesis(renamed(1, flagship.thesis().get(0)));
    for (int i = 1; i <= copies; i++) {
      int copy = i;
      ClaimGraph renamed = ClaimJson.read(STRING
          .matcher(json)
          .replaceAll(found -> Matcher.quoteReplacement(
              ids.contains(found.group(1))
                  ? '"' + renamed(copy, found.group(1)) + '"'
                  : found.group())));
      renamed.sources().forEach(graph::source);
      renamed.claims().forEach(graph::claim);
    }
    return graph.build();
  }

  /** Returns an id with the number of a copy; the derived id of a line names its claim and its source. */
  private static String renamed(int copy, String id) {
    String[] parts = id.split("/");
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = copy + "." + parts[i];
    }
    return String.join("/", parts);
  }
}
