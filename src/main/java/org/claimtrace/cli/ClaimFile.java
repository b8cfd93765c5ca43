package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrace.json.ClaimDocument;
import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;

/**
 * A file that the command line names, or standard input.
 *
 * @param name the name of the file in messages
 * @param path the path of the file; empty for standard input
 */
record ClaimFile(String name, Optional<Path> path) {

  private static final String STANDARD_INPUT = "-";

  ClaimFile(String name, Path path) {
    this(name, Optional.of(path));
  }

  /**
   * Returns the file with a name; {@code -} names standard input.
   *
   * @throws UsageException if no file can have the name
   */
  static ClaimFile named(String name) throws UsageException {
    if (name.equals(STANDARD_INPUT)) {
      return new ClaimFile("standard input", Optional.empty());
    }
    Path path = FileName.path(name)
        // To Java the empty name is the current folder, but on a command line it is most likely an
        // unset variable.
        .filter(each -> !name.isEmpty())
        .orElseThrow(() -> new UsageException("No file can have the name '" + name + "'."));
    return new ClaimFile(name, path);
  }

  /**
   * Returns the files with some names, in their order.
   *
   * @throws UsageException if no file can have one of the names, or two of them name standard input
   */
  static ImmutableList<ClaimFile> named(List<String> names) throws UsageException {
    List<ClaimFile> files = new ArrayList<>();
    for (String name : names) {
      ClaimFile file = named(name);
      if (file.isStandardInput() && files.contains(file)) {
        throw new UsageException("'-' is given twice, and standard input can be read only once.");
      }
      files.add(file);
    }
    return ImmutableList.copyOf(files);
  }

  boolean isStandardInput() {
    return path.isEmpty();
  }

  /** Returns whether this is a folder. */
  boolean isFolder() {
    return path.isPresent() && Files.isDirectory(path.get());
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
    if (path.isEmpty()) {
      try {
        return ClaimJson.readDocument(System.in, name);
      } catch (UncheckedIOException e) {
        throw unreadable(e);
      }
    }
    try {
      return ClaimJson.readDocument(path.get());
    } catch (ClaimGraphException e) {
      throw path.get().toString().equals(name) ? e : renamed(e);
    }
  }

  /**
   * Makes the certain changes to the file; those to standard input are only returned.
   *
   * @throws IOException if the file cannot be replaced; then it is left as it is
   */
  ClaimJson.Fixed fix() throws IOException {
    if (path.isPresent()) {
      ClaimJson.Fixed fixed;
      try {
        fixed = ClaimJson.fix(path.get());
      } catch (ClaimGraphException e) {
        throw path.get().toString().equals(name) ? e : renamed(e);
      }
      FoundProblems left = fixed.left();
      return new ClaimJson.Fixed(
          fixed.json(),
          renamed(fixed.fixed()),
          left.isEmpty()
              ? left
              : FoundProblems.of(new ClaimGraphException(renamed(left.problems()), left.count())));
    }
    try {
      return ClaimJson.fix(System.in.readAllBytes(), name);
    } catch (IOException e) {
      throw unreadable(new UncheckedIOException(e));
    }
  }

  private ClaimGraphException unreadable(UncheckedIOException cause) {
    Problem problem = new Problem(
        ProblemCode.UNREADABLE,
        new Place(Optional.of(name), Optional.empty(), ""),
        "it cannot be read: " + String.valueOf(cause.getMessage()),
        "Try again, or name a file.");
    return new ClaimGraphException(ImmutableList.of(problem), 1);
  }

  private ClaimGraphException renamed(ClaimGraphException e) {
    return new ClaimGraphException(renamed(e.problems()), e.count());
  }

  private ImmutableList<Problem> renamed(ImmutableList<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.at(problem.place().inDocument(name)))
        .collect(ImmutableList.toImmutableList());
  }
}
