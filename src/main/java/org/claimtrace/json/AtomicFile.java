package org.claimtrace.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;

/** Replaces a file whole or not at all. */
final class AtomicFile {

  // As many as Linux follows.
  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /** What writes the content. */
  interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  static void write(Path file, Content content) throws IOException {
    Path target = followed(file.toAbsolutePath());
    boolean exists = Files.exists(target);
    if (exists && Files.isDirectory(target)) {
      throw new FileSystemException(file.toString(), null, "this is a directory");
    }
    if (exists && !Files.isRegularFile(target)) {
      try (OutputStream stream = Files.newOutputStream(target)) {
        content.writeTo(stream);
      }
      return;
    }
    if (exists && !Files.isWritable(target)) {
      throw new AccessDeniedException(file.toString(), null, "the file is read-only");
    }
    // Not called after the file: where the locale is not UTF-8, Java cannot spell every file's
    // name.
    Path beside = target.resolveSibling(".claimtrace-" + UUID.randomUUID() + ".tmp");
    boolean moved = false;
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream stream = Channels.newOutputStream(channel);
        content.writeTo(stream);
        stream.flush();
        channel.force(true);
      }
      if (exists) {
        keepAttributes(target, beside);
      }
      move(beside, target);
      moved = true;
    } finally {
      if (!moved) {
        Files.deleteIfExists(beside);
      }
    }
    forceFolder(target);
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

  private static void keepAttributes(Path from, Path to) throws IOException {
    PosixFileAttributeView old =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributeView view =
        Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (old == null || view == null) {
      return;
    }
    PosixFileAttributes attributes = old.readAttributes();
    view.setPermissions(attributes.permissions());
    try {
      PosixFileAttributes made = view.readAttributes();
      if (!made.group().equals(attributes.group())) {
        view.setGroup(attributes.group());
      }
      if (!made.owner().equals(attributes.owner())) {
        view.setOwner(attributes.owner());
      }
    } catch (FileSystemException e) {
      // Only the superuser may give files away: then the file is the writer's own, with the
      // permissions it had.
      return;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the move itself last, where the system lets a folder be forced to the disk. */
  private static void forceFolder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; the file is written and in its place all the same.
      return;
    }
  }
}
