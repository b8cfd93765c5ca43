package org.claimtrace.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.claimtrace.wording.Isolation;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The claim files in a folder, at any depth.
 *
 * @param files every regular file that ends in {@code .json}, by name
 * @param problems what could not be looked into, or that there was nothing, each on a line
 */
record Folder(ImmutableList<ClaimFile> files, ImmutableList<String> problems) {

  /** The files and folders that a command line names. */
  static PositionalParamSpec parameter() {
    return SubcommandSpec.atLeastOne(
        "PATH",
        "claim files, and folders in which, at any depth, every file that ends in .json is one; what is hidden is passed over");
  }

  /**
   * What a command line names, each by itself.
   *
   * @throws UsageException if no file can have a name
   */
  static ImmutableList<Folder> named(ParseResult arguments) throws UsageException, IOException {
    List<ClaimFile> paths = new ArrayList<>();
    for (String name : arguments.matchedPositionalValue(0, List.<String>of())) {
      paths.add(ClaimFile.named(name));
    }
    ImmutableList.Builder<Folder> folders = ImmutableList.builder();
    for (ClaimFile path : paths) {
      folders.add(Files.isDirectory(path.path()) ? walk(path) : of(path));
    }
    return folders.build();
  }

  /** A file in no folder. */
  private static Folder of(ClaimFile file) {
    return new Folder(ImmutableList.of(file), ImmutableList.of());
  }

  /** Looks through a folder; what is hidden is passed over, and links to folders are not followed. */
  private static Folder walk(ClaimFile root) throws IOException {
    Visitor visitor = new Visitor(root.name());
    Files.walkFileTree(root.path(), visitor);
    if (visitor.files.isEmpty() && visitor.problems.isEmpty()) {
      visitor.problems.add(Isolation.isolated(root.name())
          + ": no file in this folder ends in .json. Name the folder that holds the claim files.");
    }
    return new Folder(
        ImmutableList.sortedCopyOf(Comparator.comparing(ClaimFile::name), visitor.files),
        ImmutableList.sortedCopyOf(visitor.problems));
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final List<ClaimFile> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Deque<String> names = new ArrayDeque<>();
    private final String root;

    Visitor(String root) {
      this.root = root;
    }

    private String name(Path path) {
      String folder = names.peek();
      if (folder == null) {
        return root;
      }
      return (folder.endsWith("/") ? folder : folder + "/") + FileName.last(path);
    }

    private boolean isHidden(Path path) {
      return !names.isEmpty() && FileName.last(path).startsWith(".");
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (isHidden(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      names.push(name(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      names.pop();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = name(file);
      if (name.endsWith(".json") && !isHidden(file) && mayBeRead(file)) {
        files.add(new ClaimFile(name, file));
      }
      return FileVisitResult.CONTINUE;
    }

    /** Not a pipe, which may never end; nor a link to a folder. A link to nothing is a problem to be told. */
    private static boolean mayBeRead(Path file) {
      return Files.isRegularFile(file) || Files.notExists(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      String what = failure instanceof AccessDeniedException
          ? "you may not look into this folder. Change its permissions."
          : "cannot be looked into: " + failure.getMessage() + ".";
      problems.add(Isolation.isolated(name(path)) + ": " + what);
      return FileVisitResult.CONTINUE;
    }
  }
}
