package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;

/** The rules of this library, in the order in which they are documented. */
final class UsualRules {

  static final ImmutableList<UsualRule> ALL = ImmutableList.of(
      new CircularSourcing(),
      new CircularReasoning(),
      new OneOrigin(),
      new SameWords(),
      new SameAddress(),
      new OneRelay(),
      new SelfCitation(),
      new SelfReview(),
      new InterestedSources(),
      new UnjudgedSources(),
      new WeakSources(),
      new SecondarySource(),
      new RetractedBeforePublished(),
      new CopyBeforeOrigin(),
      new NoticedSource(),
      new CitesRetracted(),
      new DeadLink(),
      new NoArchivedCopy(),
      new UnusedSource(),
      new UnsupportedPremise(),
      new UnexaminedAssumption(),
      new MisleadingPremise(),
      new UnstatedWarrant(),
      new BrokenLeap(),
      new ContradictoryClaims(),
      new SelfMadeStandOff(),
      new CompoundClaim(),
      new OrphanClaim(),
      new UngradedElements(),
      new CloseVerdict(),
      new SingleSource(),
      new ReviewDoesNotFollow(),
      new ReviewOvertaken(),
      new ReviewNotMapped(),
      new ReviewsDiffer(),
      new CheckBeforeClaim(),
      new PredictionDue(),
      new UnmatchedAcceptance());

  private UsualRules() {}
}
