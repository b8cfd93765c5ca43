package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;

/** The existence of a line on only one side. Immutable. */
final class LinePresence extends Difference {

  private final Element line;
  private final String onClaim;
  private final Optional<PartialDate> from;

  /**
   * Creates a difference in the presence of a line.
   *
   * @param kind {@link Kind#ADDED}, {@link Kind#REMOVED}, {@link Kind#BEGAN} or {@link Kind#NOT_YET}
   * @param onClaim the id of the claim on which the line bears
   * @param from the date from which it exists, if that is why only one side has it
   */
  LinePresence(Kind kind, Element line, String onClaim, Optional<PartialDate> from) {
    super(kind, Optional.of(line), Optional.of(onClaim));
    this.line = line;
    this.onClaim = onClaim;
    this.from = from;
  }

  Element line() {
    return line;
  }

  String onClaim() {
    return onClaim;
  }

  Optional<PartialDate> from() {
    return from;
  }

  @Override
  public ImmutableList<String> before() {
    return ImmutableList.of();
  }

  @Override
  public ImmutableList<String> after() {
    return from.map(date -> ImmutableList.of(date.toString())).orElse(ImmutableList.of());
  }

  @Override
  String sentence(ChangePhrases phrases, String root) {
    return phrases.presence(this, root);
  }
}
