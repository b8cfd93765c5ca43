package org.claimtrace.file;

import com.google.common.annotations.VisibleForTesting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Replaces a file atomically: whole or not at all. */
public final class AtomicFile {

  // As many as Linux follows.
  private static final int MOST_LINKS = 40;

  // Of the mode: permissions, set-user-id, set-group-id, sticky.
  private static final int MODE_BITS = 0xFFF;

  private static final int SET_ID = 0xC00;

  private final Path named;
  private final Path target;

  private AtomicFile(Path named, Path target) {
    this.named = named;
    this.target = target;
  }

  /** Writes the content of the file. */
  public interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  /** Writes a file, whatever its present content. */
  public static void write(Path file, Content content) throws IOException {
    if (isWrittenDirectly(file)) {
      try (OutputStream stream = Files.newOutputStream(file)) {
        content.writeTo(stream);
      }
      return;
    }
    new AtomicFile(file, followed(file.toAbsolutePath())).write(content, null);
  }

  /**
   * Writes a file that was read before, provided that nobody has changed it since.
   *
   * @param read the bytes that were read
   * @throws FileSystemException if the file has another content, is missing or is not a regular file
   */
  public static void replace(Path file, byte[] read, Content content) throws IOException {
    if (isWrittenDirectly(file)) {
      throw new FileSystemException(file.toString(), null, "it is no regular file");
    }
    new AtomicFile(file, followed(file.toAbsolutePath())).write(content, read);
  }

  /**
   * Whether a path leads to something that cannot sensibly be replaced, such as a pipe, and is therefore written to directly.
   */
  private static boolean isWrittenDirectly(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "this is a directory");
    }
    if (!Files.isRegularFile(file)) {
      return true;
    }
    // The link behind /dev/stdout may lead to the name of a file that has been removed.
    Path target = followed(file.toAbsolutePath());
    return !Files.exists(target) || !Files.isSameFile(file, target);
  }

  /** The file at the end of a chain of symbolic links, which need not exist. */
  private static Path followed(Path file) throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "too many symbolic links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private FileSystemException refused(String reason) {
    return new FileSystemException(named.toString(), null, reason);
  }

  private void write(Content content, byte @Nullable [] read) throws IOException {
    boolean exists = Files.exists(target);
    @Nullable FileState before = exists ? FileState.of(target) : null;
    if (read != null && before == null) {
      throw refused(FileState.CHANGED);
    }
    if (before != null) {
      if (!Files.isWritable(target)) {
        throw new AccessDeniedException(named.toString(), null, "the file is read-only");
      }
      if (before.links() > 1) {
        throw refused("it has " + before.links()
            + " names (hard links), and only this one would lead to the new text."
            + " Put a copy in its place first, or write to another file");
      }
    }
    try (TemporaryFile beside = TemporaryFile.beside(target)) {
      create(beside, exists);
      try (FileChannel channel = FileChannel.open(
          beside.path(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        OutputStream stream = Channels.newOutputStream(channel);
        content.writeTo(stream);
        stream.flush();
        if (exists) {
          try {
            keepOwnerAndMode(beside.path());
          } catch (NoSuchFileException e) {
            // The file has been removed meanwhile; its copy has its mode already.
          }
        }
        channel.force(true);
      }
      if (read != null && before != null) {
        checkUnchanged(before, read);
      }
      move(beside.path(), target);
    }
    forceFolder(target);
  }

  private void create(TemporaryFile beside, boolean exists) throws IOException {
    try {
      // Copied, since only a copy keeps extended attributes and access control lists.
      beside.create(
          exists
              ? path -> Files.copy(
                  target, path, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS)
              : Files::createFile);
    } catch (AccessDeniedException | NoSuchFileException e) {
      throw target.toString().equals(e.getFile()) ? notCopied(e) : notMade(named, e);
    }
  }

  /** The reason why the present file cannot be copied. */
  private FileSystemException notCopied(FileSystemException cause) {
    FileSystemException refusal = cause instanceof NoSuchFileException
        ? refused(FileState.CHANGED)
        : refused("you may not read it, so that its attributes cannot be kept");
    refusal.initCause(cause);
    return refusal;
  }

  /** The reason why no file can be created beside another, in words about the other. */
  @VisibleForTesting
  static FileSystemException notMade(Path file, FileSystemException cause) {
    FileSystemException refusal = cause instanceof AccessDeniedException
        ? new AccessDeniedException(
            file.toString(),
            null,
            "you may not write into its folder, where the new file is written first")
        : new NoSuchFileException(file.toString(), null, "its folder is not there");
    refusal.initCause(cause);
    return refusal;
  }

  /**
   * Checks a last time before the move. A change during the few microseconds between this check and the move is still lost: no
   * operating system that Java runs on can move a file conditionally.
   */
  private void checkUnchanged(FileState before, byte[] read) throws IOException {
    try {
      if (before.equals(FileState.of(target))
          && Arrays.equals(Files.readAllBytes(target), read)
          && before.equals(FileState.of(target))) {
        return;
      }
    } catch (NoSuchFileException e) {
      // Reported like every other change.
    }
    throw refused(FileState.CHANGED);
  }

  private void keepOwnerAndMode(Path to) throws IOException {
    PosixFileAttributeView old =
        Files.getFileAttributeView(target, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributeView view =
        Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (old == null || view == null) {
      return;
    }
    PosixFileAttributes attributes = old.readAttributes();
    keepOwner(attributes, view);
    // Done last, since a change of the owner or of the content clears set-user-id and
    // set-group-id.
    if (!FileState.knowsModes(target)) {
      view.setPermissions(attributes.permissions());
      return;
    }
    int mode = FileState.mode(target) & MODE_BITS;
    if (mode != (FileState.mode(to) & MODE_BITS)) {
      Files.setAttribute(to, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
    }
    if ((mode & SET_ID) != 0
        && !(belongsTo(attributes, view.readAttributes())
            && mode == (FileState.mode(to) & MODE_BITS))) {
      throw refused(
          "its set-user-id or set-group-id would be lost, since it belongs to others. Take it away, or have its owner do this");
    }
  }

  private static void keepOwner(PosixFileAttributes old, PosixFileAttributeView made)
      throws IOException {
    try {
      if (!made.readAttributes().group().equals(old.group())) {
        made.setGroup(old.group());
      }
      if (!made.readAttributes().owner().equals(old.owner())) {
        made.setOwner(old.owner());
      }
    } catch (FileSystemException e) {
      // Only the superuser may give files away. Otherwise the file belongs to the writer, with
      // the permissions that it had.
      return;
    }
  }

  private static boolean belongsTo(PosixFileAttributes old, PosixFileAttributes made) {
    return made.owner().equals(old.owner()) && made.group().equals(old.group());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the move itself durable, where the system allows a folder to be forced to disk. */
  private static void forceFolder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open folders; the file is written and in its place all the same.
      return;
    }
  }
}
