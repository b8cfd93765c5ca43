package org.claimtrace.cli;

import com.google.common.annotations.VisibleForTesting;
import com.google.common.base.CharMatcher;
import com.google.common.net.UrlEscapers;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Converts between paths and the names of files that people write and read, also if the machine's locale has only ASCII. */
final class FileName {

  /** Returns whether Java encodes the names of files in UTF-8 here. */
  static boolean isUnicode() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8").toUpperCase(Locale.ROOT);
    return encoding.equals("UTF-8") || encoding.equals("UTF8");
  }

  private FileName() {}

  /** Returns the path with a name; empty if no file can have the name. */
  static Optional<Path> path(String name) {
    try {
      return Optional.of(
          isUnicode() || CharMatcher.ascii().matchesAllOf(name) ? Path.of(name) : byBytes(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Returns a path from the bytes of its name in UTF-8, by a URI, which is independent of the locale. */
  @VisibleForTesting
  static Path byBytes(String name) {
    String absolute = name.startsWith("/") ? name : "/proc/self/cwd/" + name;
    return Path.of(URI.create(
        "file://" + UrlEscapers.urlFragmentEscaper().escape(absolute).replace("?", "%3F")));
  }

  /** Returns the last part of a path: the name of a file or a folder within its folder. */
  static String last(Path path) {
    Path name = path.getFileName();
    if (name == null) {
      return path.toString();
    }
    if (isUnicode()) {
      return name.toString();
    }
    String whole = path.toUri().getPath();
    String trimmed = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
