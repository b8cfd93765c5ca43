package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.evaluation.Supposition;
import org.claimtrace.model.Element;

/** The change of the supposition about a claim. Immutable. */
final class SuppositionChange extends Difference {

  private final String ofClaim;
  private final Optional<Supposition> was;
  private final Optional<Supposition> is;

  SuppositionChange(String ofClaim, Optional<Supposition> was, Optional<Supposition> is) {
    super(Kind.SUPPOSED, Optional.of(Element.claim(ofClaim)), Optional.empty());
    this.ofClaim = ofClaim;
    this.was = was;
    this.is = is;
  }

  String ofClaim() {
    return ofClaim;
  }

  Optional<Supposition> is() {
    return is;
  }

  /** Applies the change to suppositions by claim id. */
  void apply(Map<String, Supposition> suppositions) {
    is.ifPresentOrElse(
        supposition -> suppositions.put(ofClaim, supposition), () -> suppositions.remove(ofClaim));
  }

  @Override
  public ImmutableList<String> before() {
    return text(was);
  }

  @Override
  public ImmutableList<String> after() {
    return text(is);
  }

  private static ImmutableList<String> text(Optional<Supposition> supposition) {
    return supposition.map(each -> ImmutableList.of(each.toString())).orElse(ImmutableList.of());
  }

  @Override
  String sentence(ChangePhrases phrases, String root) {
    return phrases.supposition(this);
  }
}
