package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.change.VerdictChange.SearchLimit;
import org.claimtrace.wording.Paragraph;
import org.claimtrace.wording.Paragraph.Kind;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Tells why a verdict changed. */
final class CauseOutline {

  /** How many causes are told; what holds for many is seldom read. */
  private static final int MOST = 4;

  /** How many claims are told through which a change came. */
  private static final int MOST_THROUGH = 2;

  /** How many changes of one cause are told. */
  private static final int MOST_CHANGES = 12;

  private final Phrasebook phrases;
  private final ChangePhrases changePhrases;
  private final VerdictChange change;

  CauseOutline(Phrasebook phrases, VerdictChange change) {
    this.phrases = phrases;
    this.changePhrases = new ChangePhrases(phrases);
    this.change = change;
  }

  ImmutableList<Paragraph> paragraphs() {
    ImmutableList.Builder<Paragraph> told = ImmutableList.builder();
    ImmutableList<Cause> causes = change.causes();
    if (causes.isEmpty()) {
      told.add(Paragraph.of(Kind.SENTENCE, phrases.say(unsought())));
      return told.build();
    }
    if (comesFromElsewhere() && !change.through().isEmpty()) {
      told.add(Paragraph.of(
          Kind.SENTENCE,
          changePhrases.carriedOver(change.through().stream()
              .limit(MOST_THROUGH)
              .collect(ImmutableList.toImmutableList()))));
    }
    if (causes.size() == 1) {
      one(causes.get(0), told);
    } else {
      several(causes, told);
    }
    if (!change.isComplete() && causes.get(0).isMinimal()) {
      told.add(Paragraph.of(
          Kind.SENTENCE,
          change.cap().equals(Optional.of(SearchLimit.LISTED))
              ? phrases.say(Sentence.CHANGE_UNLISTED)
              : phrases.count(Sentence.CHANGE_UNTRIED, bearing())));
    }
    return told.build();
  }

  private Sentence unsought() {
    return change.cap().equals(Optional.of(SearchLimit.LISTED))
        ? Sentence.CHANGE_NOT_LISTED
        : Sentence.CHANGE_NOT_SOUGHT;
  }

  /** How many differences can bear on the claim. */
  private int bearing() {
    return change.differences().size() + change.unlisted();
  }

  /** Whether all that made the change lies in what the claim leans on. */
  private boolean comesFromElsewhere() {
    return change.causes().stream()
        .flatMap(cause -> cause.differences().stream())
        .allMatch(difference -> difference
            .claim()
            .filter(claimId -> !claimId.equals(change.claim()))
            .isPresent());
  }

  private void one(Cause cause, ImmutableList.Builder<Paragraph> told) {
    ImmutableList<Difference> differences = cause.differences();
    if (cause.isMinimal() && differences.size() == 1) {
      told.add(
          Paragraph.of(Kind.SENTENCE, changePhrases.sentence(differences.get(0), change.claim())));
      return;
    }
    told.add(Paragraph.of(
        Kind.SENTENCE,
        cause.isMinimal()
            ? phrases.count(Sentence.CHANGE_TOGETHER, differences.size())
            : phrases.count(Sentence.CHANGE_TOO_MANY, change.differences().size())));
    differences.stream()
        .limit(MOST_CHANGES)
        .forEach(each ->
            told.add(Paragraph.of(Kind.ITEM, changePhrases.sentence(each, change.claim()))));
    if (differences.size() > MOST_CHANGES) {
      told.add(Paragraph.of(
          Kind.ITEM, phrases.count(Sentence.MORE_LINES, differences.size() - MOST_CHANGES)));
    }
  }

  private void several(ImmutableList<Cause> causes, ImmutableList.Builder<Paragraph> told) {
    boolean areSingle = causes.stream().allMatch(cause -> cause.differences().size() == 1);
    told.add(Paragraph.of(
        Kind.SENTENCE,
        phrases.count(areSingle ? Sentence.CHANGE_ANY : Sentence.CHANGE_ANY_SET, causes.size())));
    for (Cause cause : causes.subList(0, Math.min(MOST, causes.size()))) {
      List<String> sentences = new ArrayList<>();
      cause.differences().stream()
          .limit(MOST_CHANGES)
          .forEach(each -> sentences.add(changePhrases.sentence(each, change.claim())));
      int more = cause.differences().size() - MOST_CHANGES;
      if (more > 0) {
        sentences.add(phrases.count(Sentence.MORE_LINES, more));
      }
      String together = phrases.join(sentences);
      told.add(Paragraph.of(
          Kind.ITEM,
          sentences.size() == 1
              ? together
              : phrases.say(Sentence.CHANGE_WITH_EACH_OTHER, together)));
    }
    if (causes.size() > MOST) {
      told.add(Paragraph.of(Kind.ITEM, phrases.count(Sentence.CHANGE_MORE, causes.size() - MOST)));
    }
  }
}
