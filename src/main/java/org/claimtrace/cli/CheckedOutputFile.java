package org.claimtrace.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.claimtrace.file.AtomicFile;
import org.claimtrace.wording.Isolation;
import picocli.CommandLine.ParseResult;

/**
 * A file that a command writes beside what it prints.
 *
 * @param name the name that was given
 */
record CheckedOutputFile(String name, Path path) {

  /**
   * Returns the file that an option names; absent if it is not given.
   *
   * @throws UsageException if no file can have the name
   */
  static Optional<CheckedOutputFile> of(ParseResult arguments, String option)
      throws UsageException {
    if (!arguments.hasMatchedOption(option)) {
      return Optional.empty();
    }
    String name = arguments.matchedOptionValue(option, "");
    Optional<Path> path = name.isEmpty() ? Optional.empty() : FileName.path(name);
    if (path.isEmpty()) {
      throw new UsageException(option + ": no file can have the name '" + name + "'.");
    }
    return Optional.of(new CheckedOutputFile(name, path.get()));
  }

  /** Writes the file whole or not at all, and says why if it cannot be written. */
  ExitStatus write(AtomicFile.Content content, Terminal terminal) {
    try {
      AtomicFile.write(path, content);
      return ExitStatus.FINE;
    } catch (IOException e) {
      String reason = e instanceof FileSystemException refusal && refusal.getReason() != null
          ? String.valueOf(refusal.getReason())
          : String.valueOf(e.getMessage());
      terminal.say(Isolation.isolated(name) + ": cannot be written: " + reason + ".");
      return ExitStatus.BAD;
    }
  }
}
