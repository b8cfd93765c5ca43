package org.claimtrace.inspection;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.explanation.Outline;
import org.claimtrace.explanation.Prose;
import org.claimtrace.explanation.Style;
import org.claimtrace.result.Result;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector found in an evaluated graph. Findings are in the order of the first element that they are about: those about the
 * whole graph, then those about claims, each with its lines, in document order, then those about sources in document order; and by
 * their code where they are about the same.
 *
 * <p>Stable.
 */
public final class Inspection implements Prose, Result {

  private final Evaluation evaluation;
  private final ImmutableList<Finding> findings;
  private final ImmutableList<Finding> accepted;

  Inspection(Evaluation evaluation, List<Finding> all) {
    this.evaluation = evaluation;
    this.findings =
        all.stream().filter(each -> each.acceptance().isEmpty()).collect(toImmutableList());
    this.accepted =
        all.stream().filter(each -> each.acceptance().isPresent()).collect(toImmutableList());
  }

  /** Returns the evaluation that was inspected. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Returns the findings that the authors of the graph have not accepted. */
  public ImmutableList<Finding> findings() {
    return findings;
  }

  /** Returns the findings of one severity that the authors of the graph have not accepted. */
  public ImmutableList<Finding> findings(Finding.Severity severity) {
    requireNonNull(severity, "severity");
    return findings.stream().filter(each -> each.severity() == severity).collect(toImmutableList());
  }

  /** Returns the findings of one rule that the authors of the graph have not accepted. */
  public ImmutableList<Finding> findings(String code) {
    requireNonNull(code, "code");
    return findings.stream().filter(each -> each.code().equals(code)).collect(toImmutableList());
  }

  /** Returns the findings that the authors of the graph have accepted, each with its {@link Finding#acceptance}. */
  public ImmutableList<Finding> accepted() {
    return accepted;
  }

  /** Returns whether nothing was found but what the authors of the graph have accepted. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  @Override
  public Outline outline(Style style) {
    requireNonNull(style, "style");
    return Outline.of(new InspectionOutline(this, style).outline(), evaluation.graph());
  }

  private ResultComponents components() {
    return ResultComponents.of("Inspection").and("findings", findings).and("accepted", accepted);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Inspection that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "inspection with " + findings.size() + " findings, " + accepted.size() + " accepted";
  }
}
