package org.claimtrace.benchmark;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The times of two sides that take turns: in one iteration each runs once, and which is first changes from iteration to
 * iteration, so that whatever slows the machine down for a while slows both. In nanoseconds.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Turns {

  /** How long claimtrace took. */
  public double ours;

  /** How long what it is compared with took. */
  public double theirs;

  /** How long claimtrace took together with what has to be done but once for a graph; 0 where there is no such thing. */
  public double oursPrepared;

  private boolean oursSecond;

  /** Takes a turn of both sides. */
  void take(Blackhole hole, Supplier<?> oursOnce, Supplier<?> theirsOnce) {
    take(hole, 1, oursOnce, theirsOnce);
  }

  /**
   * Takes a turn of both sides.
   *
   * @param times how often ours is run, for the mean of what is too short for a clock
   */
  void take(Blackhole hole, int times, Supplier<?> oursOnce, Supplier<?> theirsOnce) {
    if (oursSecond) {
      theirs = time(hole, 1, theirsOnce);
    }
    ours = time(hole, times, oursOnce);
    if (!oursSecond) {
      theirs = time(hole, 1, theirsOnce);
    }
    oursSecond = !oursSecond;
  }

  /** The mean time of a side, in nanoseconds. */
  static double time(Blackhole hole, int times, Supplier<?> side) {
    // What the other side has left behind is not collected at this side's expense.
    System.gc();
    return timeAsItIs(hole, times, side);
  }

  /** The same where nothing is collected first. */
  static double timeAsItIs(Blackhole hole, int times, Supplier<?> side) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      hole.consume(side.get());
    }
    return (double) (System.nanoTime() - begin) / times;
  }
}
