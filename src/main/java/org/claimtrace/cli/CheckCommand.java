package org.claimtrace.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Outcome;
import org.claimtrace.explanation.Style;
import org.claimtrace.inspection.Finding;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.Inspection;
import org.claimtrace.inspection.Inspector;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.report.ResultJson;
import org.claimtrace.report.ResultJson.CheckedFile;
import org.claimtrace.report.ResultJson.CheckedFiles;
import org.claimtrace.report.SarifLog;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace check}: checks whether published verdicts follow from the evidence, and inspects the graphs. */
final class CheckCommand implements Subcommand {

  /** The rules whose findings repeat what the comparison of published verdicts tells. */
  private static final ImmutableSet<String> TOLD_BY_COMPARISON =
      ImmutableSet.of("review-does-not-follow", "review-overtaken", "reviews-differ");

  private static final String SARIF = "--sarif";
  private static final String JUNIT = "--junit";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "check",
        "Tells whether published verdicts follow from the evidence, and what else a careful editor would notice.",
        "Every review in the files is compared with the verdict that is derived without the reviews of its claim; what"
            + " disagrees is told, with the reasons, and what followed on its own date, with what has overtaken it since."
            + " Then come the findings of the inspection, the gravest first, each with its place and what to do; those"
            + " that the authors have accepted are only counted.",
        "",
        "Examples:",
        "  claimtrace check claims",
        "  claimtrace check claims --fail-on warning",
        "  claimtrace check claims --format github --sarif findings.sarif --junit checks.xml",
        "  claimtrace check claims/gpt-4o-retro.json --standard clear-and-convincing --no-findings",
        "",
        "Exit status: 0 all follow, or followed until they were overtaken, and no finding is as grave as --fail-on says,"
            + " 1 otherwise, 2 bad input or usage.");
    spec.addPositional(Folder.parameter())
        .addOption(
            EvaluatorOptions.option(
                "--format",
                "FORMAT",
                "text (the default), json (for programs) or github (annotations beside the lines of files)"))
        .addOption(
            EvaluatorOptions.option(
                "--fail-on",
                "SEVERITY",
                "how grave a finding makes the check fail: error (the default), warning, note, or never"))
        .addOption(OptionSpec.builder("--no-findings")
            .description("compare the published verdicts only, and leave the inspection out")
            .build())
        .addOption(EvaluatorOptions.option(
            SARIF,
            "FILE",
            "also write the findings to a file as SARIF 2.1.0, for those who host and show code"))
        .addOption(
            EvaluatorOptions.option(
                JUNIT,
                "FILE",
                "also write the results to a file as JUnit XML, each published verdict and each claim with findings as a test"))
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
    boolean inspects = !arguments.hasMatchedOption("--no-findings");
    if (!inspects && arguments.hasMatchedOption("--fail-on")) {
      throw new UsageException(
          "--fail-on: with --no-findings there are no findings to fail on. Leave one of the two out.");
    }
    Optional<CheckedOutputFile> sarif = CheckedOutputFile.of(arguments, SARIF);
    Optional<CheckedOutputFile> junit = CheckedOutputFile.of(arguments, JUNIT);
    if (sarif.isPresent() && sarif.equals(junit)) {
      throw new UsageException(SARIF + " and " + JUNIT + " name the same file. Name one for each.");
    }
    Run run = new Run(
        terminal,
        EvaluatorOptions.evaluator(arguments),
        CheckFormat.of(arguments),
        LayoutOptions.language(arguments),
        LayoutOptions.width(arguments, terminal),
        inspects ? Optional.of(FailOn.of(arguments)) : Optional.empty(),
        sarif,
        junit);
    return run.over(Folder.named(arguments));
  }

  /** One run over files. */
  private static final class Run {

    private static final long MILLIS_BEFORE_PROGRESS = 2_000;
    private static final long MILLIS_BETWEEN_PROGRESS = 1_000;

    private final Terminal terminal;
    private final Evaluator evaluator;
    private final CheckFormat format;
    private final String wanted;
    private final int width;
    /** How grave a finding has to be for the check to fail; absent if there is no inspection. */
    private final Optional<FailOn> failOn;

    private final Optional<CheckedOutputFile> sarif;
    private final Optional<CheckedOutputFile> junit;
    private final Inspector inspector;
    private final List<CheckedFile> located = new ArrayList<>();
    private final JunitReport report;

    private final List<CheckedFile> checked = new ArrayList<>();
    private long nextProgress = System.nanoTime() / 1_000_000 + MILLIS_BEFORE_PROGRESS;
    private int reviews;
    private int disagreeing;
    private int uncheckable;
    private int leftOut;
    private int overtaken;
    private int broken;
    private final Map<Severity, Integer> found = new EnumMap<>(Severity.class);
    private int accepted;
    private boolean failed;
    private boolean wroteAny;

    Run(
        Terminal terminal,
        Evaluator evaluator,
        CheckFormat format,
        String wanted,
        int width,
        Optional<FailOn> failOn,
        Optional<CheckedOutputFile> sarif,
        Optional<CheckedOutputFile> junit) {
      this.terminal = terminal;
      this.evaluator = evaluator;
      this.format = format;
      this.wanted = wanted;
      this.width = width;
      this.failOn = failOn;
      this.sarif = sarif;
      this.junit = junit;
      inspector = failOn.isPresent()
          ? Inspector.usual()
          : Inspector.builder().only(TOLD_BY_COMPARISON.toArray(String[]::new)).build();
      report = new JunitReport(failOn.orElse(FailOn.NEVER));
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
      if (format == CheckFormat.JSON) {
        ResultJson.write(new CheckedFiles(ImmutableList.copyOf(checked)), terminal.out());
      }
      terminal.out().flush();
      ExitStatus written = written();
      summary();
      return (disagreeing > 0 || leftOut > 0 || failed ? ExitStatus.FELL_SHORT : ExitStatus.FINE)
          .and(broken > 0 ? ExitStatus.BAD : ExitStatus.FINE)
          .and(written);
    }

    /** Writes the files that were asked for beside the output. */
    private ExitStatus written() {
      ExitStatus status = ExitStatus.FINE;
      if (sarif.isPresent()) {
        CheckedFiles all = new CheckedFiles(ImmutableList.copyOf(located));
        String language = wanted.isEmpty() ? Language.ENGLISH.tag() : wanted;
        status = status.and(sarif
            .get()
            .write(
                stream ->
                    SarifLog.write(all, inspector, language, new OutputStreamWriter(stream, UTF_8)),
                terminal));
      }
      return junit.isPresent() ? status.and(junit.get().write(report::writeTo, terminal)) : status;
    }

    private void check(ClaimFile file) throws IOException {
      ClaimDocument document;
      ReviewCheck check;
      try {
        document = file.document();
        check = ReviewCheck.of(document.graph(), evaluator);
      } catch (ClaimGraphException e) {
        terminal.say(String.valueOf(e.getMessage()));
        broken++;
        if (format == CheckFormat.GITHUB) {
          for (Problem problem : e.problems()) {
            terminal.result(GithubAnnotation.of(file.name(), problem).command());
          }
        }
        report.add(RelativeName.of(file.name()), e);
        return;
      }
      boolean isLocated = sarif.isPresent() || format == CheckFormat.GITHUB;
      Optional<Inspection> all = failOn.isPresent() || isLocated
          ? Optional.of(inspector.inspect(check.evaluation(), document))
          : Optional.empty();
      Optional<Inspection> inspection = failOn.flatMap(each -> all);
      if (format == CheckFormat.JSON) {
        checked.add(inspection
            .map(each -> CheckedFile.of(file.name(), check, each))
            .orElseGet(() -> CheckedFile.of(file.name(), check)));
      }
      if (isLocated) {
        locate(file, check, all.orElseThrow());
      }
      if (junit.isPresent()) {
        report.add(
            RelativeName.of(file.name()),
            check,
            inspection.map(Run::notYetTold).orElse(ImmutableList.of()),
            language(check));
      }
      inspection.ifPresent(this::count);
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
      if (format == CheckFormat.TEXT) {
        tell(file, document, check, inspection);
      }
    }

    /** Keeps or writes findings for those who show them beside the lines of files. */
    private void locate(ClaimFile file, ReviewCheck check, Inspection inspection)
        throws IOException {
      CheckedFile all = CheckedFile.of(RelativeName.of(file.name()), check, inspection);
      if (sarif.isPresent()) {
        located.add(all);
      }
      if (format == CheckFormat.GITHUB) {
        for (Finding finding : all.shown()) {
          terminal.result(
              GithubAnnotation.of(file.name(), finding, language(check)).command());
        }
      }
    }

    /** Returns the tag of the language that was asked for, otherwise that of the graph. */
    private String language(ReviewCheck check) {
      return wanted.isEmpty() ? check.evaluation().graph().language() : wanted;
    }

    private void count(Inspection inspection) {
      failed |= inspection.findings().stream()
          .anyMatch(each -> failOn.orElse(FailOn.NEVER).failsOn(each.severity()));
      for (Finding finding : notYetTold(inspection)) {
        found.merge(finding.severity(), 1, Integer::sum);
      }
      accepted += inspection.accepted().size();
    }

    /** Returns the findings but those about published verdicts that are told of already where verdicts are compared. */
    private static ImmutableList<Finding> notYetTold(Inspection inspection) {
      return inspection.findings().stream()
          .filter(each -> !TOLD_BY_COMPARISON.contains(each.code()))
          .collect(toImmutableList());
    }

    /**
     * Writes what is to be said of the published verdicts of a file below its name, and its findings; nothing if all verdicts follow and
     * agree and there are no findings.
     */
    private void tell(
        ClaimFile file, ClaimDocument document, ReviewCheck check, Optional<Inspection> inspection)
        throws IOException {
      String language = language(check);
      Style style = Style.builder()
          .language(Language.of(language).tag())
          .width(Math.max(Style.LEAST_WIDTH, width - 2))
          .colour(terminal.colour())
          .build();
      String told = check.toText(style).stripTrailing();
      List<String> findings = new FindingLines(
              file.name(), document, language, Math.max(Style.LEAST_WIDTH, width - 2))
          .add(inspection.map(Run::notYetTold).orElse(ImmutableList.of()))
          .lines();
      if (told.isEmpty() && findings.isEmpty()) {
        return;
      }
      if (wroteAny) {
        terminal.out().write('\n');
      }
      wroteAny = true;
      terminal.result(Isolation.isolated(file.name()));
      if (!told.isEmpty()) {
        indented(Arrays.asList(told.split("\n", -1)));
      }
      if (!told.isEmpty() && !findings.isEmpty()) {
        terminal.result("");
      }
      indented(findings);
    }

    private void indented(List<String> lines) throws IOException {
      for (String line : lines) {
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
      if (!found.isEmpty()) {
        List<String> counts = new ArrayList<>();
        found.forEach((severity, number) -> counts.add(say.count(counted(severity), number)));
        parts.add(say.say(Sentence.CHECK_FOUND, say.list(Sentence.LABEL_SEPARATOR, counts)));
      }
      if (accepted > 0) {
        parts.add(say.count(Sentence.CHECK_ACCEPTED_COUNT, accepted));
      }
      if (broken > 0) {
        parts.add(say.count(Sentence.CHECK_BROKEN_FILES, broken));
      }
      terminal.say(
          "claimtrace: " + say.list(Sentence.SENTENCE_SEPARATOR, ImmutableList.copyOf(parts)));
    }

    private static Sentence counted(Severity severity) {
      return switch (severity) {
        case ERROR -> Sentence.CHECK_ERRORS;
        case WARNING -> Sentence.CHECK_WARNINGS;
        case NOTE -> Sentence.CHECK_NOTES;
      };
    }
  }
}
