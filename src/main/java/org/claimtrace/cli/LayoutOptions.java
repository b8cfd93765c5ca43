package org.claimtrace.cli;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Text;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import picocli.CommandLine.ParseResult;

/** The options by which every command that speaks to people is told how: in what language, how wide. */
final class LayoutOptions {

  private LayoutOptions() {}

  /**
   * How wide lines may be.
   *
   * @throws UsageException if that is no width
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
   * The tag of the language that was asked for, or nothing.
   *
   * @throws UsageException if it is no language tag
   */
  static String language(ParseResult arguments) throws UsageException {
    String tag = arguments.matchedOptionValue("--lang", "");
    if (arguments.hasMatchedOption("--lang")) {
      try {
        if (!new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
          return tag;
        }
      } catch (IllformedLocaleException e) {
        // The same remedy as for a tag without a language.
      }
      throw new UsageException(
          "--lang: '" + tag + "' is no language tag. Write one such as en, zh or zh-Hant.");
    }
    return tag;
  }

  /** The tag of the language in which a graph is told: the one that was asked for, else the graph's own. */
  static String language(String wanted, ClaimGraph graph) {
    return wanted.isEmpty() ? Language.of(graph.language()).tag() : wanted;
  }

  /** The words in a reader's language; in another, where there are none, with its tag. */
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
