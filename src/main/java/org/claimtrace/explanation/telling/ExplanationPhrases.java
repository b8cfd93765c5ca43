package org.claimtrace.explanation.telling;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.Explanation.Shortfall;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.Style;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Search;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.LongWords;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.Sentence;

/**
 * Puts what an explanation knows about a graph into the words of one language. Words of a graph that are long are said whole once
 * and cut short after, and long lists of names likewise, so that what is told grows with how much there is to tell and not with
 * how often it is named. Not for use by several threads.
 */
public final class ExplanationPhrases extends Phrasebook {

  private final Evaluation evaluation;
  private final NaturalFrequencies frequencies;
  private final boolean all;
  private final Set<List<String>> named = new HashSet<>();

  public ExplanationPhrases(Evaluation evaluation, Style style) {
    super(evaluation.graph(), style.language(), new LongWords());
    this.evaluation = evaluation;
    this.frequencies = new NaturalFrequencies(evaluation, sentences());
    this.all = style.all();
  }

  /** How often things are so. */
  NaturalFrequencies frequencies() {
    return frequencies;
  }

  /** That a claim is supposed to be something. */
  String supposed(Supposition supposed) {
    return say(Sentence.valueOf("SUPPOSED_" + supposed.name()));
  }

  /** Why a claim has its verdict. */
  String why(Account account) {
    if (account.supposed().isPresent()) {
      return supposed(account.supposed().get());
    }
    return account
        .shortfall()
        .map(shortfall -> say(Sentence.valueOf("WHY_" + shortfall.name())))
        .orElseGet(() -> say(Sentence.valueOf(
            restsOnSeveral(account)
                ? "WHY_SEVERAL_" + account.verdict().name()
                : "WHY_" + account.verdict().name())));
  }

  /** Why a claim below the one explained has its verdict, and what its argument comes to, where that does not go without saying. */
  String whyBelow(Account account) {
    boolean isWeakSource =
        account.shortfall().filter(Shortfall.NOT_ENOUGH::equals).isPresent()
            && account.diagnosis() == Diagnosis.DOUBTFUL_SOURCE;
    if (isWeakSource) {
      // How often the claim comes out supported is told beside it, and how often the source is
      // right below.
      return "";
    }
    boolean needsToBeSaid = account.supposed().isPresent()
        || account.verdict() == Verdict.UNVERIFIED
        || account.verdict() == Verdict.CONFLICTING;
    boolean accepted =
        account.verdict() == Verdict.SUPPORTED || account.verdict() == Verdict.MISLEADING;
    return join(needsToBeSaid ? why(account) : "", accepted ? "" : diagnosis(account));
  }

  private static boolean restsOnSeveral(Account account) {
    return switch (account.verdict()) {
      case SUPPORTED, MISLEADING -> account.restsOnSeveral(Stance.SUPPORTS);
      case REFUTED -> account.restsOnSeveral(Stance.REFUTES);
      case CONFLICTING, UNVERIFIED -> false;
    };
  }

  /** Why the claim that is explained has its verdict, with what a verdict takes where numbers count and no standard has said it. */
  String whyWithNumbers(Account account) {
    return account.shortfall().filter(each -> each == Shortfall.NOT_ENOUGH).isPresent()
            && frequencies.count()
            && evaluation.standard() == Standard.PREPONDERANCE
        ? frequencies.notEnough()
        : why(account);
  }

  /** How the claim that is explained comes out over all worlds, and whether that is close; empty where all is certain. */
  String numbers(Accounts accounts) {
    List<String> said = new ArrayList<>(frequencies.belief(accounts));
    Account account = accounts.first();
    if (account.close()) {
      CloseCall call = account.closeCalls().get(0);
      said.addAll(
          frequencies.close(account.claim(), call, verdict(account.claim(), call.otherwise())));
    }
    return join(said);
  }

  /** What the argument for a claim comes to, where its verdict has not said that already. */
  String diagnosis(Account account) {
    boolean goesWithoutSaying = switch (account.diagnosis()) {
      case SOUND, NO_ARGUMENT -> true;
      case OUTWEIGHED -> account.verdict() == Verdict.CONFLICTING;
      default -> false;
    };
    if (account.diagnosis() == Diagnosis.DOUBTFUL_SOURCE
        && account.best().stream().anyMatch(line -> line.chance().yes() > 0)) {
      return say(Sentence.ARGUMENT_DOUBTFUL_SOURCE_WORLDS);
    }
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
            : join(
                say(Sentence.valueOf("STANDARD_" + standard.name())),
                frequencies.count() ? frequencies.standard() : ""),
        switch (evaluation.reviews()) {
          case EVIDENCE_FIRST -> "";
          case REVIEWS_FIRST -> say(Sentence.REVIEWS_REVIEWS_FIRST);
          case EVIDENCE_ONLY -> say(Sentence.REVIEWS_EVIDENCE_ONLY);
        },
        evaluation.ignoresDerivation() ? say(Sentence.COPIES_COUNT) : "");
  }

  /** The names of sources; of many the first, and how many more there are, or all of them once where everything is told. */
  String sources(ImmutableList<String> sourceIds, Sentence separator) {
    return all && named.add(sourceIds)
        ? sentences().list(separator, sourceIds.stream().map(this::source).toList())
        : names(sourceIds, this::source, separator, Sentence.MORE_SOURCES);
  }

  /** Ids one after the other. */
  String ids(List<String> ids) {
    return String.join(", ", ids);
  }

  /** The source of a piece of evidence, with what it was taken to be derived from and what it was read in. */
  String sourceOf(Evidence evidence) {
    ImmutableList<String> origins = evaluation.origins(evidence.source());
    String source = source(evidence.source());
    return withRelays(
        evidence,
        origins.isEmpty()
            ? source
            : say(Sentence.WITH_ORIGINS, source, sources(origins, Sentence.NAME_SEPARATOR)));
  }

  /** Words for the source of a piece of evidence, with what it was read in. */
  String withRelays(Evidence evidence, String source) {
    ImmutableList<String> relays = graph().relays(evidence);
    return relays.isEmpty()
        ? source
        : say(Sentence.READ_IN, source, sources(relays, Sentence.NAME_SEPARATOR));
  }

  /** The words of a source, if any are given, with where they stand. */
  String quote(Evidence evidence) {
    List<String> about = new ArrayList<>();
    evidence
        .translation()
        .flatMap(translation -> sentences().textIfWritten(translation, graph().language()))
        .map(this::words)
        .ifPresent(about::add);
    evidence.locator().map(this::words).ifPresent(about::add);
    return evidence
        .quote()
        .map(this::words)
        .map(quote -> about.isEmpty()
            ? say(Sentence.IN_ITS_WORDS, quote)
            : say(Sentence.IN_ITS_WORDS_AT, quote, list(about)))
        .orElseGet(() -> about.isEmpty() ? "" : say(Sentence.AT, list(about)));
  }

  /** What a line of a claim is called where another line is spoken of. */
  String line(Element line) {
    return switch (line.kind()) {
      case EVIDENCE -> source(graph().findEvidence(line.id()).orElseThrow().source());
      case REVIEW -> source(graph().findReview(line.id()).orElseThrow().reviewer());
      case INFERENCE ->
        graph()
            .findInference(line.id())
            .flatMap(Inference::note)
            .map(this::text)
            .orElse(line.id());
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
  public String checked(Comparison comparison) {
    String reviewer = source(comparison.reviewer());
    String published = published(comparison.published());
    return comparison
        .derived()
        .map(derived -> derived == comparison.published()
            ? say(Sentence.REVIEW_AGREES, reviewer)
            : say(Sentence.CHECK_DISAGREES, reviewer, published, published(derived)))
        .orElseGet(() -> say(Sentence.CHECK_NOTHING, reviewer, published));
  }

  /** That a published verdict was not checked. */
  public String notChecked(Comparison comparison) {
    return say(
        Sentence.CHECK_LEFT_OUT, source(comparison.reviewer()), published(comparison.published()));
  }

  Claim claimOf(String claimId) {
    return graph().claim(claimId);
  }

  /** The graph that is told of. */
  ClaimGraph graph() {
    return after();
  }

  Evaluation evaluation() {
    return evaluation;
  }
}
