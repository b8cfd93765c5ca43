package org.claimtrace.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * What rests on one source.
 *
 * @param source the id of the source
 * @param verdicts how many verdicts change if its coin is set to no, all else as it is
 * @param falls these, in document order; no more than are to be named, which may be fewer than there are
 */
public record Foundation(String source, int verdicts, ImmutableList<LostVerdict> falls) {

  public Foundation {
    checkArgument(
        falls.size() <= verdicts, "%s falls named of %s verdicts", falls.size(), verdicts);
  }

  /** What rests on a source, all of it named. */
  public Foundation(String source, ImmutableList<LostVerdict> falls) {
    this(source, falls.size(), falls);
  }
}
