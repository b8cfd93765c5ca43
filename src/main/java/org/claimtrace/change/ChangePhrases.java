package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** Puts differences into the words of one language, each seen from the claim on which it bears. Immutable. */
final class ChangePhrases {

  private final Phrasebook phrases;

  ChangePhrases(Phrasebook phrases) {
    this.phrases = phrases;
  }

  /** That a change came from other claims, whose verdicts changed as well. */
  String carriedOver(List<String> claimIds) {
    return phrases.count(
        Sentence.CHANGE_THROUGH,
        claimIds.size(),
        phrases.allNames(claimIds.stream().map(phrases::quoted).toList()));
  }

  /** What a difference is, as a sentence under a claim on which it bears. */
  String sentence(Difference difference, String root) {
    return switch (difference.kind()) {
      case ADDED -> phrases.say(Sentence.CHANGE_ADDED, line(phrases.after(), difference, root));
      case REMOVED ->
        phrases.say(Sentence.CHANGE_REMOVED, line(phrases.before(), difference, root));
      case BEGAN ->
        from(difference)
            .map(date ->
                phrases.say(Sentence.CHANGE_BEGAN, line(phrases.after(), difference, root), date))
            .orElseGet(
                () -> phrases.say(Sentence.CHANGE_ADDED, line(phrases.after(), difference, root)));
      case NOT_YET ->
        from(difference)
            .map(date -> phrases.say(
                Sentence.CHANGE_NOT_YET, line(phrases.before(), difference, root), date))
            .orElseGet(() -> phrases.say(
                Sentence.CHANGE_NOT_YET_UNDATED, line(phrases.before(), difference, root)));
      case STANCE ->
        phrases.say(
            Sentence.CHANGE_STANCE,
            owner(difference, root),
            stance(difference.before().get(0), difference, root),
            stance(difference.after().get(0), difference, root));
      case STRENGTH -> fromTo(Sentence.CHANGE_STRENGTH, difference, root);
      case RELIABILITY -> fromTo(Sentence.CHANGE_RELIABILITY, difference, root);
      case SOURCE ->
        phrases.say(
            Sentence.CHANGE_SOURCE,
            phrases.source(difference.before().get(0)),
            phrases.source(difference.after().get(0)));
      case PUBLISHED_VERDICT ->
        phrases.say(
            Sentence.CHANGE_PUBLISHED_VERDICT,
            owner(difference, root),
            published(difference.before().get(0)),
            published(difference.after().get(0)));
      case PREMISES ->
        members(difference, root, Sentence.CHANGE_PREMISES, Sentence.CHANGE_NO_PREMISES);
      case ASSUMING ->
        members(difference, root, Sentence.CHANGE_ASSUMING, Sentence.CHANGE_NO_ASSUMING);
      case UNLESS -> members(difference, root, Sentence.CHANGE_UNLESS, Sentence.CHANGE_NO_UNLESS);
      case OVERRIDES ->
        members(difference, root, Sentence.CHANGE_OVERRIDES, Sentence.CHANGE_NO_OVERRIDES);
      case RELAYS, READ_IN ->
        members(difference, root, Sentence.CHANGE_RELAYS, Sentence.CHANGE_NO_RELAYS);
      case DERIVED_FROM ->
        members(difference, root, Sentence.CHANGE_DERIVED_FROM, Sentence.CHANGE_NO_DERIVED_FROM);
      case RETRACTED -> retracted(difference);
      case CONTRADICTS -> contradicts(difference);
      case SUPPOSED -> supposed(difference);
      case STANDARD ->
        phrases.say(
            Sentence.CHANGE_STANDARD,
            standard(difference.before().get(0)),
            standard(difference.after().get(0)));
      case REVIEWS -> reviews(difference.after().get(0));
      case BY_LOGIC ->
        phrases.say(isNowTrue(difference) ? Sentence.CHANGE_BY_LOGIC : Sentence.CHANGE_BY_CHANCE);
      case IGNORES_DERIVATION ->
        phrases.say(
            isNowTrue(difference)
                ? Sentence.CHANGE_COPIES_COUNT
                : Sentence.CHANGE_COPIES_DO_NOT_COUNT);
      case SAMPLING -> phrases.say(Sentence.CHANGE_SAMPLING);
    };
  }

  private static boolean isNowTrue(Difference difference) {
    return difference.after().get(0).equals("true");
  }

  private Optional<String> from(Difference difference) {
    return difference.after().stream().findFirst().map(PartialDate::parse).map(phrases::date);
  }

  private String fromTo(Sentence sentence, Difference difference, String root) {
    return phrases.say(
        sentence,
        owner(difference, root),
        difference.before().get(0),
        difference.after().get(0));
  }

  private String published(String verdict) {
    return phrases.say(Sentence.valueOf(ComparedEvaluation.verdict(verdict).name()));
  }

  private String standard(String word) {
    return switch (word) {
      case "preponderance" -> phrases.say(Sentence.CHANGE_PREPONDERANCE);
      case "clear-and-convincing" -> phrases.say(Sentence.CHANGE_CLEAR_AND_CONVINCING);
      default -> phrases.say(Sentence.CHANGE_BEYOND_REASONABLE_DOUBT);
    };
  }

  private String reviews(String word) {
    return switch (word) {
      case "evidence-first" -> phrases.say(Sentence.CHANGE_EVIDENCE_FIRST);
      case "reviews-first" -> phrases.say(Sentence.CHANGE_REVIEWS_FIRST);
      default -> phrases.say(Sentence.CHANGE_EVIDENCE_ONLY);
    };
  }

  private String retracted(Difference difference) {
    String source = phrases.source(difference.element().orElseThrow().id());
    return difference.after().isEmpty()
        ? phrases.say(Sentence.CHANGE_NO_RETRACTION, source)
        : phrases.say(
            Sentence.SOURCE_RETRACTED,
            source,
            phrases.date(PartialDate.parse(difference.after().get(0))));
  }

  private String contradicts(Difference difference) {
    boolean isNew = difference.before().isEmpty();
    String other = (isNew ? difference.after() : difference.before()).get(0);
    return phrases.say(
        isNew ? Sentence.CHANGE_CONTRADICTS : Sentence.CHANGE_NO_CONTRADICTS,
        phrases.quoted(difference.element().orElseThrow().id()),
        phrases.quoted(other));
  }

  private String supposed(Difference difference) {
    String claim = phrases.quoted(difference.element().orElseThrow().id());
    if (difference.after().isEmpty()) {
      return phrases.say(Sentence.CHANGE_NO_SUPPOSITION, claim);
    }
    return switch (difference.after().get(0)) {
      case "accepted" -> phrases.say(Sentence.CHANGE_SUPPOSED_ACCEPTED, claim);
      case "rejected" -> phrases.say(Sentence.CHANGE_SUPPOSED_REJECTED, claim);
      default -> phrases.say(Sentence.CHANGE_SUPPOSED_OPEN, claim);
    };
  }

  private String stance(String word, Difference difference, String root) {
    String it = phrases.it(difference.claim().orElseThrow(), root);
    return switch (ComparedEvaluation.stance(word)) {
      case SUPPORTS -> phrases.say(Sentence.CHANGE_FOR, it);
      case REFUTES -> phrases.say(Sentence.CHANGE_AGAINST, it);
      case QUALIFIES -> phrases.say(Sentence.CHANGE_QUALIFYING, it);
    };
  }

  /** A line and how it bears on its claim, within a sentence. */
  private String line(ClaimGraph graph, Difference difference, String root) {
    Element line = difference.element().orElseThrow();
    return phrases.line(graph, line, difference.claim().orElseThrow(), root);
  }

  /** What it is that has a member, at the beginning of a sentence. */
  private String owner(Difference difference, String root) {
    Element element = difference.element().orElseThrow();
    String name = phrases.name(element);
    return difference
        .claim()
        .filter(claimId -> !claimId.equals(root))
        .map(claimId -> phrases.say(Sentence.CHANGE_ON, name, phrases.quoted(claimId)))
        .orElse(name);
  }

  /** What a list has gained, and what it has lost. */
  private String members(Difference difference, String root, Sentence gained, Sentence lost) {
    Set<String> was = ImmutableSet.copyOf(difference.before());
    Set<String> is = ImmutableSet.copyOf(difference.after());
    List<String> said = new ArrayList<>();
    String owner = owner(difference, root);
    Set<String> more = Sets.difference(is, was);
    Set<String> fewer = Sets.difference(was, is);
    if (!more.isEmpty()) {
      said.add(phrases.say(gained, owner, named(difference.kind(), more)));
    }
    if (!fewer.isEmpty()) {
      said.add(phrases.say(lost, owner, named(difference.kind(), fewer)));
    }
    return phrases.join(said);
  }

  private String named(Kind kind, Set<String> members) {
    return phrases.names(members.stream().map(member -> switch (kind) {
      case PREMISES -> phrases.premise(ComparedEvaluation.premise(member));
      case ASSUMING, UNLESS -> phrases.quoted(member);
      case OVERRIDES -> phrases.overridden(member);
      default -> phrases.source(member);
    }));
  }

  /** Adds why a verdict changed, and below it what is told item by item. */
  void causes(VerdictChange change, Outline.Builder outline) {
    new CauseOutline(phrases, change, outline).tell();
  }

  /** The sources behind a difference: those of a line, of what a step starts from, or the one that differs. */
  ImmutableList<String> sourcesOf(Difference difference) {
    return new SourcesBehind(
            difference.kind() == Kind.REMOVED || difference.kind() == Kind.NOT_YET
                ? phrases.before()
                : phrases.after())
        .of(difference);
  }
}
