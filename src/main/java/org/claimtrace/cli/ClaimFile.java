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
 * @param name the name of the file in messages
 * @param path the path of the file
 */
record ClaimFile(String name, Path path) {

  /**
   * Returns the file with a name.
   *
   * @throws UsageException if no file can have the name
   */
  static ClaimFile named(String name) throws UsageException {
    Path path = FileName.path(name)
        // To Java the empty name is the current folder, but on a command line it is most likely an
        // unset variable.
        .filter(each -> !name.isEmpty())
        .orElseThrow(() -> new UsageException("No file can have the name '" + name + "'."));
    return new ClaimFile(name, path);
  }

  /**
   * Reads the graph.
   *
   * @throws ClaimGraphException with all problems of the file, which is called by its name
   */
  ClaimGraph read() {
    return document().graph();
  }

  /**
   * Reads the document with its graph.
   *
   * @throws ClaimGraphException with all problems of the file, which is called by its name
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
