package org.claimtrace.json;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import com.google.errorprone.annotations.CheckReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Stance;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.Result.WithoutJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A graph and the places of its parts in the file that it was read from.
 *
 * <p>For every element, only the byte offset at which it begins is kept, besides the bytes of the file. Other places are found
 * by parsing from there; lines and columns are counted only when they are asked for. Immutable and safe to share between
 * threads.
 *
 * <p>Stable.
 */
@CheckReturnValue
@SuppressWarnings("exports")
public final class ClaimDocument implements WithoutJson {

  private static final Splitter TOKENS = Splitter.on('/');

  private final ClaimGraph graph;
  private final JsonBytes text;
  private final Parsers parsers;
  private final ImmutableIntArray sourceOffsets;
  private final ImmutableIntArray claimOffsets;
  private final ImmutableIntArray evidenceOffsets;
  private final ImmutableIntArray inferenceOffsets;
  private final ImmutableIntArray reviewOffsets;
  // Computed lazily; a race computes two equal ones.
  private @Nullable volatile LineIndex lines;
  private @Nullable volatile FirstLines firstLines;

  ClaimDocument(
      ClaimGraph graph,
      JsonBytes text,
      Parsers parsers,
      ImmutableIntArray sourceOffsets,
      ImmutableIntArray claimOffsets,
      ImmutableIntArray evidenceOffsets,
      ImmutableIntArray inferenceOffsets,
      ImmutableIntArray reviewOffsets) {
    this.graph = graph;
    this.text = text;
    this.parsers = parsers;
    this.sourceOffsets = sourceOffsets;
    this.claimOffsets = claimOffsets;
    this.evidenceOffsets = evidenceOffsets;
    this.inferenceOffsets = inferenceOffsets;
    this.reviewOffsets = reviewOffsets;
  }

  /** How many pieces of evidence, inferences and reviews the claims before each claim have. */
  private static final class FirstLines {

    private final int[] evidence;
    private final int[] inferences;
    private final int[] reviews;

    FirstLines(ImmutableList<Claim> claims) {
      evidence = new int[claims.size() + 1];
      inferences = new int[claims.size() + 1];
      reviews = new int[claims.size() + 1];
      for (int i = 0; i < claims.size(); i++) {
        evidence[i + 1] = evidence[i] + claims.get(i).evidence().size();
        inferences[i + 1] = inferences[i] + claims.get(i).inferences().size();
        reviews[i + 1] = reviews[i] + claims.get(i).reviews().size();
      }
    }
  }

  /** Returns the graph. */
  public ClaimGraph graph() {
    return graph;
  }

  /** Returns the name of the document in its places: the path of the file, or the name given. */
  public String name() {
    return text.name().orElse("");
  }

  /**
   * Returns whether the document is, byte for byte, what {@link ClaimJson#write(ClaimGraph)} writes. Takes as long as writing.
   */
  public boolean isCanonical() {
    return Arrays.equals(text.bytes(), ClaimJson.write(graph).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the bytes that were read; not to be changed. */
  byte[] bytes() {
    return text.bytes();
  }

  /**
   * Returns the place of an element. It begins with the id of a claim, a source or a review, with the value of a piece of evidence
   * or an inference, and ends after the value. The first call takes time linear in the document, each further one time linear in the number
   * of lines of one claim.
   *
   * @throws UnknownIdException if the graph has no such element
   */
  public Place place(Element element) {
    requireNonNull(element, "element");
    String id = element.id();
    return switch (element.kind()) {
      case SOURCE ->
        place(
            sourceOffsets.get(graph.sourceIndex(known(element)).orElseThrow()),
            true,
            "/sources/" + Place.escape(id));
      case CLAIM ->
        place(
            claimOffsets.get(graph.claimIndex(known(element)).orElseThrow()),
            true,
            claimPointer(id));
      case EVIDENCE, INFERENCE, REVIEW -> linePlace(element);
    };
  }

  /** The id of a claim or a source, which the graph must have. */
  private String known(Element element) {
    return element.kind() == Element.Kind.CLAIM
        ? graph.claim(element.id()).id()
        : graph.source(element.id()).id();
  }

  private Place linePlace(Element element) {
    Claim claim = graph.claimOf(element.id());
    int number = graph.claimIndex(claim.id()).orElseThrow();
    String pointer = claimPointer(claim.id());
    FirstLines first = firstLines();
    switch (element.kind()) {
      case EVIDENCE -> {
        for (int i = 0; i < claim.evidence().size(); i++) {
          if (claim.evidence().get(i).lineId(claim.id()).equals(element.id())) {
            return place(
                evidenceOffsets.get(first.evidence[number] + i), false, pointer + "/evidence/" + i);
          }
        }
      }
      case INFERENCE -> {
        if (graph.line(element.id()) instanceof Inference step && step.isFromParts()) {
          return place(pointer + "/parts" + part(claim, step));
        }
        for (int i = 0; i < claim.inferences().size(); i++) {
          if (claim.inferences().get(i).lineId(claim.id()).equals(element.id())) {
            return place(
                inferenceOffsets.get(first.inferences[number] + i),
                false,
                pointer + "/inferences/" + i);
          }
        }
      }
      default -> {
        for (int i = 0; i < claim.reviews().size(); i++) {
          if (claim.reviews().get(i).lineId(claim.id()).equals(element.id())) {
            String ofReviewer =
                pointer + "/reviews/" + Place.escape(claim.reviews().get(i).reviewer());
            int offset = reviewOffsets.get(first.reviews[number] + i);
            return offset >= 0
                ? place(offset, true, ofReviewer)
                : place(inList(offset), false, ofReviewer + "/" + indexAmongOwn(claim, i));
          }
        }
      }
    }
    throw new UnknownIdException(element.kind().toString(), element.id(), ImmutableList.of());
  }

  /** The segment of a pointer that leads from the parts of a claim to the one that a step is from; empty for the step from all. */
  private static String part(Claim claim, Inference step) {
    return step.stance() == Stance.SUPPORTS
        ? ""
        : "/" + claim.parts().indexOf(step.premises().get(0).claimId());
  }

  /** Marks the offset of a review that stands in a list of its reviewer's, and takes the mark off. */
  static int inList(int offset) {
    return ~offset;
  }

  /** The index of a review among those of its reviewer. */
  private static int indexAmongOwn(Claim claim, int review) {
    String reviewer = claim.reviews().get(review).reviewer();
    int first = review;
    while (first > 0 && claim.reviews().get(first - 1).reviewer().equals(reviewer)) {
      first--;
    }
    return review - first;
  }

  private static String claimPointer(String id) {
    return "/claims/" + Place.escape(id);
  }

  /**
   * Returns the place where the value of a JSON Pointer (RFC 6901) begins; for an element, that of {@link #place(Element)}.
   * Where the file has no such value, as there is none for the text of a claim that is written as a string, returns the place
   * and pointer of the nearest value around it. Takes time linear in the element, or in the document for a member of the graph
   * itself.
   *
   * @throws IllegalArgumentException if the pointer is not empty and does not begin with {@code /}
   */
  public Place place(String pointer) {
    requireNonNull(pointer, "pointer");
    checkArgument(pointer.isEmpty() || pointer.startsWith("/"), "'%s' is no JSON Pointer", pointer);
    List<String> tokens =
        pointer.isEmpty() ? ImmutableList.of() : TOKENS.splitToList(pointer.substring(1));
    Anchor anchor = anchor(tokens);
    if (anchor.tokens() == tokens.size() && anchor.tokens() > 0) {
      return place(anchor.offset(), anchor.atKey(), pointer);
    }
    String prefix = prefix(tokens, anchor.tokens());
    int from = anchor.atKey() ? valueOffset(anchor.offset()) : anchor.offset();
    PointerLocator places = new PointerLocator();
    PointerLocator.Node node = places.add(pointer.substring(prefix.length()));
    try (JsonParser parser = parsers.parser(text, from)) {
      places.find(parser, from);
    }
    PointerLocator.Node nearest = node.nearest();
    return nearest.pointer().isEmpty()
        ? place(anchor.tokens() == 0 ? nearest.value() : anchor.offset(), anchor.atKey(), prefix)
        : place(nearest.value(), false, prefix + nearest.pointer());
  }

  /**
   * The innermost element around a value.
   *
   * @param tokens how many tokens of the pointer lead to the element; 0 for the graph itself
   * @param offset the byte at which the element begins
   * @param atKey whether the element begins with its id
   */
  private record Anchor(int tokens, int offset, boolean atKey) {}

  private Anchor anchor(List<String> tokens) {
    Anchor whole = new Anchor(0, text.start(), false);
    if (tokens.size() < 2) {
      return whole;
    }
    String id = unescaped(tokens.get(1));
    if (tokens.get(0).equals("sources")) {
      OptionalInt source = graph.sourceIndex(id);
      return source.isPresent() ? new Anchor(2, sourceOffsets.get(source.getAsInt()), true) : whole;
    }
    OptionalInt number =
        tokens.get(0).equals("claims") ? graph.claimIndex(id) : OptionalInt.empty();
    if (number.isEmpty()) {
      return whole;
    }
    Anchor claim = new Anchor(2, claimOffsets.get(number.getAsInt()), true);
    return tokens.size() < 4
        ? claim
        : lineAnchor(number.getAsInt(), tokens.get(2), unescaped(tokens.get(3))).orElse(claim);
  }

  private Optional<Anchor> lineAnchor(int number, String list, String key) {
    Claim claim = graph.claims().get(number);
    Integer index = Ints.tryParse(key);
    int i = index == null ? -1 : index;
    switch (list) {
      case "evidence" -> {
        return i < 0 || i >= claim.evidence().size()
            ? Optional.empty()
            : Optional.of(
                new Anchor(4, evidenceOffsets.get(firstLines().evidence[number] + i), false));
      }
      case "inferences" -> {
        return i < 0 || i >= claim.inferences().size()
            ? Optional.empty()
            : Optional.of(
                new Anchor(4, inferenceOffsets.get(firstLines().inferences[number] + i), false));
      }
      case "reviews" -> {
        for (int review = 0; review < claim.reviews().size(); review++) {
          if (claim.reviews().get(review).reviewer().equals(key)) {
            int offset = reviewOffsets.get(firstLines().reviews[number] + review);
            // A list of reviews is found from the claim.
            return offset < 0 ? Optional.empty() : Optional.of(new Anchor(4, offset, true));
          }
        }
        return Optional.empty();
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private static String unescaped(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  private static String prefix(List<String> tokens, int count) {
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < count; i++) {
      prefix.append('/').append(tokens.get(i));
    }
    return prefix.toString();
  }

  /** The offset of the value whose key begins at an offset. */
  private int valueOffset(int key) {
    byte[] bytes = text.bytes();
    int at = key + 1;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    do {
      at++;
    } while (" \t\r\n:".indexOf(bytes[at]) >= 0);
    return at;
  }

  /**
   * Returns the place of a value.
   *
   * @param isAtKey whether it begins with its key
   */
  private Place place(int offset, boolean isAtKey, String pointer) {
    LineIndex index = lineIndex();
    OptionalInt end = ValueEnds.after(text, isAtKey ? valueOffset(offset) : offset);
    return new Place(
        text.name(),
        Optional.of(index.position(offset)),
        end.stream().mapToObj(index::position).findFirst(),
        pointer);
  }

  private LineIndex lineIndex() {
    LineIndex index = lines;
    if (index == null) {
      index = new LineIndex(text);
      lines = index;
    }
    return index;
  }

  /**
   * Returns what is written on its line before a position, as it is in the document: of a long line only the last characters.
   *
   * @param most how many characters at most, in code points
   */
  public String textBefore(Place.Position position, int most) {
    requireNonNull(position, "position");
    byte[] bytes = text.bytes();
    int end = lineIndex().offset(position);
    int from = end;
    int characters = 0;
    while (from > text.start() && !isLineEnd(bytes[from - 1]) && characters < most) {
      from--;
      characters += JsonBytes.isContinuation(bytes[from]) ? 0 : 1;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /**
   * Returns what is written on its line from a position on, as it is in the document: of a long line only the first characters.
   *
   * @param most how many characters at most, in code points
   */
  public String textFrom(Place.Position position, int most) {
    requireNonNull(position, "position");
    byte[] bytes = text.bytes();
    int from = lineIndex().offset(position);
    int to = from;
    int characters = 0;
    while (to < text.end() && !isLineEnd(bytes[to])) {
      characters += JsonBytes.isContinuation(bytes[to]) ? 0 : 1;
      if (characters > most) {
        break;
      }
      to++;
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private FirstLines firstLines() {
    FirstLines first = firstLines;
    if (first == null) {
      first = new FirstLines(graph.claims());
      firstLines = first;
    }
    return first;
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return "document " + Problem.visible(name()) + " of " + graph;
  }
}
