package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Outcome;
import org.claimtrace.explanation.Style;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.report.ResultJson;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace check}: checks whether published verdicts follow from the evidence. */
final class CheckCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "check",
        "Tells whether published verdicts follow from the evidence.",
        "Every review in the files is compared with the verdict that is derived without the reviews of its claim; what"
            + " disagrees is told, with the reasons, and what followed on its own date, with what has overtaken it since.",
        "",
        "Examples:",
        "  claimtrace check claims",
        "  claimtrace check claims/gpt-4o-retro.json --standard clear-and-convincing",
        "",
        "Exit status: 0 all follow, or followed until they were overtaken, 1 some do not, 2 bad input or usage.");
    spec.addPositional(Folder.parameter())
        .addOption(EvaluatorOptions.option(
            "--format", "FORMAT", "text (the default) or json (for programs)"))
        .addOption(EvaluatorOptions.option(
            "--lang",
            "TAG",
            "the language, en or zh; each graph's own unless said, if that is English or Chinese"))
        .addOption(EvaluatorOptions.option(
            "--width",
            "COLUMNS",
            "how wide a line of text may be; as wide as the terminal unless said, or 80"));
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    TextFormat format = TextFormat.of(arguments);
    Run run = new Run(
        terminal,
        EvaluatorOptions.evaluator(arguments),
        format,
        LayoutOptions.language(arguments),
        LayoutOptions.width(arguments, terminal));
    return run.over(Folder.named(arguments));
  }

  /** One run over files. */
  private static final class Run {

    private static final long MILLIS_BEFORE_PROGRESS = 2_000;
    private static final long MILLIS_BETWEEN_PROGRESS = 1_000;

    private final Terminal terminal;
    private final Evaluator evaluator;
    private final TextFormat format;
    private final String wanted;
    private final int width;
    private final List<ResultJson.CheckedFile> checked = new ArrayList<>();
    private long nextProgress = System.nanoTime() / 1_000_000 + MILLIS_BEFORE_PROGRESS;
    private int reviews;
    private int disagreeing;
    private int uncheckable;
    private int leftOut;
    private int overtaken;
    private int broken;
    private boolean wroteAny;

    Run(Terminal terminal, Evaluator evaluator, TextFormat format, String wanted, int width) {
      this.terminal = terminal;
      this.evaluator = evaluator;
      this.format = format;
      this.wanted = wanted;
      this.width = width;
    }

    ExitStatus over(List<Folder> folders) throws IOException {
      List<ClaimFile> files = new ArrayList<>();
      for (Folder folder : folders) {
        for (String problem : folder.problems()) {
          terminal.say(problem);
          broken++;
        }
        files.addAll(folder.files());
      }
      for (int i = 0; i < files.size(); i++) {
        progress(i, files.size());
        check(files.get(i));
      }
      if (format == TextFormat.JSON) {
        ResultJson.write(
            new ResultJson.CheckedFiles(ImmutableList.copyOf(checked)), terminal.out());
      }
      terminal.out().flush();
      summary();
      return (disagreeing > 0 || leftOut > 0 ? ExitStatus.FELL_SHORT : ExitStatus.FINE)
          .and(broken > 0 ? ExitStatus.BAD : ExitStatus.FINE);
    }

    private void check(ClaimFile file) throws IOException {
      ReviewCheck check;
      try {
        check = ReviewCheck.of(file.read(), evaluator);
      } catch (ClaimGraphException e) {
        terminal.say(String.valueOf(e.getMessage()));
        broken++;
        return;
      }
      if (format == TextFormat.JSON) {
        checked.add(ResultJson.CheckedFile.of(file.name(), check));
      }
      for (Comparison comparison : check.comparisons()) {
        reviews++;
        if (check.leftOut().contains(comparison.claimId())) {
          leftOut++;
        } else if (comparison.derived().isEmpty()) {
          uncheckable++;
        }
        if (comparison.disagrees()) {
          disagreeing++;
        }
        if (comparison.outcome() == Outcome.OVERTAKEN) {
          overtaken++;
        }
      }
      if (format == TextFormat.TEXT) {
        tell(file, check);
      }
    }

    /** Writes what is to be said of the published verdicts of a file below its name; nothing if they follow and agree. */
    private void tell(ClaimFile file, ReviewCheck check) throws IOException {
      String language = wanted.isEmpty() ? check.evaluation().graph().language() : wanted;
      Style style = Style.builder()
          .language(Language.of(language).tag())
          .width(Math.max(Style.LEAST_WIDTH, width - 2))
          .colour(terminal.colour())
          .build();
      String told = check.toText(style);
      if (told.isEmpty()) {
        return;
      }
      if (wroteAny) {
        terminal.out().write('\n');
      }
      wroteAny = true;
      terminal.result(Isolation.isolated(file.name()));
      for (String line : told.stripTrailing().split("\n", -1)) {
        terminal.result(line.isEmpty() ? "" : "  " + line);
      }
    }

    private void progress(int done, int files) {
      long now = System.nanoTime() / 1_000_000;
      if (terminal.colour() && now >= nextProgress) {
        nextProgress = now + MILLIS_BETWEEN_PROGRESS;
        terminal.say(
            String.format(Locale.ROOT, "claimtrace: %,d of %,d files checked …", done, files));
      }
    }

    private void summary() {
      Sentences say = Sentences.of(wanted.isEmpty() ? Language.ENGLISH : Language.of(wanted));
      List<String> parts = new ArrayList<>();
      int checkable = reviews - uncheckable - leftOut;
      if (reviews == 0) {
        parts.add(say.say(Sentence.CHECK_NO_REVIEWS));
      } else if (checkable > 0) {
        if (disagreeing > 0) {
          parts.add(say.count(Sentence.CHECK_SUMMARY, checkable, say.number(disagreeing)));
        } else if (overtaken < checkable) {
          parts.add(
              overtaken == 0
                  ? say.count(Sentence.CHECK_ALL_AGREE, checkable)
                  : say.count(Sentence.CHECK_OTHERS_AGREE, checkable - overtaken));
        }
        if (overtaken > 0) {
          parts.add(say.count(Sentence.CHECK_OVERTAKEN_COUNT, overtaken));
        }
      }
      if (uncheckable > 0) {
        parts.add(say.count(Sentence.CHECK_NOTHING_COUNT, uncheckable));
      }
      if (leftOut > 0) {
        parts.add(say.count(Sentence.CHECK_LEFT_OUT_COUNT, leftOut));
      }
      if (broken > 0) {
        parts.add(say.count(Sentence.CHECK_BROKEN_FILES, broken));
      }
      terminal.say(
          "claimtrace: " + say.list(Sentence.SENTENCE_SEPARATOR, ImmutableList.copyOf(parts)));
    }
  }
}
