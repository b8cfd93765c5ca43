package org.claimtrace.cli;

import java.io.File;
import java.nio.file.Path;

/** Names files as those who look for them in a repository do. */
final class RelativeName {

  private RelativeName() {}

  /**
   * Returns the name of a file, with slashes: from the current folder if the file is in it, otherwise as it was given.
   *
   * @param name the name that was given, which may not be that of a file
   */
  static String of(String name) {
    return FileName.path(name).map(path -> of(path, name)).orElse(name);
  }

  private static String of(Path path, String name) {
    String relative = name;
    Path here = Path.of("").toAbsolutePath();
    if (path.isAbsolute() && FileName.isUnicode() && path.normalize().startsWith(here)) {
      relative = here.relativize(path.normalize()).toString();
    }
    relative = File.separatorChar == '/' ? relative : relative.replace(File.separatorChar, '/');
    return relative.startsWith("./") ? relative.substring(2) : relative;
  }
}
