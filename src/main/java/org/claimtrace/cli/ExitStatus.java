package org.claimtrace.cli;

/** The result of a run, from good to bad. */
enum ExitStatus {
  /** The command succeeded. */
  FINE,
  /** A check failed, such as files that are not in canonical form or published verdicts that do not follow. */
  FELL_SHORT,
  /** The input or the command line was bad, or the result could not be written. */
  BAD;

  /** Returns the worse of two, which is that of a run over several files. */
  ExitStatus and(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns the exit status of the process: 0, 1 or 2. */
  int code() {
    return switch (this) {
      case FINE -> 0;
      case FELL_SHORT -> 1;
      case BAD -> 2;
    };
  }
}
