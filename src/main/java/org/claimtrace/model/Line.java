package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What bears on a claim and is written under it: a piece of evidence, an inference or a review. A contradiction bears on both
 * of its claims, and is not a line.
 *
 * <p>Stable.
 */
public sealed interface Line permits Evidence, Inference, Review {

  /**
   * Returns the id of this line on a claim: the written one, otherwise {@code CLAIM/evidence/SOURCE}, {@code CLAIM/inference},
   * {@code CLAIM/parts}, {@code CLAIM/parts/PART}, {@code CLAIM/reviews/SOURCE}, or {@code CLAIM/reviews/SOURCE/DATE} for a review
   * that a later one of its reviewer takes the place of.
   */
  String lineId(String claimId);

  /** Returns the element, kind and id, of this line on a claim. */
  Element element(String claimId);

  /** Returns the ids of the lines, of the same claim or one that contradicts it, that this line overrides: where it fires, they do not. */
  ImmutableList<String> overrides();

  /**
   * Returns the written date from which the line exists; where it is absent, {@link ClaimGraph#begin} finds the date that
   * applies.
   */
  Optional<PartialDate> date();

  /** Returns what the authors of the graph say about the line. */
  Optional<Text> note();

  /** Returns the author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  ImmutableMap<String, String> ownMembers();
}
