package org.claimtrace.json;

import org.claimtrace.problem.Place.Position;

/**
 * Lines and columns of a document by byte offset. One pass over the bytes lays a trail of waypoints; from the nearest one, each
 * position is a short walk, however long the lines are.
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
          walk(waypoint, waypoint + 1 < waypoints ? start + (waypoint + 1) * STRIDE : text.end());
      line = (int) (reached >>> 32);
      column = (int) reached;
    }
  }

  /** The line, and the column in code points, of the character at an offset. */
  Position position(int offset) {
    long reached = walk((offset - start) / STRIDE, offset);
    return new Position((int) (reached >>> 32), (int) reached);
  }

  /** Line and column, in one number, of what stands at {@code to}. */
  private long walk(int waypoint, int to) {
    int line = lines[waypoint];
    int column = columns[waypoint];
    for (int i = start + waypoint * STRIDE; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n' || (b == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
        line++;
        column = 1;
      } else if (i + 1 >= bytes.length || !JsonBytes.isContinuation(bytes[i + 1])) {
        // Counted at a character's last byte, so that a waypoint inside a character does no harm.
        column++;
      }
    }
    return (long) line << 32 | column;
  }
}
