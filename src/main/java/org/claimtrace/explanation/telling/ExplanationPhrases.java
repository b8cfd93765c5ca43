package org.claimtrace.explanation.telling;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.Requirement.Role;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.evaluation.VerdictRule;
import org.claimtrace.explanation.Diagnosis;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.Explanation.Shortfall;
import org.claimtrace.explanation.Explanations;
import org.claimtrace.explanation.LineReport;
import org.claimtrace.explanation.Obstacle;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.ReviewCheck.Overtaken;
import org.claimtrace.explanation.Style;
import org.claimtrace.explanation.why.AccountCollector;
import org.claimtrace.explanation.why.Accounts;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Review;
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
  private final Map<String, Set<String>> contradictingByClaim = new HashMap<>();
  private int whenSaid;
  private boolean refersBack = true;

  public ExplanationPhrases(Evaluation evaluation, Style style) {
    super(evaluation.graph(), style.language(), new LongWords());
    this.evaluation = evaluation;
    this.frequencies = new NaturalFrequencies(evaluation, sentences());
    this.all = style.showsAll();
  }

  /** Lets nothing refer to what was told before, of which a reader may see a part only. */
  ExplanationPhrases withoutReferringBack() {
    refersBack = false;
    return this;
  }

  /** Returns whether it may be referred to what was told before. */
  boolean refersBack() {
    return refersBack;
  }

  /** Returns the phrases for probabilities. */
  NaturalFrequencies frequencies() {
    return frequencies;
  }

  /** Returns whether a claim contradicts all others among some; whom each contradicts is looked up once. */
  boolean excludes(String claimId, Set<String> claims) {
    Set<String> contradicting = contradictingByClaim.computeIfAbsent(
        claimId, id -> ImmutableSet.copyOf(evaluation.contradicting(id)));
    return claims.stream().allMatch(each -> each.equals(claimId) || contradicting.contains(each));
  }

  /** Returns a sentence about the supposition on a claim. */
  String supposed(Supposition supposed) {
    return say(Sentence.valueOf("SUPPOSED_" + supposed.name()));
  }

  /**
   * Returns the reason why a claim has its verdict.
   *
   * @param isExplained whether it is the claim that is explained, whose searches are rendered in a section
   */
  private String why(Account account, boolean isExplained) {
    if (account.supposed().isPresent()) {
      return supposed(account.supposed().get());
    }
    if (account.shortfall().isPresent()) {
      return account.shortfall().get() == Shortfall.NOTHING_FOUND
          ? nothingFound(account, isExplained)
          : say(Sentence.valueOf("WHY_" + account.shortfall().get().name()));
    }
    if (account.verdict() == Verdict.CONFLICTING) {
      return conflicting(account);
    }
    return say(Sentence.valueOf(
        restsOnSeveral(account)
            ? "WHY_SEVERAL_" + account.verdict().name()
            : "WHY_" + account.verdict().name()));
  }

  /** Returns a sentence on who looked and found nothing, by name. */
  private String nothingFound(Account account, boolean isExplained) {
    ImmutableList<String> reviewers = account.reviews().stream()
        .filter(each -> each.published() == Verdict.UNVERIFIED)
        .map(Comparison::reviewer)
        .collect(toImmutableList());
    if (!reviewers.isEmpty()) {
      return say(Sentence.WHY_NOTHING_FOUND_BY, sources(reviewers, Sentence.NAME_SEPARATOR));
    }
    if (isExplained) {
      return say(Sentence.WHY_NOTHING_FOUND);
    }
    ImmutableList<String> places =
        AccountCollector.searches(evaluation, claimOf(account.claimId())).stream()
            .map(this::where)
            .distinct()
            .collect(toImmutableList());
    return say(
        Sentence.WHY_NOTHING_FOUND_IN,
        names(places, Function.identity(), Sentence.LIST_SEPARATOR, Sentence.MORE_SOURCES));
  }

  /** Returns the reason why a claim is conflicting; one side may count only because it is undecided whether it has a case. */
  private String conflicting(Account account) {
    double enough = evaluation.standard().thresholds().stream()
        .filter(threshold -> threshold.quantity() == VerdictRule.Quantity.WEAKER_SIDE)
        .mapToDouble(threshold -> threshold.bound(account.belief()))
        .min()
        .orElseThrow();
    boolean isFor = VerdictRule.exceeds(evaluation.caseFor(account.claimId()).yes(), enough);
    boolean isAgainst =
        VerdictRule.exceeds(evaluation.caseAgainst(account.claimId()).yes(), enough);
    if (isFor == isAgainst) {
      return say(Sentence.WHY_CONFLICTING);
    }
    return say(
        isFor
            ? Sentence.WHY_CONFLICTING_UNDECIDED_AGAINST
            : Sentence.WHY_CONFLICTING_UNDECIDED_FOR);
  }

  static boolean isAccepted(Verdict verdict) {
    return verdict == Verdict.SUPPORTED || verdict == Verdict.MISLEADING;
  }

  /**
   * Returns the reason for the verdict on a claim below the one explained, and its diagnosis unless it is obvious.
   *
   * @param showsBest whether the line that the diagnosis is of is rendered as well
   */
  String whyBelow(Account account, boolean showsBest) {
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
    boolean isDiagnosed = showsBest && !isAccepted(account.verdict());
    return join(needsToBeSaid ? why(account, false) : "", isDiagnosed ? diagnosis(account) : "");
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
        : why(account, true);
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

  /** Returns the verdict when a claim was first said, if that is another one than now; for the first claims that are asked for. */
  String whenSaid(String claimId, Verdict now) {
    Optional<PartialDate> first = graph().claim(claimId).firstSaid();
    if (first.isEmpty() || whenSaid++ >= Explanations.MOST_WHEN_SAID) {
      return "";
    }
    return evaluation
        .judgementWhenSaid(claimId)
        .filter(then -> then.verdict() != now)
        .map(then ->
            say(Sentence.VERDICT_WHEN_SAID, when(first.get()), verdict(claimId, then.verdict())))
        .orElse("");
  }

  /** Returns the diagnosis of the argument for a claim, unless its verdict implies it. */
  String diagnosis(Account account) {
    boolean isMadeOfParts = !account.best().isEmpty()
        && account.best().stream().allMatch(line -> isFromParts(line.element()));
    boolean goesWithoutSaying = switch (account.diagnosis()) {
      case SOUND, NO_ARGUMENT -> true;
      // Its parts are told as such.
      case FALSE_PREMISE, CONTESTED_PREMISE, DOUBTFUL_PREMISE, UNSUPPORTED_PREMISE -> isMadeOfParts;
      case OUTWEIGHED -> account.verdict() == Verdict.CONFLICTING;
      case DOUBTFUL_SOURCE ->
        account.shortfall().filter(Shortfall.NOT_JUDGED::equals).isPresent();
      default -> false;
    };
    if (goesWithoutSaying) {
      return "";
    }
    ImmutableList<LineReport> best = account.best();
    if (best.stream().anyMatch(LineReport::holds)) {
      return diagnosisOfHolding(account);
    }
    Sentence sentence = switch (account.diagnosis()) {
      case DOUBTFUL_SOURCE ->
        best.stream().anyMatch(line -> line.chance().yes() > 0)
            ? Sentence.ARGUMENT_DOUBTFUL_SOURCE_WORLDS
            : Sentence.ARGUMENT_DOUBTFUL_SOURCE;
      case WEAK_EVIDENCE ->
        best.stream().allMatch(line -> isWithdrawn(line.element()))
            ? Sentence.ARGUMENT_WITHDRAWN
            : Sentence.ARGUMENT_WEAK_EVIDENCE;
      case STAND_OFF ->
        best.stream().anyMatch(ExplanationPhrases::isInLoop)
            ? Sentence.ARGUMENT_STAND_OFF
            : Sentence.ARGUMENT_STAND_OFF_ELSEWHERE;
      default -> Sentence.valueOf("ARGUMENT_" + account.diagnosis().name());
    };
    return say(sentence, theArgument(account));
  }

  /** Returns whether a line is a piece of evidence whose statement was withdrawn. */
  boolean isWithdrawn(Element line) {
    return line.kind() == Element.Kind.EVIDENCE && evaluation.isWithdrawn(line.id());
  }

  /** Returns what the case against a claim makes of the lines for it that hold. */
  private String diagnosisOfHolding(Account account) {
    String argument =
        say(countArguments(account) == 1 ? Sentence.THE_ARGUMENT : Sentence.ALL_FOR_IT);
    if (account.diagnosis() == Diagnosis.STAND_OFF) {
      return account.refuting().stream().anyMatch(ExplanationPhrases::isInLoop)
          ? say(Sentence.ARGUMENT_STAND_OFF, argument)
          : say(Sentence.ARGUMENT_STAND_OFF_ELSEWHERE, say(Sentence.ALL_AGAINST_IT));
    }
    return say(Sentence.valueOf("ARGUMENT_" + account.diagnosis().name()), argument);
  }

  /** Returns whether a line would hold if all that is undecided were true. */
  boolean isUndecided(LineReport line) {
    return !line.holds()
        && VerdictRule.exceeds(
            line.chance().yes() + line.chance().undecided(),
            evaluation.standard().burden());
  }

  private static boolean isInLoop(LineReport line) {
    return line.obstacles().stream().anyMatch(each -> each.kind() == Obstacle.Kind.STAND_OFF);
  }

  /** Returns the words for the argument that a diagnosis is of: the best, if there are others. */
  private String theArgument(Account account) {
    int arguments = countArguments(account);
    return switch (arguments) {
      case 1 -> say(Sentence.THE_ARGUMENT);
      case 2 -> say(Sentence.THE_BETTER_ARGUMENT);
      default -> say(Sentence.THE_BEST_ARGUMENT, sentences().number(arguments));
    };
  }

  /** Returns the number of lines for a claim that count, of which copies are none of their own; at least 1. */
  private int countArguments(Account account) {
    long arguments = account.supporting().stream()
        .filter(LineReport::counts)
        .filter(line -> line.readings(Role.ORIGIN).isEmpty())
        .count();
    return (int) Math.max(1, arguments);
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
        switch (evaluation.reviewPolicy()) {
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
    boolean isOwnReport = evidence.derivedFrom().filter(List::isEmpty).isPresent()
        && !evidence.isExhibit()
        && !evaluation.origins(evidence.sourceId()).isEmpty();
    return withRelays(
        evidence,
        origins.isEmpty()
            ? isOwnReport ? say(Sentence.OWN_REPORT, source) : source
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
    return quoteAt(evidence.quote(), about);
  }

  /**
   * Returns a quotation with what is said about it, or only that if there is none.
   *
   * @param about its translation, and its place in the source
   */
  String quoteAt(Optional<String> words, List<String> about) {
    return words
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
            .map(inference -> inference
                .note()
                .map(this::text)
                .orElseGet(() -> say(
                    Sentence.OVERRIDING_STEP,
                    names(inference.premises().stream().map(this::premise)))))
            .orElse(line.id());
      case CLAIM, SOURCE -> line.id();
    };
  }

  /** Returns the name of a line in a sentence about another line, with its claim if that is not the same. */
  String lineBeside(Element line, Element other) {
    String of = graph().claimOf(line.id()).id();
    return other.kind().isLine() && graph().claimOf(other.id()).id().equals(of)
        ? line(line)
        : say(Sentence.CHANGE_ON, line(line), quoted(of));
  }

  private String where(Search search) {
    return search
        .where()
        .map(this::words)
        .orElseGet(() -> source(search.sourceId().orElseThrow()));
  }

  String search(Search search) {
    String where = where(search);
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

  /** Returns a sentence with the published verdicts that agree with the derived one, in their own words. */
  String agreeing(ImmutableList<Comparison> comparisons) {
    return say(Sentence.REVIEWS_AGREE, published(comparisons));
  }

  /** Returns published verdicts in their own words, each with its reviewer. */
  private String published(ImmutableList<Comparison> comparisons) {
    return names(
        comparisons,
        each -> say(
            Sentence.CHECK_ONE, source(each.reviewer()), reviewWords(each.claimId(), review(each))),
        Sentence.LIST_SEPARATOR,
        Sentence.NAMES_AND_MORE);
  }

  String comparison(Comparison comparison) {
    return comparison.disagrees()
        ? say(
            Sentence.REVIEW_DISAGREES,
            source(comparison.reviewer()),
            reviewWords(comparison.claimId(), review(comparison)))
        : review(comparison)
            .label()
            .map(label -> say(
                Sentence.REVIEW_AGREES_LABEL,
                source(comparison.reviewer()),
                reviewWords(comparison.claimId(), review(comparison))))
            .orElseGet(() -> say(Sentence.REVIEW_AGREES, source(comparison.reviewer())));
  }

  /** Returns the result of the check of a published verdict. */
  public String checked(Comparison comparison) {
    String published = reviewed(comparison.claimId(), review(comparison));
    return comparison
        .derived()
        .map(derived -> derived == comparison.published()
            ? say(Sentence.REVIEW_AGREES, source(comparison.reviewer()))
            : join(
                published,
                comparison
                    .overtaken()
                    .map(overtaken -> overtaken(comparison.claimId(), derived, overtaken))
                    .orElseGet(() ->
                        say(Sentence.CHECK_DISAGREES, verdict(comparison.claimId(), derived)))))
        .orElseGet(() -> join(published, say(Sentence.CHECK_NOTHING)));
  }

  private String overtaken(String claimId, Verdict derived, Overtaken overtaken) {
    String by = names(overtaken.by().stream()
        .map(element -> element.kind() == Element.Kind.SOURCE
            ? say(Sentence.CHECK_RETRACTION, source(element.id()))
            : line(graph(), element, graph().claimOf(element.id()).id(), claimId)));
    return join(
        say(
            Sentence.CHECK_OVERTAKEN,
            date(overtaken.published()),
            date(overtaken.since()),
            verdict(claimId, derived)),
        by.isEmpty() ? "" : say(Sentence.CHECK_OVERTAKEN_BY, by));
  }

  /** Returns a sentence on published verdicts that differ from each other. */
  public String difference(ImmutableList<Comparison> comparisons) {
    return say(Sentence.CHECK_DIFFER, published(comparisons));
  }

  private Review review(Comparison comparison) {
    return graph().findReview(comparison.review().id()).orElseThrow();
  }

  /** Returns a sentence that a published verdict was not checked. */
  public String notChecked(Comparison comparison) {
    return join(reviewed(comparison.claimId(), review(comparison)), say(Sentence.CHECK_LEFT_OUT));
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
