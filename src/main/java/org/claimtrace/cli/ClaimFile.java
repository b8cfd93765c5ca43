package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;

/**
 * A file that the command line names.
 *
 * @param name what it is called in messages
 * @param path where it is
 */
record ClaimFile(String name, Path path) {

  /**
   * The file with a name.
   *
   * @throws UsageException if no file can have the name
   */
  static ClaimFile named(String name) throws UsageException {
    Path path = FileName.path(name)
        // To Java it is the current folder, which nobody means who writes "$FILE".
        .filter(each -> !name.isEmpty())
        .orElseThrow(() -> new UsageException("No file can have the name '" + name + "'."));
    return new ClaimFile(name, path);
  }

  /**
   * Reads the graph.
   *
   * @throws ClaimGraphException with everything that is wrong, the file called by its name
   */
  ClaimGraph read() {
    return document().graph();
  }

  /**
   * Reads the graph, and keeps what was read.
   *
   * @throws ClaimGraphException with everything that is wrong, the file called by its name
   */
  ClaimDocument document() {
    try {
      return ClaimJson.readDocument(path);
    } catch (ClaimGraphException e) {
      throw path.toString().equals(name) ? e : renamed(e);
    }
  }

  private ClaimGraphException renamed(ClaimGraphException e) {
    return new ClaimGraphException(
        e.problems().stream()
            .map(problem -> problem.at(problem.place().inDocument(name)))
            .collect(ImmutableList.toImmutableList()),
        e.count());
  }
}
