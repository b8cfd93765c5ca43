package org.claimtrace.evaluation;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimtrace.engine.circuit.Sweep;
import org.claimtrace.engine.compiled.DrawnCoins;
import org.claimtrace.engine.compiled.Grades;
import org.claimtrace.engine.compiled.GraphCircuit;
import org.claimtrace.engine.compiled.ResidualCircuit;
import org.claimtrace.engine.rows.CountingRows;
import org.claimtrace.engine.rows.Counts;
import org.claimtrace.engine.rows.RowCount;
import org.claimtrace.engine.rows.RowInterpretation;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.SharedWork;

/** Evaluates a circuit in sampled worlds: blocks of them, in rows of several words, shared out over threads. */
final class Sampling {

  /** Wide enough to pay for reading a literal once a row, narrow enough for the rows in use to stay near. */
  private static final int WIDEST = 16;

  /** So many bytes of rows a thread takes at most, undefined worlds aside. */
  private static final long ROOM = 1L << 30;

  private final GraphCircuit compiled;
  private final ResidualCircuit residual;
  private final Grades grades;
  private final int worlds;
  private final long seed;

  Sampling(GraphCircuit compiled, byte[] kinds, Grades grades, int worlds, long seed) {
    this.compiled = compiled;
    residual = ResidualCircuit.of(compiled, kinds);
    this.grades = grades;
    this.worlds = worlds;
    this.seed = seed;
  }

  /**
   * Counts what comes of every world.
   *
   * @param executor where blocks are computed
   * @param threads how many threads may be used, this one included
   * @throws CancellationException if the thread is interrupted or the time limit is up
   */
  SampledOutcome run(Executor executor, int threads) {
    int words = RowCount.words(worlds);
    int width = width(words);
    int blocks = (words + width - 1) / width;
    int workers = Math.min(threads, blocks);
    AtomicInteger next = new AtomicInteger();
    // Made here, not by several workers at once.
    compiled.coinOfGate();
    compiled.coinKeys();
    List<Counts> all = SharedWork.run(executor, workers, () -> work(words, width, next));
    Counts counts = all.get(0);
    all.subList(1, all.size()).forEach(counts::add);
    return new SampledOutcome(worlds, residual, counts);
  }

  private int width(int words) {
    int width = Math.min(WIDEST, words);
    while (width > 1 && (long) residual.rows.count() * width * Long.BYTES > ROOM) {
      width /= 2;
    }
    return width;
  }

  private Counts work(int words, int width, AtomicInteger next) {
    Counts counts = new Counts(residual.circuit.gates());
    Block full = null;
    for (int first = next.getAndAdd(width); first < words; first = next.getAndAdd(width)) {
      Cancellation.check();
      int size = Math.min(width, words - first);
      if (full == null || full.words != size) {
        full = new Block(size);
      }
      full.count(first, first + size == words ? RowCount.lastWord(worlds) : -1L, counts);
    }
    return counts;
  }

  /** Room for a block of worlds, used again and again by one thread. */
  private final class Block {

    private final int words;
    private final DrawnCoins coins;
    private final RowInterpretation rows;

    Block(int words) {
      this.words = words;
      coins = new DrawnCoins(compiled, grades, seed, words);
      rows = new RowInterpretation(
          residual.circuit,
          residual.circuit.kinds(),
          words,
          (gate, row, at) -> coins.draw(residual.whole[gate], row, at),
          residual.rows);
    }

    void count(int firstWord, long lastWord, Counts counts) {
      coins.at(firstWord);
      rows.clear();
      Sweep.run(residual.circuit, new CountingRows(rows, words, lastWord, counts));
    }
  }
}
