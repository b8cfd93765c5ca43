package org.claimtrace.inspection;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Text;

/**
 * One thing that the inspection looks for. Implement it to look for something of your own, and add it by {@link
 * Inspector.Builder#add}.
 *
 * <p>A rule is safe to share between threads and always finds the same in the same evaluation.
 *
 * <p>Stable.
 */
public interface InspectionRule {

  /** Returns the stable code of its findings: words in lower case with hyphens, such as {@code circular-sourcing}. */
  String code();

  /** Returns how grave its findings are, unless an inspector says otherwise. */
  Finding.Severity severity();

  /** Returns what it looks for, in a sentence. */
  Text description();

  /** Returns why that matters to somebody who checks facts, in a sentence. */
  Text reason();

  /** Returns a graph in which it finds something; absent if there is no example. */
  default Optional<ClaimGraph> badExample() {
    return Optional.empty();
  }

  /** Returns a graph like the bad example in which it finds nothing; absent if there is no example. */
  default Optional<ClaimGraph> goodExample() {
    return Optional.empty();
  }

  /**
   * Finds what there is to find, in any order; {@link Finding#builder} begins a finding.
   *
   * @throws CancellationException if the thread is interrupted or the time limit of the evaluation is up
   */
  Stream<Finding> findings(Evaluation evaluation);
}
