package org.claimtrace.change;

import java.util.Optional;
import org.claimtrace.model.Element;

/** Creates differences that tests in other packages expect. */
public final class ExpectedDifferences {

  private ExpectedDifferences() {}

  /** Returns a difference in the presence of a line without a date. */
  public static Difference presence(Difference.Kind kind, Element line, String claimId) {
    return new LinePresence(kind, line, claimId, Optional.empty());
  }
}
