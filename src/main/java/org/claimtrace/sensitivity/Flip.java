package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;

/**
 * A change that changes a verdict, while no part of it does.
 *
 * @param changes what is to change, one or two things, by id
 * @param verdict the verdict then
 */
public record Flip(ImmutableList<Change> changes, Verdict verdict) {

  /**
   * A grade that is to be another. A source whose grade is to be 0 is discredited, a line struck.
   *
   * @param element a source, evidence, inference, or review to be struck
   * @param grade the grade as it is
   * @param from the least grade that it may have then
   * @param to the greatest grade that it may have then
   */
  public record Change(Element element, double grade, double from, double to) {

    /** How far the grade has to move. */
    public double distance() {
      return Math.max(0, Math.max(from - grade, grade - to));
    }
  }

  /** How far the grades have to move together. */
  public double distance() {
    return changes.stream().mapToDouble(Change::distance).sum();
  }
}
