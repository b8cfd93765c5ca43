package org.claimtrace.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a file and the time of its last change: two equal states are of one file that nobody wrote to in between, as
 * far as the clock of the file system shows.
 *
 * @param regular whether it is a regular file
 * @param key the identity of the file on its system; null where the system has none
 * @param size the size in bytes
 * @param modified when the content was last changed
 * @param changed when the content or the metadata, such as the permissions, was last changed; {@code modified} where the system
 *     does not record it
 * @param links how many names the file has
 */
record FileState(
    boolean regular,
    @Nullable Object key,
    long size,
    FileTime modified,
    FileTime changed,
    int links) {

  /** The message for a file that is not the one that was read any more. */
  static final String CHANGED =
      "it was changed after it had been read, and what was saved then would be lost. Try again";

  /** Returns the state of a file; for a symbolic link, that of the link itself. */
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

  /** Returns whether the file system has Unix modes, as those of Linux and macOS do. */
  static boolean knowsModes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** Returns the mode of a file, its type included. */
  static int mode(Path file) throws IOException {
    return (int) unix(file, "mode");
  }

  private static Object unix(Path file, String name) throws IOException {
    return Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }
}
