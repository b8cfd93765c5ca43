package org.claimtrace.explanation.telling;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.LineReport.Reading;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.Sentence;

/** The phrases for lines: their stance, their chance and their author. Not safe for use by several threads. */
final class LinePhrases {

  private final ExplanationPhrases phrases;

  LinePhrases(ExplanationPhrases phrases) {
    this.phrases = phrases;
  }

  /**
   * Returns a sentence that a number of sources bear on a claim.
   *
   * @param line a line of the claim
   */
  String sources(Element line, Stance stance, int number, String names) {
    Optional<Evidence> shown = phrases
        .graph()
        .findEvidence(line.id())
        .filter(evidence -> evidence.isExhibit() && stance != Stance.QUALIFIES);
    if (shown.isPresent()) {
      return phrases.count(
          stance == Stance.SUPPORTS ? Sentence.SHOWN : Sentence.SHOWN_AGAINST, number, names);
    }
    return phrases.count(
        switch (stance) {
          case SUPPORTS -> Sentence.SOURCES;
          case REFUTES -> Sentence.SOURCES_AGAINST;
          case QUALIFIES ->
            isOnAcceptedClaim(line)
                ? Sentence.SOURCES_QUALIFYING
                : Sentence.SOURCES_QUALIFYING_UNPROVEN;
        },
        number,
        names);
  }

  /** Returns the introduction to the premises of a step that holds; it ends in a colon. */
  String follows(Element line, Stance stance, boolean allNegated, int premises) {
    return phrases.count(
        switch (stance) {
          case SUPPORTS -> allNegated ? Sentence.FOLLOWS_FROM_FALSE : Sentence.FOLLOWS_FROM;
          case REFUTES -> allNegated ? Sentence.AGAINST_IT_FALSE : Sentence.AGAINST_IT;
          case QUALIFIES ->
            isOnAcceptedClaim(line) ? Sentence.WHAT_IS_MISSING : Sentence.THIS_QUALIFIES_IT;
        },
        premises);
  }

  /** Returns whether the claim of a line is accepted; only of such a claim can be said that it leaves something out. */
  private boolean isOnAcceptedClaim(Element line) {
    return ExplanationPhrases.isAccepted(
        phrases.evaluation().verdict(phrases.graph().claimOf(line.id()).id()));
  }

  /** Returns the introduction to a step that fails. */
  String fails(Stance stance) {
    return phrases.say(
        switch (stance) {
          case SUPPORTS -> Sentence.STEP_FAILS;
          case REFUTES -> Sentence.STEP_AGAINST_FAILS;
          case QUALIFIES -> Sentence.STEP_QUALIFYING_FAILS;
        });
  }

  /** Returns the author of a step; empty if it is not known. */
  String madeBy(Optional<Inference> inference) {
    return inference
        .flatMap(Inference::by)
        .map(each -> phrases.say(Sentence.STEP_BY, phrases.source(each)))
        .orElse("");
  }

  /** Returns a published verdict that counts, with the chance that its reviewer is right. */
  String review(LineReport line) {
    Review review = phrases.graph().findReview(line.element().id()).orElseThrow();
    Sentence sentence = switch (line.stance()) {
      case SUPPORTS -> Sentence.PUBLISHED_FOR;
      case REFUTES -> Sentence.PUBLISHED_AGAINST;
      case QUALIFIES -> Sentence.PUBLISHED_QUALIFYING;
    };
    String words = phrases.say(
        sentence,
        phrases.source(review.reviewer()),
        phrases.reviewWords(phrases.graph().claimOf(line.element().id()).id(), review));
    return phrases.frequencies().besideLine(words, line);
  }

  /**
   * Returns the source of a piece of evidence, with its chance unless its obstacles give it.
   *
   * @param saysStance whether the stance is included; otherwise a heading has it
   * @param carriesWithOthers whether its obstacles are not rendered
   */
  String evidence(LineReport line, boolean saysStance, boolean carriesWithOthers) {
    String source = phrases.sourceOf(evidence(line));
    String words = saysStance ? sources(line.element(), line.stance(), 1, source) : source;
    return includesChance(line) && !carriesWithOthers
        ? words
        : phrases.frequencies().besideLine(words, line);
  }

  Evidence evidence(LineReport line) {
    return phrases.graph().findEvidence(line.element().id()).orElseThrow();
  }

  /** Returns whether the only obstacle of a line is rendered with its chance, which is that of the line's failure. */
  private boolean includesChance(LineReport line) {
    if (line.obstacles().size() != 1) {
      return false;
    }
    Obstacle only = line.obstacles().get(0);
    boolean isItsOwn = only.kind() == Obstacle.Kind.TOO_WEAK
        || (only.kind() == Obstacle.Kind.SOURCE_DOUBTFUL
            && only.readings().size() == 1
            && isByItself(line, only)
            && only.readings().get(0).role() != Role.ORIGIN);
    return isItsOwn && Math.abs(1 - only.cost() - line.chance().yes()) < VerdictRule.INDIFFERENCE;
  }

  /** Returns whether the source at fault is derived from nothing, or read by its own coin. */
  private boolean isByItself(LineReport line, Obstacle only) {
    String source = only.readings().get(0).element().id();
    return phrases.evaluation().origins(source).isEmpty()
        || (line.element().kind() == Element.Kind.EVIDENCE
            && evidence(line).derivedFrom().isPresent());
  }

  /**
   * Returns the heading of a step or of a contradicting claim: its note, its author, and the introduction to its premises.
   *
   * @param setting the place of the step in the explanation
   * @param saysWhoMakesIt whether the author is included
   */
  String step(LineReport line, Setting setting, boolean saysWhoMakesIt) {
    Optional<Inference> inference = inference(line);
    String note = phrases.text(inference.flatMap(Inference::note));
    String by = saysWhoMakesIt ? madeBy(inference) : "";
    String often = chance(line, setting);
    if (!line.holds()) {
      String words = note.isEmpty() && setting.isInSection() ? concluded(line, inference) : note;
      return phrases.join(words, by, failure(line, setting), often);
    }
    boolean saysItself = setting.isInSection() && !note.isEmpty() && !line.isContradiction();
    return phrases.join(note, by, often, saysItself ? "" : label(line));
  }

  /** Returns a sentence on a step by its premises; empty if it is from the parts of a claim, or no step. */
  private String concluded(LineReport line, Optional<Inference> inference) {
    return inference
        .filter(step -> !step.isFromParts())
        .map(step -> phrases.say(
            switch (line.stance()) {
              case SUPPORTS -> Sentence.CONCLUDED;
              case REFUTES -> Sentence.CONCLUDED_AGAINST;
              case QUALIFIES -> Sentence.CONCLUDED_QUALIFYING;
            },
            phrases.names(step.premises().stream().map(phrases::premise))))
        .orElse("");
  }

  private Optional<Inference> inference(LineReport line) {
    return line.element().kind() == Element.Kind.INFERENCE
        ? phrases.graph().findInference(line.element().id())
        : Optional.empty();
  }

  private String chance(LineReport line, Setting setting) {
    if (line.isContradiction()) {
      return "";
    }
    return setting.isInSection()
        ? phrases.frequencies().line(line)
        : phrases
            .frequencies()
            .lineBelow(line, phrases.graph().claimOf(line.element().id()).id());
  }

  private String label(LineReport line) {
    ImmutableList<Reading> premises = line.premises();
    if (phrases.isFromParts(line.element())) {
      return line.stance() == Stance.REFUTES
          ? phrases.say(Sentence.PART_SPEAKS_AGAINST)
          : phrases.count(Sentence.PARTS_HOLD, premises.size());
    }
    return line.isContradiction()
        ? phrases.say(Sentence.CANNOT_BOTH_BE)
        : follows(line.element(), line.stance(), areAllNegated(premises), premises.size());
  }

  /** Returns whether all premises are negated. */
  static boolean areAllNegated(List<Reading> premises) {
    return premises.stream().allMatch(reading -> reading.role() == Role.NEGATED_PREMISE);
  }

  private String failure(LineReport line, Setting setting) {
    if (line.isContradiction()) {
      return line.obstacles().stream().anyMatch(obstacle -> !obstacle.loop().isEmpty())
          ? phrases.say(
              Sentence.CANNOT_BOTH_BE_OTHERWISE, phrases.claim(line.element().id()))
          : "";
    }
    if (phrases.isFromParts(line.element())) {
      return line.stance() == Stance.REFUTES ? "" : partsThatHold(line);
    }
    return setting == Setting.BRANCH ? fails(line.stance()) : "";
  }

  /** Returns a sentence that only some parts of a claim hold. */
  private String partsThatHold(LineReport line) {
    int all = line.premises().size();
    return switch (line.premisesMet().size()) {
      case 0 -> phrases.count(Sentence.PARTS_NONE_HOLDS, all);
      case 1 -> phrases.count(Sentence.PARTS_ONE_HOLDS, all);
      default ->
        phrases.count(
            Sentence.PARTS_SOME_HOLD, all, String.valueOf(line.premisesMet().size()));
    };
  }
}
