package org.claimtrace.cli;

import java.util.Optional;
import org.claimtrace.inspection.Finding;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Place.Position;
import org.claimtrace.problem.Problem;

/**
 * A workflow command by which a build on GitHub shows a message beside the line of a file.
 *
 * @param level what it is: {@code error}, {@code warning} or {@code notice}
 * @param file the name of the file
 * @param at where in the file
 * @param code the code of the finding or the problem
 * @param message what was noticed and what to do
 */
record GithubAnnotation(
    String level, String file, Optional<Position> at, String code, String message) {

  static GithubAnnotation of(String file, Finding finding, String language) {
    String level = switch (finding.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
    return new GithubAnnotation(
        level,
        RelativeName.of(file),
        finding.place().flatMap(Place::position),
        finding.code(),
        finding.message(language) + "\n" + finding.remedy(language));
  }

  static GithubAnnotation of(String file, Problem problem) {
    return new GithubAnnotation(
        "error",
        RelativeName.of(file),
        problem.place().position(),
        problem.code().toString(),
        problem.message() + ".\n" + problem.remedy());
  }

  /** Returns the command, on one line. */
  String command() {
    String place = at.map(position -> ",line=" + position.line() + ",col=" + position.column())
        .orElse("");
    return "::" + level + " file=" + property(file) + place + ",title=" + property(code) + "::"
        + escaped(message);
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
