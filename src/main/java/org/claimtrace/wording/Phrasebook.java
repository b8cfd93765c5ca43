package org.claimtrace.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;

/**
 * What a graph's claims, sources and lines are called in one language, in sentences about one graph or about two versions of it: what
 * the later one lacks is named as the earlier one has it. A room that has more to tell of a graph extends it. Immutable, but for
 * what one has said that says long words once.
 */
public class Phrasebook {

  /** As many premises as a reader takes in at once. */
  private static final int FEW_PREMISES = 2;

  /** How many names of one kind are told one after the other; of more, the first few. */
  private static final int MOST_NAMES = 6;

  private static final int FIRST_NAMES = 3;

  private static final String CLOSING = ".。!！?？;；";

  private final ClaimGraph before;
  private final ClaimGraph after;
  private final Sentences sentences;

  /** What becomes of words of a graph each time that they are said. */
  private final UnaryOperator<String> wording;

  /**
   * Phrases about two versions of a graph.
   *
   * @param language the tag of the language; absent, that of the later version
   */
  public Phrasebook(ClaimGraph before, ClaimGraph after, Optional<String> language) {
    this(before, after, language, UnaryOperator.identity());
  }

  /**
   * Phrases about one graph that say its long words whole once, and cut them short after. Not for use by several threads.
   *
   * @param language the tag of the language; absent, that of the graph
   */
  protected Phrasebook(ClaimGraph graph, Optional<String> language, LongWords longWords) {
    this(graph, graph, language, longWords::once);
  }

  private Phrasebook(
      ClaimGraph before,
      ClaimGraph after,
      Optional<String> language,
      UnaryOperator<String> wording) {
    this.before = before;
    this.after = after;
    this.sentences = Sentences.of(Language.of(language.orElse(after.language())));
    this.wording = wording;
  }

  /** The sentences of the language. */
  protected final Sentences sentences() {
    return sentences;
  }

  /** Words of a graph that stand in no language, as an address. */
  protected final String words(String words) {
    return wording.apply(words);
  }

  private String text(ClaimGraph graph, Text text) {
    return words(sentences.text(text, graph.language()));
  }

  /** A text of the later version. */
  public String text(Text text) {
    return text(after, text);
  }

  /** A text of the later version; empty where there is none. */
  public String text(Optional<Text> text) {
    return text.map(this::text).orElse("");
  }

  public String say(Sentence sentence, String... names) {
    return sentences.say(sentence, names);
  }

  public String count(Sentence sentence, int number, String... names) {
    return sentences.count(sentence, number, names);
  }

  public String number(int number) {
    return sentences.number(number);
  }

  public String date(PartialDate date) {
    return sentences.date(date);
  }

  public String title() {
    return text(after.title());
  }

  /** Sentences one after the other; empty ones are left out. */
  public String join(String... parts) {
    return join(Arrays.asList(parts));
  }

  /** Sentences one after the other; empty ones are left out. */
  public String join(List<String> parts) {
    return sentences.list(
        Sentence.SENTENCE_SEPARATOR,
        parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  public String list(List<String> names) {
    return sentences.list(Sentence.LIST_SEPARATOR, names);
  }

  /** The graph of the earlier version. */
  public ClaimGraph before() {
    return before;
  }

  /** The graph of the later version. */
  public ClaimGraph after() {
    return after;
  }

  /** Names in a sentence, however many. */
  public String allNames(List<String> names) {
    return sentences.list(Sentence.NAME_SEPARATOR, names);
  }

  /** Things in a list; of many the first, and how many more there are. */
  public <T> String few(List<T> things, Function<T, String> name) {
    return list(first(things, name));
  }

  /** Names after a label that ends with a colon, as a sentence. */
  public String labelled(String label, Stream<String> names) {
    return say(Sentence.CONTRAST_LABELLED, label, names(names));
  }

  /** Names in a sentence; of many the first, and how many more there are. */
  public String names(Stream<String> names) {
    return names(
        names.toList(), Function.identity(), Sentence.NAME_SEPARATOR, Sentence.NAMES_AND_MORE);
  }

  /**
   * Names of things; of many the first, and how many more there are. Only what is named is asked for its name.
   *
   * @param more says how many more there are, the names in place 1
   */
  protected final <T> String names(
      List<T> things, Function<T, String> name, Sentence separator, Sentence more) {
    boolean areMany = things.size() > MOST_NAMES;
    List<T> named = areMany ? things.subList(0, FIRST_NAMES) : things;
    String list = sentences.list(separator, named.stream().map(name).toList());
    return areMany ? count(more, things.size() - FIRST_NAMES, list) : list;
  }

  /** A sentence about each of some things; of many the first, and how many more there are. */
  public <T> String each(List<T> things, Function<T, String> sentence) {
    return join(first(things, sentence));
  }

  private <T> List<String> first(List<T> things, Function<T, String> told) {
    List<String> first = new ArrayList<>();
    boolean areMany = things.size() > MOST_NAMES;
    things.stream().limit(areMany ? FIRST_NAMES : MOST_NAMES).map(told).forEach(first::add);
    if (areMany) {
      first.add(count(Sentence.MORE_LINES, things.size() - FIRST_NAMES));
    }
    return first;
  }

  /** The graph that has a claim: that after, if it does. */
  private ClaimGraph graphOf(String claimId) {
    return after.findClaim(claimId).isPresent() ? after : before;
  }

  public String claim(String claimId) {
    return claim(graphOf(claimId), claimId);
  }

  public String claimBefore(String claimId) {
    return claim(before, claimId);
  }

  private String claim(ClaimGraph graph, String claimId) {
    return text(graph, graph.claim(claimId).text());
  }

  /** A claim in the middle of a sentence. */
  public String quoted(String claimId) {
    return quotation(claim(claimId));
  }

  public String it(String claimId, String root) {
    return claimId.equals(root) ? say(Sentence.CHANGE_IT) : quoted(claimId);
  }

  /** Words in the middle of a sentence; quotation marks in them are those of a quotation in a quotation. */
  public String quotation(String words) {
    return say(Sentence.CHANGE_QUOTED, withoutClosing(words).replace('“', '‘').replace('”', '’'));
  }

  private static String withoutClosing(String words) {
    // Where a direction ends with the words, the sign before that.
    int inside = words.length();
    while (inside > 1 && Isolation.isUnseen(words.charAt(inside - 1))) {
      inside--;
    }
    int end = inside;
    while (end > 1 && CLOSING.indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(0, end) + words.substring(inside);
  }

  /** A verdict with its mark. */
  public String marked(String claimId, Verdict verdict) {
    return Marks.of(verdict) + " " + verdict(claimId, verdict);
  }

  public String verdict(String claimId, Verdict verdict) {
    boolean isArgued = graphOf(claimId).claim(claimId).kind() != ClaimKind.FACT;
    return say(Sentence.valueOf(isArgued ? "ARGUED_" + verdict.name() : verdict.name()));
  }

  /** A published verdict, in the words for facts and opinions alike. */
  public String published(Verdict verdict) {
    return say(Sentence.valueOf(verdict.name()));
  }

  public String source(String sourceId) {
    ClaimGraph graph = after.findSource(sourceId).isPresent() ? after : before;
    Optional<Source> source = graph.findSource(sourceId);
    return source
        .flatMap(Source::title)
        .map(title -> text(graph, title))
        .orElseGet(() ->
            Isolation.isolated(source.flatMap(Source::url).map(this::words).orElse(sourceId)));
  }

  /** Adds what a source is called, when it was published and by whom, as an entry of a list. */
  public void reference(String sourceId, Outline.Builder outline) {
    Optional<Source> source = after.findSource(sourceId).or(() -> before.findSource(sourceId));
    List<String> about = new ArrayList<>();
    source.flatMap(Source::publisher).ifPresent(about::add);
    source.flatMap(Source::published).ifPresent(date -> about.add(date(date)));
    String separator = say(Sentence.LIST_SEPARATOR);
    String suffix = about.isEmpty() ? "" : separator + list(about);
    outline.link(source(sourceId), suffix, source.flatMap(Source::url));
  }

  /** A line of a graph, within a sentence. */
  public String line(ClaimGraph graph, Element line, String claimId, String root) {
    String it = it(claimId, root);
    if (line.kind() == Element.Kind.REVIEW) {
      Review review = graph.findReview(line.id()).orElseThrow();
      return say(
          Sentence.CHANGE_VERDICT_ON, source(review.reviewer()), it, published(review.verdict()));
    }
    Optional<Evidence> evidence = graph.findEvidence(line.id());
    if (evidence.isPresent()) {
      return say(
          switch (evidence.get().stance()) {
            case SUPPORTS -> Sentence.CHANGE_EVIDENCE_FOR;
            case REFUTES -> Sentence.CHANGE_EVIDENCE_AGAINST;
            case QUALIFIES -> Sentence.CHANGE_EVIDENCE_QUALIFYING;
          },
          source(evidence.get().source()),
          it);
    }
    Inference inference = graph.findInference(line.id()).orElseThrow();
    return say(
        switch (inference.stance()) {
          case SUPPORTS -> Sentence.CHANGE_STEP_FOR;
          case REFUTES -> Sentence.CHANGE_STEP_AGAINST;
          case QUALIFIES -> Sentence.CHANGE_STEP_QUALIFYING;
        },
        step(graph, inference),
        it);
  }

  /** A step within a sentence: by what it starts from or, where that is much and it has a note, by that. */
  public String step(ClaimGraph graph, Inference inference) {
    return isToldByNote(inference)
        ? quotation(text(graph, inference.note().orElseThrow()))
        : say(Sentence.CHANGE_FROM, premises(inference));
  }

  private static boolean isToldByNote(Inference inference) {
    return inference.premises().size() > FEW_PREMISES && inference.note().isPresent();
  }

  private String premises(Inference inference) {
    return names(inference.premises().stream().map(this::premise));
  }

  /**
   * A step at the beginning of a sentence; by what it started from, since what it starts from now may be what is told of it.
   */
  public String wholeStep(String lineId) {
    Optional<Inference> was = before.findInference(lineId);
    Inference is = after.findInference(lineId).or(() -> was).orElseThrow();
    return isToldByNote(is)
        ? step(after.findInference(lineId).isPresent() ? after : before, is)
        : say(Sentence.CHANGE_STEP, premises(was.orElse(is)));
  }

  public String premise(Premise premise) {
    String claim = quoted(premise.claim());
    return premise.negated() ? say(Sentence.CHANGE_FALSE, claim) : claim;
  }

  public String name(Element element) {
    ClaimGraph graph =
        element.kind().isLine() && after.findLine(element.id()).isEmpty() ? before : after;
    return switch (element.kind()) {
      case EVIDENCE -> source(graph.findEvidence(element.id()).orElseThrow().source());
      case INFERENCE -> wholeStep(element.id());
      case REVIEW ->
        say(
            Sentence.CHANGE_REVIEW,
            source(graph.findReview(element.id()).orElseThrow().reviewer()));
      case SOURCE -> source(element.id());
      case CLAIM -> quoted(element.id());
    };
  }

  /** What a line is called where another is spoken of. */
  public String lineName(Element line) {
    return line.kind() == Element.Kind.CLAIM ? quoted(line.id()) : overridden(line.id());
  }

  /** What a line is called where another line settles it. */
  public String overridden(String lineId) {
    return after
        .findLine(lineId)
        .or(() -> before.findLine(lineId))
        .map(line -> switch (line.kind()) {
          case INFERENCE ->
            step(
                after.findLine(lineId).isPresent() ? after : before,
                after
                    .findInference(lineId)
                    .or(() -> before.findInference(lineId))
                    .orElseThrow());
          default -> name(line);
        })
        .orElse(lineId);
  }
}
