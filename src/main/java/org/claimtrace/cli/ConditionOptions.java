package org.claimtrace.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrace.evaluation.Label;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.query.ClaimCondition;
import org.claimtrace.query.DateRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that make up a condition on claims. A claim must meet all of them; {@code --not} negates the option after it, and
 * {@code --or} begins an alternative group of options.
 */
final class ConditionOptions {

  private static final String NOT = "--not";
  private static final String OR = "--or";

  /** Converts the value of an option to a condition. */
  private interface Reading {
    ClaimCondition of(String value) throws UsageException;
  }

  private static final ImmutableMap<String, Reading> READINGS =
      ImmutableMap.<String, Reading>builder()
          .put("--verdict", anyOf("--verdict", Verdict.values(), ClaimCondition::verdict))
          .put("--belief-above", value -> belief("--belief-above", value))
          .put("--belief-below", value -> belief("--belief-below", value))
          .put("--text", words("--text", ClaimCondition::says))
          .put("--about", words("--about", ClaimCondition::about))
          .put("--kind", anyOf("--kind", ClaimKind.values(), ClaimCondition::kind))
          .put("--diagnosis", anyOf("--diagnosis", Diagnosis.values(), ClaimCondition::diagnosis))
          .put("--uses", value -> ClaimCondition.uses(id("--uses", "source:", value)))
          .put("--rests-on", value -> ClaimCondition.restsOn(id("--rests-on", "source:", value)))
          .put(
              "--depends-on",
              value -> ClaimCondition.dependsOn(id("--depends-on", "claim:", value)))
          .put("--part-of", value -> ClaimCondition.partOf(id("--part-of", "claim:", value)))
          .put("--made-of", value -> ClaimCondition.madeOf(id("--made-of", "claim:", value)))
          .put("--by", value -> ClaimCondition.assertedBy(id("--by", "source:", value)))
          .put("--claimed-by", words("--claimed-by", ClaimCondition::claimedBy))
          .put("--appeared", value -> ClaimCondition.appeared(dates("--appeared", value)))
          .put(
              "--evidence-from",
              value -> ClaimCondition.hasEvidenceFrom(dates("--evidence-from", value)))
          .buildOrThrow();

  private ConditionOptions() {}

  static CommandSpec addTo(CommandSpec spec) {
    return spec.addOption(stated(
            "--verdict",
            "VERDICT",
            "the verdict: supported, misleading, refuted, conflicting or unverified; several with commas between them for any"
                + " of them"))
        .addOption(
            stated(
                "--belief-above",
                "NUMBER",
                "supported in more than this share of worlds, such as 0.9; refuted=0.9 and so on for the other labels"))
        .addOption(stated("--belief-below", "NUMBER", "the same, in less than this share"))
        .addOption(stated(
            "--text",
            "WORDS",
            "words in the text, in any language; case, width and accents make no difference"))
        .addOption(stated(
            "--about", "NAME", "whom or what the claim is about: a whole name, or words of it"))
        .addOption(stated("--kind", "KIND", "fact, opinion or prediction"))
        .addOption(
            stated(
                "--uses",
                "SOURCE",
                "the source is used somewhere below the claim: as evidence, as a relay, as what a source is derived from, as a reviewer"))
        .addOption(stated(
            "--rests-on",
            "SOURCE",
            "the verdict would be another one without the source, all else as it is"))
        .addOption(
            stated(
                "--depends-on",
                "CLAIM",
                "the other claim is somewhere below it: as a premise, assumption or exception, or as what contradicts it"))
        .addOption(stated("--part-of", "CLAIM", "it is a part of the other claim"))
        .addOption(stated("--made-of", "CLAIM", "it is made of parts, and the other claim is one"))
        .addOption(stated(
            "--by", "SOURCE", "the claim appears in the source, or the source argues for it"))
        .addOption(stated("--claimed-by", "NAME", "the claimant: a whole name, or words of it"))
        .addOption(
            stated(
                "--appeared",
                "DATES",
                "it appeared somewhere then: 2026-02-13, 2026-02, 2026, or 2025..2026-02, 2025.. and ..2026"))
        .addOption(stated("--evidence-from", "DATES", "it has evidence from then"))
        .addOption(stated(
            "--diagnosis",
            "WORD",
            "what the argument for it comes to, such as broken-leap or false-premise"))
        .addOption(sign(NOT, "turn the next of these round"))
        .addOption(sign(OR, "or else what comes after it"));
  }

  private static OptionSpec stated(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /** Returns an option without a value that may be given several times. */
  private static OptionSpec sign(String name, String description) {
    return OptionSpec.builder(name)
        .arity("0")
        .type(List.class)
        .auxiliaryTypes(Boolean.class)
        .description(description)
        .build();
  }

  /**
   * Returns the condition of a command line.
   *
   * @throws UsageException if there is no condition, or an option has an invalid value
   */
  static ClaimCondition condition(ParseResult arguments) throws UsageException {
    Group group = new Group();
    @Nullable ClaimCondition before = null;
    Map<String, Integer> taken = new HashMap<>();
    for (OptionSpec option : arguments.matchedOptions()) {
      String name = option.longestName();
      Reading reading = READINGS.get(name);
      if (name.equals(NOT)) {
        group.negate();
      } else if (name.equals(OR)) {
        before = either(before, group.end());
        group = new Group();
      } else if (reading != null) {
        int number = taken.merge(name, 1, Integer::sum) - 1;
        group.add(reading.of(option.stringValues().get(number)));
      }
    }
    if (before == null && !group.begun()) {
      throw new UsageException(
          "query needs to know what is looked for: " + String.join(", ", READINGS.keySet()) + ".");
    }
    return either(before, group.end());
  }

  private static ClaimCondition either(@Nullable ClaimCondition before, ClaimCondition condition) {
    return before == null ? condition : before.or(condition);
  }

  /** A group of conditions that must all be met. */
  private static final class Group {

    private @Nullable ClaimCondition all;
    private boolean negated;

    boolean begun() {
      return all != null || negated;
    }

    void negate() throws UsageException {
      if (negated) {
        throw new UsageException("--not stands twice before one condition. Leave both out.");
      }
      negated = true;
    }

    void add(ClaimCondition condition) {
      ClaimCondition next = negated ? ClaimCondition.not(condition) : condition;
      ClaimCondition before = all;
      all = before == null ? next : before.and(next);
      negated = false;
    }

    ClaimCondition end() throws UsageException {
      ClaimCondition condition = all;
      if (negated) {
        throw new UsageException("--not needs a condition after it.");
      }
      if (condition == null) {
        throw new UsageException("--or needs a condition on either side of it.");
      }
      return condition;
    }
  }

  /** Returns a reading of a list of words, separated by commas, of which any may apply. */
  private static <T> Reading anyOf(String option, T[] values, Several<T> condition) {
    Words<T> words = new Words<>(option, values);
    return value -> {
      ImmutableList.Builder<T> found = ImmutableList.builder();
      for (String word : Splitter.on(',').trimResults().split(value)) {
        found.add(words.find(word));
      }
      ImmutableList<T> all = found.build();
      return condition.of(all.get(0), all.subList(1, all.size()).toArray(Arrays.copyOf(values, 0)));
    };
  }

  /** Creates a condition on one or several values. */
  private interface Several<T> {
    ClaimCondition of(T first, T[] others);
  }

  private static Reading words(String option, Function<String, ClaimCondition> condition) {
    return value -> {
      try {
        return condition.apply(value);
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            option + ": there are no letters in '" + value + "'. Write what to look for.");
      }
    };
  }

  private static String id(String option, String kind, String value) throws UsageException {
    String id = value.startsWith(kind) ? value.substring(kind.length()) : value;
    if (id.isBlank()) {
      throw new UsageException(option + " needs an id.");
    }
    return id;
  }

  private static ClaimCondition belief(String option, String value) throws UsageException {
    int equals = value.indexOf('=');
    Label label = equals < 0
        ? Label.SUPPORTED
        : new Words<>(option, Label.values()).find(value.substring(0, equals));
    double threshold = probability(value.substring(equals + 1))
        .orElseThrow(
            () -> new UsageException(
                option + ": '" + value
                    + "' is not a probability. Write a number from 0 to 1, such as 0.9, or with another label before it, such as refuted=0.9."));
    return option.equals("--belief-above")
        ? ClaimCondition.beliefAbove(label, threshold)
        : ClaimCondition.beliefBelow(label, threshold);
  }

  private static Optional<Double> probability(String text) {
    return text.matches("[0-9]*\\.?[0-9]+") && Double.parseDouble(text) <= 1
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }

  private static DateRange dates(String option, String value) throws UsageException {
    int dots = value.indexOf("..");
    Optional<PartialDate> from = date(option, dots < 0 ? value : value.substring(0, dots), value);
    if (dots < 0) {
      return new DateRange(from, from);
    }
    Optional<PartialDate> to = date(option, value.substring(dots + 2), value);
    try {
      return new DateRange(from, to);
    } catch (IllegalArgumentException e) {
      throw dates(option, value, "ends before it begins");
    }
  }

  private static Optional<PartialDate> date(String option, String date, String value)
      throws UsageException {
    if (date.isEmpty() && value.length() > 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.parse(date));
    } catch (InvalidValueException e) {
      throw dates(option, value, "is not a date");
    }
  }

  private static UsageException dates(String option, String value, String fault) {
    return new UsageException(
        option + ": '" + value + "' " + fault
            + ". Write a date, such as 2026, 2026-02 or 2026-02-13, or two with .. between them, such as 2025..2026-02.");
  }
}
