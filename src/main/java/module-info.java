import org.jspecify.annotations.NullMarked;

/**
 * Arguments as graphs of claims, sources and verdicts: evaluated, and explained down to where the chain of reasoning breaks.
 *
 * <p>The command ({@code org.claimtrace.cli}), its wording and the inner rooms of explanations are no part of the interface.
 * Nothing is opened for reflection.
 */
@NullMarked
module org.claimtrace {
  requires tools.jackson.core;
  requires transitive com.google.common;
  requires org.jgrapht.core;
  requires static info.picocli;
  // Only the command writes XML.
  requires static java.xml;
  // Annotations that Jackson reads where it is there; whoever has no Jackson needs them neither to
  // compile nor to run.
  requires static com.fasterxml.jackson.annotation;
  // Not transitive, or whoever requires this module would need them to compile.
  requires static com.google.errorprone.annotations;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports org.claimtrace;
  exports org.claimtrace.change;
  exports org.claimtrace.evaluation;
  exports org.claimtrace.explanation;
  exports org.claimtrace.inspection;
  exports org.claimtrace.json;
  exports org.claimtrace.model;
  exports org.claimtrace.problem;
  exports org.claimtrace.query;
  exports org.claimtrace.report;
  exports org.claimtrace.result;
  exports org.claimtrace.sensitivity;
  exports org.claimtrace.testing;

  uses org.claimtrace.result.writing.ResultWriter;

  provides org.claimtrace.result.writing.ResultWriter with
      org.claimtrace.report.provider.JsonResultWriter;
}
