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
 */
record SerializedProblem(
    ProblemCode code,
    @Nullable String document,
    int line,
    int column,
    String pointer,
    String message,
    String remedy)
    implements Serializable {

  static SerializedProblem of(Problem problem) {
    Place place = problem.place();
    return new SerializedProblem(
        problem.code(),
        place.document().orElse(null),
        place.position().map(Place.Position::line).orElse(0),
        place.position().map(Place.Position::column).orElse(0),
        place.pointer(),
        problem.message(),
        problem.remedy());
  }

  private Object readResolve() {
    Optional<Place.Position> position =
        line == 0 ? Optional.empty() : Optional.of(new Place.Position(line, column));
    return new Problem(
        code, new Place(Optional.ofNullable(document), position, pointer), message, remedy);
  }
}
