package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.change.VerdictChange.SearchLimit;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Renders the causes of a changed verdict. */
final class CauseOutline {

  /** The most causes that are rendered, since few readers want more. */
  private static final int MOST = 4;

  /** The most claims that are named through which a change came. */
  private static final int MOST_THROUGH = 2;

  /** The most differences of one cause that are rendered. */
  private static final int MOST_CHANGES = 12;

  private final Phrasebook phrases;
  private final ChangePhrases changePhrases;
  private final VerdictChange change;
  private final Outline.Builder outline;

  /**
   * Creates a renderer.
   *
   * @param outline the outline to which the paragraphs are added
   */
  CauseOutline(Phrasebook phrases, VerdictChange change, Outline.Builder outline) {
    this.phrases = phrases;
    this.outline = outline;
    this.changePhrases = new ChangePhrases(phrases);
    this.change = change;
  }

  void render() {
    ImmutableList<Cause> causes = change.causes();
    if (causes.isEmpty()) {
      outline.remark(phrases.say(unsought()));
      return;
    }
    if (comesFromElsewhere() && !change.through().isEmpty()) {
      outline.remark(changePhrases.carriedOver(
          change.through().stream().limit(MOST_THROUGH).collect(ImmutableList.toImmutableList())));
    }
    if (causes.size() == 1) {
      one(causes.get(0));
    } else {
      several(causes);
    }
    if (!change.isComplete() && causes.get(0).isMinimal()) {
      outline.remark(
          change.cap().equals(Optional.of(SearchLimit.LISTED))
              ? phrases.say(Sentence.CHANGE_UNLISTED)
              : phrases.count(Sentence.CHANGE_UNTRIED, bearing()));
    }
  }

  private Sentence unsought() {
    return change.cap().equals(Optional.of(SearchLimit.LISTED))
        ? Sentence.CHANGE_NOT_LISTED
        : Sentence.CHANGE_NOT_SOUGHT;
  }

  /** Returns the number of differences that can bear on the claim. */
  private int bearing() {
    return change.differences().size() + change.unlisted();
  }

  /** Returns whether every cause lies below the claim and none at the claim itself. */
  private boolean comesFromElsewhere() {
    return change.causes().stream()
        .flatMap(cause -> cause.differences().stream())
        .allMatch(difference -> difference
            .claimId()
            .filter(claimId -> !claimId.equals(change.claimId()))
            .isPresent());
  }

  private void one(Cause cause) {
    ImmutableList<Difference> differences = cause.differences();
    if (cause.isMinimal() && differences.size() == 1) {
      outline.remark(changePhrases.sentence(differences.get(0), change.claimId()));
      return;
    }
    outline.remark(
        cause.isMinimal()
            ? phrases.count(Sentence.CHANGE_TOGETHER, differences.size())
            : phrases.count(Sentence.CHANGE_TOO_MANY, change.differences().size()));
    differences.stream()
        .limit(MOST_CHANGES)
        .forEach(each -> outline.item(changePhrases.sentence(each, change.claimId())));
    if (differences.size() > MOST_CHANGES) {
      outline.item(phrases.count(Sentence.MORE_LINES, differences.size() - MOST_CHANGES));
    }
  }

  private void several(ImmutableList<Cause> causes) {
    boolean areSingle = causes.stream().allMatch(cause -> cause.differences().size() == 1);
    outline.remark(
        phrases.count(areSingle ? Sentence.CHANGE_ANY : Sentence.CHANGE_ANY_SET, causes.size()));
    for (Cause cause : causes.subList(0, Math.min(MOST, causes.size()))) {
      List<String> sentences = new ArrayList<>();
      cause.differences().stream()
          .limit(MOST_CHANGES)
          .forEach(each -> sentences.add(changePhrases.sentence(each, change.claimId())));
      int more = cause.differences().size() - MOST_CHANGES;
      if (more > 0) {
        sentences.add(phrases.count(Sentence.MORE_LINES, more));
      }
      String together = phrases.join(sentences);
      outline.item(
          sentences.size() == 1
              ? together
              : phrases.say(Sentence.CHANGE_WITH_EACH_OTHER, together));
    }
    if (causes.size() > MOST) {
      outline.item(phrases.count(Sentence.CHANGE_MORE, causes.size() - MOST));
    }
  }
}
