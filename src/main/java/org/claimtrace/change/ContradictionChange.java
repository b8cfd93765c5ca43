package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;

/** The addition or removal of a contradiction between two claims. Immutable. */
final class ContradictionChange extends Difference {

  private final String one;
  private final String other;
  private final boolean isNew;

  /**
   * Creates a change of a contradiction.
   *
   * @param one the id of the claim from which it is seen
   * @param isNew whether only the side after has the contradiction
   */
  ContradictionChange(String one, String other, boolean isNew) {
    super(Kind.CONTRADICTS, Optional.of(Element.claim(one)), Optional.empty());
    this.one = one;
    this.other = other;
    this.isNew = isNew;
  }

  String one() {
    return one;
  }

  String other() {
    return other;
  }

  boolean isNew() {
    return isNew;
  }

  /** Returns the other claim, if a claim is one of the two. */
  Optional<String> contradicted(String claimId) {
    if (claimId.equals(one)) {
      return Optional.of(other);
    }
    return claimId.equals(other) ? Optional.of(one) : Optional.empty();
  }

  /** Returns the same change seen from a claim, if it is one of the two. */
  ContradictionChange seenFrom(String claimId) {
    return claimId.equals(other)
        ? new ContradictionChange(/* one= */ other, /* other= */ one, isNew)
        : this;
  }

  @Override
  public ImmutableList<String> before() {
    return isNew ? ImmutableList.of() : ImmutableList.of(other);
  }

  @Override
  public ImmutableList<String> after() {
    return isNew ? ImmutableList.of(other) : ImmutableList.of();
  }

  @Override
  String sentence(ChangePhrases phrases, String root) {
    return phrases.contradiction(this);
  }
}
