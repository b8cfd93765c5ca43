package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import org.claimtrace.problem.DidYouMean;
import picocli.CommandLine.ParseResult;

/**
 * An option whose value is one of a few words.
 *
 * @param option the option
 * @param values what the words stand for; each is its word
 */
record Words<T>(String option, ImmutableList<T> values) {

  Words(String option, T[] values) {
    this(option, ImmutableList.copyOf(values));
  }

  /**
   * The value that was asked for.
   *
   * @throws UsageException if the word is none of them
   */
  T find(ParseResult arguments, T unlessSaid) throws UsageException {
    if (!arguments.hasMatchedOption(option)) {
      return unlessSaid;
    }
    return find(arguments.matchedOptionValue(option, ""));
  }

  /**
   * The value with a word.
   *
   * @throws UsageException if the word is none of them
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
