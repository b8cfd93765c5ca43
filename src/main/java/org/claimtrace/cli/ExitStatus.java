package org.claimtrace.cli;

/** How a run ended, from good to bad. */
enum ExitStatus {
  /** All is fine. */
  FINE,
  /** A check fell short. */
  FELL_SHORT,
  /** The input or the command line was bad, or the result could not be written. */
  BAD;

  /** The worse of two: what is said of a run over several files. */
  ExitStatus and(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The exit status of the process. */
  int code() {
    return switch (this) {
      case FINE -> 0;
      case FELL_SHORT -> 1;
      case BAD -> 2;
    };
  }
}
