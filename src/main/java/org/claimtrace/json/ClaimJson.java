package org.claimtrace.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.problem.ClaimGraphException;

/**
 * Reads and writes claim graphs as JSON, version 1 of the format.
 *
 * <p>Reading tells everything that is wrong at once, in document order, each problem with line, column and JSON Pointer. It
 * keeps the limits of {@link ClaimReader}; {@link #reader} makes a reader with others. Reading takes time and space linear in
 * the document, whatever stands in it. It ends with a {@link java.util.concurrent.CancellationException} when its thread is
 * interrupted, which the thread then still is.
 *
 * <p>Writing is canonical. Members stand in the order of the format's documentation, the author's own ({@code _}) last; maps
 * and lists in the author's order. Short forms are used exactly where they lose nothing, and defaults are left out. A number is
 * the shortest that reads back as the same double, written as ECMAScript writes it (RFC 8785, section 3.2.2.3). Lines are
 * indented by two spaces and end with a line feed, the last one too. An object or a list stands on one line if that line then
 * has at most {@value JsonLayout#WIDTH} columns, counted in Unicode code points, together with its indentation, the name before it
 * and the comma after it; else each of its entries begins a line. The graph itself, its {@code claims} and its {@code sources}
 * always have an entry a line, however short. Equal graphs are written as equal bytes, and what is written reads back as an
 * equal graph.
 */
public final class ClaimJson {

  private static final ClaimReader READER = ClaimReader.builder().build();

  private ClaimJson() {}

  /** Begins a reader with limits of one's own. */
  public static ClaimReader.Builder reader() {
    return ClaimReader.builder();
  }

  /**
   * Reads a file.
   *
   * @throws ClaimGraphException with everything that is wrong, also if the file cannot be read
   */
  public static ClaimGraph read(Path file) {
    return READER.read(file);
  }

  /**
   * Reads a stream to its end, and does not close it.
   *
   * @throws ClaimGraphException with everything that is wrong, also if the stream cannot be read
   */
  public static ClaimGraph read(InputStream stream) {
    return READER.read(stream);
  }

  /**
   * Reads JSON text.
   *
   * @throws ClaimGraphException with everything that is wrong
   */
  public static ClaimGraph read(String json) {
    return READER.read(json);
  }

  /**
   * Reads a file, and keeps the places of its elements. Places name the file as the path does.
   *
   * @throws ClaimGraphException with everything that is wrong, also if the file cannot be read
   */
  public static ClaimDocument readDocument(Path file) {
    return READER.readDocument(file);
  }

  /**
   * Reads a stream to its end, without closing it, and keeps the places of its elements.
   *
   * @param name what places call the document
   * @throws ClaimGraphException with everything that is wrong, also if the stream cannot be read
   */
  public static ClaimDocument readDocument(InputStream stream, String name) {
    return READER.readDocument(stream, name);
  }

  /**
   * Reads JSON text, and keeps the places of its elements.
   *
   * @param name what places call the document
   * @throws ClaimGraphException with everything that is wrong
   */
  public static ClaimDocument readDocument(String json, String name) {
    return READER.readDocument(json, name);
  }

  /** Writes a graph as JSON text. */
  public static String write(ClaimGraph graph) {
    StringBuilder json = new StringBuilder();
    try {
      GraphWriter.write(graph, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString();
  }

  /**
   * Writes a graph to a file, whole or not at all: the file is written beside its place, forced to the disk and moved there. A
   * symbolic link is followed, and a file that is replaced leaves its permissions, set-group-id and extended attributes to the
   * new one, and its owner and group as far as the system allows. Whatever is no regular file, such as a pipe or {@code
   * /dev/stdout}, is written to directly. Where the process is interrupted or told to terminate, nothing is left beside the
   * file either.
   *
   * @throws IOException if it cannot be written; then the file is as it was, and nothing is left beside it. A file with several
   *     names (hard links) is refused, since only one of them would lead to what is written
   */
  public static void write(ClaimGraph graph, Path file) throws IOException {
    AtomicFile.write(file, stream -> write(graph, stream));
  }

  /**
   * Writes a document anew in its canonical form, in place of the file that it was read from and in the manner of {@link
   * #write(ClaimGraph, Path)}, provided that the file still holds what was read: what somebody saves meanwhile is not lost.
   * Only a change in the last few microseconds before the new file takes its place is not noticed.
   *
   * @return whether anything was written; not where the document is canonical already
   * @throws java.nio.file.FileSystemException if the file was changed since, or is no regular file; then it is left as it is
   * @throws IOException if it cannot be written; then, too
   */
  public static boolean rewrite(ClaimDocument document, Path file) throws IOException {
    if (document.isCanonical()) {
      return false;
    }
    AtomicFile.replace(file, document.bytes(), stream -> write(document.graph(), stream));
    return true;
  }

  /**
   * Writes a graph to a stream as UTF-8, and does not close it.
   *
   * @throws IOException if the stream throws it
   */
  public static void write(ClaimGraph graph, OutputStream stream) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    GraphWriter.write(graph, writer);
    writer.flush();
  }

  /** The JSON Schema of the format (draft 2020-12), for editors and validators. It is the resource {@code claim-graph-1.schema.json}. */
  public static URL schema() {
    return Objects.requireNonNull(
        ClaimJson.class.getResource("claim-graph-1.schema.json"), "the schema is in the jar");
  }
}
