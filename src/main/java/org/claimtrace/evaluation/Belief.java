package org.claimtrace.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import org.claimtrace.work.ShortNumber;

/**
 * The probabilities behind the verdict on a claim. The first four sum to 1, each from 0 to 1.
 *
 * <p>Stable.
 *
 * @param supported that there is a case for the claim and none against it
 * @param refuted that there is a case against the claim and none for it
 * @param conflicting that there is a case on one side, and on the other too or undecidedly
 * @param unverified that there is none on either side
 * @param qualified that the claim is supported and a qualification holds: a part of {@code supported}
 */
public record Belief(
    double supported, double refuted, double conflicting, double unverified, double qualified) {

  /**
   * Returns the probabilities by name, in the order of the components, each with the fewest decimal places that lie within a
   * trillionth of it: what Jackson makes of a belief.
   */
  @JsonValue
  public ImmutableMap<String, Double> byName() {
    return ImmutableMap.of(
        "supported", ShortNumber.of(supported),
        "refuted", ShortNumber.of(refuted),
        "conflicting", ShortNumber.of(conflicting),
        "unverified", ShortNumber.of(unverified),
        "qualified", ShortNumber.of(qualified));
  }

  /** Returns the probability of a label. */
  public double of(Label label) {
    requireNonNull(label, "label");
    return switch (label) {
      case SUPPORTED -> supported;
      case REFUTED -> refuted;
      case CONFLICTING -> conflicting;
      case UNVERIFIED -> unverified;
      case QUALIFIED -> qualified;
    };
  }
}
