package org.claimtrace.cli;

/** Thrown when a command line asks for what there is not; the message says so in whole sentences. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
