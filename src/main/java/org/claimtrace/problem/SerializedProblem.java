package org.claimtrace.problem;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Java serialization writes of a problem.
 *
 * @param document the name of the file; null where there is none
 * @param line the line; 0 where the position is not known
 * @param column the column; 0 where the position is not known
 * @param endLine the line of the end; 0 where the end is not known
 * @param endColumn the column of the end; 0 where the end is not known
 * @param fix the change that cures the problem; null where it is not certain which one does
 */
record SerializedProblem(
    ProblemCode code,
    @Nullable String document,
    int line,
    int column,
    int endLine,
    int endColumn,
    String pointer,
    String message,
    String remedy,
    @Nullable Fix fix)
    implements Serializable {

  static SerializedProblem of(Problem problem) {
    Place place = problem.place();
    return new SerializedProblem(
        problem.code(),
        place.document().orElse(null),
        place.position().map(Place.Position::line).orElse(0),
        place.position().map(Place.Position::column).orElse(0),
        place.end().map(Place.Position::line).orElse(0),
        place.end().map(Place.Position::column).orElse(0),
        place.pointer(),
        problem.message(),
        problem.remedy(),
        problem.fix().orElse(null));
  }

  private Object readResolve() {
    Place place = new Place(
        Optional.ofNullable(document),
        position(line, column),
        position(endLine, endColumn),
        pointer);
    return new Problem(code, place, message, remedy, Optional.ofNullable(fix));
  }

  private static Optional<Place.Position> position(int line, int column) {
    return line == 0 ? Optional.empty() : Optional.of(new Place.Position(line, column));
  }
}
