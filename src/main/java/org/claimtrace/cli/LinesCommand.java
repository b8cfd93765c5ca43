package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Premise;
import org.claimtrace.report.ResultJson;
import org.claimtrace.report.ResultJson.ListedLines;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Isolation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code claimtrace lines}: names the lines of a graph, in the words of the file. */
final class LinesCommand implements Subcommand {

  private static final int WIDEST_ID = 50;

  @Override
  public CommandSpec spec() {
    CommandSpec spec = SubcommandSpec.named(
        "lines",
        "Names the lines of a claim file: what bears on each claim.",
        "The ids are those that other commands, and 'overrides' in the file, name lines by. What stands beside them is in the words"
            + " of the file.",
        "",
        "Examples:",
        "  claimtrace lines claims/gpt-4o-retro.json",
        "  claimtrace lines claims/gpt-4o-retro.json 4o-taken-to-extend-elite-lives",
        "  claimtrace lines claims/gpt-4o-retro.json --format json | jq '.claims[][].id'");
    return spec.addPositional(SubcommandSpec.file())
        .addPositional(
            SubcommandSpec.optional(1, "CLAIM", "the id of the claim; every claim unless said"))
        .addOption(EvaluatorOptions.option(
            "--format", "FORMAT", "text (the default) or json (for programs)"));
  }

  @Override
  public ExitStatus run(ParseResult arguments, Terminal terminal)
      throws UsageException, IOException {
    TextFormat format = TextFormat.of(arguments);
    ClaimGraph graph = ClaimFile.named(arguments.matchedPositionalValue(0, "")).read();
    ImmutableList<String> claims = arguments.hasMatchedPositional(1)
        ? ImmutableList.of(new ElementName(graph).claim(arguments.matchedPositionalValue(1, "")))
        : graph.claims().stream().map(Claim::id).collect(ImmutableList.toImmutableList());
    if (format == TextFormat.JSON) {
      ResultJson.write(new ListedLines(graph, claims), terminal.out());
      return ExitStatus.FINE;
    }
    for (String claim : claims) {
      terminal.result(Isolation.isolated(claim));
      List<Element> lines = graph.lines(claim);
      int width = lines.stream()
          .mapToInt(line -> Columns.width(line.id()))
          .filter(each -> each <= WIDEST_ID)
          .max()
          .orElse(0);
      for (Element line : lines) {
        String padding = " ".repeat(Math.max(0, width - Columns.width(line.id())));
        terminal.result(
            "  " + Isolation.isolated(line.id()) + padding + "  " + description(graph, line));
      }
      if (lines.isEmpty()) {
        terminal.result("  (no lines)");
      }
    }
    return ExitStatus.FINE;
  }

  private static String description(ClaimGraph graph, Element line) {
    StringJoiner words = new StringJoiner(" ");
    words.add(line.kind().toString());
    graph
        .findEvidence(line.id())
        .ifPresent(evidence ->
            words.add(evidence.stance().toString()).add(Isolation.isolated(evidence.sourceId())));
    graph
        .findReview(line.id())
        .ifPresent(review ->
            words.add(review.verdict().toString()).add(Isolation.isolated(review.reviewer())));
    graph.findInference(line.id()).ifPresent(inference -> inference(words, inference));
    return words.toString();
  }

  private static void inference(StringJoiner words, Inference inference) {
    StringJoiner premises = new StringJoiner(", ");
    for (Premise premise : inference.premises()) {
      premises.add((premise.isNegated() ? "not " : "") + Isolation.isolated(premise.claimId()));
    }
    words.add(inference.stance().toString()).add("from").add(premises.toString());
    list(words, "assuming", inference.assuming());
    list(words, "unless", inference.unless());
    inference.by().ifPresent(source -> words.add("by").add(Isolation.isolated(source)));
  }

  private static void list(StringJoiner words, String name, List<String> ids) {
    if (!ids.isEmpty()) {
      StringJoiner all = new StringJoiner(", ");
      ids.forEach(id -> all.add(Isolation.isolated(id)));
      words.add(name).add(all.toString());
    }
  }
}
