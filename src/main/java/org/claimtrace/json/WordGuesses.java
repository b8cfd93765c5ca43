package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.suggestion.DidYouMean;

/** The words that people first write where the format takes one of a few others, and those that they mean. */
final class WordGuesses {

  /** Stances that can mean nothing else. */
  private static final ImmutableMap<String, String> STANCES = ImmutableMap.<String, String>builder()
      .put("support", "supports")
      .put("supporting", "supports")
      .put("supported", "supports")
      .put("for", "supports")
      .put("pro", "supports")
      .put("confirms", "supports")
      .put("confirm", "supports")
      .put("corroborates", "supports")
      .put("agrees", "supports")
      .put("backs", "supports")
      .put("refute", "refutes")
      .put("refuting", "refutes")
      .put("refuted", "refutes")
      .put("contradicts", "refutes")
      .put("contradict", "refutes")
      .put("denies", "refutes")
      .put("against", "refutes")
      .put("con", "refutes")
      .put("opposes", "refutes")
      .put("disproves", "refutes")
      .put("debunks", "refutes")
      .put("rebuts", "refutes")
      .put("qualify", "qualifies")
      .put("qualifying", "qualifies")
      .put("nuances", "qualifies")
      .buildOrThrow();

  /** Other words, of which something else may be meant, by the kind of word. */
  private static final ImmutableMap<String, ImmutableMap<String, String>> LIKELY = ImmutableMap.of(
      "stance",
      ImmutableMap.<String, String>builder()
          .put("true", "supports")
          .put("proves", "supports")
          .put("false", "refutes")
          .put("attacks", "refutes")
          .put("disputes", "refutes")
          .put("context", "qualifies")
          .put("mixed", "qualifies")
          .put("partly", "qualifies")
          .put("misleading", "qualifies")
          .buildOrThrow(),
      "type of source",
      ImmutableMap.<String, String>builder()
          .put("article", "news")
          .put("newspaper", "news")
          .put("magazine", "news")
          .put("press", "news")
          .put("tweet", "social")
          .put("post", "social")
          .put("blog", "self-published")
          .put("website", "self-published")
          .put("study", "research")
          .put("paper", "research")
          .put("journal", "research")
          .put("preprint", "research")
          .put("government", "official")
          .put("law", "official")
          .put("ruling", "court")
          .put("judgment", "court")
          .put("data", "dataset")
          .put("statistics", "dataset")
          .put("encyclopedia", "reference")
          .put("wikipedia", "reference")
          .put("dictionary", "reference")
          .put("witness", "person")
          .put("interview", "person")
          .put("anonymous", "unnamed")
          .put("photo", "image")
          .put("picture", "image")
          .put("film", "video")
          .put("podcast", "audio")
          .put("parody", "satire")
          .buildOrThrow(),
      "kind of claim",
      ImmutableMap.of(
          "factual", "fact",
          "statement", "fact",
          "value", "opinion",
          "judgement", "opinion",
          "judgment", "opinion",
          "forecast", "prediction",
          "forward-looking", "prediction"));

  /** Published words with one meaning in the format. */
  private static final ImmutableMap<String, String> VERDICTS =
      ImmutableMap.<String, String>builder()
          .put("true", "supported")
          .put("correct", "supported")
          .put("accurate", "supported")
          .put("false", "refuted")
          .put("incorrect", "refuted")
          .put("wrong", "refuted")
          .put("fake", "refuted")
          .put("hoax", "refuted")
          .put("fabricated", "refuted")
          .put("missing context", "misleading")
          .put("out of context", "misleading")
          .put("disputed", "conflicting")
          .put("unproven", "unverified")
          .put("unsupported", "unverified")
          .put("not enough evidence", "unverified")
          .buildOrThrow();

  /** Published words that each publisher means otherwise. */
  private static final ImmutableSet<String> GRADED = ImmutableSet.of(
      "mostly true",
      "half true",
      "half-true",
      "partly true",
      "partially true",
      "mostly false",
      "partly false",
      "partially false",
      "pants on fire",
      "mixture",
      "mixed",
      "satire",
      "altered",
      "legend",
      "exaggerated");

  private WordGuesses() {}

  /**
   * Returns what cures a word that is none of the known ones.
   *
   * @param kind what the word must be, such as {@code stance}
   * @param pointer the JSON Pointer of the word
   */
  static Cure cure(String kind, String word, ImmutableList<String> known, String pointer) {
    String folded = word.strip().toLowerCase(Locale.ROOT).replaceAll("[_ ]+", "-");
    for (String each : known) {
      if (each.equals(folded)) {
        return Cure.certain("Did you mean '" + each + "'?", Fix.text(pointer, each));
      }
    }
    String words = folded.replace('-', ' ');
    if (kind.equals("verdict")) {
      Optional<Cure> published = published(word, words);
      if (published.isPresent()) {
        return published.get();
      }
    }
    if (kind.equals("stance") && STANCES.containsKey(folded)) {
      String stance = String.valueOf(STANCES.get(folded));
      return Cure.certain("Write \"" + stance + "\".", Fix.text(pointer, stance));
    }
    if (kind.equals("stance") && words.equals("neutral")) {
      return Cure.told(
          "What bears on neither side is no evidence: leave it out, or write it as an appearance or a search.");
    }
    String likely = LIKELY.getOrDefault(kind, ImmutableMap.of()).get(folded);
    return Cure.told(
        likely != null && known.contains(likely)
            ? "Did you mean '" + likely + "'?"
            : new DidYouMean(known).orElse(word, oneOf(known)));
  }

  private static Optional<Cure> published(String word, String words) {
    String quoted = Fix.quoted(word);
    if (VERDICTS.containsKey(words)) {
      String verdict = VERDICTS.get(words);
      return Optional.of(
          Cure.told("Write \"" + verdict + "\"; to keep the published word, write {\"verdict\": \""
              + verdict + "\", \"label\": " + quoted + "}."));
    }
    return GRADED.contains(words) || GRADED.contains(words.replace(' ', '-'))
        ? Optional.of(Cure.told("Keep the published words as {\"label\": " + quoted
            + "}, and write a \"verdict\" beside them if you know which one they mean."))
        : Optional.empty();
  }

  static String oneOf(ImmutableList<String> words) {
    return "Write one of: " + String.join(", ", words) + ".";
  }
}
