package org.claimtrace.change;

import java.util.Optional;
import org.claimtrace.model.Element;

/** Differences that tests in other packages expect. */
public final class ExpectedDifferences {

  private ExpectedDifferences() {}

  /** That a line without a date came or went. */
  public static Difference presence(Difference.Kind kind, Element line, String claimId) {
    return new LinePresence(kind, line, claimId, Optional.empty());
  }
}
