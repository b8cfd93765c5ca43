package org.claimtrace.inspection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.model.Acceptance;
import org.claimtrace.model.Element;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Inspects evaluated graphs by rules. Immutable.
 *
 * <p>Stable.
 */
public final class Inspector implements WithoutJson {

  private static final Inspector USUAL = builder().build();

  private final ImmutableMap<String, InspectionRule> all;
  private final ImmutableSet<String> off;
  private final ImmutableMap<String, Severity> severities;

  private Inspector(Builder builder) {
    all = ImmutableMap.copyOf(builder.rules);
    off = ImmutableSet.copyOf(builder.off);
    severities = ImmutableMap.copyOf(builder.severities);
  }

  /** Returns the inspector with every rule of this library, each as grave as it says. */
  public static Inspector usual() {
    return USUAL;
  }

  /** Returns a builder of an inspector with every rule of this library. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the rules that are not switched off, in the order in which they are documented; those added come last. */
  public ImmutableList<InspectionRule> rules() {
    return all.values().stream()
        .filter(rule -> !off.contains(rule.code()))
        .collect(toImmutableList());
  }

  /**
   * Inspects an evaluated graph. Takes time linear in the graph, and a small number of scenarios for rules that ask what would become
   * of a verdict.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public Inspection inspect(Evaluation evaluation) {
    requireNonNull(evaluation, "evaluation");
    return within(evaluation, null);
  }

  /**
   * Inspects an evaluated graph, and gives each finding its place.
   *
   * @param places the document that the graph was read from
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  public Inspection inspect(Evaluation evaluation, ClaimDocument places) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(places, "places");
    return within(evaluation, places);
  }

  private Inspection within(Evaluation evaluation, @Nullable ClaimDocument places) {
    Cancellation.check();
    return Cancellation.within(
        evaluation.timeLimit().orElse(null), () -> inspected(evaluation, places));
  }

  private Inspection inspected(Evaluation evaluation, @Nullable ClaimDocument places) {
    InspectedGraph inspected = new InspectedGraph(evaluation);
    ImmutableListMultimap<String, Acceptance> acceptances =
        Multimaps.index(evaluation.graph().accepted(), Acceptance::finding);
    Set<Acceptance> matching = new LinkedHashSet<>();
    List<Finding> found = new ArrayList<>();
    Consumer<Finding> add = finding -> {
      Severity severity = severities.getOrDefault(finding.code(), finding.severity());
      Finding graded = severity == finding.severity() ? finding : finding.with(severity);
      ImmutableList<Acceptance> by = acceptances.get(finding.code()).stream()
          .filter(finding::isAcceptedBy)
          .collect(toImmutableList());
      matching.addAll(by);
      found.add(by.isEmpty() ? graded : graded.accepted(by.get(0)));
    };
    for (InspectionRule rule : rules()) {
      Cancellation.check();
      if (rule instanceof UnmatchedAcceptance) {
        // It needs all other findings.
        continue;
      }
      if (rule instanceof UsualRule usual) {
        usual.find(inspected, add);
      } else {
        rule.findings(evaluation).forEach(add);
      }
    }
    rules().stream()
        .filter(UnmatchedAcceptance.class::isInstance)
        .map(UnmatchedAcceptance.class::cast)
        .forEach(rule -> rule.find(inspected, matching, off, add));
    new DocumentOrder(evaluation.graph()).sort(found);
    if (places != null) {
      found.replaceAll(finding -> located(finding, places));
    }
    return new Inspection(evaluation, found);
  }

  private static Finding located(Finding finding, ClaimDocument places) {
    if (finding.elements().isEmpty()) {
      return finding.at(places.place(finding.pointer()));
    }
    return place(finding.elements().get(0), places).map(finding::at).orElse(finding);
  }

  /** Returns the place of an element; absent if a scenario added the line. */
  private static Optional<Place> place(Element element, ClaimDocument places) {
    try {
      return Optional.of(places.place(element));
    } catch (UnknownIdException e) {
      return Optional.empty();
    }
  }

  /** Returns a builder with the rules of this inspector. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.rules.clear();
    builder.rules.putAll(all);
    builder.off.addAll(off);
    builder.severities.putAll(severities);
    return builder;
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "inspector with " + rules().size() + " rules"
        + (severities.isEmpty() ? "" : ", severities: " + severities);
  }

  /** Builds an inspector. Not safe for use by several threads. */
  @SuppressWarnings("exports")
  public static final class Builder {

    private final Map<String, InspectionRule> rules = new LinkedHashMap<>();
    private final Set<String> off = new LinkedHashSet<>();
    private final Map<String, Severity> severities = new LinkedHashMap<>();

    private Builder() {
      UsualRules.ALL.forEach(rule -> rules.put(rule.code(), rule));
    }

    private void requireKnown(String code) {
      if (!rules.containsKey(code)) {
        throw new UnknownIdException("rule", code, rules.keySet());
      }
    }

    /**
     * Switches rules off.
     *
     * @param codes their codes
     * @throws UnknownIdException if there is no such rule
     */
    @CanIgnoreReturnValue
    public Builder without(String... codes) {
      requireNonNull(codes, "codes");
      for (String code : codes) {
        requireKnown(requireNonNull(code, "codes"));
        off.add(code);
      }
      return this;
    }

    /**
     * Switches every rule off but some.
     *
     * @param codes their codes
     * @throws UnknownIdException if there is no such rule
     */
    @CanIgnoreReturnValue
    public Builder only(String... codes) {
      requireNonNull(codes, "codes");
      off.clear();
      off.addAll(rules.keySet());
      for (String code : codes) {
        requireKnown(requireNonNull(code, "codes"));
        off.remove(code);
      }
      return this;
    }

    /**
     * Sets how grave all findings of a rule are.
     *
     * @param code its code
     * @throws UnknownIdException if there is no such rule
     */
    @CanIgnoreReturnValue
    public Builder severity(String code, Severity severity) {
      requireNonNull(code, "code");
      requireNonNull(severity, "severity");
      requireKnown(code);
      severities.put(code, severity);
      return this;
    }

    /**
     * Adds a rule.
     *
     * @throws IllegalArgumentException if there is a rule with its code
     */
    @CanIgnoreReturnValue
    public Builder add(InspectionRule rule) {
      requireNonNull(rule, "rule");
      checkArgument(
          !rules.containsKey(rule.code()), "there is a rule with the code '%s'", rule.code());
      rules.put(rule.code(), rule);
      return this;
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return "builder of an " + build();
    }

    /** Returns the inspector. */
    public Inspector build() {
      return new Inspector(this);
    }
  }
}
