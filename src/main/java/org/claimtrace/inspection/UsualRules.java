package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;

/** The rules of this library, in the order in which they are documented. */
final class UsualRules {

  static final ImmutableList<UsualRule> ALL =
      ImmutableList.of(new CircularSourcing(), new CircularReasoning(), new UnmatchedAcceptance());

  private UsualRules() {}
}
