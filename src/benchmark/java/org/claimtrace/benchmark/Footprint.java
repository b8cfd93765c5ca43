package org.claimtrace.benchmark;

import org.claimtrace.evaluation.CompiledGraph;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.openjdk.jol.info.GraphLayout;

/**
 * What a graph retains in memory, in bytes a claim: of claims each with one evidence and one inference of two premises, read
 * from a file.
 *
 * @param document the graph with the places of its elements, beyond strings and the file's bytes
 * @param compiled what compiling adds
 * @param evaluation what an evaluation adds
 */
record Footprint(double document, double compiled, double evaluation) {

  static Footprint of(int claims) {
    String json = ClaimJson.write(new LayeredClaims(claims, 2, 1).graph());
    ClaimDocument document = ClaimJson.readDocument(json, "claims.json");
    CompiledGraph compiled = CompiledGraph.of(document.graph());
    Evaluation evaluation = Evaluator.usual().evaluate(compiled);
    GraphLayout layout = GraphLayout.parseInstance(document);
    long strings =
        layout.getClassSizes().count(String.class) + layout.getClassSizes().count(byte[].class);
    long withDocument = layout.totalSize();
    long withCompiled = GraphLayout.parseInstance(document, compiled).totalSize();
    long withEvaluation = GraphLayout.parseInstance(document, evaluation).totalSize();
    return new Footprint(
        (double) (withDocument - strings) / claims,
        (double) (withCompiled - withDocument) / claims,
        (double) (withEvaluation - withCompiled) / claims);
  }
}
