package org.claimtrace.model;

/**
 * What a graph is made of and an evaluation speaks of, by kind and id; the same id may name elements of different kinds.
 *
 * @param kind what it is
 * @param id its id: of a line without a written one, {@code CLAIM/evidence/SOURCE}, {@code CLAIM/inference} or {@code
 *     CLAIM/reviews/SOURCE}
 */
public record Element(Kind kind, String id) implements Comparable<Element> {

  /** The kinds of element. */
  public enum Kind {
    /** A source. */
    SOURCE("source"),
    /** A claim. */
    CLAIM("claim"),
    /** A source bearing on a claim. */
    EVIDENCE("evidence"),
    /** A step from premises to a claim. */
    INFERENCE("inference"),
    /** Somebody's published verdict on a claim. */
    REVIEW("review");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether elements of this kind bear on a claim: evidence, inferences and reviews do. */
    public boolean isLine() {
      return compareTo(EVIDENCE) >= 0;
    }

    /** The word for it, in lower case. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** The source with this id. */
  public static Element source(String id) {
    return new Element(Kind.SOURCE, id);
  }

  /** The claim with this id. */
  public static Element claim(String id) {
    return new Element(Kind.CLAIM, id);
  }

  /** The evidence with this id. */
  public static Element evidence(String id) {
    return new Element(Kind.EVIDENCE, id);
  }

  /** The inference with this id. */
  public static Element inference(String id) {
    return new Element(Kind.INFERENCE, id);
  }

  /** The review with this id. */
  public static Element review(String id) {
    return new Element(Kind.REVIEW, id);
  }

  /** By kind, in the order of the kinds, and of one kind by id. */
  @Override
  public int compareTo(Element other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  /** Kind and id, as in {@code claim 'sky-is-blue'}. */
  @Override
  public String toString() {
    return kind + " '" + id + "'";
  }
}
