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
 * The phrases of explanations about a graph in one language. Long words of the graph and long lists of names are given whole
 * once and abbreviated after that, so that the length of a text grows with its content and not with how often a thing is named.
 * Not safe for use by several threads.
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
    this.all = style.showsAll();
  }

  /** Returns the phrases for probabilities. */
  NaturalFrequencies frequencies() {
    return frequencies;
  }

  /** Returns a sentence about the supposition on a claim. */
  String supposed(Supposition supposed) {
    return say(Sentence.valueOf("SUPPOSED_" + supposed.name()));
  }

  /** Returns the reason why a claim has its verdict. */
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

  /** Returns the reason for the verdict on a claim below the one explained, and its diagnosis unless it is obvious. */
  String whyBelow(Account account) {
    boolean isWeakSource =
        account.shortfall().filter(Shortfall.NOT_ENOUGH::equals).isPresent()
            && account.diagnosis() == Diagnosis.DOUBTFUL_SOURCE;
    if (isWeakSource) {
      // The chance of the claim is given beside it, and that of the source below it.
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

  /**
   * Returns the reason for the verdict on the claim that is explained, with the threshold of the standard if it has not been
   * stated and matters.
   */
  String whyWithNumbers(Account account) {
    return account.shortfall().filter(each -> each == Shortfall.NOT_ENOUGH).isPresent()
            && frequencies.count()
            && evaluation.standard() == Standard.PREPONDERANCE
        ? frequencies.notEnough()
        : why(account);
  }

  /** Returns the chances of the claim that is explained, and whether its verdict is close; empty if everything is certain. */
  String numbers(Accounts accounts) {
    List<String> said = new ArrayList<>(frequencies.belief(accounts));
    Account account = accounts.first();
    if (account.isClose()) {
      CloseCall call = account.closeCalls().get(0);
      said.addAll(
          frequencies.close(account.claimId(), call, verdict(account.claimId(), call.otherwise())));
    }
    return join(said);
  }

  /** Returns the diagnosis of the argument for a claim, unless its verdict implies it. */
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

  /** Returns the options of the evaluation that differ from the usual ones. */
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

  /**
   * Returns the names of sources: of many, the first few and the number of the others; all of them the first time if the style
   * has everything.
   */
  String sources(ImmutableList<String> sourceIds, Sentence separator) {
    return all && named.add(sourceIds)
        ? sentences().list(separator, sourceIds.stream().map(this::source).toList())
        : names(sourceIds, this::source, separator, Sentence.MORE_SOURCES);
  }

  /** Returns ids, separated by commas. */
  String ids(List<String> ids) {
    return String.join(", ", ids);
  }

  /** Returns the name of the source of a piece of evidence, with what it was taken to be derived from and its relays. */
  String sourceOf(Evidence evidence) {
    ImmutableList<String> origins = evaluation.origins(evidence);
    String source = source(evidence.sourceId());
    return withRelays(
        evidence,
        origins.isEmpty()
            ? source
            : say(Sentence.WITH_ORIGINS, source, sources(origins, Sentence.NAME_SEPARATOR)));
  }

  /** Adds the relays of a piece of evidence to the words for its source. */
  String withRelays(Evidence evidence, String source) {
    ImmutableList<String> relays = graph().relays(evidence);
    return relays.isEmpty()
        ? source
        : say(Sentence.READ_IN, source, sources(relays, Sentence.NAME_SEPARATOR));
  }

  /** Returns the quotation of a piece of evidence, if it has one, with its place in the source. */
  String quote(Evidence evidence) {
    List<String> about = new ArrayList<>();
    evidence.translation().flatMap(this::textIfWritten).ifPresent(about::add);
    evidence.locator().map(this::words).ifPresent(about::add);
    return evidence
        .quote()
        .map(this::words)
        .map(quote -> about.isEmpty()
            ? say(Sentence.IN_ITS_WORDS, quote)
            : say(Sentence.IN_ITS_WORDS_AT, quote, list(about)))
        .orElseGet(() -> about.isEmpty() ? "" : say(Sentence.AT, list(about)));
  }

  /** Returns the name of a line in a sentence about another line. */
  String line(Element line) {
    return switch (line.kind()) {
      case EVIDENCE -> source(graph().findEvidence(line.id()).orElseThrow().sourceId());
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
    String where = search.where().orElseGet(() -> source(search.sourceId().orElseThrow()));
    Optional<String> date = search.date().map(this::date);
    if (search.query().isPresent()) {
      return date.isPresent()
          ? say(Sentence.SEARCH_FOR_ON, where, search.query().get(), date.get())
          : say(Sentence.SEARCH_FOR, where, search.query().get());
    }
    return date.isPresent()
        ? say(Sentence.SEARCH_ON, where, date.get())
        : say(Sentence.SEARCH, where);
  }

  String comparison(Comparison comparison) {
    return comparison.disagrees()
        ? say(
            Sentence.REVIEW_DISAGREES,
            source(comparison.reviewer()),
            published(comparison.published()))
        : say(Sentence.REVIEW_AGREES, source(comparison.reviewer()));
  }

  /** Returns the result of the check of a published verdict. */
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

  /** Returns a sentence that a published verdict was not checked. */
  public String notChecked(Comparison comparison) {
    return say(
        Sentence.CHECK_LEFT_OUT, source(comparison.reviewer()), published(comparison.published()));
  }

  Claim claimOf(String claimId) {
    return graph().claim(claimId);
  }

  /** Returns the graph of the evaluation. */
  ClaimGraph graph() {
    return after();
  }

  Evaluation evaluation() {
    return evaluation;
  }
}
