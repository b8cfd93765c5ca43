package org.claimtrace.evaluation;

import java.util.Arrays;
import org.claimtrace.engine.diagrams.Diagrams;
import org.claimtrace.engine.rows.Row;
import org.claimtrace.engine.rows.RowCount;

/** Some of the worlds of an evaluation. Sets that meet were made in one way, for one evaluation. Immutable. */
interface WorldSet {

  /** Returns the worlds in both. */
  WorldSet and(WorldSet other);

  /** Returns the worlds in one of them at least. */
  WorldSet or(WorldSet other);

  /** Returns the worlds not in it. */
  WorldSet not();

  /** Returns how probable it is to be in one of them. */
  double chance();

  /** The only world, or none. */
  enum OfOne implements WorldSet {
    NONE,
    ALL;

    static OfOne where(boolean so) {
      return so ? ALL : NONE;
    }

    @Override
    public WorldSet and(WorldSet other) {
      return this == ALL ? other : NONE;
    }

    @Override
    public WorldSet or(WorldSet other) {
      return this == ALL ? ALL : other;
    }

    @Override
    public WorldSet not() {
      return this == ALL ? NONE : ALL;
    }

    @Override
    public double chance() {
      return ordinal();
    }
  }

  /**
   * Sampled worlds, 64 a word.
   *
   * @param row the words; never written on
   * @param worlds how many worlds there are; what stands beyond them in the last word does not count
   */
  record OfSampled(long[] row, int worlds) implements WorldSet {

    static OfSampled all(int worlds) {
      long[] row = new long[RowCount.words(worlds)];
      Arrays.fill(row, -1);
      return new OfSampled(row, worlds);
    }

    @Override
    public WorldSet and(WorldSet other) {
      long[] both = row.clone();
      for (int w = 0; w < both.length; w++) {
        both[w] &= ((OfSampled) other).row[w];
      }
      return new OfSampled(both, worlds);
    }

    @Override
    public WorldSet or(WorldSet other) {
      long[] either = row.clone();
      for (int w = 0; w < either.length; w++) {
        either[w] |= ((OfSampled) other).row[w];
      }
      return new OfSampled(either, worlds);
    }

    @Override
    public WorldSet not() {
      long[] others = row.clone();
      for (int w = 0; w < others.length; w++) {
        others[w] = ~others[w];
      }
      return new OfSampled(others, worlds);
    }

    @Override
    public double chance() {
      Row all = new Row(row, 0);
      return (double) RowCount.of(worlds).of(all) / worlds;
    }
  }

  /**
   * All worlds in which a diagram is true.
   *
   * @param diagram the diagram
   * @param given where it was made
   */
  record OfDiagram(int diagram, GivenDiagrams given) implements WorldSet {

    @Override
    public WorldSet and(WorldSet other) {
      return new OfDiagram(given.and(diagram, ((OfDiagram) other).diagram), given);
    }

    @Override
    public WorldSet or(WorldSet other) {
      return not().and(other.not()).not();
    }

    @Override
    public WorldSet not() {
      return new OfDiagram(Diagrams.not(diagram), given);
    }

    @Override
    public double chance() {
      return given.chance(diagram);
    }
  }
}
