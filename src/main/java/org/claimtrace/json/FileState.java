package org.claimtrace.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Which file stands at a place, and when it was last changed: two equal states are of one file that nobody wrote to in between,
 * as far as the clock of the file system tells.
 *
 * @param regular whether it is a regular file
 * @param key what the system tells it from others by, or null where it has nothing of the kind
 * @param size how many bytes it has
 * @param modified when its content was last changed
 * @param changed when that or anything else of it was, its permissions for instance; when its content was, where the system
 *     does not tell
 * @param links how many names it has
 */
record FileState(
    boolean regular,
    @Nullable Object key,
    long size,
    FileTime modified,
    FileTime changed,
    int links) {

  /** Why a file is left alone that is not the one that was read. */
  static final String CHANGED =
      "it was changed after it had been read, and what was saved then would be lost. Try again";

  /** The state of a file; of a symbolic link, its own. */
  static FileState of(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    FileTime modified = attributes.lastModifiedTime();
    boolean more = knowsModes(file);
    return new FileState(
        attributes.isRegularFile(),
        attributes.fileKey(),
        attributes.size(),
        modified,
        more ? (FileTime) unix(file, "ctime") : modified,
        more ? (int) unix(file, "nlink") : 1);
  }

  /** Whether the file system tells the modes of files, as those of Linux and macOS do. */
  static boolean knowsModes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** The mode of a file, its type included. */
  static int mode(Path file) throws IOException {
    return (int) unix(file, "mode");
  }

  private static Object unix(Path file, String name) throws IOException {
    return Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }
}
