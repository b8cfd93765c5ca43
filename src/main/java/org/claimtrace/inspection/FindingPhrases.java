package org.claimtrace.inspection;

import java.util.List;
import java.util.Optional;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.claimtrace.model.Text;
import org.claimtrace.model.Verdict;
import org.claimtrace.wording.Language;
import org.claimtrace.wording.OutOfHundred;
import org.claimtrace.wording.Phrasebook;
import org.claimtrace.wording.References;
import org.claimtrace.wording.Sentence;

/** Names what findings are about, in one language. */
final class FindingPhrases extends Phrasebook {

  private final ClaimGraph graph;
  private final Optional<String> language;

  /**
   * Creates the phrases of a language.
   *
   * @param language the tag of the language; absent, that of the graph
   */
  FindingPhrases(Evaluation evaluation, Optional<String> language) {
    super(evaluation.graph(), evaluation.graph(), language);
    this.graph = evaluation.graph();
    this.language = language;
  }

  /** Returns a sentence of a rule in the language of these phrases. */
  String told(Text sentence) {
    return sentence.in(language.orElse(graph.language())).words();
  }

  /** Returns the name of a source without a number: a finding is read without a list of sources. */
  @Override
  public String source(String sourceId, int width) {
    return References.unmarked(super.source(sourceId, width));
  }

  /** Returns a source in quotation marks, by its short title if it has one. */
  String cited(String sourceId) {
    Optional<Source> source = graph.findSource(sourceId);
    boolean isQuoted = source
        .filter(each -> each.shortTitle().isEmpty())
        .flatMap(Source::title)
        .isPresent();
    return isQuoted ? source(sourceId) : quotation(source(sourceId));
  }

  /** Returns sources in quotation marks; of many, the first few and the number of the others. */
  String citedAll(List<String> sourceIds) {
    return names(sourceIds.stream().map(this::cited));
  }

  /** Returns claims in quotation marks; of many, the first few and the number of the others. */
  String quotedAll(List<String> claimIds) {
    return names(claimIds.stream().map(this::quoted));
  }

  /** Returns the word for a verdict on a claim, as in a table. */
  String judged(String claimId, Verdict verdict) {
    return Language.of(language.orElse(graph.language()))
        .verdict(verdict, graph.claim(claimId).kind());
  }

  /** Returns a probability as a percentage, to one decimal. */
  String percent(double probability) {
    return OutOfHundred.percentToTenths(probability);
  }

  /** Returns names one after the other, with an arrow between them. */
  String path(List<String> names) {
    return sentences().list(Sentence.FINDING_PATH_SEPARATOR, names);
  }
}
