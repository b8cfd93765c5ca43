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
 * The claim files in a folder and its subfolders.
 *
 * @param files every regular file whose name ends in {@code .json}, by name
 * @param problems messages about folders that could not be read or have no claim files
 */
record Folder(ImmutableList<ClaimFile> files, ImmutableList<String> problems) {

  /** Returns the parameter for files and folders. */
  static PositionalParamSpec parameter() {
    return SubcommandSpec.atLeastOne(
        "PATH",
        "claim files, and folders in which, at any depth, every file that ends in .json is one; what is hidden is passed over;"
            + " - is standard input");
  }

  /**
   * Returns a folder for each file and folder that a command line names, in their order.
   *
   * @throws UsageException if no file can have one of the names
   */
  static ImmutableList<Folder> named(ParseResult arguments) throws UsageException, IOException {
    List<ClaimFile> paths = ClaimFile.named(arguments.matchedPositionalValue(0, List.<String>of()));
    ImmutableList.Builder<Folder> folders = ImmutableList.builder();
    for (ClaimFile path : paths) {
      folders.add(path.isFolder() ? walk(path) : of(path));
    }
    return folders.build();
  }

  /** Returns a folder with a single file that the command line names itself. */
  private static Folder of(ClaimFile file) {
    return new Folder(ImmutableList.of(file), ImmutableList.of());
  }

  /** Searches a folder; hidden files and folders are skipped, and links to folders are not followed. */
  private static Folder walk(ClaimFile root) throws IOException {
    Visitor visitor = new Visitor(root.name());
    Files.walkFileTree(root.path().orElseThrow(), visitor);
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

    /**
     * Returns whether a file is read: no pipe, which may never end, and no link to a folder. A link to nothing is read, and
     * reported as a problem.
     */
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
