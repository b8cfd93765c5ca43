package org.claimtrace.cli;

import java.io.IOException;
import java.util.Locale;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.Style;
import org.claimtrace.report.ResultJson;
import org.claimtrace.result.Result;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of every command whose result is prose.
 *
 * @param format the format of the result
 * @param style the language, the width and the amount of detail
 * @param language the tag of the language that was asked for, empty for none
 */
record ProseOptions(Format format, Style style, String language) {

  /** The format of a result. */
  enum Format {
    TEXT,
    MARKDOWN,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static CommandSpec addTo(CommandSpec spec) {
    return addTo(
        spec,
        "text (the default), markdown or json (for programs)",
        "the language, en or zh; the graph's own unless said, if that is English or Chinese");
  }

  /** Adds the options with other descriptions of the formats and languages. */
  static CommandSpec addTo(CommandSpec spec, String formats, String languages) {
    return spec.addOption(EvaluatorOptions.option("--format", "FORMAT", formats))
        .addOption(EvaluatorOptions.option("--lang", "TAG", languages))
        .addOption(EvaluatorOptions.option(
            "--width",
            "COLUMNS",
            "how wide a line of text may be; as wide as the terminal unless said, or 80"));
  }

  /**
   * Returns the options of a command line.
   *
   * @throws UsageException if an option has an invalid value
   */
  static ProseOptions of(ParseResult arguments, Terminal terminal) throws UsageException {
    Format format = new Words<>("--format", Format.values()).find(arguments, Format.TEXT);
    Style.Builder style = Style.builder()
        .width(LayoutOptions.width(arguments, terminal))
        .all(arguments.hasMatchedOption("--all"))
        .colour(terminal.colour() && format == Format.TEXT);
    String wanted = LayoutOptions.language(arguments);
    if (!wanted.isEmpty()) {
      style.language(wanted);
    }
    return new ProseOptions(format, style.build(), wanted);
  }

  /** Writes a result in the format that was asked for. */
  <R extends Prose & Result> void write(Terminal terminal, R result) throws IOException {
    switch (format) {
      case TEXT -> terminal.out().write(result.toText(style));
      case MARKDOWN -> terminal.out().write(result.toMarkdown(style));
      case JSON -> ResultJson.write(result, language, terminal.out());
    }
  }
}
