package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What bears on a claim and is written there: a piece of evidence, an inference or a review. A contradiction bears on both of its
 * claims, and is no line.
 */
public sealed interface Line permits Evidence, Inference, Review {

  /**
   * The id of this line on a claim: the written one, else {@code CLAIM/evidence/SOURCE}, {@code CLAIM/inference} or {@code
   * CLAIM/reviews/SOURCE}.
   */
  String lineId(String claimId);

  /** This line on a claim, by its kind and id. */
  Element element(String claimId);

  /** The ids of the lines of the same claim that this line settles: where it fires, they do not. */
  ImmutableList<String> overrides();

  /**
   * From when on the line exists, as far as it is written; {@link ClaimGraph#begin} knows what serves where it is absent.
   */
  Optional<PartialDate> date();

  /** What the authors of the graph say about it. */
  Optional<Text> note();

  /** The author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  ImmutableMap<String, String> ownMembers();
}
