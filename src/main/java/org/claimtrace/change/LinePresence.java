package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.PartialDate;

/** That a line exists on one side and not on the other. Immutable. */
final class LinePresence extends Difference {

  private final Element line;
  private final String onClaim;
  private final Optional<PartialDate> from;

  /**
   * A line that came or went.
   *
   * @param kind {@link Kind#ADDED}, {@link Kind#REMOVED}, {@link Kind#BEGAN} or {@link Kind#NOT_YET}
   * @param onClaim the id of its claim
   * @param from from when on it exists, where a date is why only one side has it
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
