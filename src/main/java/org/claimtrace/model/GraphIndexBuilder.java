package org.claimtrace.model;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;

/**
 * Indexes the claims, or the sources, that a builder of graphs is given: their ids, the ids that they mention, their lines. A
 * part is indexed when it is added, since visiting all parts of a large graph again would cost as much as reading it. Mutable,
 * for use by one thread.
 */
final class GraphIndexBuilder {

  /**
   * A line is compared with at most this many lines before it; longer lists are checked by {@link GraphRules}, with a table.
   */
  private static final int COMPARED = 16;

  /** The ids of the parts, in their order. */
  final Ids ids = new Ids();

  /** The ids of the claims that the parts mention, as often as they mention them. */
  final Ids claims = new Ids();

  /** The ids of the sources that the parts mention, as often as they mention them. */
  final Ids sources = new Ids();

  /** The written ids of the lines. */
  final Ids lineIds = new Ids();

  /** The numbers of the lines that have a written id. */
  final ImmutableIntArray.Builder writtenLines = ImmutableIntArray.builder();

  /** By claim, the number of its first line. */
  final ImmutableIntArray.Builder firstLines = ImmutableIntArray.builder();

  /** The number of lines. */
  int lines;

  /** The positions of the parts that may break a rule even if every id is known and unique. */
  final ImmutableIntArray.Builder suspects = ImmutableIntArray.builder();

  /** Whether some text has no tag yet. */
  boolean untagged;

  void add(Claim claim) {
    if (claim.isUntagged()) {
      untagged = true;
    }
    boolean suspect =
        claim.contradicts().contains(claim.id()) || claim.parts().contains(claim.id());
    int unnamedInferences = 0;
    firstLines.add(lines);
    for (int i = 0; i < claim.appearances().size(); i++) {
      sources.add(claim.appearances().get(i).sourceId());
    }
    for (int i = 0; i < claim.evidence().size(); i++) {
      Evidence evidence = claim.evidence().get(i);
      line(evidence.id().orElse(""));
      sources.add(evidence.sourceId());
      if (evidence.via().isPresent()) {
        sources.addAll(evidence.via().get());
      }
      if (evidence.derivedFrom().isPresent()) {
        sources.addAll(evidence.derivedFrom().get());
        suspect |= evidence.derivedFrom().get().contains(evidence.sourceId());
      }
      claims.addAll(evidence.unless());
      suspect |= !evidence.overrides().isEmpty() || mayRepeatSource(claim.evidence(), i);
    }
    for (int i = 0; i < claim.inferences().size(); i++) {
      Inference inference = claim.inferences().get(i);
      line(inference.id().orElse(""));
      unnamedInferences += inference.id().isEmpty() ? 1 : 0;
      suspect |= !inference.overrides().isEmpty() || unnamedInferences > 1;
      add(inference);
    }
    claims.addAll(claim.parts());
    for (int i = claim.inferences().size(); i < claim.steps().size(); i++) {
      line("");
    }
    claims.addAll(claim.contradicts());
    for (int i = 0; i < claim.reviews().size(); i++) {
      Review review = claim.reviews().get(i);
      line("");
      sources.add(review.reviewer());
      suspect |= !review.overrides().isEmpty();
    }
    for (int i = 0; i < claim.searches().size(); i++) {
      if (claim.searches().get(i).sourceId().isPresent()) {
        sources.add(claim.searches().get(i).sourceId().get());
      }
    }
    if (suspect) {
      suspects.add(ids.count());
    }
    ids.add(claim.id());
  }

  /** Whether a piece of evidence may have the same source as one before it; always true in long lists. */
  private static boolean mayRepeatSource(List<Evidence> evidence, int number) {
    for (int i = 0; i < number; i++) {
      if (i == COMPARED
          || evidence.get(i).sourceId().equals(evidence.get(number).sourceId())) {
        return true;
      }
    }
    return false;
  }

  private void line(String writtenId) {
    if (!writtenId.isEmpty()) {
      lineIds.add(writtenId);
      writtenLines.add(lines);
    }
    lines = Math.addExact(lines, 1);
  }

  private void add(Inference inference) {
    for (int i = 0; i < inference.premises().size(); i++) {
      claims.add(inference.premises().get(i).claimId());
    }
    claims.addAll(inference.assuming());
    claims.addAll(inference.unless());
    if (inference.by().isPresent()) {
      sources.add(inference.by().get());
    }
    if (!inference.answers().isEmpty()) {
      claims.addAll(inference.answers().values().asList());
    }
  }

  void add(Source source) {
    if (source.isUntagged()) {
      untagged = true;
    }
    if (source.derivedFrom().contains(source.id())) {
      suspects.add(ids.count());
    }
    sources.addAll(source.derivedFrom());
    sources.addAll(source.readIn());
    sources.addAll(source.cites());
    for (int i = 0; i < source.notices().size(); i++) {
      if (source.notices().get(i).by().isPresent()) {
        sources.add(source.notices().get(i).by().get());
      }
    }
    ids.add(source.id());
  }
}
