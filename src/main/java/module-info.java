import org.jspecify.annotations.NullMarked;

/**
 * Arguments as graphs of claims, sources and verdicts: evaluated, and explained down to where the chain of reasoning breaks.
 *
 * <p>The command ({@code org.claimtrace.cli}) and its wording are no part of the interface. Nothing is opened for reflection.
 */
@NullMarked
module org.claimtrace {
  requires tools.jackson.core;
  requires transitive com.google.common;
  requires static info.picocli;
  requires static transitive org.assertj.core;
  requires static transitive org.jspecify;
  requires static transitive org.junit.jupiter.api;

  exports org.claimtrace;
  exports org.claimtrace.evaluation;
  exports org.claimtrace.explanation;
  exports org.claimtrace.json;
  exports org.claimtrace.model;
  exports org.claimtrace.problem;
  exports org.claimtrace.report;
  exports org.claimtrace.sensitivity;
  exports org.claimtrace.testing;
}
