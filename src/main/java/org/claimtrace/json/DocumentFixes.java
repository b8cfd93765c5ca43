package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;

/**
 * Applies the certain fixes of a document where their values stand in it, and keeps every other byte. Of fixes that touch the same
 * bytes only the first is applied.
 */
final class DocumentFixes {

  private final JsonBytes text;
  private final byte[] bytes;
  private final PointerLocator places = new PointerLocator();
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  /**
   * A change of some bytes.
   *
   * @param from the first byte that is replaced
   * @param to the byte after the last that is replaced
   * @param json what is put in their place
   */
  private record Edit(int from, int to, String json) {

    boolean overlaps(Edit other) {
      return from < other.to && other.from < to;
    }
  }

  /**
   * A document after its fixes.
   *
   * @param bytes the document
   * @param applied the problems whose fixes were applied
   */
  record Fixed(byte[] bytes, ImmutableList<Problem> applied) {}

  private DocumentFixes(JsonBytes text) {
    this.text = text;
    this.bytes = text.bytes();
  }

  /** Applies the fixes of some problems of a document. */
  static Fixed apply(JsonBytes text, Parsers parsers, List<Problem> problems) {
    return new DocumentFixes(text).apply(parsers, problems);
  }

  private Fixed apply(Parsers parsers, List<Problem> problems) {
    Map<String, PointerLocator.Node> nodes = new TreeMap<>();
    for (Problem problem : problems) {
      problem
          .fix()
          .ifPresent(fix -> fix.operations()
              .forEach(operation -> nodes.computeIfAbsent(pointer(operation), places::add)));
    }
    if (nodes.isEmpty()) {
      return new Fixed(bytes, ImmutableList.of());
    }
    PointerLocator.Node root = places.add("");
    parsers.read(text, parser -> places.find(parser, text.start()));
    NavigableSet<Integer> offsets = new TreeSet<>();
    offsets.add(root.value());
    nodes.values().stream().filter(PointerLocator.Node::isFound).forEach(node -> {
      offsets.add(node.value());
      if (node.key() >= 0) {
        offsets.add(node.key());
      }
    });
    ValueEnds ends = new ValueEnds(text, offsets);
    ImmutableList.Builder<Problem> applied = ImmutableList.builder();
    for (Problem problem : problems) {
      if (problem.fix().isPresent()) {
        List<Edit> wanted = new ArrayList<>();
        boolean possible = true;
        for (Fix.Operation operation : problem.fix().get().operations()) {
          PointerLocator.Node node = nodes.get(pointer(operation));
          possible &= node != null && node.isFound() && add(operation, node, root, ends, wanted);
        }
        if (possible && wanted.stream().allMatch(this::isFree)) {
          wanted.forEach(edit -> edits.put(edit.from(), edit));
          applied.add(problem);
        }
      }
    }
    return new Fixed(edited(), applied.build());
  }

  /** The pointer of the value that an operation changes. */
  private static String pointer(Fix.Operation operation) {
    return operation instanceof Fix.Move move ? move.from() : operation.pointer();
  }

  /** Adds the edits of an operation; returns false if it cannot be made here. */
  private boolean add(
      Fix.Operation operation,
      PointerLocator.Node node,
      PointerLocator.Node root,
      ValueEnds ends,
      List<Edit> wanted) {
    OptionalInt end = ends.after(node.value());
    if (end.isEmpty()) {
      return false;
    }
    if (operation instanceof Fix.Replace replace) {
      wanted.add(new Edit(node.value(), end.getAsInt(), replace.json()));
      return true;
    }
    if (operation instanceof Fix.Remove) {
      wanted.add(removal(node.key() >= 0 ? node.key() : node.value(), end.getAsInt()));
      return true;
    }
    if (operation.pointer().isEmpty()) {
      OptionalInt rootEnd = ends.after(root.value());
      if (rootEnd.isEmpty()) {
        return false;
      }
      wanted.add(new Edit(root.value(), node.value(), ""));
      wanted.add(new Edit(end.getAsInt(), rootEnd.getAsInt(), ""));
      return true;
    }
    OptionalInt keyEnd = node.key() < 0 ? OptionalInt.empty() : ends.after(node.key());
    if (keyEnd.isEmpty()) {
      return false;
    }
    String pointer = operation.pointer();
    String name = Place.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    wanted.add(new Edit(node.key(), keyEnd.getAsInt(), Fix.quoted(name)));
    return true;
  }

  /** Removes a member or an entry together with one of the commas beside it. */
  private Edit removal(int from, int to) {
    int after = afterBlanks(to);
    if (after < text.end() && bytes[after] == ',') {
      return new Edit(from, afterBlanks(after + 1), "");
    }
    int before = from - 1;
    while (before > text.start() && isBlank(bytes[before])) {
      before--;
    }
    return new Edit(bytes[before] == ',' ? before : from, to, "");
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < text.end() && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private boolean isFree(Edit edit) {
    Map.Entry<Integer, Edit> before = edits.floorEntry(edit.from());
    Map.Entry<Integer, Edit> after = edits.ceilingEntry(edit.from());
    return (before == null || !before.getValue().overlaps(edit))
        && (after == null || !after.getValue().overlaps(edit));
  }

  private byte[] edited() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int at = 0;
    for (Edit edit : edits.values()) {
      out.write(bytes, at, edit.from() - at);
      out.writeBytes(edit.json().getBytes(StandardCharsets.UTF_8));
      at = edit.to();
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }
}
