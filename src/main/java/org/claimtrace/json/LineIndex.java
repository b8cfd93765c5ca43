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
  private final int[] lines;
  private final int[] columns;

  LineIndex(JsonBytes text) {
    bytes = text.bytes();
    start = text.start();
    int waypoints = (text.end() - start) / STRIDE + 1;
    lines = new int[waypoints];
    columns = new int[waypoints];
    int line = 1;
    int column = 1;
    for (int waypoint = 0; waypoint < waypoints; waypoint++) {
      lines[waypoint] = line;
      columns[waypoint] = column;
      long reached =
          scan(waypoint, waypoint + 1 < waypoints ? start + (waypoint + 1) * STRIDE : text.end());
      line = (int) (reached >>> 32);
      column = (int) reached;
    }
  }

  /** Returns the line, and the column in code points, of the character at an offset. */
  Position position(int offset) {
    long reached = scan((offset - start) / STRIDE, offset);
    return new Position((int) (reached >>> 32), (int) reached);
  }

  /** Returns the line (upper half) and column (lower half) at {@code to}, scanning from a waypoint before it. */
  private long scan(int waypoint, int to) {
    int line = lines[waypoint];
    int column = columns[waypoint];
    for (int i = start + waypoint * STRIDE; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n' || (b == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
        line++;
        column = 1;
      } else if (i + 1 >= bytes.length || !JsonBytes.isContinuation(bytes[i + 1])) {
        // Counted at the last byte of a character, so that a waypoint inside a character does no
        // harm.
        column++;
      }
    }
    return (long) line << 32 | column;
  }
}
