package org.claimtrace.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;

/**
 * Names the claims, sources and lines of a graph in one language, for sentences about one graph or about two versions of it. An
 * element that the later version lacks is named as in the earlier one. Packages with phrases of their own extend it. Immutable,
 * except for one made with {@link LongWords}.
 */
public class Phrasebook {

  /** The most premises by which a step is named even if it has a note. */
  private static final int FEW_PREMISES = 2;

  /** The most names that are listed whole; of more, only the first {@value #FIRST_NAMES} are. */
  private static final int MOST_NAMES = 6;

  private static final int FIRST_NAMES = 3;

  private static final String CLOSING = ".。!！?？;；";

  private final ClaimGraph before;
  private final ClaimGraph after;
  private final Sentences sentences;

  /** The tag of the language in which words of a graph are wanted. */
  private final String wanted;

  /** Applied to words of a graph each time that they are used. */
  private final UnaryOperator<String> wording;

  /**
   * Creates a phrasebook for two versions of a graph.
   *
   * @param language the tag of the language; absent, that of the later version
   */
  public Phrasebook(ClaimGraph before, ClaimGraph after, Optional<String> language) {
    this(before, after, language, UnaryOperator.identity());
  }

  /**
   * Creates a phrasebook for one graph that gives long words whole once and abbreviated after that. Not safe for use by several
   * threads.
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
    Language told = Language.of(language.orElse(after.language()));
    this.sentences = Sentences.of(told);
    this.wanted = language.orElse(told.tag());
    this.wording = wording;
  }

  /** Returns the sentences of the language. */
  protected final Sentences sentences() {
    return sentences;
  }

  /** Returns words of a graph that belong to no language, such as an address; abbreviated if they are long and have been used. */
  protected final String words(String words) {
    return wording.apply(words);
  }

  private String text(ClaimGraph graph, Text text) {
    return words(sentences.text(text, wanted, graph.language()));
  }

  /** Returns a text of the later version, if it is written in the wanted language or that of the sentences. */
  protected final Optional<String> textIfWritten(Text text) {
    return sentences.textIfWritten(text, wanted, after.language()).map(this::words);
  }

  /** Returns a text of the later version. */
  public String text(Text text) {
    return text(after, text);
  }

  /** Returns a text of the later version, or the empty string if there is none. */
  public String text(Optional<Text> text) {
    return text.map(this::text).orElse("");
  }

  /** Returns a sentence with names in its places, see {@link Sentences#say}. */
  public String say(Sentence sentence, String... names) {
    return sentences.say(sentence, names);
  }

  /** Returns a sentence about a number of things, see {@link Sentences#count}. */
  public String count(Sentence sentence, int number, String... names) {
    return sentences.count(sentence, number, names);
  }

  /** Returns a number with its thousands separated. */
  public String number(int number) {
    return sentences.number(number);
  }

  /** Returns a date as it is written in the language. */
  public String date(PartialDate date) {
    return sentences.date(date);
  }

  /** Returns a date as an adverbial: on a day, or in a month or a year. */
  public String when(PartialDate date) {
    boolean isDay = date.firstDay().equals(date.lastDay());
    return say(isDay ? Sentence.ON_DAY : Sentence.IN_PERIOD, date(date));
  }

  /** Returns the title of the later version. */
  public String title() {
    return text(after.title());
  }

  /** Returns sentences one after the other; empty ones are left out. */
  public String join(String... parts) {
    return join(Arrays.asList(parts));
  }

  /** Returns sentences one after the other; empty ones are left out. */
  public String join(List<String> parts) {
    return sentences.list(
        Sentence.SENTENCE_SEPARATOR,
        parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /** Returns all of some names as a list. */
  public String list(List<String> names) {
    return sentences.list(Sentence.LIST_SEPARATOR, names);
  }

  /** Returns the graph of the earlier version. */
  public ClaimGraph before() {
    return before;
  }

  /** Returns the graph of the later version. */
  public ClaimGraph after() {
    return after;
  }

  /** Returns all of some names as a part of a sentence. */
  public String allNames(List<String> names) {
    return sentences.list(Sentence.NAME_SEPARATOR, names);
  }

  /** Returns the names of things as a list; of many, the first few and the number of the others. */
  public <T> String few(List<T> things, Function<T, String> name) {
    return list(first(things, name));
  }

  /** Returns a sentence of a label, which ends with a colon, and names. */
  public String labelled(String label, Stream<String> names) {
    return say(Sentence.CONTRAST_LABELLED, label, names(names));
  }

  /** Returns names as a part of a sentence; of many, the first few and the number of the others. */
  public String names(Stream<String> names) {
    return names(
        names.toList(), Function.identity(), Sentence.NAME_SEPARATOR, Sentence.NAMES_AND_MORE);
  }

  /**
   * Returns names of things; of many, the first few and the number of the others. Only the names that are used are computed.
   *
   * @param more the sentence that gives the number of the others, with the names in place 1
   */
  protected final <T> String names(
      List<T> things, Function<T, String> name, Sentence separator, Sentence more) {
    boolean areMany = things.size() > MOST_NAMES;
    List<T> named = areMany ? things.subList(0, FIRST_NAMES) : things;
    String list = sentences.list(separator, named.stream().map(name).toList());
    return areMany ? count(more, things.size() - FIRST_NAMES, list) : list;
  }

  /** Returns a sentence about each of some things; of many, sentences about the first few and the number of the others. */
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

  /** Returns the later graph if it has a claim, otherwise the earlier one. */
  private ClaimGraph graphOf(String claimId) {
    return after.findClaim(claimId).isPresent() ? after : before;
  }

  /** Returns the words of a claim, as the later version has them if it has the claim. */
  public String claim(String claimId) {
    return claim(graphOf(claimId), claimId);
  }

  /** Returns the words of a claim as the earlier version has them. */
  public String claimBefore(String claimId) {
    return claim(before, claimId);
  }

  private String claim(ClaimGraph graph, String claimId) {
    return text(graph, graph.claim(claimId).text());
  }

  /** Returns the words of a claim in quotation marks, for the middle of a sentence. */
  public String quoted(String claimId) {
    return quotation(claim(claimId));
  }

  /** Returns "it" for the claim {@code root}, which the sentence is about, and the quoted words of any other claim. */
  public String it(String claimId, String root) {
    return claimId.equals(root) ? say(Sentence.CHANGE_IT) : quoted(claimId);
  }

  /**
   * Returns words in quotation marks, for the middle of a sentence. Their closing punctuation is dropped, and quotation marks
   * in them become single ones.
   */
  public String quotation(String words) {
    return say(Sentence.CHANGE_QUOTED, withoutClosing(words).replace('“', '‘').replace('”', '’'));
  }

  private static String withoutClosing(String words) {
    // Invisible direction controls may follow the punctuation; they are kept.
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

  /** Returns the mark of a verdict and its word for a claim. */
  public String marked(String claimId, Verdict verdict) {
    return Marks.of(verdict) + " " + verdict(claimId, verdict);
  }

  /** Returns the word for a verdict on a claim; opinions and predictions have other words than facts. */
  public String verdict(String claimId, Verdict verdict) {
    return say(Sentence.of(verdict, graphOf(claimId).claim(claimId).kind()));
  }

  /**
   * Returns how a published verdict reads, for the middle of a sentence that names the reviewer: the words that were published,
   * if the graph has them, and the verdict as which it has them, if they are mapped to one.
   */
  public String reviewWords(String claimId, Review review) {
    Optional<String> entered = review.verdict().map(verdict -> verdict(claimId, verdict));
    Optional<String> label = review.label().map(this::words);
    if (entered.isEmpty()) {
      return say(Sentence.REVIEW_WORDS_UNMAPPED, label.orElse(""));
    }
    return label.isPresent()
        ? say(Sentence.REVIEW_WORDS_LABEL, entered.get(), label.get())
        : say(Sentence.REVIEW_WORDS, entered.get());
  }

  /** Returns a sentence on what a reviewer published. */
  public String reviewed(String claimId, Review review) {
    Optional<String> entered = review.verdict().map(verdict -> verdict(claimId, verdict));
    Optional<String> label = review.label().map(this::words);
    String reviewer = source(review.reviewer());
    if (entered.isEmpty()) {
      return say(Sentence.REVIEW_UNMAPPED, reviewer, label.orElse(""));
    }
    return label.isPresent()
        ? say(Sentence.REVIEW_LABELLED, reviewer, entered.get(), label.get())
        : say(Sentence.REVIEW_ENTERED, reviewer, entered.get());
  }

  /**
   * Returns the name of a source with the mark that refers to it in the list of sources, which an outline turns into a number,
   * see {@link References}.
   */
  public String source(String sourceId) {
    return source(sourceId, Integer.MAX_VALUE);
  }

  /**
   * Returns the name of a source as {@link #source(String)} does, but only its beginning if it is wider than a number of columns.
   *
   * @param width at least 3
   */
  public String source(String sourceId, int width) {
    return say(Sentence.SOURCE_REFERRED, sourceName(sourceId, width), References.mark(sourceId));
  }

  /** Returns the later graph if it has a source, otherwise the earlier one. */
  private ClaimGraph graphOfSource(String sourceId) {
    return after.findSource(sourceId).isPresent() ? after : before;
  }

  /** Returns the short title of a source or, in this order, its title in quotation marks, its address or its id. */
  private String sourceName(String sourceId, int width) {
    ClaimGraph graph = graphOfSource(sourceId);
    Optional<Source> source = graph.findSource(sourceId);
    return source
        .flatMap(Source::shortTitle)
        .map(title -> Columns.begin(text(graph, title), width))
        .or(() -> source
            .flatMap(Source::title)
            .map(title -> quotation(Columns.begin(text(graph, title), width))))
        .orElseGet(() -> Columns.begin(
            Isolation.isolated(source.flatMap(Source::url).map(this::words).orElse(sourceId)),
            width));
  }

  /** Returns the whole title of a source in quotation marks, or else its address. */
  String sourceTitle(Source source) {
    return source
        .title()
        .map(title ->
            quotation(sentences.text(title, wanted, graphOfSource(source.id()).language())))
        .or(source::url)
        .map(Isolation::isolated)
        .orElse("");
  }

  /** Returns a builder of an outline whose sources are numbered by themselves. */
  public Outline.Builder outline() {
    return Outline.builder(References.to(before, after));
  }

  /** Returns a description of a line on a claim, for the middle of a sentence about the claim {@code root}. */
  public String line(ClaimGraph graph, Element line, String claimId, String root) {
    String it = it(claimId, root);
    if (line.kind() == Element.Kind.REVIEW) {
      Review review = graph.findReview(line.id()).orElseThrow();
      return say(
          Sentence.CHANGE_VERDICT_ON, source(review.reviewer()), it, reviewWords(claimId, review));
    }
    Optional<Evidence> evidence = graph.findEvidence(line.id());
    if (evidence.isPresent()) {
      return say(
          switch (evidence.get().stance()) {
            case SUPPORTS -> Sentence.CHANGE_EVIDENCE_FOR;
            case REFUTES -> Sentence.CHANGE_EVIDENCE_AGAINST;
            case QUALIFIES -> Sentence.CHANGE_EVIDENCE_QUALIFYING;
          },
          source(evidence.get().sourceId()),
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

  /** Returns whether an element is a step from the parts of a claim. */
  public boolean isFromParts(Element element) {
    return element.kind() == Element.Kind.INFERENCE
        && after.findInference(element.id()).filter(Inference::isFromParts).isPresent();
  }

  /**
   * Returns a description of an inference for the middle of a sentence: by its premises or, if these are many and it has a
   * note, by its note.
   */
  public String step(ClaimGraph graph, Inference inference) {
    if (inference.isFromParts()) {
      return inference.stance() == Stance.SUPPORTS
          ? say(Sentence.CHANGE_FROM_ALL_PARTS)
          : say(Sentence.CHANGE_FROM_PART, quoted(inference.premises().get(0).claimId()));
    }
    return isNamedByNote(inference)
        ? quotation(text(graph, inference.note().orElseThrow()))
        : say(Sentence.CHANGE_FROM, premises(inference));
  }

  private static boolean isNamedByNote(Inference inference) {
    return inference.premises().size() > FEW_PREMISES && inference.note().isPresent();
  }

  private String premises(Inference inference) {
    return names(inference.premises().stream().map(this::premise));
  }

  /**
   * Returns a description of an inference for the beginning of a sentence: by its premises in the earlier version, because the
   * sentence may be about a change of its premises, or by its note.
   */
  public String wholeStep(String lineId) {
    Optional<Inference> was = before.findInference(lineId);
    Inference is = after.findInference(lineId).or(() -> was).orElseThrow();
    if (is.isFromParts()) {
      return is.stance() == Stance.SUPPORTS
          ? say(Sentence.CHANGE_ALL_PARTS)
          : say(Sentence.CHANGE_ONE_PART, quoted(is.premises().get(0).claimId()));
    }
    return isNamedByNote(is)
        ? step(after.findInference(lineId).isPresent() ? after : before, is)
        : say(Sentence.CHANGE_STEP, premises(was.orElse(is)));
  }

  /** Returns the quoted claim of a premise, marked as false if the premise is negated. */
  public String premise(Premise premise) {
    String claim = quoted(premise.claimId());
    return premise.isNegated() ? say(Sentence.CHANGE_FALSE, claim) : claim;
  }

  /** Returns the name of an element, for the beginning of a sentence. */
  public String name(Element element) {
    ClaimGraph graph =
        element.kind().isLine() && after.findLine(element.id()).isEmpty() ? before : after;
    return switch (element.kind()) {
      case EVIDENCE -> source(graph.findEvidence(element.id()).orElseThrow().sourceId());
      case INFERENCE -> wholeStep(element.id());
      case REVIEW ->
        say(
            Sentence.CHANGE_REVIEW,
            source(graph.findReview(element.id()).orElseThrow().reviewer()));
      case SOURCE -> source(element.id());
      case CLAIM -> quoted(element.id());
    };
  }

  /**
   * Returns the name of a line in a sentence about a line that overrides it, with its claim if that is another; its id if no
   * version has it.
   *
   * @param claimId the id of the claim of the line that overrides it
   */
  public String overridden(String lineId, String claimId) {
    ClaimGraph graph = after.findLine(lineId).isPresent() ? after : before;
    Optional<Element> line = graph.findLine(lineId);
    if (line.isEmpty()) {
      return lineId;
    }
    String of = graph.claimOf(lineId).id();
    String name = line.get().kind() == Element.Kind.INFERENCE
        ? step(graph, graph.findInference(lineId).orElseThrow())
        : name(line.get());
    return of.equals(claimId) ? name : say(Sentence.CHANGE_ON, name, quoted(of));
  }
}
