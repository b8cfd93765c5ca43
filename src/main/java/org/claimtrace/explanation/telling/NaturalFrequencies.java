package org.claimtrace.explanation.telling;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Chance;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.Interval;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Stance;
import org.claimtrace.wording.OutOfHundred;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/**
 * The phrases for probabilities, as numbers of 100 worlds, which people understand better than decimals (Gigerenzer and
 * Hoffrage, "How to improve Bayesian reasoning without instruction: frequency formats", Psychological Review 102(4), 1995).
 * They are empty if the evaluation leaves nothing to chance. Immutable.
 */
final class NaturalFrequencies {

  private final Evaluation evaluation;
  private final Sentences sentences;

  NaturalFrequencies(Evaluation evaluation, Sentences sentences) {
    this.evaluation = evaluation;
    this.sentences = sentences;
  }

  /** Returns whether the evaluation leaves anything to chance. */
  boolean count() {
    return evaluation.method() != Method.CERTAIN;
  }

  private static boolean isOpen(double probability) {
    return probability > VerdictRule.INDIFFERENCE && probability < 1 - VerdictRule.INDIFFERENCE;
  }

  /** Returns a probability as a number of 100. */
  String number(double probability) {
    return number(OutOfHundred.of(probability));
  }

  private String number(OutOfHundred rounded) {
    String number = Integer.toString(rounded.number());
    return switch (rounded.side()) {
      case AT -> number;
      case LESS -> sentences.say(Sentence.WORLDS_FEWER, number);
      case MORE -> sentences.say(Sentence.WORLDS_MORE, number);
      case JUST_UNDER -> sentences.say(Sentence.WORLDS_JUST_UNDER, number);
      case JUST_OVER -> sentences.say(Sentence.WORLDS_JUST_OVER, number);
    };
  }

  /**
   * Returns sentences on the chances of the claim that is explained, with their intervals if it was sampled; empty if nothing
   * rendered is left to chance.
   */
  List<String> belief(Accounts accounts) {
    // Even if all sampled worlds agree, others may not.
    if (!count()
        || (evaluation.method() == Method.EXACT
            && !accounts.isAnyOpen(NaturalFrequencies::isOpen))) {
      return List.of();
    }
    Belief belief = accounts.first().belief();
    List<Label> labels = labels(belief, Label.UNVERIFIED);
    boolean isSampled = evaluation.method() == Method.SAMPLED;
    String worlds = sentences.number(evaluation.worlds().orElse(0));
    if (!isOpen(belief.of(labels.get(0)))) {
      return List.of(alike(belief, isSampled, worlds));
    }
    List<String> said = new ArrayList<>();
    said.add(sentences.say(
        Sentence.BELIEF,
        list(accounts.first().claimId(), belief, labels, Sentence.LABEL_FIRST_OF_POSSIBLE)));
    if (belief.qualified() > VerdictRule.INDIFFERENCE) {
      said.add(sentences.say(Sentence.BELIEF_QUALIFIED, number(belief.qualified())));
    }
    if (isSampled) {
      Interval interval = evaluation.interval(accounts.first().claimId(), labels.get(0));
      said.add(sentences.say(Sentence.BELIEF_SAMPLED, worlds, least(interval), most(interval)));
    }
    return said;
  }

  /** Returns a sentence that a claim has the same label in all worlds, although it may be qualified in only some of them. */
  private String alike(Belief belief, boolean isSampled, String worlds) {
    if (isOpen(belief.qualified())) {
      String qualified = number(belief.qualified());
      return isSampled
          ? sentences.say(Sentence.BELIEF_SAMPLED_ALIKE_QUALIFIED, worlds, qualified)
          : sentences.say(Sentence.BELIEF_ALIKE_QUALIFIED, qualified);
    }
    return isSampled
        ? sentences.say(Sentence.BELIEF_SAMPLED_ALIKE, worlds)
        : sentences.say(Sentence.BELIEF_ALIKE);
  }

  /** Returns whether anything in an account holds in some worlds only. */
  private static boolean isOpen(Account account) {
    return Stream.of(Label.values()).anyMatch(label -> isOpen(account.belief().of(label)))
        || Stream.of(account.supporting(), account.refuting(), account.qualifying())
            .flatMap(List::stream)
            .map(LineReport::chance)
            .anyMatch(chance -> isOpen(chance.yes()) || isOpen(chance.undecided()));
  }

  /** Adds to the words of a claim the chances of its labels, and whether its verdict is close. */
  String beside(String words, String claimId) {
    Belief belief = evaluation.belief(claimId);
    List<Label> labels = labels(belief, Label.CONFLICTING);
    if (!count() || labels.isEmpty() || !isOpen(belief.of(labels.get(0)))) {
      return words;
    }
    return sentences.say(
        evaluation.isClose(claimId) ? Sentence.LABELS_CLOSE : Sentence.LABELS,
        words,
        list(claimId, belief, labels, Sentence.LABEL_FIRST));
  }

  /** Returns the labels up to {@code last} that a claim has in any world, the most probable first. */
  private static List<Label> labels(Belief belief, Label last) {
    List<Label> labels = new ArrayList<>();
    for (Label label : Label.values()) {
      if (label.compareTo(last) <= 0 && belief.of(label) > VerdictRule.INDIFFERENCE) {
        labels.add(label);
      }
    }
    // Chances that differ by no more than evaluations distinguish count as equal, so these labels
    // keep their order.
    labels.sort(
        Comparator.comparing(label -> -Math.rint(belief.of(label) / VerdictRule.INDIFFERENCE)));
    return labels;
  }

  private String list(String claimId, Belief belief, List<Label> labels, Sentence first) {
    ClaimKind kind = evaluation.graph().claim(claimId).kind();
    ImmutableList<OutOfHundred> numbers =
        OutOfHundred.ofParts(labels.stream().map(belief::of).toList());
    List<String> said = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      said.add(sentences.say(
          Sentence.ofLabel(labels.get(i).name(), kind),
          sentences.say(i == 0 ? first : Sentence.LABEL_FURTHER, number(numbers.get(i)))));
    }
    return sentences.list(Sentence.LABEL_SEPARATOR, said);
  }

  private static String least(Interval interval) {
    return Integer.toString((int) Math.floor(interval.low() * 100));
  }

  private static String most(Interval interval) {
    return Integer.toString((int) Math.ceil(interval.high() * 100));
  }

  /** Returns a sentence on the chance of a line; empty if it is 0 or 1. */
  String line(LineReport line) {
    Chance chance = line.chance();
    boolean isUndecided = isOpen(chance.undecided());
    if (!isOpen(chance.yes())) {
      return isUndecided ? sentences.say(Sentence.LINE_UNDECIDED, number(chance.undecided())) : "";
    }
    if (isUndecided) {
      return sentences.say(
          Sentence.LINE_HOLDS_OR_UNDECIDED, number(chance.yes()), number(chance.undecided()));
    }
    return sentences.say(
        line.holds() ? Sentence.LINE_HOLDS : Sentence.LINE_HOLDS_SELDOM, number(chance.yes()));
  }

  /**
   * Returns a sentence on the chance of a line that is rendered as a part of its claim; empty if it equals the chance beside
   * the claim.
   */
  String lineBelow(LineReport line, String claimId) {
    Belief belief = evaluation.belief(claimId);
    double besideTheClaim = line.stance() == Stance.REFUTES ? belief.refuted() : belief.supported();
    boolean isSaid = Math.abs(line.chance().yes() - besideTheClaim) <= VerdictRule.INDIFFERENCE
        && !isOpen(line.chance().undecided());
    return isSaid ? "" : line(line);
  }

  /** Adds to the words of a line its chance, unless it is 0 or 1. */
  String besideLine(String words, LineReport line) {
    Chance chance = line.chance();
    boolean isUndecided = isOpen(chance.undecided());
    if (!isOpen(chance.yes())) {
      return isUndecided
          ? sentences.say(Sentence.ITEM_UNDECIDED, words, number(chance.undecided()))
          : words;
    }
    return isUndecided
        ? sentences.say(
            Sentence.ITEM_HOLDS_OR_UNDECIDED,
            words,
            number(chance.yes()),
            number(chance.undecided()))
        : sentences.say(Sentence.ITEM_HOLDS, words, number(chance.yes()));
  }

  /** Returns the threshold of the standard. */
  String standard() {
    Standard standard = evaluation.standard();
    return sentences.say(
        Sentence.STANDARD_TAKES, number(standard.burden()), number(standard.doubt()));
  }

  /** Returns a sentence that the lines on a claim do not suffice for a verdict. */
  String notEnough() {
    return sentences.say(
        Sentence.WHY_NOT_ENOUGH_WORLDS, number(evaluation.standard().burden()));
  }

  /** Returns whether a grade is left to chance. */
  boolean isOpen(Grade grade) {
    return count() && !evaluation.isByLogic() && isOpen(grade.value());
  }

  /** Returns sentences on what makes a verdict close, and on the verdict that it is close to. */
  List<String> close(String claimId, CloseCall call, String otherwise) {
    String value = evaluation.method() == Method.EXACT
        ? sentences.say(Sentence.WORLDS_EXACTLY, number(call.value()))
        : number(call.value());
    String threshold = number(call.threshold());
    List<String> said = new ArrayList<>();
    said.add(
        switch (call.quantity()) {
          case FOR -> sentences.say(Sentence.CLOSE_FOR, value, threshold);
          case AGAINST -> sentences.say(Sentence.CLOSE_AGAINST, value, threshold);
          case SUPPORTED -> sentences.say(Sentence.CLOSE_SUPPORTED_SHARE);
          case REFUTED -> sentences.say(Sentence.CLOSE_REFUTED_SHARE);
          case QUALIFIED -> sentences.say(Sentence.CLOSE_QUALIFIED_SHARE, value, threshold);
          case DECIDED -> sentences.say(Sentence.CLOSE_DECIDED, value, threshold);
          case WEAKER_SIDE -> sentences.say(Sentence.CLOSE_WEAKER_SIDE, value, threshold);
        });
    boolean namesNumber = call.quantity() != VerdictRule.Quantity.SUPPORTED
        && call.quantity() != VerdictRule.Quantity.REFUTED;
    Label first = labels(evaluation.belief(claimId), Label.UNVERIFIED).get(0);
    boolean isSaid = call.interval().equals(evaluation.interval(claimId, first));
    if (namesNumber && !isSaid && evaluation.method() == Method.SAMPLED) {
      said.add(
          sentences.say(Sentence.CLOSE_SAMPLED, least(call.interval()), most(call.interval())));
    }
    said.add(sentences.say(Sentence.CLOSE_OTHERWISE, otherwise));
    return said;
  }
}
