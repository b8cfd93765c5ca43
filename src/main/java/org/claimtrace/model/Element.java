package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An element of a graph, by kind and id; elements of different kinds may have the same id. Ordered by kind, then by id.
 *
 * <p>Stable.
 *
 * @param kind the kind of element
 * @param id the id; for a line the written or the derived one, as {@link Line#lineId} has it
 */
public record Element(Kind kind, String id) implements Comparable<Element> {
  public Element {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
  }

  /** The kinds of element. */
  public enum Kind {
    /** A source. */
    SOURCE("source"),
    /** A claim. */
    CLAIM("claim"),
    /** A piece of evidence: a source bearing on a claim. */
    EVIDENCE("evidence"),
    /** A step from premises to a claim. */
    INFERENCE("inference"),
    /** Somebody's published verdict on a claim. */
    REVIEW("review");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Returns whether elements of this kind are lines, which bear on a claim: evidence, inferences and reviews. */
    public boolean isLine() {
      return compareTo(EVIDENCE) >= 0;
    }

    /** Returns the word for the kind, in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /** Returns the source with this id. */
  public static Element source(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return new Element(Kind.SOURCE, sourceId);
  }

  /** Returns the claim with this id. */
  public static Element claim(String claimId) {
    requireNonNull(claimId, "claimId");
    return new Element(Kind.CLAIM, claimId);
  }

  /** Returns the evidence with this id. */
  public static Element evidence(String lineId) {
    requireNonNull(lineId, "lineId");
    return new Element(Kind.EVIDENCE, lineId);
  }

  /** Returns the inference with this id. */
  public static Element inference(String lineId) {
    requireNonNull(lineId, "lineId");
    return new Element(Kind.INFERENCE, lineId);
  }

  /** Returns the review with this id. */
  public static Element review(String lineId) {
    requireNonNull(lineId, "lineId");
    return new Element(Kind.REVIEW, lineId);
  }

  /** Compares by kind, in the order of the kinds, then by id. */
  @Override
  public int compareTo(Element other) {
    requireNonNull(other, "other");
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  /** Kind and id, as in {@code claim 'sky-is-blue'}. */
  @Override
  public String toString() {
    return kind + " '" + id + "'";
  }
}
