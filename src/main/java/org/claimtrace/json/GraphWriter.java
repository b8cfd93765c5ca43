package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.claimtrace.model.Acceptance;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Correction;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Notice;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Rating;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Search;
import org.claimtrace.model.Source;
import org.claimtrace.model.SourceType;
import org.claimtrace.model.Stance;

/** Writes a graph member by member: each is first built as compact text in canonical order and short form, then laid out. */
final class GraphWriter {

  private final ClaimGraph graph;
  private final Appendable out;
  private boolean begun;

  private GraphWriter(ClaimGraph graph, Appendable out) {
    this.graph = graph;
    this.out = out;
  }

  /** Writes a graph and a final line feed. */
  static void write(ClaimGraph graph, Appendable out) throws IOException {
    new GraphWriter(graph, out).graph();
  }

  // The graph, with each entry on a line of its own

  private void graph() throws IOException {
    out.append('{');
    if (graph.schema().isPresent()) {
      member("$schema", new CompactJson(graph.language()).string(graph.schema().get()));
    }
    member("id", compact().string(graph.id()));
    member("title", compact().text(graph.title()));
    begin("claims");
    boolean first = true;
    for (Claim claim : graph.claims()) {
      first = entry(first, claim.id(), claim(claim));
    }
    end(first);
    if (!graph.sources().isEmpty()) {
      begin("sources");
      first = true;
      for (Source source : graph.sources()) {
        first = entry(first, source.id(), source(source));
      }
      end(first);
    }
    if (!graph.thesis().isEmpty()) {
      member("thesis", compact().strings(graph.thesis()));
    }
    if (!graph.language().equals(ClaimGraph.DEFAULT_LANGUAGE)) {
      member("language", compact().string(graph.language()));
    }
    if (!graph.authors().isEmpty()) {
      member("authors", compact().strings(graph.authors()));
    }
    if (graph.published().isPresent()) {
      member("published", compact().string(graph.published().get().toString()));
    }
    if (graph.modified().isPresent()) {
      member("modified", compact().string(graph.modified().get().toString()));
    }
    if (!graph.corrections().isEmpty()) {
      member("corrections", compact().list(graph.corrections(), GraphWriter::correction));
    }
    if (!graph.accepted().isEmpty()) {
      member("accepted", compact().list(graph.accepted(), GraphWriter::acceptance));
    }
    if (graph.note().isPresent()) {
      member("note", compact().text(graph.note().get()));
    }
    for (Map.Entry<String, String> own : graph.ownMembers().entrySet()) {
      member(own.getKey(), compact().json(own.getValue()));
    }
    out.append("\n}\n");
  }

  private CompactJson compact() {
    return new CompactJson(graph.language());
  }

  private void member(String name, CompactJson value) throws IOException {
    out.append(begun ? ",\n" : "\n");
    begun = true;
    named(name, value, 2);
  }

  /** Writes a name and its value. Whether a comma follows is not known here, so room is left for one. */
  private void named(String name, CompactJson value, int indentation) throws IOException {
    String key = compact().string(name).toString();
    out.append(" ".repeat(indentation)).append(key).append(": ");
    JsonLayout.value(
        out, value, indentation, indentation + key.codePointCount(0, key.length()) + 2, true);
  }

  private void begin(String name) throws IOException {
    out.append(begun ? ",\n" : "\n");
    begun = true;
    out.append("  \"").append(name).append("\": {");
  }

  private boolean entry(boolean first, String id, CompactJson value) throws IOException {
    out.append(first ? "\n" : ",\n");
    named(id, value, 4);
    return false;
  }

  private void end(boolean empty) throws IOException {
    out.append(empty ? "}" : "\n  }");
  }

  // The parts of the graph, as compact text

  private static void correction(CompactJson to, Correction correction) {
    to.begin()
        .member("date", correction.date())
        .member("note", correction.note())
        .end(correction.ownMembers());
  }

  private static void acceptance(CompactJson to, Acceptance acceptance) {
    to.begin()
        .member("finding", acceptance.finding())
        .member("at", acceptance.at())
        .member("because", acceptance.because())
        .end(acceptance.ownMembers());
  }

  private CompactJson source(Source source) {
    CompactJson to = compact();
    Source.Builder bare = Source.builder(source.id());
    source.title().ifPresent(bare::title);
    source.url().ifPresent(bare::url);
    if (source.title().isPresent() != source.url().isPresent() && source.equals(bare.build())) {
      Optional<String> title = source.title().flatMap(text -> text.onlyIn(graph.language()));
      if (title.isPresent() && !ShortForms.isUrl(title.get())) {
        return to.string(title.get());
      }
      if (source.url().isPresent() && ShortForms.isUrl(source.url().get())) {
        return to.string(source.url().get());
      }
    }
    return to.begin()
        .text("title", source.title())
        .member("url", source.url())
        .text("shortTitle", source.shortTitle())
        .member("type", source.type(), SourceType.OTHER)
        .member("level", source.level())
        .member("publisher", source.publisher())
        .strings("authors", source.authors())
        .member("language", source.language())
        .member("published", source.published())
        .member("accessed", source.accessed())
        .oneOrMore("archived", source.archived())
        .member("doi", source.doi())
        .grade("reliability", source.reliability())
        .strings("derivedFrom", source.derivedFrom())
        .strings("readIn", source.readIn())
        .strings("cites", source.cites())
        .strings("affiliations", source.affiliations())
        .part("retracted", source.retracted(), GraphWriter::retraction)
        .list("notices", source.notices(), GraphWriter::notice)
        .text("note", source.note())
        .end(source.ownMembers());
  }

  private static void retraction(CompactJson to, Retraction retraction) {
    to.begin()
        .member("date", retraction.date())
        .text("note", retraction.note())
        .member("url", retraction.url())
        .end(retraction.ownMembers());
  }

  private static void notice(CompactJson to, Notice notice) {
    to.begin()
        .member("kind", notice.kind())
        .member("date", notice.date())
        .text("note", notice.note())
        .member("url", notice.url())
        .member("by", notice.by())
        .end(notice.ownMembers());
  }

  private CompactJson claim(Claim claim) {
    CompactJson to = compact();
    Optional<String> words = claim.text().onlyIn(graph.language());
    if (words.isPresent()
        && claim.equals(Claim.builder(claim.id()).text(claim.text()).build())) {
      return to.string(words.get());
    }
    to.begin()
        .member("text", claim.text())
        .member("kind", claim.kind(), ClaimKind.FACT)
        .oneOrMore("claimant", claim.claimants())
        .member("due", claim.due())
        .strings("about", claim.about())
        .strings("parts", claim.parts())
        .list("appearances", claim.appearances(), GraphWriter::appearance)
        .list("evidence", claim.evidence(), GraphWriter::evidence)
        .list("inferences", claim.inferences(), GraphWriter::inference)
        .strings("contradicts", claim.contradicts());
    if (!claim.reviews().isEmpty()) {
      reviews(to.name("reviews").begin(), claim.reviews());
    }
    return to.list("searches", claim.searches(), GraphWriter::search)
        .text("note", claim.note())
        .end(claim.ownMembers());
  }

  private static void appearance(CompactJson to, Appearance appearance) {
    to.begin()
        .member("source", appearance.sourceId())
        .member("quote", appearance.quote())
        .member("locator", appearance.locator())
        .member("date", appearance.date())
        .text("note", appearance.note())
        .end(appearance.ownMembers());
  }

  private static void search(CompactJson to, Search search) {
    to.begin()
        .member("where", search.where())
        .member("source", search.sourceId())
        .member("query", search.query())
        .member("date", search.date())
        .member("quote", search.quote())
        .member("locator", search.locator())
        .text("note", search.note())
        .end(search.ownMembers());
  }

  private static void evidence(CompactJson to, Evidence evidence) {
    if (evidence.equals(Evidence.builder(evidence.sourceId()).build())) {
      to.string(evidence.sourceId());
      return;
    }
    to.begin()
        .member("source", evidence.sourceId())
        .member("id", evidence.id())
        .member("stance", evidence.stance(), Stance.SUPPORTS)
        .grade("strength", evidence.strength());
    // An empty list says something else than no list: that the source was read directly, or that
    // the statement is its own.
    to.strings("via", evidence.via()).strings("derivedFrom", evidence.derivedFrom());
    if (evidence.isExhibit()) {
      to.name("exhibit").json("true");
    }
    to.part("retracted", evidence.retracted(), GraphWriter::retraction)
        .strings("unless", evidence.unless())
        .strings("overrides", evidence.overrides())
        .member("date", evidence.date())
        .member("quote", evidence.quote())
        .text("translation", evidence.translation())
        .member("locator", evidence.locator());
    if (evidence.isAgainstInterest()) {
      to.name("againstInterest").json("true");
    }
    to.text("note", evidence.note()).end(evidence.ownMembers());
  }

  private static void inference(CompactJson to, Inference inference) {
    to.begin()
        .list("premises", inference.premises(), GraphWriter::premise)
        .member("id", inference.id())
        .member("stance", inference.stance(), Stance.SUPPORTS)
        .grade("strength", inference.strength())
        .strings("assuming", inference.assuming())
        .strings("unless", inference.unless())
        .strings("overrides", inference.overrides())
        .member("date", inference.date())
        .member("by", inference.by())
        .member("scheme", inference.scheme());
    if (!inference.answers().isEmpty()) {
      to.name("answers").begin();
      inference.answers().forEach((question, claim) -> to.member(question, claim));
      to.end(ImmutableMap.of());
    }
    to.text("note", inference.note()).end(inference.ownMembers());
  }

  private static void premise(CompactJson to, Premise premise) {
    if (premise.isNegated()) {
      to.begin().member("not", premise.claimId()).end(ImmutableMap.of());
    } else {
      to.string(premise.claimId());
    }
  }

  /** Writes reviews by reviewer: one by itself, several as a list. */
  private static void reviews(CompactJson to, ImmutableList<Review> reviews) {
    for (int i = 0; i < reviews.size(); ) {
      String reviewer = reviews.get(i).reviewer();
      int end = i;
      while (reviews.get(end).isSuperseded()) {
        end++;
      }
      end++;
      to.name(reviewer);
      if (end - i == 1) {
        review(to, reviews.get(i));
      } else {
        to.list(reviews.subList(i, end), GraphWriter::review);
      }
      i = end;
    }
    to.end(ImmutableMap.of());
  }

  private static void rating(CompactJson to, Rating rating) {
    to.begin()
        .number("value", OptionalDouble.of(rating.value()))
        .number("best", rating.best())
        .number("worst", rating.worst())
        .end(rating.ownMembers());
  }

  private static void review(CompactJson to, Review review) {
    if (review.verdict().isPresent()
        && review.equals(
            Review.builder(review.reviewer(), review.verdict().get()).build())) {
      to.string(review.verdict().get().toString());
      return;
    }
    to.begin()
        .member("verdict", review.verdict())
        .member("label", review.label())
        .part("rating", review.rating(), GraphWriter::rating)
        .member("date", review.date())
        .text("rationale", review.rationale())
        .member("url", review.url())
        .strings("overrides", review.overrides())
        .text("note", review.note())
        .end(review.ownMembers());
  }
}
