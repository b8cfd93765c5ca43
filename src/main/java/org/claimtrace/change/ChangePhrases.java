package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.claimtrace.change.Difference.Kind;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Outline;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/** The phrases for differences in one language, each seen from a claim on which it bears. Immutable. */
final class ChangePhrases {

  private final Phrasebook phrases;

  ChangePhrases(Phrasebook phrases) {
    this.phrases = phrases;
  }

  /** Returns a sentence that a change came from other claims, whose verdicts changed as well. */
  String carriedOver(List<String> claimIds) {
    return phrases.count(
        Sentence.CHANGE_THROUGH,
        claimIds.size(),
        phrases.allNames(claimIds.stream().map(phrases::quoted).toList()));
  }

  /** Returns a sentence about a difference, for the claim {@code root} on which it bears. */
  String sentence(Difference difference, String root) {
    return difference.sentence(this, root);
  }

  /** Returns a sentence that a line came or went. */
  String presence(LinePresence line, String root) {
    return switch (line.kind()) {
      case ADDED -> added(line, root);
      case BEGAN ->
        date(line)
            .map(date ->
                phrases.say(Sentence.CHANGE_BEGAN, named(phrases.after(), line, root), date))
            .orElseGet(() -> added(line, root));
      case NOT_YET ->
        date(line)
            .map(date ->
                phrases.say(Sentence.CHANGE_NOT_YET, named(phrases.before(), line, root), date))
            .orElseGet(() ->
                phrases.say(Sentence.CHANGE_NOT_YET_UNDATED, named(phrases.before(), line, root)));
      default -> phrases.say(Sentence.CHANGE_REMOVED, named(phrases.before(), line, root));
    };
  }

  private String added(LinePresence line, String root) {
    return phrases.say(Sentence.CHANGE_ADDED, named(phrases.after(), line, root));
  }

  private Optional<String> date(LinePresence line) {
    return line.from().map(phrases::date);
  }

  /** Returns a line with its stance, for the middle of a sentence. */
  private String named(ClaimGraph graph, LinePresence line, String root) {
    return phrases.line(graph, line.line(), line.onClaim(), root);
  }

  String source(AttributeChange<?, String> change, String root) {
    return phrases.say(
        Sentence.CHANGE_SOURCE, phrases.source(change.was()), phrases.source(change.is()));
  }

  String stance(AttributeChange<?, Stance> change, String root) {
    String it = phrases.it(change.claimId().orElseThrow(), root);
    return phrases.say(
        Sentence.CHANGE_STANCE,
        owner(change, root),
        stance(change.was(), it),
        stance(change.is(), it));
  }

  private String stance(Stance stance, String it) {
    return switch (stance) {
      case SUPPORTS -> phrases.say(Sentence.CHANGE_FOR, it);
      case REFUTES -> phrases.say(Sentence.CHANGE_AGAINST, it);
      case QUALIFIES -> phrases.say(Sentence.CHANGE_QUALIFYING, it);
    };
  }

  /** Returns a sentence about what a reviewer has published last, or about the verdict as which that is entered. */
  String publishedVerdict(AttributeChange<?, Review> change, String root) {
    if (change.was().verdict().isPresent() && change.is().verdict().isPresent()) {
      return phrases.say(
          Sentence.CHANGE_PUBLISHED_VERDICT,
          owner(change, root),
          published(change, change.was().verdict().get()),
          published(change, change.is().verdict().get()));
    }
    Review review = change.is();
    String words =
        review.label().or(change.was()::label).map(phrases::quotation).orElse("");
    return review
        .verdict()
        .map(verdict -> phrases.say(
            Sentence.CHANGE_VERDICT_ENTERED, owner(change, root), published(change, verdict)))
        .orElseGet(
            () -> phrases.say(Sentence.CHANGE_VERDICT_NOT_ENTERED, owner(change, root), words));
  }

  String exhibit(AttributeChange<?, Boolean> change, String root) {
    return phrases.say(
        change.is() ? Sentence.CHANGE_EXHIBIT : Sentence.CHANGE_NO_EXHIBIT, owner(change, root));
  }

  /** Returns a sentence about what the statement of a source on one claim passes on. */
  String statementOrigins(AttributeChange<?, StatementOrigins> change, String root) {
    String source = sourceOf(change);
    String it = it(change, root);
    ImmutableList<String> was = change.was().effective();
    ImmutableList<String> is = change.is().effective();
    if (is.isEmpty()) {
      return phrases.say(Sentence.CHANGE_OWN_REPORT, source, it, sources(was));
    }
    if (was.isEmpty() || !ImmutableSet.copyOf(was).equals(ImmutableSet.copyOf(is))) {
      return phrases.say(Sentence.CHANGE_STATEMENT_ORIGINS, source, it, sources(is));
    }
    return phrases.say(
        change.is().own().isPresent()
            ? Sentence.CHANGE_ORIGINS_SAY_IT
            : Sentence.CHANGE_ORIGINS_RIGHT,
        source,
        it,
        sources(is));
  }

  private String sources(ImmutableList<String> ids) {
    return phrases.names(ids.stream().map(phrases::source));
  }

  String withdrawal(AttributeChange<?, Optional<PartialDate>> change, String root) {
    String source = sourceOf(change);
    String it = it(change, root);
    return change
        .is()
        .map(date -> phrases.say(Sentence.CHANGE_WITHDRAWN, source, it, phrases.date(date)))
        .orElseGet(() -> phrases.say(Sentence.CHANGE_NO_WITHDRAWAL, source, it));
  }

  String parts(AttributeChange<?, ImmutableList<String>> change, String root) {
    String it = it(change, root);
    return gainedAndLost(
        change, it, Sentence.CHANGE_PARTS, Sentence.CHANGE_NO_PARTS, phrases::quoted);
  }

  /** Returns the name of the source of the evidence that differs. */
  private String sourceOf(Difference difference) {
    return phrases.name(difference.element().orElseThrow());
  }

  /** Returns the claim on which a line bears, for the middle of a sentence. */
  private String it(Difference difference, String root) {
    return phrases.it(difference.claimId().orElseThrow(), root);
  }

  private String published(Difference change, Verdict verdict) {
    return phrases.verdict(change.claimId().orElseThrow(), verdict);
  }

  String strength(AttributeChange<?, Grade> change, String root) {
    return grade(Sentence.CHANGE_STRENGTH, change, root);
  }

  String reliability(AttributeChange<?, Grade> change, String root) {
    return grade(Sentence.CHANGE_RELIABILITY, change, root);
  }

  private String grade(Sentence sentence, AttributeChange<?, Grade> change, String root) {
    return phrases.say(
        sentence, owner(change, root), change.was().toString(), change.is().toString());
  }

  String relays(AttributeChange<?, ImmutableList<String>> change, String root) {
    return gainedAndLost(
        change,
        owner(change, root),
        Sentence.CHANGE_RELAYS,
        Sentence.CHANGE_NO_RELAYS,
        phrases::source);
  }

  String premises(AttributeChange<?, ImmutableList<Premise>> change, String root) {
    return gainedAndLost(
        change,
        owner(change, root),
        Sentence.CHANGE_PREMISES,
        Sentence.CHANGE_NO_PREMISES,
        phrases::premise);
  }

  String assuming(AttributeChange<?, ImmutableList<String>> change, String root) {
    return gainedAndLost(
        change,
        owner(change, root),
        Sentence.CHANGE_ASSUMING,
        Sentence.CHANGE_NO_ASSUMING,
        phrases::quoted);
  }

  String unless(AttributeChange<?, ImmutableList<String>> change, String root) {
    return gainedAndLost(
        change,
        owner(change, root),
        Sentence.CHANGE_UNLESS,
        Sentence.CHANGE_NO_UNLESS,
        phrases::quoted);
  }

  String overrides(AttributeChange<?, ImmutableList<String>> change, String root) {
    String claimId = change.claimId().orElseThrow();
    return gainedAndLost(
        change,
        owner(change, root),
        Sentence.CHANGE_OVERRIDES,
        Sentence.CHANGE_NO_OVERRIDES,
        line -> phrases.overridden(line, claimId));
  }

  String derivedFrom(AttributeChange<?, ImmutableList<String>> change, String root) {
    return gainedAndLost(
        change,
        owner(change, root),
        Sentence.CHANGE_DERIVED_FROM,
        Sentence.CHANGE_NO_DERIVED_FROM,
        phrases::source);
  }

  String retraction(AttributeChange<?, Optional<PartialDate>> change, String root) {
    String source = phrases.source(change.element().orElseThrow().id());
    return change
        .is()
        .map(date -> phrases.say(Sentence.SOURCE_RETRACTED, source, phrases.when(date)))
        .orElseGet(() -> phrases.say(Sentence.CHANGE_NO_RETRACTION, source));
  }

  /** Returns a sentence that two claims contradict each other now, or no longer do. */
  String contradiction(ContradictionChange change) {
    return phrases.say(
        change.isNew() ? Sentence.CHANGE_CONTRADICTS : Sentence.CHANGE_NO_CONTRADICTS,
        phrases.quoted(change.one()),
        phrases.quoted(change.other()));
  }

  /** Returns a sentence about the present supposition on a claim. */
  String supposition(SuppositionChange change) {
    String claim = phrases.quoted(change.ofClaim());
    return change
        .is()
        .map(supposition -> phrases.say(supposed(supposition), claim))
        .orElseGet(() -> phrases.say(Sentence.CHANGE_NO_SUPPOSITION, claim));
  }

  private static Sentence supposed(Supposition supposition) {
    return switch (supposition) {
      case ACCEPTED -> Sentence.CHANGE_SUPPOSED_ACCEPTED;
      case REJECTED -> Sentence.CHANGE_SUPPOSED_REJECTED;
      case OPEN -> Sentence.CHANGE_SUPPOSED_OPEN;
    };
  }

  String standard(AttributeChange<?, Standard> change, String root) {
    return phrases.say(Sentence.CHANGE_STANDARD, standard(change.was()), standard(change.is()));
  }

  private String standard(Standard standard) {
    return phrases.say(
        switch (standard) {
          case PREPONDERANCE -> Sentence.CHANGE_PREPONDERANCE;
          case CLEAR_AND_CONVINCING -> Sentence.CHANGE_CLEAR_AND_CONVINCING;
          case BEYOND_REASONABLE_DOUBT -> Sentence.CHANGE_BEYOND_REASONABLE_DOUBT;
        });
  }

  String reviews(AttributeChange<?, ReviewPolicy> change, String root) {
    return phrases.say(
        switch (change.is()) {
          case EVIDENCE_FIRST -> Sentence.CHANGE_EVIDENCE_FIRST;
          case REVIEWS_FIRST -> Sentence.CHANGE_REVIEWS_FIRST;
          case EVIDENCE_ONLY -> Sentence.CHANGE_EVIDENCE_ONLY;
        });
  }

  String byLogic(AttributeChange<?, Boolean> change, String root) {
    return phrases.say(change.is() ? Sentence.CHANGE_BY_LOGIC : Sentence.CHANGE_BY_CHANCE);
  }

  String ignoresDerivation(AttributeChange<?, Boolean> change, String root) {
    return phrases.say(
        change.is() ? Sentence.CHANGE_COPIES_COUNT : Sentence.CHANGE_COPIES_DO_NOT_COUNT);
  }

  String sampling(AttributeChange<?, Sampling> change, String root) {
    return phrases.say(Sentence.CHANGE_SAMPLING);
  }

  /** Returns the element that has an attribute, for the beginning of a sentence. */
  private String owner(Difference difference, String root) {
    Element element = difference.element().orElseThrow();
    String name = phrases.name(element);
    return difference
        .claimId()
        .filter(claimId -> !claimId.equals(root))
        .map(claimId -> phrases.say(Sentence.CHANGE_ON, name, phrases.quoted(claimId)))
        .orElse(name);
  }

  /** Returns sentences about the members that a list has gained, and those that it has lost. */
  private <T> String gainedAndLost(
      AttributeChange<?, ImmutableList<T>> change,
      String owner,
      Sentence gained,
      Sentence lost,
      Function<T, String> name) {
    Set<T> was = ImmutableSet.copyOf(change.was());
    Set<T> is = ImmutableSet.copyOf(change.is());
    List<String> said = new ArrayList<>();
    Set<T> more = Sets.difference(is, was);
    Set<T> fewer = Sets.difference(was, is);
    if (!more.isEmpty()) {
      said.add(phrases.say(gained, owner, phrases.names(more.stream().map(name))));
    }
    if (!fewer.isEmpty()) {
      said.add(phrases.say(lost, owner, phrases.names(fewer.stream().map(name))));
    }
    return phrases.join(said);
  }

  /** Adds the causes of a changed verdict to an outline. */
  void causes(VerdictChange change, Outline.Builder outline) {
    new CauseOutline(phrases, change, outline).render();
  }

  /**
   * Returns the ids of the sources behind a difference: those of a line, those below the premises of an inference, or the
   * source that differs.
   */
  ImmutableList<String> sourcesOf(Difference difference) {
    return new SourcesBehind(
            difference.kind() == Kind.REMOVED || difference.kind() == Kind.NOT_YET
                ? phrases.before()
                : phrases.after())
        .of(difference);
  }
}
