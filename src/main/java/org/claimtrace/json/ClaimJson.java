package org.claimtrace.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.claimtrace.file.AtomicFile;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.FoundProblems;
import org.claimtrace.problem.Problem;

/**
 * Reads and writes claim graphs as JSON, version 1 of the format.
 *
 * <p>Reading reports all problems at once, in document order, each with line, column and JSON Pointer. It has the default
 * limits of {@link ClaimReader}; {@link #reader} builds a reader with others. Reading takes time and space linear in the
 * document, whatever its content. When the thread is interrupted, reading throws a {@link
 * java.util.concurrent.CancellationException} and leaves the thread interrupted.
 *
 * <p>Writing is canonical. Members are in the order of the format's documentation, the author's own ({@code _}) last; maps and
 * lists are in the author's order. Short forms are used exactly where they lose nothing, and defaults are left out. A number is
 * the shortest that reads back as the same double, written as ECMAScript writes it (RFC 8785, section 3.2.2.3). Lines are
 * indented by two spaces and end with a line feed, the last one too. An object or a list is written on one line if that line
 * then has at most {@value JsonLayout#WIDTH} columns, counted in Unicode code points, together with its indentation, the name
 * before it and the comma after it; otherwise each of its entries begins a line. The graph itself, its {@code claims} and its
 * {@code sources} always have each entry on a line of its own. Equal graphs are written as equal bytes, and what is written
 * reads back as an equal graph.
 *
 * <p>Stable.
 */
@CheckReturnValue
@SuppressWarnings("exports")
public final class ClaimJson {

  private static final ClaimReader READER = ClaimReader.builder().build();

  private ClaimJson() {}

  /** Returns a builder of a reader with other limits. */
  public static ClaimReader.Builder reader() {
    return ClaimReader.builder();
  }

  /**
   * Reads a file.
   *
   * @throws ClaimGraphException with all problems of the document, or if the file cannot be read
   */
  public static ClaimGraph read(Path file) {
    return READER.read(file);
  }

  /**
   * Reads a stream to its end, and does not close it.
   *
   * @throws ClaimGraphException with all problems of the document
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   */
  public static ClaimGraph read(InputStream stream) {
    return READER.read(stream);
  }

  /**
   * Reads bytes, which are UTF-8.
   *
   * @throws ClaimGraphException with all problems of the document
   */
  public static ClaimGraph read(byte[] json) {
    return READER.read(json);
  }

  /**
   * Reads a reader to its end, and does not close it.
   *
   * @throws ClaimGraphException with all problems of the document
   * @throws UncheckedIOException if the reader throws an IOException, which is its cause
   */
  public static ClaimGraph read(Reader reader) {
    return READER.read(reader);
  }

  /**
   * Reads JSON text.
   *
   * @throws ClaimGraphException with all problems of the text
   */
  public static ClaimGraph read(String json) {
    return READER.read(json);
  }

  /**
   * Reads JSON text of a document with a name.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with all problems of the text
   */
  public static ClaimGraph read(String json, String name) {
    return READER.read(json, name);
  }

  /**
   * Reads a file, and keeps the places of its elements. Places name the file by its path.
   *
   * @throws ClaimGraphException with all problems of the document, or if the file cannot be read
   */
  public static ClaimDocument readDocument(Path file) {
    return READER.readDocument(file);
  }

  /**
   * Reads a stream to its end, and keeps the places of its elements. Does not close the stream.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with all problems of the document
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   */
  public static ClaimDocument readDocument(InputStream stream, String name) {
    return READER.readDocument(stream, name);
  }

  /**
   * Reads bytes, which are UTF-8, and keeps the places of its elements. The bytes are copied.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with all problems of the document
   */
  public static ClaimDocument readDocument(byte[] json, String name) {
    return READER.readDocument(json, name);
  }

  /**
   * Reads a reader to its end, and keeps the places of its elements. Does not close the reader.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with all problems of the document
   * @throws UncheckedIOException if the reader throws an IOException, which is its cause
   */
  public static ClaimDocument readDocument(Reader reader, String name) {
    return READER.readDocument(reader, name);
  }

  /**
   * Reads JSON text, and keeps the places of its elements.
   *
   * @param name the name of the document in places
   * @throws ClaimGraphException with all problems of the text
   */
  public static ClaimDocument readDocument(String json, String name) {
    return READER.readDocument(json, name);
  }

  /**
   * Reads JSON text, and keeps the places of its elements, which name no document.
   *
   * @throws ClaimGraphException with all problems of the text
   */
  public static ClaimDocument readDocument(String json) {
    return READER.readDocument(json);
  }

  /**
   * Finds all that is wrong with a file, as {@link #read(Path)} would say it; that the file cannot be read is a problem too. Nothing
   * is wrong with what reads.
   */
  public static FoundProblems problems(Path file) {
    return READER.problems(file);
  }

  /**
   * Finds all that is wrong with the document in a stream, as {@link #read(InputStream)} would say it. Reads the stream to its end,
   * and does not close it.
   *
   * @throws UncheckedIOException if the stream throws an IOException, which is its cause
   */
  public static FoundProblems problems(InputStream stream) {
    return READER.problems(stream);
  }

  /** Finds all that is wrong with bytes, as {@link #read(byte[])} would say it. Nothing is wrong with what reads. */
  public static FoundProblems problems(byte[] json) {
    return READER.problems(json);
  }

  /** Finds all that is wrong with JSON text, as {@link #read(String)} would say it. */
  public static FoundProblems problems(String json) {
    return READER.problems(json);
  }

  /**
   * Finds all that is wrong with JSON text, as {@link #readDocument(String, String)} would say it.
   *
   * @param name the name of the document in places
   */
  public static FoundProblems problems(String json, String name) {
    return READER.problems(json, name);
  }

  /**
   * A document after the changes that certainly cure problems of it.
   *
   * @param json the document, every other byte of it as it was
   * @param fixed the problems that are cured, as they were found; each has its {@linkplain Problem#fix fix}, except for a comma
   *     before the end of an object or a list: a document with it is no JSON, which a patch could be applied to
   * @param left what is still wrong
   */
  public record Fixed(String json, ImmutableList<Problem> fixed, FoundProblems left) {
    public Fixed {
      requireNonNull(json, "json");
      requireNonNull(fixed, "fixed");
      requireNonNull(left, "left");
    }
  }

  /**
   * Makes the changes to a file that certainly cure problems of it, and keeps every other byte. The file is replaced whole or not
   * at all, as {@link #rewrite} does it; it is left alone where no change is certain.
   *
   * @throws ClaimGraphException if the file cannot be read, is too large or is not UTF-8, so that there is nothing to change
   * @throws java.nio.file.FileSystemException if the file was changed meanwhile, or is not a regular file; then it is left as it is
   * @throws IOException if the file cannot be written; then it is left as it is, too
   */
  public static Fixed fix(Path file) throws IOException {
    return READER.fix(file);
  }

  /**
   * Makes the changes to a document that certainly cure problems of it, and keeps every other byte. What is found only after a change
   * is cured, too.
   *
   * @param name the name of the document in the places of its problems
   * @throws ClaimGraphException if the bytes are not UTF-8, and could not be kept in a text
   */
  public static Fixed fix(byte[] json, String name) {
    return READER.fix(json, name);
  }

  /**
   * Makes the changes to JSON text that certainly cure problems of it, as {@link #fix(byte[], String)} does.
   *
   * @throws ClaimGraphException if the text has half a surrogate pair, so that it is no document
   */
  public static Fixed fix(String json) {
    return READER.fix(json);
  }

  /** Returns a graph as JSON text in canonical form. */
  public static String write(ClaimGraph graph) {
    requireNonNull(graph, "graph");
    StringBuilder json = new StringBuilder();
    try {
      GraphWriter.write(graph, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString();
  }

  /**
   * Writes a graph to a file atomically: a new file is written beside it, forced to disk and moved into its place. Symbolic
   * links are followed. The new file keeps the permissions, set-group-id and extended attributes of the one it replaces, and
   * its owner and group as far as the system allows. Anything that is not a regular file, such as a pipe or {@code
   * /dev/stdout}, is written to directly. If the process is interrupted or told to terminate, no temporary file is left.
   *
   * @throws IOException if the graph cannot be written; then the file is as it was, and no temporary file is left. A file with
   *     several names (hard links) is rejected, since only one of them would lead to what is written
   */
  public static void write(ClaimGraph graph, Path file) throws IOException {
    requireNonNull(graph, "graph");
    requireNonNull(file, "file");
    AtomicFile.write(file, stream -> write(graph, stream));
  }

  /**
   * Rewrites a document in canonical form to the file that it was read from, as {@link #write(ClaimGraph, Path)} does, provided
   * that the file still has the content that was read, so that nothing saved meanwhile is lost. Only a change in the last few
   * microseconds before the new file takes its place goes unnoticed.
   *
   * @return whether the file was written; false if the document is canonical already
   * @throws java.nio.file.FileSystemException if the file was changed since, or is not a regular file; then it is left as it is
   * @throws IOException if the file cannot be written; then it is left as it is, too
   */
  @CanIgnoreReturnValue
  public static boolean rewrite(ClaimDocument document, Path file) throws IOException {
    requireNonNull(document, "document");
    requireNonNull(file, "file");
    if (document.isCanonical()) {
      return false;
    }
    AtomicFile.replace(file, document.bytes(), stream -> write(document.graph(), stream));
    return true;
  }

  /**
   * Writes a graph in canonical form to a stream, as UTF-8, and does not close it.
   *
   * @throws IOException if the stream throws it
   */
  public static void write(ClaimGraph graph, OutputStream stream) throws IOException {
    requireNonNull(graph, "graph");
    requireNonNull(stream, "stream");
    Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    GraphWriter.write(graph, writer);
    writer.flush();
  }

  /**
   * Returns the JSON Schema of the format (draft 2020-12), for editors and validators. It is the resource {@code
   * claim-graph-1.schema.json}.
   */
  public static URL schema() {
    return Objects.requireNonNull(
        ClaimJson.class.getResource("claim-graph-1.schema.json"), "the schema is in the jar");
  }
}
