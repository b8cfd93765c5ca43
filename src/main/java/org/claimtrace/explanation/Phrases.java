package org.claimtrace.explanation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
import org.claimtrace.model.Search;
import org.claimtrace.model.Source;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/** Puts what an explanation knows about a graph into the words of one language. Immutable. */
final class Phrases {

  private static final int MOST_IDS = 6;

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Sentences sentences;

  Phrases(Evaluation evaluation, Style style) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.sentences =
        Sentences.of(Language.of(style.language().orElse(evaluation.graph().language())));
  }

  String say(Sentence sentence, String... names) {
    return sentences.say(sentence, names);
  }

  String count(Sentence sentence, int number, String... names) {
    return sentences.count(sentence, number, names);
  }

  String text(Text text) {
    return sentences.text(text, graph.language());
  }

  String text(Optional<Text> text) {
    return text.map(this::text).orElse("");
  }

  String date(PartialDate date) {
    return sentences.date(date);
  }

  /** Sentences one after the other; empty ones are left out. */
  String join(String... parts) {
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      if (!part.isEmpty()) {
        said.add(part);
      }
    }
    return sentences.list(Sentence.SENTENCE_SEPARATOR, said);
  }

  String claim(String claimId) {
    return text(graph.claim(claimId).text());
  }

  String verdict(String claimId, Verdict verdict) {
    boolean isArgued = graph.claim(claimId).kind() != ClaimKind.FACT;
    return say(Sentence.valueOf(isArgued ? "ARGUED_" + verdict.name() : verdict.name()));
  }

  /** A published verdict, in the words for facts and opinions alike. */
  String published(Verdict verdict) {
    return say(Sentence.valueOf(verdict.name()));
  }

  /** Why a claim has its verdict. */
  String why(Account account) {
    if (account.supposed().isPresent()) {
      return say(Sentence.valueOf("SUPPOSED_" + account.supposed().get().name()));
    }
    return account
        .shortfall()
        .map(shortfall -> say(Sentence.valueOf("WHY_" + shortfall.name())))
        .orElseGet(() -> say(Sentence.valueOf("WHY_" + account.verdict().name())));
  }

  /** What the argument for a claim comes to, where its verdict has not said that already. */
  String diagnosis(Account account) {
    boolean goesWithoutSaying = switch (account.diagnosis()) {
      case SOUND, NO_ARGUMENT -> true;
      case OUTWEIGHED -> account.verdict() == Verdict.CONFLICTING;
      default -> false;
    };
    return goesWithoutSaying
        ? ""
        : say(Sentence.valueOf("ARGUMENT_" + account.diagnosis().name()));
  }

  /** The circumstances of the evaluation, where they are not the usual ones. */
  String circumstances() {
    Standard standard = evaluation.standard();
    return join(
        evaluation.asOf().map(date -> say(Sentence.AS_OF, date(date))).orElse(""),
        standard == Standard.PREPONDERANCE
            ? ""
            : say(Sentence.valueOf("STANDARD_" + standard.name())),
        switch (evaluation.reviews()) {
          case EVIDENCE_FIRST -> "";
          case REVIEWS_FIRST -> say(Sentence.REVIEWS_REVIEWS_FIRST);
          case EVIDENCE_ONLY -> say(Sentence.REVIEWS_EVIDENCE_ONLY);
        });
  }

  String source(String sourceId) {
    Source source = graph.source(sourceId);
    return source.title().map(this::text).or(source::url).orElse(sourceId);
  }

  String sources(Iterable<String> sourceIds, Sentence separator) {
    List<String> names = new ArrayList<>();
    sourceIds.forEach(id -> names.add(source(id)));
    return sentences.list(separator, names);
  }

  String list(List<String> names) {
    return sentences.list(Sentence.LIST_SEPARATOR, names);
  }

  /** The source of an evidence, with what it is derived from and what it was read in. */
  String sourceOf(Evidence evidence) {
    ImmutableList<String> origins = graph.source(evidence.source()).derivedFrom();
    ImmutableList<String> relays = graph.relays(evidence);
    String source = source(evidence.source());
    String derived = origins.isEmpty()
        ? source
        : say(Sentence.WITH_ORIGINS, source, sources(origins, Sentence.NAME_SEPARATOR));
    return relays.isEmpty()
        ? derived
        : say(Sentence.READ_IN, derived, sources(relays, Sentence.NAME_SEPARATOR));
  }

  /** The words of a source, if any are given, with where they stand. */
  String quote(Evidence evidence) {
    List<String> about = new ArrayList<>();
    evidence
        .translation()
        .flatMap(translation -> sentences.textIfWritten(translation, graph.language()))
        .ifPresent(about::add);
    evidence.locator().ifPresent(about::add);
    return evidence
        .quote()
        .map(quote -> about.isEmpty()
            ? say(Sentence.IN_ITS_WORDS, quote)
            : say(Sentence.IN_ITS_WORDS_AT, quote, list(about)))
        .orElseGet(() -> about.isEmpty() ? "" : say(Sentence.AT, list(about)));
  }

  /** What a line of a claim is called where another line is spoken of. */
  String line(Element line) {
    return switch (line.kind()) {
      case EVIDENCE -> source(graph.findEvidence(line.id()).orElseThrow().source());
      case REVIEW -> source(graph.findReview(line.id()).orElseThrow().reviewer());
      case INFERENCE ->
        graph.findInference(line.id()).flatMap(Inference::note).map(this::text).orElse(line.id());
      case CLAIM, SOURCE -> line.id();
    };
  }

  String search(Search search) {
    Optional<String> date = search.date().map(this::date);
    if (search.query().isPresent()) {
      return date.isPresent()
          ? say(Sentence.SEARCH_FOR_ON, search.where(), search.query().get(), date.get())
          : say(Sentence.SEARCH_FOR, search.where(), search.query().get());
    }
    return date.isPresent()
        ? say(Sentence.SEARCH_ON, search.where(), date.get())
        : say(Sentence.SEARCH, search.where());
  }

  String comparison(Comparison comparison) {
    return comparison.disagrees()
        ? say(
            Sentence.REVIEW_DISAGREES,
            source(comparison.reviewer()),
            published(comparison.published()))
        : say(Sentence.REVIEW_AGREES, source(comparison.reviewer()));
  }

  /** What came of checking a published verdict. */
  String checked(Comparison comparison) {
    String reviewer = source(comparison.reviewer());
    String published = published(comparison.published());
    return comparison
        .derived()
        .map(derived -> derived == comparison.published()
            ? say(Sentence.REVIEW_AGREES, reviewer)
            : say(Sentence.CHECK_DISAGREES, reviewer, published, published(derived)))
        .orElseGet(() -> say(Sentence.CHECK_NOTHING, reviewer, published));
  }

  /** A published verdict that counts as a line. */
  String standIn(Line line, Sentence sentence) {
    Review review = graph.findReview(line.element().id()).orElseThrow();
    return say(sentence, source(review.reviewer()), published(review.verdict()));
  }

  /** What hangs on what: the ids of a loop, claims only where it has several, and the first again at its end. */
  String loop(Obstacle obstacle) {
    ImmutableList<Element> loop = obstacle.loop();
    ImmutableList<Element> claims = loop.stream()
        .filter(element -> element.kind() == Element.Kind.CLAIM)
        .collect(toImmutableList());
    ImmutableList<Element> told = claims.size() > 1 ? claims : loop;
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      if (told.size() <= MOST_IDS || i < MOST_IDS / 2 || i == told.size() - 1) {
        ids.add(told.get(i).id());
      } else if (i == MOST_IDS / 2) {
        ids.add(count(Sentence.MORE_LINES, told.size() - 1 - i));
      }
    }
    ids.add(told.get(0).id());
    return String.join(" → ", ids);
  }

  Sentence loopSentence(Obstacle obstacle) {
    long claims = obstacle.loop().stream()
        .filter(element -> element.kind() == Element.Kind.CLAIM)
        .count();
    boolean ofSources =
        obstacle.loop().stream().anyMatch(element -> element.kind() == Element.Kind.SOURCE);
    if (obstacle.kind() == Obstacle.Kind.STAND_OFF) {
      return claims == 1 ? Sentence.HANGS_ON_ITSELF : Sentence.STAND_OFF;
    }
    return ofSources
        ? Sentence.CIRCULAR_SOURCES
        : claims == 1 ? Sentence.CIRCULAR_ITSELF : Sentence.CIRCULAR;
  }

  String grade(String sourceId) {
    return graph.source(sourceId).reliability().toString();
  }

  String retracted(String sourceId) {
    return graph
        .source(sourceId)
        .retracted()
        .map(retraction -> join(
            say(Sentence.SOURCE_RETRACTED, source(sourceId), date(retraction.date())),
            text(retraction.note())))
        .orElse("");
  }

  Claim claimOf(String claimId) {
    return graph.claim(claimId);
  }

  ClaimGraph graph() {
    return graph;
  }
}
