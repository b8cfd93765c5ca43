package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.inspection.InspectedGraph.Statement;
import org.claimtrace.model.Claim;
import org.claimtrace.model.Element;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/** A rule of this library that looks at one claim after the other. */
abstract class ClaimRule extends UsualRule {

  ClaimRule(String code, Severity severity) {
    super(code, severity);
  }

  @Override
  final void find(InspectedGraph inspected, Consumer<Finding> found) {
    inspected.graph().claims().forEach(claim -> find(inspected, claim, found));
  }

  /** Finds what there is to find about a claim, in any order. */
  abstract void find(InspectedGraph inspected, Claim claim, Consumer<Finding> found);

  /**
   * Finds that all that counts for a claim comes from sources of one sort.
   *
   * @param statements the pieces of evidence for it that count
   * @param isOfTheSort whether a piece of evidence is from such a source; if one is not, or a step for the claim can fire, nothing is
   *     found
   * @param sentence the message: the number of the sources, the claim, and their names
   */
  final void findAllFrom(
      InspectedGraph inspected,
      Claim claim,
      ImmutableList<Statement> statements,
      Predicate<Statement> isOfTheSort,
      Sentence sentence,
      Consumer<Finding> found) {
    if (statements.isEmpty()
        || !statements.stream().allMatch(isOfTheSort)
        || inspected.anyStepFires(claim, Stance.SUPPORTS)) {
      return;
    }
    ImmutableList<String> sources = InspectedGraph.sources(statements.stream());
    found.accept(finding(
            inspected,
            phrases -> phrases.count(
                sentence, sources.size(), phrases.quoted(claim.id()), phrases.citedAll(sources)),
            Element.claim(claim.id()))
        .related("sources", InspectedGraph.asSources(sources))
        .build());
  }
}
