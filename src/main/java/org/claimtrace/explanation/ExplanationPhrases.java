package org.claimtrace.explanation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Evaluation.CloseCall;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.explanation.Explanation.Account;
import org.claimtrace.explanation.Explanation.Shortfall;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Search;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/**
 * Puts what an explanation knows about a graph into the words of one language. Words of a graph that are long are said whole once
 * and cut short after, and long lists of names likewise, so that what is told grows with how much there is to tell and not with
 * how often it is named. Not for use by several threads.
 */
final class ExplanationPhrases {

  /** From how many characters on words of a graph are said whole only once. Longer ones are a paragraph and no name. */
  private static final int LONG = 240;

  /** How many characters of such words are said when they come again. */
  private static final int SHORT = 80;

  /** How many sources are named in a row: more are counted, or all of them named once where everything is told. */
  private static final int MOST_NAMES = 6;

  /** How many are named of those that are counted. */
  private static final int FIRST_NAMES = 3;

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final Sentences sentences;
  private final NaturalFrequencies frequencies;
  private final boolean all;
  private final Set<String> said = new HashSet<>();
  private final Set<List<String>> named = new HashSet<>();

  ExplanationPhrases(Evaluation evaluation, Style style) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.sentences =
        Sentences.of(Language.of(style.language().orElse(evaluation.graph().language())));
    this.frequencies = new NaturalFrequencies(evaluation, sentences);
    this.all = style.all();
  }

  /** How often things are so. */
  NaturalFrequencies frequencies() {
    return frequencies;
  }

  String say(Sentence sentence, String... names) {
    return sentences.say(sentence, names);
  }

  String count(Sentence sentence, int number, String... names) {
    return sentences.count(sentence, number, names);
  }

  String text(Text text) {
    return once(sentences.text(text, graph.language()));
  }

  /** Words of a graph as they are, or cut short where they are long and have been said. */
  private String once(String words) {
    return words.length() <= LONG || said.add(words) ? words : cut(words);
  }

  /** The beginning of long words; others as they are. */
  static String cut(String words) {
    if (words.length() <= LONG) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
    // What the rest would have ended ends here.
    return Isolation.closed(words.substring(0, end) + "…");
  }

  String text(Optional<Text> text) {
    return text.map(this::text).orElse("");
  }

  String date(PartialDate date) {
    return sentences.date(date);
  }

  /** Sentences one after the other; empty ones are left out. */
  String join(String... parts) {
    return join(Arrays.asList(parts));
  }

  String join(List<String> parts) {
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
  String numbers(Explanation explanation) {
    List<String> said = new ArrayList<>(frequencies.belief(explanation));
    Account account = explanation.account();
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
        });
  }

  String source(String sourceId) {
    Source source = graph.source(sourceId);
    return source
        .title()
        .map(this::text)
        .orElseGet(() -> Isolation.isolated(source.url().map(this::once).orElse(sourceId)));
  }

  /** The names of sources; of many the first, and how many more there are. */
  String sources(ImmutableList<String> sourceIds, Sentence separator) {
    boolean whole = sourceIds.size() <= MOST_NAMES || (all && named.add(sourceIds));
    List<String> names = new ArrayList<>();
    for (String id : whole ? sourceIds : sourceIds.subList(0, FIRST_NAMES)) {
      names.add(source(id));
    }
    String list = sentences.list(separator, names);
    return whole ? list : count(Sentence.MORE_SOURCES, sourceIds.size() - FIRST_NAMES, list);
  }

  /** Ids one after the other. */
  String ids(List<String> ids) {
    return String.join(", ", ids);
  }

  String list(List<String> names) {
    return sentences.list(Sentence.LIST_SEPARATOR, names);
  }

  /** The source of an evidence, with what it is derived from and what it was read in. */
  String sourceOf(Evidence evidence) {
    ImmutableList<String> origins = graph.source(evidence.source()).derivedFrom();
    String source = source(evidence.source());
    return withRelays(
        evidence,
        origins.isEmpty()
            ? source
            : say(Sentence.WITH_ORIGINS, source, sources(origins, Sentence.NAME_SEPARATOR)));
  }

  /** Words for the source of an evidence, with what it was read in. */
  String withRelays(Evidence evidence, String source) {
    ImmutableList<String> relays = graph.relays(evidence);
    return relays.isEmpty()
        ? source
        : say(Sentence.READ_IN, source, sources(relays, Sentence.NAME_SEPARATOR));
  }

  /** The words of a source, if any are given, with where they stand. */
  String quote(Evidence evidence) {
    List<String> about = new ArrayList<>();
    evidence
        .translation()
        .flatMap(translation -> sentences.textIfWritten(translation, graph.language()))
        .map(this::once)
        .ifPresent(about::add);
    evidence.locator().map(this::once).ifPresent(about::add);
    return evidence
        .quote()
        .map(this::once)
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

  /** That a published verdict was not checked. */
  String notChecked(Comparison comparison) {
    return say(
        Sentence.CHECK_LEFT_OUT, source(comparison.reviewer()), published(comparison.published()));
  }

  Claim claimOf(String claimId) {
    return graph.claim(claimId);
  }

  ClaimGraph graph() {
    return graph;
  }
}
