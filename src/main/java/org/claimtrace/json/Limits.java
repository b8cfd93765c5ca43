package org.claimtrace.json;

/**
 * The limits of a reader.
 *
 * @param depth how deep objects and lists may be nested
 * @param stringBytes how many bytes of UTF-8 a string may have
 * @param nameBytes how many bytes of UTF-8 a member's name may have
 * @param fileBytes how many bytes a file may have
 */
record Limits(int depth, int stringBytes, int nameBytes, long fileBytes) {

  /** How many characters a number may have: far more than any double needs. */
  static final int NUMBER_CHARACTERS = 1000;

  /**
   * Returns the length in bytes of the longest name that is read at all; a name between the limit and this length is reported,
   * and reading goes on.
   */
  int longestNameRead() {
    return (int) Math.min(16L * nameBytes + 64, Integer.MAX_VALUE / 2);
  }
}
