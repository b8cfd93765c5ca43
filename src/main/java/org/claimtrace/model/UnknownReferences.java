package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.suggestion.DidYouMean;
import org.claimtrace.problem.suggestion.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a reference that leads nowhere: it names something of another kind, or by its words in place of its id,
 * or misspells the id.
 */
final class UnknownReferences {

  private final ClaimGraph graph;
  private final DidYouMean likelyClaim;
  private final DidYouMean likelySource;
  // Computed when it is first needed: the ids of sources by title and address, those of claims by
  // text. Words that several have lead to none.
  private @Nullable Map<String, String> sourcesByWords;
  private @Nullable Map<String, String> claimsByWords;

  UnknownReferences(ClaimGraph graph, DidYouMean likelyClaim, DidYouMean likelySource) {
    this.graph = graph;
    this.likelyClaim = likelyClaim;
    this.likelySource = likelySource;
  }

  /** Returns the problem of a reference to a claim that the graph does not have. */
  Problem unknownClaim(String pointer, String id) {
    if (graph.sourceNumber(id) >= 0) {
      return Problem.at(
          pointer,
          ProblemCode.UNKNOWN_CLAIM,
          Rules.quoted(id) + " is a source, and a claim must stand here",
          "Name a claim; what a source says is a claim that has the source in its \"evidence\".");
    }
    if (graph.lines().find(id) >= 0) {
      return Problem.at(
          pointer,
          ProblemCode.UNKNOWN_CLAIM,
          Rules.quoted(id) + " is a line, and a claim must stand here",
          "Name the claim that it bears on, or another.");
    }
    return unknown(
        pointer,
        ProblemCode.UNKNOWN_CLAIM,
        id,
        new Kind("claim", "claims", "text"),
        claimsByWords().get(folded(id)),
        likelyClaim);
  }

  /** Returns the problem of a reference to a source that the graph does not have. */
  Problem unknownSource(String pointer, String id) {
    if (graph.claimNumber(id) >= 0) {
      return Problem.at(
          pointer,
          ProblemCode.UNKNOWN_SOURCE,
          Rules.quoted(id) + " is a claim, and a source must stand here",
          pointer.contains("/evidence/")
              ? "Name a source; what follows from a claim is an inference: \"inferences\": [{\"premises\": ["
                  + Fix.quoted(id) + "]}]."
              : "Name a source.");
    }
    return unknown(
        pointer,
        ProblemCode.UNKNOWN_SOURCE,
        id,
        new Kind("source", "sources", id.startsWith("http") ? "address" : "title"),
        sourcesByWords().get(folded(id)),
        likelySource);
  }

  /**
   * A kind of element.
   *
   * @param map the member of the graph that declares them
   * @param words what they may be called by in place of their ids
   */
  private record Kind(String name, String map, String words) {}

  private static Problem unknown(
      String pointer,
      ProblemCode code,
      String id,
      Kind kind,
      @Nullable String byWords,
      DidYouMean likely) {
    if (byWords != null && !byWords.isEmpty()) {
      return Problem.at(
              pointer,
              code,
              Rules.quoted(id) + " is the " + kind.words() + " of " + kind.name() + " '" + byWords
                  + "', not its id",
              "Write " + Fix.quoted(byWords) + ".")
          .with(naming(pointer, byWords));
    }
    ImmutableList<String> meant = likely.suggestions(id);
    Problem problem = Problem.at(
        pointer,
        code,
        "no " + kind.name() + " " + Rules.quoted(id),
        DidYouMean.question(id, meant, "Add it under \"" + kind.map() + "\", or correct the id."));
    return meant.size() == 1 && isSame(id, meant.get(0))
        ? problem.with(naming(pointer, meant.get(0)))
        : problem;
  }

  /** Whether two ids differ only in what nobody means to distinguish: case, normalization, look-alike letters, spaces. */
  private static boolean isSame(String id, String other) {
    return folded(id).equals(folded(other)) || LookAlikes.lookAlike(id, other);
  }

  private static String folded(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC)
        .replaceAll("\\p{Cf}", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Returns the fix that names another element; the reviewer of a review is the name of a member. */
  private static Fix naming(String pointer, String id) {
    int last = pointer.lastIndexOf('/');
    return pointer.substring(0, last).endsWith("/reviews") && pointer.startsWith("/claims/")
        ? Fix.rename(pointer, id)
        : Fix.text(pointer, id);
  }

  private Map<String, String> claimsByWords() {
    Map<String, String> known = claimsByWords;
    if (known == null) {
      known = new HashMap<>();
      for (Claim claim : graph.claims()) {
        // The draft of a claim whose text cannot be read has none.
        @Nullable Text text = claim.text();
        if (text != null) {
          put(known, text, claim.id());
        }
      }
      claimsByWords = known;
    }
    return known;
  }

  private Map<String, String> sourcesByWords() {
    Map<String, String> known = sourcesByWords;
    if (known == null) {
      known = new HashMap<>();
      for (Source source : graph.sources()) {
        Optional<Text> title = source.title();
        if (title.isPresent()) {
          put(known, title.get(), source.id());
        }
        if (source.url().isPresent()) {
          put(known, source.url().get(), source.id());
        }
      }
      sourcesByWords = known;
    }
    return known;
  }

  private static void put(Map<String, String> idByWords, Text words, String id) {
    words.byTag().values().forEach(each -> put(idByWords, each, id));
  }

  private static void put(Map<String, String> idByWords, String words, String id) {
    idByWords.merge(folded(words), id, (one, other) -> one.equals(other) ? one : "");
  }
}
