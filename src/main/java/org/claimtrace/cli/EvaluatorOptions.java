package org.claimtrace.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.PartialDate;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of every command that evaluates a graph. */
final class EvaluatorOptions {

  private static final String TIME_LIMIT = "--time-limit";

  /** About thirty years. */
  private static final BigDecimal MOST_SECONDS = new BigDecimal("1e9");

  /** The bytes of heap for each node of a diagram: twice the most that a node takes while tables grow. */
  private static final int BYTES_OF_NODE = 256;

  private EvaluatorOptions() {}

  static CommandSpec addTo(CommandSpec spec) {
    return spec.addOption(
            option(
                "--standard",
                "STANDARD",
                "how much a verdict takes: preponderance (the default), clear-and-convincing or beyond-reasonable-doubt"))
        .addOption(option(
            "--reviews",
            "POLICY",
            "what published verdicts count for: evidence-first (the default: they stand in where a claim has no evidence),"
                + " reviews-first or evidence-only"))
        .addOption(
            option(
                "--as-of",
                "DATE",
                "evaluate the graph as it stood at the end of a day, a month or a year, such as 2026-02-13, 2026-02 or 2026"))
        .addOption(OptionSpec.builder("--logic")
            .description("read grades by logic alone: above one half is yes, all others are no")
            .build())
        .addOption(OptionSpec.builder("--exact")
            .description("be exact as long as memory lasts, whatever time it takes, where at most "
                + String.format(Locale.ROOT, "%,d", Evaluator.MOST_EXACT_COINS)
                + " grades leave something to chance")
            .build())
        .addOption(
            option(
                "--worlds",
                "NUMBER",
                "how many worlds to sample where the graph is too large to be exact about; 4096 unless said"))
        .addOption(option(
            "--seed",
            "NUMBER",
            "what worlds are sampled with; the same seed gives the same worlds"))
        .addOption(OptionSpec.builder("--ignore-derivation")
            .description(
                "take sources for originals, whatever they are derived from: shows what copies would pretend")
            .build())
        .addOption(
            option(
                TIME_LIMIT,
                "SECONDS",
                "give up, with exit status 2, after so many seconds, such as 10 or 0.5; as long as it takes unless said"));
  }

  static OptionSpec option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  /**
   * Returns the evaluator with the options of a command line.
   *
   * @throws UsageException if an option has an invalid value
   */
  static Evaluator evaluator(ParseResult arguments) throws UsageException {
    return builder(arguments).build();
  }

  /**
   * Returns a builder of the evaluator with the options of a command line.
   *
   * @throws UsageException if an option has an invalid value
   */
  static Evaluator.Builder builder(ParseResult arguments) throws UsageException {
    Evaluator.Builder evaluator = Evaluator.builder()
        .standard(
            new Words<>("--standard", Standard.values()).find(arguments, Standard.PREPONDERANCE))
        .reviews(new Words<>("--reviews", ReviewPolicy.values())
            .find(arguments, ReviewPolicy.EVIDENCE_FIRST))
        .byLogic(arguments.hasMatchedOption("--logic"))
        .ignoresDerivation(arguments.hasMatchedOption("--ignore-derivation"));
    if (arguments.hasMatchedOption("--as-of")) {
      evaluator.asOf(date(arguments, "--as-of"));
    }
    if (arguments.hasMatchedOption("--exact")) {
      evaluator.nodeBudget(nodesOfHeap()).timesSampling(Integer.MAX_VALUE);
    }
    if (arguments.hasMatchedOption("--worlds")) {
      evaluator.worlds((int) number(arguments, "--worlds", 1, 1 << 24));
    }
    if (arguments.hasMatchedOption("--seed")) {
      evaluator.seed(number(arguments, "--seed", Long.MIN_VALUE, Long.MAX_VALUE));
    }
    return evaluator;
  }

  /**
   * Returns the time limit of the whole command, including reading and writing; empty if there is none.
   *
   * @throws UsageException if the option's value is not a valid number of seconds
   */
  static Optional<Duration> timeLimit(ParseResult arguments) throws UsageException {
    if (!arguments.hasMatchedOption(TIME_LIMIT)) {
      return Optional.empty();
    }
    String text = arguments.matchedOptionValue(TIME_LIMIT, "");
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.signum() > 0 && seconds.compareTo(MOST_SECONDS) <= 0) {
        long nanoseconds = seconds.movePointRight(9).longValue();
        return Optional.of(Duration.ofNanos(Math.max(1, nanoseconds)));
      }
    } catch (NumberFormatException e) {
      // The same remedy as for a number out of range.
    }
    throw new UsageException(TIME_LIMIT + ": '" + text
        + "' is not a number of seconds. Write one greater than 0, such as 10 or 0.5.");
  }

  /** Returns the number of nodes for which the heap has room, besides those of later queries. */
  private static int nodesOfHeap() {
    return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / BYTES_OF_NODE);
  }

  private static long number(ParseResult arguments, String option, long least, long most)
      throws UsageException {
    String text = arguments.matchedOptionValue(option, "");
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same remedy as for a number out of range.
    }
    throw new UsageException(
        option + ": '" + text + "' is not a whole number from " + least + " to " + most + ".");
  }

  /**
   * Returns the date that is the value of an option.
   *
   * @throws UsageException if the value is not a date
   */
  static PartialDate date(ParseResult arguments, String option) throws UsageException {
    try {
      return PartialDate.parse(arguments.matchedOptionValue(option, ""));
    } catch (InvalidValueException e) {
      Problem problem = e.problems().get(0);
      throw new UsageException(
          option + ": " + problem.message() + ". " + problem.remedy().replace("\"", ""));
    }
  }

  /** Evaluates a graph, and writes a note on the method to the terminal if readers ought to know it. */
  static Evaluation evaluate(Evaluator evaluator, ClaimGraph graph, Terminal terminal) {
    Evaluation evaluation = evaluator.evaluate(graph);
    note(evaluation).ifPresent(terminal::say);
    return evaluation;
  }

  /**
   * Evaluates a graph with the options of a command line, and writes a note on the method to the terminal if readers ought to
   * know it.
   */
  static Evaluation evaluate(ParseResult arguments, ClaimGraph graph, Terminal terminal)
      throws UsageException {
    return evaluate(evaluator(arguments), graph, terminal);
  }

  /** Returns a note on the method of an evaluation, if readers ought to know it. */
  static Optional<String> note(Evaluation evaluation) {
    if (evaluation.isByLogic()) {
      return hasNumbers(evaluation.graph())
          ? Optional.of(
              "claimtrace: grades are read by logic alone: above one half is yes, all others are no.")
          : Optional.empty();
    }
    if (evaluation.method() != Method.SAMPLED) {
      return Optional.empty();
    }
    int worlds = evaluation.worlds().orElseThrow();
    return Optional.of(String.format(
        Locale.ROOT,
        "claimtrace: too much is left to chance to be exact about; probabilities are counted in %,d sampled worlds, good"
            + " to about %.1f percentage points.",
        worlds,
        100 / Math.sqrt(worlds)));
  }

  /** Returns whether any grade of a graph lies between 0 and 1. */
  private static boolean hasNumbers(ClaimGraph graph) {
    return Stream.concat(
            graph.sources().stream().map(source -> source.reliability()),
            graph.claims().stream()
                .flatMap(claim -> Stream.concat(
                    claim.evidence().stream().map(evidence -> evidence.strength()),
                    claim.inferences().stream().map(inference -> inference.strength()))))
        .anyMatch(grade -> !grade.isCertain());
  }
}
