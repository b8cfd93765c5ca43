package org.claimtrace.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Finds where names and values of a document end, by the offsets at which they begin. One pass over the bytes finds the ends of
 * all that are asked for, whether or not the document is well-formed.
 */
final class ValueEnds {

  private static final int BYTES_BETWEEN_CHECKS = 1 << 16;

  private final byte[] bytes;
  private final int end;
  private final Map<Integer, Integer> ends = new HashMap<>();

  /**
   * Finds the ends of some names and values.
   *
   * @param offsets the offsets at which they begin
   */
  ValueEnds(JsonBytes text, NavigableSet<Integer> offsets) {
    bytes = text.bytes();
    end = text.end();
    if (!offsets.isEmpty()) {
      find(offsets);
    }
  }

  /** Returns the offset after the last byte of a name or value; empty if it does not end. */
  static OptionalInt after(JsonBytes text, int offset) {
    return new ValueEnds(text, new TreeSet<>(List.of(offset))).after(offset);
  }

  /** Returns the offset after the last byte of what begins at an offset; empty if it does not end, or is no name or value. */
  OptionalInt after(int offset) {
    @Nullable Integer found = ends.get(offset);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  private void find(NavigableSet<Integer> offsets) {
    // The offsets of brackets that are open; -1 for one that was not asked for.
    Deque<Integer> open = new ArrayDeque<>();
    int sought = offsets.size();
    @Nullable Integer next = offsets.first();
    int at = next;
    int checkAt = at;
    while (at < end && sought > 0) {
      if (at >= checkAt) {
        Cancellation.check();
        checkAt = at + BYTES_BETWEEN_CHECKS;
      }
      while (next != null && next < at) {
        // It lies inside a name or value, and has no end of its own.
        sought--;
        next = offsets.higher(next);
      }
      boolean isSought = next != null && next == at;
      int begin = at;
      switch (bytes[at]) {
        case '{', '[' -> {
          open.push(isSought ? begin : -1);
          at++;
        }
        case '}', ']' -> {
          at++;
          int bracket = open.isEmpty() ? -1 : open.pop();
          if (bracket >= 0) {
            ends.put(bracket, at);
            sought--;
          }
        }
        default -> {
          at = bytes[at] == '"' ? afterString(at) : afterWord(at);
          if (isSought) {
            if (at > begin) {
              ends.put(begin, at);
            }
            sought--;
          }
          at = Math.max(at, begin + 1);
        }
      }
      if (isSought) {
        next = offsets.higher(begin);
      }
    }
  }

  /** Returns the offset after a string, or the end of the document if it does not end. */
  private int afterString(int from) {
    int at = from + 1;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, end);
  }

  /** Returns the offset after a number or a literal; {@code from} for anything else. */
  private int afterWord(int from) {
    int at = from;
    while (at < end && isOfAWord(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isOfAWord(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '+'
        || b == '-'
        || b == '.';
  }
}
