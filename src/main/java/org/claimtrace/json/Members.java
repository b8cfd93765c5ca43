package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import org.claimtrace.problem.suggestion.DidYouMean;

/**
 * The members that the format defines for one kind of object.
 *
 * @param owner the kind of object, with its article
 * @param names the names of the members, in canonical order
 * @param takesOwn whether an author may add members whose names begin with {@code _}
 */
record Members(String owner, ImmutableList<String> names, boolean takesOwn) {

  static final Members GRAPH = of(
      "the graph",
      "$schema",
      "id",
      "title",
      "claims",
      "sources",
      "thesis",
      "language",
      "authors",
      "published",
      "modified",
      "corrections",
      "accepted",
      "note");
  static final Members SOURCE = of(
      "a source",
      "title",
      "url",
      "shortTitle",
      "type",
      "level",
      "publisher",
      "authors",
      "language",
      "published",
      "accessed",
      "archived",
      "doi",
      "reliability",
      "derivedFrom",
      "readIn",
      "cites",
      "affiliations",
      "retracted",
      "notices",
      "note");
  static final Members CLAIM = of(
      "a claim",
      "text",
      "kind",
      "claimant",
      "due",
      "about",
      "parts",
      "appearances",
      "evidence",
      "inferences",
      "contradicts",
      "reviews",
      "searches",
      "note");
  static final Members EVIDENCE = of(
      "a piece of evidence",
      "source",
      "id",
      "stance",
      "strength",
      "via",
      "derivedFrom",
      "exhibit",
      "retracted",
      "unless",
      "overrides",
      "date",
      "quote",
      "translation",
      "locator",
      "againstInterest",
      "note");
  static final Members INFERENCE = of(
      "an inference",
      "premises",
      "id",
      "stance",
      "strength",
      "assuming",
      "unless",
      "overrides",
      "date",
      "by",
      "scheme",
      "answers",
      "note");
  static final Members REVIEW =
      of("a review", "verdict", "label", "rating", "date", "rationale", "url", "overrides", "note");
  static final Members RATING = of("a rating", "value", "best", "worst");
  static final Members APPEARANCE =
      of("an appearance", "source", "quote", "locator", "date", "note");
  static final Members SEARCH =
      of("a search", "where", "source", "query", "date", "quote", "locator", "note");
  static final Members CORRECTION = of("a correction", "date", "note");
  static final Members ACCEPTANCE = of("an accepted finding", "finding", "at", "because");
  static final Members RETRACTION = of("a retraction", "date", "note", "url");
  static final Members NOTICE = of("a notice", "kind", "date", "note", "url", "by");
  static final Members NEGATION = new Members("a negated premise", ImmutableList.of("not"), false);

  private static Members of(String owner, String... names) {
    return new Members(owner, ImmutableList.copyOf(names), true);
  }

  /** Returns the members that a misspelt name was probably meant to be. */
  ImmutableList<String> likely(String name) {
    return new DidYouMean(names).suggestions(name);
  }

  /** Returns the remedy for an unknown name. */
  String remedy(String name) {
    String others = takesOwn ? ", and the author's own, which begin with '_'" : "";
    String known = names.size() == 1 ? "Its only member is " : "Its members are ";
    return new DidYouMean(names).orElse(name, known + String.join(", ", names) + others + ".");
  }
}
