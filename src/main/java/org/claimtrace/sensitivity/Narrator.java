package org.claimtrace.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimtrace.explanation.Style;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Element;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Review;
import org.claimtrace.model.Source;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Difference.Kind;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.Marks;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/** Puts differences into the words of one language, each seen from the claim on which it is told to bear. Immutable. */
final class Narrator {

  /** As many premises as a reader takes in at once. */
  private static final int FEW_PREMISES = 2;

  /** How many names of one kind are told one after the other; of more, the first few. */
  private static final int MOST_NAMES = 6;

  private static final int FIRST_NAMES = 3;

  private static final String CLOSING = ".。!！?？;；";

  private final ClaimGraph before;
  private final ClaimGraph after;
  private final Sentences sentences;

  Narrator(ClaimGraph before, ClaimGraph after, Style style) {
    this.before = before;
    this.after = after;
    this.sentences = Sentences.of(Language.of(style.language().orElse(after.language())));
  }

  String say(Sentence sentence, String... names) {
    return sentences.say(sentence, names);
  }

  String count(Sentence sentence, int number, String... names) {
    return sentences.count(sentence, number, names);
  }

  String number(int number) {
    return sentences.number(number);
  }

  String date(PartialDate date) {
    return sentences.date(date);
  }

  String title() {
    return sentences.text(after.title(), after.language());
  }

  String join(List<String> parts) {
    return sentences.list(Sentence.SENTENCE_SEPARATOR, parts);
  }

  String list(List<String> names) {
    return sentences.list(Sentence.LIST_SEPARATOR, names);
  }

  /** Things in a list; of many the first, and how many more there are. */
  <T> String few(List<T> things, Function<T, String> name) {
    return list(first(things, name));
  }

  /** Names after a label that ends with a colon, as a sentence. */
  String labelled(String label, Stream<String> names) {
    return say(Sentence.CONTRAST_LABELLED, label, names(names));
  }

  /** Names in a sentence; of many the first, and how many more there are. */
  String names(Stream<String> names) {
    List<String> all = names.toList();
    return all.size() <= MOST_NAMES
        ? sentences.list(Sentence.NAME_SEPARATOR, all)
        : count(
            Sentence.NAMES_AND_MORE,
            all.size() - FIRST_NAMES,
            sentences.list(Sentence.NAME_SEPARATOR, all.subList(0, FIRST_NAMES)));
  }

  /** A sentence about each of some things; of many the first, and how many more there are. */
  <T> String each(List<T> things, Function<T, String> sentence) {
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

  String claim(String claimId) {
    return claim(graphOf(claimId), claimId);
  }

  String claimBefore(String claimId) {
    return claim(before, claimId);
  }

  private String claim(ClaimGraph graph, String claimId) {
    return sentences.text(graph.claim(claimId).text(), graph.language());
  }

  /** A claim in the middle of a sentence. */
  String quoted(String claimId) {
    return quotation(claim(claimId));
  }

  private String it(String claimId, String root) {
    return claimId.equals(root) ? say(Sentence.CHANGE_IT) : quoted(claimId);
  }

  /** Words in the middle of a sentence; quotation marks in them are those of a quotation in a quotation. */
  private String quotation(String words) {
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
  String marked(String claimId, Verdict verdict) {
    return Marks.of(verdict) + " " + verdict(claimId, verdict);
  }

  String verdict(String claimId, Verdict verdict) {
    boolean isArgued = graphOf(claimId).claim(claimId).kind() != ClaimKind.FACT;
    return say(Sentence.valueOf(isArgued ? "ARGUED_" + verdict.name() : verdict.name()));
  }

  String source(String sourceId) {
    ClaimGraph graph = after.findSource(sourceId).isPresent() ? after : before;
    Optional<Source> source = graph.findSource(sourceId);
    return source
        .flatMap(Source::title)
        .map(title -> sentences.text(title, graph.language()))
        .orElseGet(() -> Isolation.isolated(source.flatMap(Source::url).orElse(sourceId)));
  }

  /** What a source is called, when it was published and by whom, as an entry of a list. */
  Paragraph reference(String sourceId) {
    Optional<Source> source = after.findSource(sourceId).or(() -> before.findSource(sourceId));
    List<String> about = new ArrayList<>();
    source.flatMap(Source::publisher).ifPresent(about::add);
    source.flatMap(Source::published).ifPresent(date -> about.add(date(date)));
    String separator = say(Sentence.LIST_SEPARATOR);
    String suffix = about.isEmpty() ? "" : separator + list(about);
    return Paragraph.of(Paragraph.Kind.ITEM, source(sourceId))
        .followedBy(suffix)
        .leadingTo(source.flatMap(Source::url));
  }

  /** That a change came from other claims, whose verdicts changed as well. */
  String carriedOver(List<String> claimIds) {
    return count(
        Sentence.CHANGE_THROUGH,
        claimIds.size(),
        sentences.list(
            Sentence.NAME_SEPARATOR, claimIds.stream().map(this::quoted).toList()));
  }

  /** What a difference is, as a sentence under a claim on which it bears. */
  String sentence(Difference difference, String root) {
    return switch (difference.kind()) {
      case ADDED -> say(Sentence.CHANGE_ADDED, line(after, difference, root));
      case REMOVED -> say(Sentence.CHANGE_REMOVED, line(before, difference, root));
      case BEGAN ->
        from(difference)
            .map(date -> say(Sentence.CHANGE_BEGAN, line(after, difference, root), date))
            .orElseGet(() -> say(Sentence.CHANGE_ADDED, line(after, difference, root)));
      case NOT_YET ->
        from(difference)
            .map(date -> say(Sentence.CHANGE_NOT_YET, line(before, difference, root), date))
            .orElseGet(() -> say(Sentence.CHANGE_NOT_YET_UNDATED, line(before, difference, root)));
      case STANCE ->
        say(
            Sentence.CHANGE_STANCE,
            owner(difference, root),
            stance(difference.before().get(0), difference, root),
            stance(difference.after().get(0), difference, root));
      case STRENGTH -> fromTo(Sentence.CHANGE_STRENGTH, difference, root);
      case RELIABILITY -> fromTo(Sentence.CHANGE_RELIABILITY, difference, root);
      case SOURCE ->
        say(
            Sentence.CHANGE_SOURCE,
            source(difference.before().get(0)),
            source(difference.after().get(0)));
      case PUBLISHED_VERDICT ->
        say(
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
        say(
            Sentence.CHANGE_STANDARD,
            standard(difference.before().get(0)),
            standard(difference.after().get(0)));
      case REVIEWS -> reviews(difference.after().get(0));
      case BY_LOGIC ->
        say(isNowTrue(difference) ? Sentence.CHANGE_BY_LOGIC : Sentence.CHANGE_BY_CHANCE);
      case IGNORES_DERIVATION ->
        say(
            isNowTrue(difference)
                ? Sentence.CHANGE_COPIES_COUNT
                : Sentence.CHANGE_COPIES_DO_NOT_COUNT);
      case SAMPLING -> say(Sentence.CHANGE_SAMPLING);
    };
  }

  private static boolean isNowTrue(Difference difference) {
    return difference.after().get(0).equals("true");
  }

  private Optional<String> from(Difference difference) {
    return difference.after().stream().findFirst().map(PartialDate::parse).map(this::date);
  }

  private String fromTo(Sentence sentence, Difference difference, String root) {
    return say(
        sentence,
        owner(difference, root),
        difference.before().get(0),
        difference.after().get(0));
  }

  private String published(String verdict) {
    return say(Sentence.valueOf(ComparedEvaluation.verdict(verdict).name()));
  }

  private String standard(String word) {
    return switch (word) {
      case "preponderance" -> say(Sentence.CHANGE_PREPONDERANCE);
      case "clear-and-convincing" -> say(Sentence.CHANGE_CLEAR_AND_CONVINCING);
      default -> say(Sentence.CHANGE_BEYOND_REASONABLE_DOUBT);
    };
  }

  private String reviews(String word) {
    return switch (word) {
      case "evidence-first" -> say(Sentence.CHANGE_EVIDENCE_FIRST);
      case "reviews-first" -> say(Sentence.CHANGE_REVIEWS_FIRST);
      default -> say(Sentence.CHANGE_EVIDENCE_ONLY);
    };
  }

  private String retracted(Difference difference) {
    String source = source(difference.element().orElseThrow().id());
    return difference.after().isEmpty()
        ? say(Sentence.CHANGE_NO_RETRACTION, source)
        : say(
            Sentence.SOURCE_RETRACTED,
            source,
            date(PartialDate.parse(difference.after().get(0))));
  }

  private String contradicts(Difference difference) {
    boolean isNew = difference.before().isEmpty();
    String other = (isNew ? difference.after() : difference.before()).get(0);
    return say(
        isNew ? Sentence.CHANGE_CONTRADICTS : Sentence.CHANGE_NO_CONTRADICTS,
        quoted(difference.element().orElseThrow().id()),
        quoted(other));
  }

  private String supposed(Difference difference) {
    String claim = quoted(difference.element().orElseThrow().id());
    if (difference.after().isEmpty()) {
      return say(Sentence.CHANGE_NO_SUPPOSITION, claim);
    }
    return switch (difference.after().get(0)) {
      case "accepted" -> say(Sentence.CHANGE_SUPPOSED_ACCEPTED, claim);
      case "rejected" -> say(Sentence.CHANGE_SUPPOSED_REJECTED, claim);
      default -> say(Sentence.CHANGE_SUPPOSED_OPEN, claim);
    };
  }

  private String stance(String word, Difference difference, String root) {
    String it = it(difference.claim().orElseThrow(), root);
    return switch (ComparedEvaluation.stance(word)) {
      case SUPPORTS -> say(Sentence.CHANGE_FOR, it);
      case REFUTES -> say(Sentence.CHANGE_AGAINST, it);
      case QUALIFIES -> say(Sentence.CHANGE_QUALIFYING, it);
    };
  }

  /** A line and how it bears on its claim, within a sentence. */
  private String line(ClaimGraph graph, Difference difference, String root) {
    Element line = difference.element().orElseThrow();
    return line(graph, line, difference.claim().orElseThrow(), root);
  }

  /** A line of a graph, within a sentence. */
  String line(ClaimGraph graph, Element line, String claimId, String root) {
    String it = it(claimId, root);
    if (line.kind() == Element.Kind.REVIEW) {
      Review review = graph.findReview(line.id()).orElseThrow();
      return say(
          Sentence.CHANGE_VERDICT_ON,
          source(review.reviewer()),
          it,
          say(Sentence.valueOf(review.verdict().name())));
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
  private String step(ClaimGraph graph, Inference inference) {
    return isToldByNote(inference)
        ? quotation(sentences.text(inference.note().orElseThrow(), graph.language()))
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
  private String wholeStep(String lineId) {
    Optional<Inference> was = before.findInference(lineId);
    Inference is = after.findInference(lineId).or(() -> was).orElseThrow();
    return isToldByNote(is)
        ? step(after.findInference(lineId).isPresent() ? after : before, is)
        : say(Sentence.CHANGE_STEP, premises(was.orElse(is)));
  }

  private String premise(Premise premise) {
    String claim = quoted(premise.claim());
    return premise.negated() ? say(Sentence.CHANGE_FALSE, claim) : claim;
  }

  /** What it is that has a member, at the beginning of a sentence. */
  private String owner(Difference difference, String root) {
    Element element = difference.element().orElseThrow();
    String name = name(element);
    return difference
        .claim()
        .filter(claimId -> !claimId.equals(root))
        .map(claimId -> say(Sentence.CHANGE_ON, name, quoted(claimId)))
        .orElse(name);
  }

  private String name(Element element) {
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

  /** What a list has gained, and what it has lost. */
  private String members(Difference difference, String root, Sentence gained, Sentence lost) {
    Set<String> was = ImmutableSet.copyOf(difference.before());
    Set<String> is = ImmutableSet.copyOf(difference.after());
    List<String> said = new ArrayList<>();
    String owner = owner(difference, root);
    Set<String> more = Sets.difference(is, was);
    Set<String> fewer = Sets.difference(was, is);
    if (!more.isEmpty()) {
      said.add(say(gained, owner, named(difference.kind(), more)));
    }
    if (!fewer.isEmpty()) {
      said.add(say(lost, owner, named(difference.kind(), fewer)));
    }
    return join(said);
  }

  private String named(Kind kind, Set<String> members) {
    return names(members.stream().map(member -> switch (kind) {
      case PREMISES -> premise(ComparedEvaluation.premise(member));
      case ASSUMING, UNLESS -> quoted(member);
      case OVERRIDES -> overridden(member);
      default -> source(member);
    }));
  }

  /** What a line is called where another is spoken of. */
  String lineName(Element line) {
    return line.kind() == Element.Kind.CLAIM ? quoted(line.id()) : overridden(line.id());
  }

  private String overridden(String lineId) {
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

  /** Why a verdict changed, and below it what is told item by item. */
  ImmutableList<Paragraph> causes(VerdictChange change) {
    return new CausesTold(this, change).paragraphs();
  }

  /** The sources behind a difference: those of a line, of what a step starts from, or the one that differs. */
  ImmutableList<String> sourcesOf(Difference difference) {
    return new SourcesBehind(
            difference.kind() == Kind.REMOVED || difference.kind() == Kind.NOT_YET ? before : after)
        .of(difference);
  }
}
