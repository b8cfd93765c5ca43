package org.claimtrace.json;

import org.claimtrace.problem.Place.Position;

/**
 * Finds lines and columns of a document by byte offset. One pass over the bytes records line and column at regular offsets; any
 * position is then a short scan from the nearest of these, however long the lines are.
 */
final class LineIndex {

  private static final int STRIDE = 1 << 14;

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final int[] lines;
  private final int[] columns;

  LineIndex(JsonBytes text) {
    bytes = text.bytes();
    start = text.start();
    end = text.end();
    int waypoints = (end - start) / STRIDE + 1;
    lines = new int[waypoints];
    columns = new int[waypoints];
    int line = 1;
    int column = 1;
    for (int waypoint = 0; waypoint < waypoints; waypoint++) {
      lines[waypoint] = line;
      columns[waypoint] = column;
      long reached =
          scan(waypoint, waypoint + 1 < waypoints ? start + (waypoint + 1) * STRIDE : end);
      line = (int) (reached >>> 32);
      column = (int) reached;
    }
  }

  /** Returns the line, and the column in code points, of the character at an offset. */
  Position position(int offset) {
    long reached = scan((offset - start) / STRIDE, offset);
    return new Position((int) (reached >>> 32), (int) reached);
  }

  /**
   * Returns the offset of the character at a line and column; that of the end of the text if it has no such character.
   */
  int offset(Position at) {
    int low = 0;
    int high = lines.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lines[middle] < at.line()
          || (lines[middle] == at.line() && columns[middle] <= at.column())) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int offset = start + low * STRIDE;
    // A waypoint may be inside a character.
    while (offset > start && offset < end && JsonBytes.isContinuation(bytes[offset])) {
      offset--;
    }
    int line = lines[low];
    int column = columns[low];
    while (offset < end && (line < at.line() || (line == at.line() && column < at.column()))) {
      if (endsLine(offset)) {
        line++;
        column = 1;
      } else if (endsCharacter(offset)) {
        column++;
      }
      offset++;
    }
    return offset;
  }

  private boolean endsLine(int i) {
    return bytes[i] == '\n'
        || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
  }

  /** Whether a byte is the last of its character, at which it is counted, so that a waypoint inside a character does no harm. */
  private boolean endsCharacter(int i) {
    return i + 1 >= bytes.length || !JsonBytes.isContinuation(bytes[i + 1]);
  }

  /** Returns the line (upper half) and column (lower half) at {@code to}, scanning from a waypoint before it. */
  private long scan(int waypoint, int to) {
    int line = lines[waypoint];
    int column = columns[waypoint];
    for (int i = start + waypoint * STRIDE; i < to; i++) {
      if (endsLine(i)) {
        line++;
        column = 1;
      } else if (endsCharacter(i)) {
        column++;
      }
    }
    return (long) line << 32 | column;
  }
}
