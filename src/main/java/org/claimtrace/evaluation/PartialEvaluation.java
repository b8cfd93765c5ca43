package org.claimtrace.evaluation;

import com.google.common.collect.ImmutableSet;

/**
 * An evaluation of some claims of a graph, with the sources that they use.
 *
 * @param evaluation the evaluation, of a graph that has other claims too, which the first read
 * @param claims the claims
 */
record PartialEvaluation(Evaluation evaluation, ImmutableSet<String> claims) {

  /** Returns whether one of the claims has a line. */
  boolean hasLine(String id) {
    return evaluation.graph().findLine(id).isPresent();
  }

  /** Returns whether it knows of a source. */
  boolean hasSource(String id) {
    return evaluation.graph().findSource(id).isPresent();
  }
}
