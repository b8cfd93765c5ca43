package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import org.claimtrace.problem.suggestion.DidYouMean;
import picocli.CommandLine.ParseResult;

/**
 * The words that an option allows as its value.
 *
 * @param option the name of the option
 * @param values the values, each of which is written as its {@code toString}
 */
record Words<T>(String option, ImmutableList<T> values) {

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
    String list = String.join(", ", known.build());
    throw new UsageException(option + " does not know '" + word + "'. "
        + new DidYouMean(known.build()).orElse(word, "It knows: " + list + "."));
  }
}
