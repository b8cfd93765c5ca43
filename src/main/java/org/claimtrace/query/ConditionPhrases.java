package org.claimtrace.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import org.claimtrace.model.PartialDate;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/**
 * The phrases for criteria in one language: {@code claims that are refuted and use source 'x-post'}. Negations are moved to the
 * single criteria, because "not (this or that)" is hard to understand. Immutable.
 */
final class ConditionPhrases {

  private static final ConditionPhrases ENGLISH = new ConditionPhrases(Language.ENGLISH);
  private static final ConditionPhrases CHINESE = new ConditionPhrases(Language.CHINESE);

  private final Language language;
  private final Sentences sentences;

  private ConditionPhrases(Language language) {
    this.language = language;
    this.sentences = Sentences.of(language);
  }

  static ConditionPhrases of(String languageTag) {
    return Language.of(languageTag) == Language.CHINESE ? CHINESE : ENGLISH;
  }

  String describe(Criterion criterion) {
    return sentences.say(Sentence.QUERY_CLAIMS, phrase(criterion, true));
  }

  /** Returns a verb phrase for claims that meet a criterion or, if {@code met} is false, that do not. */
  private String phrase(Criterion criterion, boolean met) {
    if (criterion instanceof Criterion.Not not) {
      return phrase(not.criterion(), !met);
    }
    if (criterion instanceof Criterion.AllOf all) {
      return joined(all.criteria(), met, met);
    }
    if (criterion instanceof Criterion.AnyOf any) {
      return joined(any.criteria(), met, !met);
    }
    if (criterion instanceof Criterion.HasVerdict has) {
      return say(
          met, Sentence.QUERY_VERDICT, Sentence.QUERY_NOT_VERDICT, language.verdict(has.verdict()));
    }
    if (criterion instanceof Criterion.BelievedBeyond believed) {
      String label =
          sentences.say(Sentence.valueOf("QUERY_LABEL_" + believed.label().name()));
      Sentence sentence = believed.above()
          ? (met ? Sentence.QUERY_ABOVE : Sentence.QUERY_NOT_ABOVE)
          : (met ? Sentence.QUERY_BELOW : Sentence.QUERY_NOT_BELOW);
      return sentences.say(sentence, label, percent(believed.threshold()));
    }
    if (criterion instanceof Criterion.Says says) {
      return say(met, Sentence.QUERY_SAYS, Sentence.QUERY_NOT_SAYS, says.words());
    }
    if (criterion instanceof Criterion.IsAbout about) {
      return say(met, Sentence.QUERY_ABOUT, Sentence.QUERY_NOT_ABOUT, about.entity());
    }
    if (criterion instanceof Criterion.ClaimedBy claimed) {
      return say(met, Sentence.QUERY_CLAIMED_BY, Sentence.QUERY_NOT_CLAIMED_BY, claimed.name());
    }
    if (criterion instanceof Criterion.IsKind is) {
      String kind = sentences.say(Sentence.valueOf("QUERY_KIND_" + is.kind().name()));
      return say(met, Sentence.QUERY_KIND, Sentence.QUERY_NOT_KIND, kind);
    }
    if (criterion instanceof Criterion.AssertedBy asserted) {
      return say(
          met, Sentence.QUERY_ASSERTED_BY, Sentence.QUERY_NOT_ASSERTED_BY, asserted.source());
    }
    if (criterion instanceof Criterion.Appeared appeared) {
      return say(met, Sentence.QUERY_APPEARED, Sentence.QUERY_NOT_APPEARED, when(appeared.when()));
    }
    if (criterion instanceof Criterion.HasEvidenceFrom evidence) {
      return say(met, Sentence.QUERY_EVIDENCE, Sentence.QUERY_NOT_EVIDENCE, when(evidence.when()));
    }
    if (criterion instanceof Criterion.Uses uses) {
      return say(met, Sentence.QUERY_USES, Sentence.QUERY_NOT_USES, uses.source());
    }
    if (criterion instanceof Criterion.RestsOn rests) {
      return say(met, Sentence.QUERY_RESTS_ON, Sentence.QUERY_NOT_RESTS_ON, rests.source());
    }
    if (criterion instanceof Criterion.DependsOn depends) {
      return say(met, Sentence.QUERY_DEPENDS_ON, Sentence.QUERY_NOT_DEPENDS_ON, depends.claim());
    }
    if (criterion instanceof Criterion.PartOf part) {
      return say(met, Sentence.QUERY_PART_OF, Sentence.QUERY_NOT_PART_OF, part.claim());
    }
    if (criterion instanceof Criterion.MadeOf whole) {
      return say(met, Sentence.QUERY_MADE_OF, Sentence.QUERY_NOT_MADE_OF, whole.claim());
    }
    if (criterion instanceof Criterion.ReviewedWithoutVerdict) {
      return sentences.say(met ? Sentence.QUERY_UNMAPPED : Sentence.QUERY_NOT_UNMAPPED);
    }
    Criterion.Diagnosed diagnosed = (Criterion.Diagnosed) criterion;
    String argument =
        sentences.say(Sentence.valueOf("QUERY_ARGUMENT_" + diagnosed.diagnosis().name()));
    return say(met, Sentence.QUERY_ARGUMENT, Sentence.QUERY_NOT_ARGUMENT, argument);
  }

  private String say(boolean met, Sentence so, Sentence notSo, String name) {
    return sentences.say(met ? so : notSo, name);
  }

  private String joined(ImmutableList<Criterion> criteria, boolean met, boolean and) {
    ImmutableList<String> parts =
        criteria.stream().map(each -> part(each, met)).collect(toImmutableList());
    boolean apart = criteria.stream().anyMatch(ConditionPhrases::isJoined);
    List<String> first = parts.subList(0, parts.size() - 1);
    return sentences.say(
        and
            ? (apart ? Sentence.QUERY_AND_APART : Sentence.QUERY_AND)
            : (apart ? Sentence.QUERY_OR_APART : Sentence.QUERY_OR),
        sentences.list(Sentence.QUERY_COMMA, first),
        parts.get(parts.size() - 1));
  }

  /** Returns the phrase of one of several criteria, with words around it that mark it as a unit if it is composed itself. */
  private String part(Criterion criterion, boolean met) {
    String phrase = phrase(criterion, met);
    boolean negated = false;
    Criterion inner = criterion;
    while (inner instanceof Criterion.Not not) {
      negated = !negated;
      inner = not.criterion();
    }
    if (!isJoined(inner)) {
      return phrase;
    }
    boolean and = (inner instanceof Criterion.AllOf) == (met != negated);
    return sentences.say(and ? Sentence.QUERY_BOTH : Sentence.QUERY_EITHER, phrase);
  }

  private static boolean isJoined(Criterion criterion) {
    return criterion instanceof Criterion.Not not
        ? isJoined(not.criterion())
        : criterion instanceof Criterion.AllOf || criterion instanceof Criterion.AnyOf;
  }

  private String when(DateRange range) {
    if (range.from().isEmpty()) {
      return sentences.say(Sentence.QUERY_UNTIL, date(range.to().orElseThrow()));
    }
    PartialDate from = range.from().get();
    if (range.to().isEmpty()) {
      return sentences.say(Sentence.QUERY_SINCE, date(from));
    }
    if (!range.to().get().equals(from)) {
      return sentences.say(Sentence.QUERY_BETWEEN, date(from), date(range.to().get()));
    }
    boolean isDay = from.firstDay().equals(from.lastDay());
    return sentences.say(isDay ? Sentence.QUERY_ON : Sentence.QUERY_DURING, date(from));
  }

  private String date(PartialDate date) {
    return sentences.date(date);
  }

  private String percent(double probability) {
    return sentences.say(
        Sentence.QUERY_PERCENT,
        new BigDecimal(Double.toString(probability))
            .movePointRight(2)
            .stripTrailingZeros()
            .toPlainString());
  }
}
