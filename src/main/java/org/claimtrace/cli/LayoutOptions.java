package org.claimtrace.cli;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Text;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import picocli.CommandLine.ParseResult;

/** The options of every command with output for readers: its language and width. */
final class LayoutOptions {

  private LayoutOptions() {}

  /**
   * Returns the width of lines, in columns.
   *
   * @throws UsageException if the value is not a valid width
   */
  static int width(ParseResult arguments, Terminal terminal) throws UsageException {
    if (!arguments.hasMatchedOption("--width")) {
      return terminal.columns();
    }
    String text = arguments.matchedOptionValue("--width", "");
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < Terminal.FEWEST_COLUMNS) {
      throw new UsageException(
          "--width: '" + text + "' is no width. Write a number of columns from "
              + Terminal.FEWEST_COLUMNS + " on, such as 100.");
    }
    return Integer.parseInt(text);
  }

  /**
   * Returns the tag of the language that was asked for, or the empty string.
   *
   * @throws UsageException if the value is not a language tag
   */
  static String language(ParseResult arguments) throws UsageException {
    String tag = arguments.matchedOptionValue("--lang", "");
    if (arguments.hasMatchedOption("--lang")) {
      try {
        if (!new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
          return tag;
        }
      } catch (IllformedLocaleException e) {
        // Reported below, together with a tag without a language.
      }
      throw new UsageException(
          "--lang: '" + tag + "' is no language tag. Write one such as en, zh or zh-Hant.");
    }
    return tag;
  }

  /**
   * Returns a note on the language that was asked for, if results are not written in it.
   *
   * @throws UsageException if the value is not a language tag
   */
  static Optional<String> note(ParseResult arguments) throws UsageException {
    String tag = language(arguments);
    boolean isData = arguments.matchedOptionValue("--format", "").equals("json");
    String spoken = Language.of(tag).tag();
    if (tag.isEmpty() || isData || isWithin(tag, spoken)) {
      return Optional.empty();
    }
    return Optional.of("claimtrace: there is no '" + tag
        + "' here, only English (en) and Chinese (zh). English is used, and texts of the graph are in '"
        + tag
        + "' where it has them.");
  }

  /** Returns the tag of the language of the output for a graph: the one that was asked for, otherwise that of the graph. */
  static String language(String wanted, ClaimGraph graph) {
    return wanted.isEmpty() ? Language.of(graph.language()).tag() : wanted;
  }

  /** Returns the words of a text in the reader's language or, if there are none, in another one with its tag. */
  static String text(Text text, String wanted, String graphLanguage) {
    Text.Wording wording = text.in(wanted, graphLanguage);
    String words = Isolation.isolated(wording.words());
    return isWithin(wording.tag(), wanted) || isWithin(wanted, wording.tag())
        ? words
        : words + " [" + wording.tag() + "]";
  }

  private static boolean isWithin(String tag, String range) {
    return tag.regionMatches(true, 0, range, 0, range.length())
        && (tag.length() == range.length() || tag.charAt(range.length()) == '-');
  }
}
