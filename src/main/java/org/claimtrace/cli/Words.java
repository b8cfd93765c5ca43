package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import org.claimtrace.problem.suggestion.DidYouMean;
import picocli.CommandLine.ParseResult;

/**
 * The words that an option allows as its value.
 *
 * @param option the name of the option
 * @param values the values, each of which is written as its {@code toString}
 */
record Words<T>(String option, ImmutableList<T> values) {

  /** Words of fact-checkers and of everybody, and those of this program that mean the same. */
  private static final ImmutableMap<String, String> MEANT = ImmutableMap.<String, String>builder()
      .put("true", "supported")
      .put("correct", "supported")
      .put("false", "refuted")
      .put("wrong", "refuted")
      .put("fake", "refuted")
      .put("disputed", "conflicting")
      .put("mixed", "conflicting")
      .put("unproven", "unverified")
      .put("unknown", "unverified")
      .put("circle", "circular")
      .put("loop", "circular")
      .put("leap", "broken-leap")
      .buildOrThrow();

  Words(String option, T[] values) {
    this(option, ImmutableList.copyOf(values));
  }

  /**
   * Returns the value that was asked for.
   *
   * @throws UsageException if the word is not one of them
   */
  T find(ParseResult arguments, T defaultValue) throws UsageException {
    if (!arguments.hasMatchedOption(option)) {
      return defaultValue;
    }
    return find(arguments.matchedOptionValue(option, ""));
  }

  /**
   * Returns the value with a word.
   *
   * @throws UsageException if the word is not one of them
   */
  T find(String word) throws UsageException {
    ImmutableList.Builder<String> known = ImmutableList.builder();
    for (T value : values) {
      if (value.toString().equals(word)) {
        return value;
      }
      known.add(value.toString());
    }
    throw new UsageException(
        option + " does not know '" + word + "'. " + suggestion(word, known.build()));
  }

  /** Returns the question whether another word was meant, or the words that there are. */
  static String suggestion(String word, ImmutableList<String> known) {
    String meant = MEANT.getOrDefault(word.toLowerCase(Locale.ROOT), "");
    return known.contains(meant)
        ? "Did you mean '" + meant + "'?"
        : new DidYouMean(known).orElse(word, "It knows: " + String.join(", ", known) + ".");
  }
}
