package org.claimtrace.evaluation;

/** Counts of worlds, by rank of claim, by part and by rank of source. Mutable, for one thread. */
final class Counts {

  final int[] supported;
  final int[] refuted;
  final int[] conflicting;
  final int[] qualified;
  final int[] pro;
  final int[] proUndecided;
  final int[] con;
  final int[] conUndecided;
  final int[] fires;
  final int[] undecided;
  final int[] right;

  Counts(CompiledGraph compiled) {
    int claims = compiled.proGate.length;
    supported = new int[claims];
    refuted = new int[claims];
    conflicting = new int[claims];
    qualified = new int[claims];
    pro = new int[claims];
    proUndecided = new int[claims];
    con = new int[claims];
    conUndecided = new int[claims];
    fires = new int[compiled.parts.length];
    undecided = new int[compiled.parts.length];
    right = new int[compiled.rightGate.length];
  }

  private int[][] all() {
    return new int[][] {
      supported,
      refuted,
      conflicting,
      qualified,
      pro,
      proUndecided,
      con,
      conUndecided,
      fires,
      undecided,
      right
    };
  }

  /** Adds what another thread counted. */
  void add(Counts others) {
    int[][] mine = all();
    int[][] theirs = others.all();
    for (int i = 0; i < mine.length; i++) {
      for (int j = 0; j < mine[i].length; j++) {
        mine[i][j] += theirs[i][j];
      }
    }
  }
}
