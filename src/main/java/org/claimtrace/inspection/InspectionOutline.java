package org.claimtrace.inspection;

import java.util.List;
import org.claimtrace.explanation.Style;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Text;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Sentence;

/** Renders an inspection as an outline: the gravest findings first, each with its remedy, then what was accepted. */
final class InspectionOutline {

  private final Inspection inspection;
  private final ClaimGraph graph;
  private final FindingPhrases phrases;
  private final Outline.Builder outline;

  InspectionOutline(Inspection inspection, Style style) {
    this.inspection = inspection;
    graph = inspection.evaluation().graph();
    phrases = new FindingPhrases(inspection.evaluation(), style.language());
    outline = phrases.outline();
  }

  Outline outline() {
    outline.title(phrases.say(Sentence.FINDING_TITLE, phrases.title()));
    if (inspection.isEmpty()) {
      outline.lead(phrases.say(Sentence.FINDING_NONE));
    }
    section(Sentence.FINDING_ERRORS, inspection.findings(Severity.ERROR));
    section(Sentence.FINDING_WARNINGS, inspection.findings(Severity.WARNING));
    section(Sentence.FINDING_NOTES, inspection.findings(Severity.NOTE));
    section(Sentence.FINDING_ACCEPTED, inspection.accepted());
    return outline.build();
  }

  private void section(Sentence heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    outline.section(phrases.count(heading, findings.size()));
    for (Finding finding : findings) {
      if (!finding.elements().isEmpty()) {
        outline.about(finding.elements().get(0));
      }
      outline.item(
          0, phrases.say(Sentence.FINDING_CODED, phrases.told(finding.message()), finding.code()));
      outline.sentence(
          1,
          true,
          finding
              .acceptance()
              .map(by -> phrases.say(Sentence.FINDING_BECAUSE, reason(by.because())))
              .orElseGet(() -> phrases.told(finding.remedy())));
    }
  }

  private String reason(Text because) {
    return phrases.text(because);
  }

  @Override
  public String toString() {
    return "outline of " + inspection + " of " + graph;
  }
}
