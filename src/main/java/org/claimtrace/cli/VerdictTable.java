package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.ReviewPolicy;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.evaluation.TakenForCertain;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Columns;
import org.claimtrace.wording.Isolation;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.OutOfHundred;
import org.claimtrace.wording.Sentence;
import org.claimtrace.wording.Sentences;

/**
 * An evaluation as a table for readers: the title, the claims in document order, the count of verdicts and the verdict on the
 * thesis. The text of a claim is beside its id if there is room, otherwise below it.
 */
final class VerdictTable {

  private static final int GAP = 2;
  private static final String LONGEST_CHANCE = ">99%";

  /** The mark after the chance of a claim whose verdict is close. In a table with such a claim, all others have blanks there. */
  private static final String CLOSE = " ~";

  private static final String NOT_CLOSE = "  ";
  private static final int LEAST_ROOM_FOR_TEXT = 40;

  private static final String BOLD = "\033[1m";
  private static final String FAINT = "\033[2m";
  private static final String PLAIN = "\033[0m";

  private final Evaluation evaluation;
  private final ClaimGraph graph;
  private final ImmutableList<Claim> claims;
  private final String wanted;
  private final Language language;
  private final int width;
  private final boolean colour;
  private final boolean hasClose;
  private final int wordColumns;
  private final int chanceColumns;
  private final int idColumns;
  private final boolean sideBySide;

  /** Lays out a table of all claims. */
  VerdictTable(Evaluation evaluation, String wanted, int width, boolean colour) {
    this(evaluation, evaluation.graph().claims(), wanted, width, colour);
  }

  /**
   * Lays out a table.
   *
   * @param claims the claims that have a row
   * @param wanted the BCP 47 tag of the reader's language
   * @param width the width of the table, in columns
   */
  VerdictTable(
      Evaluation evaluation,
      ImmutableList<Claim> claims,
      String wanted,
      int width,
      boolean colour) {
    this.evaluation = evaluation;
    this.graph = evaluation.graph();
    this.claims = claims;
    this.wanted = wanted;
    this.language = Language.of(wanted);
    this.width = width;
    this.colour = colour;
    wordColumns = Stream.concat(
            Stream.of(Verdict.values()).map(language::verdict), claims.stream().map(this::word))
        .mapToInt(Columns::width)
        .max()
        .orElseThrow();
    hasClose = claims.stream().anyMatch(claim -> evaluation.isClose(claim.id()));
    chanceColumns =
        hasChances() ? GAP + LONGEST_CHANCE.length() + (hasClose ? CLOSE.length() : 0) : 0;
    idColumns =
        claims.stream().mapToInt(claim -> Columns.width(claim.id())).max().orElse(0);
    sideBySide = width - idStart() - idColumns - GAP >= LEAST_ROOM_FOR_TEXT;
  }

  /** Returns whether the table has chances, because something is left to chance. */
  boolean hasChances() {
    return evaluation.method() != Method.CERTAIN;
  }

  private String word(Claim claim) {
    return language.verdict(evaluation.verdict(claim.id()), claim.kind());
  }

  /** Returns the column at which ids begin, after the mark, the word and the chance. */
  private int idStart() {
    return 1 + 1 + wordColumns + chanceColumns + GAP;
  }

  /** Writes only the rows. */
  void writeRows(Appendable out) throws IOException {
    for (Claim claim : claims) {
      row(out, claim, evaluation.verdict(claim.id()));
    }
  }

  /** Writes the title of the graph, the rows and the summary. */
  void write(Appendable out) throws IOException {
    for (String line : Columns.wrap(text(graph.title()), width)) {
      out.append(styled(BOLD, line)).append('\n');
    }
    for (String line : Columns.wrap(conditions(), width)) {
      out.append(styled(FAINT, line)).append('\n');
    }
    out.append('\n');
    writeRows(out);
    if (!graph.claims().isEmpty()) {
      out.append('\n');
    }
    paragraph(out, language.count(graph.claims().size(), countByWord()));
    for (String claim : graph.thesis()) {
      paragraph(
          out,
          language.thesis(
              Isolation.isolated(claim),
              evaluation.verdict(claim),
              graph.claim(claim).kind()));
    }
    if (hasChances() && !graph.claims().isEmpty()) {
      paragraph(out, language.chances());
    }
    if (hasClose) {
      paragraph(out, language.close());
    }
    if (!evaluation.isByLogic()) {
      Optional<TakenForCertain> taken = TakenForCertain.of(graph);
      if (taken.isPresent()) {
        paragraph(out, takenForCertain(taken.get()));
      }
    }
  }

  /** Returns a sentence on what carries no grade. */
  private String takenForCertain(TakenForCertain taken) {
    Sentences sentences = Sentences.of(language);
    List<String> parts = new ArrayList<>();
    part(taken.sources(), Sentence.TAKEN_FOR_CERTAIN_SOURCES, parts);
    part(taken.evidence(), Sentence.TAKEN_FOR_CERTAIN_EVIDENCE, parts);
    part(taken.inferences(), Sentence.TAKEN_FOR_CERTAIN_STEPS, parts);
    return sentences.say(
        Sentence.TAKEN_FOR_CERTAIN, sentences.list(Sentence.TAKEN_FOR_CERTAIN_SEPARATOR, parts));
  }

  private void part(int number, Sentence sentence, List<String> parts) {
    if (number > 0) {
      parts.add(Sentences.of(language).count(sentence, number));
    }
  }

  /** Returns how many claims have each word, in the order of the verdicts, statements of fact before opinions and predictions. */
  private Map<String, Integer> countByWord() {
    Map<String, Integer> byWord = new LinkedHashMap<>();
    claims.stream()
        .sorted(Comparator.<Claim, Verdict>comparing(claim -> evaluation.verdict(claim.id()))
            .thenComparing(Claim::kind))
        .forEach(claim -> byWord.merge(word(claim), 1, Integer::sum));
    return byWord;
  }

  private void row(Appendable out, Claim claim, Verdict verdict) throws IOException {
    String chance = hasChances() ? chance(evaluation.belief(claim.id()), verdict) : "";
    if (hasClose) {
      chance += evaluation.isClose(claim.id()) ? CLOSE : NOT_CLOSE;
    }
    int room =
        idStart() - GAP - Columns.width(VerdictMark.of(verdict, claim.kind(), language, false));
    out.append(VerdictMark.of(verdict, claim.kind(), language, colour))
        .append(" ".repeat(room - chance.length()))
        .append(chance)
        .append(" ".repeat(GAP));
    String text = text(claim.text());
    if (sideBySide) {
      String id = Columns.pad(Isolation.isolated(claim.id()), idColumns + GAP);
      int start = idStart() + idColumns + GAP;
      ImmutableList<String> lines = Columns.wrap(text, width - start);
      out.append(styled(FAINT, id)).append(lines.get(0)).append('\n');
      under(out, lines.subList(1, lines.size()), start);
    } else {
      ImmutableList<String> lines = Columns.wrap(Isolation.isolated(claim.id()), width - idStart());
      out.append(styled(FAINT, lines.get(0))).append('\n');
      under(out, lines.subList(1, lines.size()), idStart());
      under(out, Columns.wrap(text, width - idStart()), idStart());
    }
  }

  /** Returns the share of worlds in which a claim has the label of its verdict, as a percentage. */
  private static String chance(Belief belief, Verdict verdict) {
    double chance = switch (verdict) {
      case SUPPORTED, MISLEADING -> belief.supported();
      case REFUTED -> belief.refuted();
      case CONFLICTING -> belief.conflicting();
      case UNVERIFIED -> belief.unverified();
    };
    return OutOfHundred.of(chance).percent();
  }

  private static void under(Appendable out, ImmutableList<String> lines, int start)
      throws IOException {
    for (String line : lines) {
      out.append(" ".repeat(start)).append(line).append('\n');
    }
  }

  private void paragraph(Appendable out, String text) throws IOException {
    under(out, Columns.wrap(text, width), 0);
  }

  /** Returns the options of the evaluation that differ from the usual ones. */
  private String conditions() {
    StringJoiner conditions = new StringJoiner(language.semicolon());
    if (evaluation.isByLogic()) {
      conditions.add(language.byLogic());
    }
    evaluation.asOf().ifPresent(date -> conditions.add(language.asOf(date.toString())));
    if (evaluation.reviewPolicy() != ReviewPolicy.EVIDENCE_FIRST) {
      conditions.add(language.reviews(evaluation.reviewPolicy().toString()));
    }
    if (evaluation.standard() != Standard.PREPONDERANCE) {
      conditions.add(language.standard(evaluation.standard().toString()));
    }
    return conditions.toString();
  }

  private String text(Text text) {
    return LayoutOptions.text(text, wanted, graph.language());
  }

  private String styled(String style, String text) {
    return colour ? style + text + PLAIN : text;
  }
}
