package org.claimtrace.cli;

/** Thrown if a command line is invalid; the message is in whole sentences. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
