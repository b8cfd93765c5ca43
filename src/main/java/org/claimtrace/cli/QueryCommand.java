package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimtrace.ClaimTrace;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.suggestion.DidYouMean;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.query.FoundClaim;
import org.claimtrace.report.ResultJson;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace query}: finds the claims in files that meet conditions. */
final class QueryCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "query",
        "Finds the claims that meet conditions.",
        "A claim must meet all conditions. --not turns the one after it round, and --or begins others, which it may meet"
            + " instead: --verdict refuted --not --uses x-post --or --diagnosis circular.",
        "",
        "Examples:",
        "  claimtrace query claims --verdict refuted --rests-on earlier-reports",
        "  claimtrace query claims --about Altman --not --verdict supported",
        "  claimtrace query claims --diagnosis broken-leap,false-premise --by x-post",
        "  claimtrace query claims --text 寿命 --appeared 2026-02 --lang zh",
        "  claimtrace query claims --uses x-post --format json | jq '.files[]'",
        "",
        "Exit status: 0 some claim was found, 1 none was, 2 bad input or usage.");
    spec.usageMessage().customSynopsis("claimtrace query PATH... CONDITION... [OPTION...]");
    spec.addPositional(Folder.parameter());
    ConditionOptions.addTo(spec);
    spec.addOption(TableFormat.option())
        .addOption(
            EvaluatorOptions.option(
                "--lang",
                "TAG",
                "the language, such as en or zh; each graph's own unless said, if that is English or Chinese"))
        .addOption(EvaluatorOptions.option(
            "--width",
            "COLUMNS",
            "how wide the table may be; as wide as the terminal unless said, or 80"));
    return EvaluatorOptions.addTo(spec);
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    TableFormat format = TableFormat.of(arguments);
    Run run = new Run(
        terminal,
        ConditionOptions.condition(arguments),
        EvaluatorOptions.evaluator(arguments),
        LayoutOptions.language(arguments),
        LayoutOptions.width(arguments, terminal));
    return run.over(Folder.named(arguments), format);
  }

  /** The rendered rows of the claims found in one file. */
  private record Rows(String file, String rows) {}

  /** One run over files. The result is written at the end, once it is known that every id of the condition is in some file. */
  private static final class Run {

    private final Terminal terminal;
    private final ClaimCondition condition;
    private final Evaluator evaluator;
    private final String wanted;
    private final int width;
    private final List<ResultJson.SearchedFile> answers = new ArrayList<>();
    private final List<Rows> tables = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> legends = new LinkedHashSet<>();
    private final Set<Element> nowhere = new LinkedHashSet<>();
    private final Set<String> sources = new LinkedHashSet<>();
    private final Set<String> claims = new LinkedHashSet<>();
    private int looked;
    private int found;
    private int broken;

    Run(
        Terminal terminal,
        ClaimCondition condition,
        Evaluator evaluator,
        String wanted,
        int width) {
      this.terminal = terminal;
      this.condition = condition;
      this.evaluator = evaluator;
      this.wanted = wanted;
      this.width = width;
      nowhere.addAll(condition.elements());
    }

    ExitStatus over(List<Folder> folders, TableFormat format) throws IOException {
      for (Folder folder : folders) {
        for (String problem : folder.problems()) {
          terminal.say(problem);
          broken++;
        }
        for (ClaimFile file : folder.files()) {
          ask(file);
        }
      }
      if (!answers.isEmpty() && !nowhere.isEmpty()) {
        nowhere.forEach(this::sayNowhere);
        return ExitStatus.BAD;
      }
      notes.forEach(terminal::say);
      if (format == TableFormat.JSON) {
        ResultJson.write(
            new ResultJson.SearchedFiles(
                condition.description(wanted.isEmpty() ? "en" : wanted),
                ImmutableList.copyOf(answers)),
            wanted,
            terminal.out());
      } else {
        String between = "";
        for (Rows table : tables) {
          terminal.out().write(between);
          terminal.result(table.file());
          terminal.out().write(table.rows());
          between = "\n";
        }
        for (String legend : legends) {
          terminal.out().write('\n');
          for (String line : Columns.wrap(legend, width)) {
            terminal.result(line);
          }
        }
      }
      terminal.out().flush();
      summary();
      return (found > 0 ? ExitStatus.FINE : ExitStatus.FELL_SHORT)
          .and(broken > 0 ? ExitStatus.BAD : ExitStatus.FINE);
    }

    private void ask(ClaimFile file) throws IOException {
      ClaimTrace trace;
      try {
        trace = ClaimTrace.of(file.read(), evaluator);
      } catch (ClaimGraphException e) {
        terminal.say(String.valueOf(e.getMessage()));
        broken++;
        return;
      }
      removeFound(trace.graph());
      EvaluatorOptions.note(trace.evaluation()).ifPresent(notes::add);
      ImmutableList.Builder<Claim> rows = ImmutableList.builder();
      ImmutableList.Builder<ResultJson.Found> answer = ImmutableList.builder();
      trace.findLeniently(condition).forEach(each -> {
        rows.add(each.claim());
        answer.add(found(each));
      });
      answers.add(ResultJson.SearchedFile.of(file.name(), trace.evaluation(), answer.build()));
      looked += trace.graph().claims().size();
      table(file, trace, rows.build());
    }

    private static ResultJson.Found found(FoundClaim claim) {
      return new ResultJson.Found(claim.judgement(), claim.claim().text());
    }

    private void table(ClaimFile file, ClaimTrace trace, ImmutableList<Claim> rows)
        throws IOException {
      if (rows.isEmpty()) {
        return;
      }
      found += rows.size();
      String language = LayoutOptions.language(wanted, trace.graph());
      VerdictTable table =
          new VerdictTable(trace.evaluation(), rows, language, width, terminal.colour());
      StringBuilder text = new StringBuilder();
      table.writeRows(text);
      tables.add(new Rows(file.name(), text.toString()));
      if (table.hasChances()) {
        legends.add(Language.of(language).chances());
      }
    }

    /** Removes the elements of a graph from those that no file has. */
    private void removeFound(ClaimGraph graph) {
      nowhere.removeIf(element -> element.kind() == Element.Kind.SOURCE
          ? graph.findSource(element.id()).isPresent()
          : graph.findClaim(element.id()).isPresent());
      if (nowhere.stream().anyMatch(element -> element.kind() == Element.Kind.SOURCE)) {
        graph.sources().stream().map(Source::id).forEach(sources::add);
      }
      if (nowhere.stream().anyMatch(element -> element.kind() == Element.Kind.CLAIM)) {
        graph.claims().stream().map(Claim::id).forEach(claims::add);
      }
    }

    private void sayNowhere(Element element) {
      Set<String> known = element.kind() == Element.Kind.SOURCE ? sources : claims;
      terminal.say("claimtrace: no " + element + " in any of these files. "
          + new DidYouMean(known).orElse(element.id(), "None of them has an id like it."));
    }

    private void summary() {
      Sentences say = Sentences.of(wanted.isEmpty() ? Language.ENGLISH : Language.of(wanted));
      List<String> parts = new ArrayList<>();
      if (!answers.isEmpty()) {
        String lookedFor = say.say(
            Sentence.QUERY_LOOKED_FOR, condition.description(wanted.isEmpty() ? "en" : wanted));
        parts.add(
            found == 0
                ? say.count(Sentence.QUERY_NONE_FOUND, looked, lookedFor)
                : say.count(Sentence.QUERY_FOUND, found, say.number(looked), lookedFor));
      }
      if (broken > 0) {
        parts.add(say.count(Sentence.CHECK_BROKEN_FILES, broken));
      }
      terminal.say("claimtrace: " + say.list(Sentence.SENTENCE_SEPARATOR, parts));
    }
  }
}
