package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.claimtrace.problem.UnknownIdException;
import org.claimtrace.result.writing.ResultWriter;
import org.jspecify.annotations.Nullable;

/**
 * An argument: claims, the sources that they rest on, the inferences between them, and published verdicts on them.
 *
 * <p>A graph is consistent: every id that it mentions is declared, every id is unique, no grade is out of range. It need not be
 * acyclic. Parts are listed in document order. Finding one by its id takes constant time, and so does each element that {@link
 * #lines}, {@link #uses} and {@link #dependents} list. Two graphs are equal when all their members are, order included.
 *
 * <p>Stable.
 */
public final class ClaimGraph extends NotedPart {

  /** The language of a graph that names none. */
  public static final String DEFAULT_LANGUAGE = "en";

  private final @Nullable String schema;
  private final String id;
  private final Text title;
  private final ImmutableList<Claim> claims;
  private final ImmutableList<Source> sources;
  private final ImmutableList<String> thesis;
  private final String language;
  private final ImmutableList<String> authors;
  private final @Nullable PartialDate published;
  private final @Nullable PartialDate modified;
  private final ImmutableList<Correction> corrections;
  private final ImmutableList<Acceptance> accepted;

  private final IdTable claimTable;
  private final IdTable sourceTable;
  private final Lines lines;
  // Computed lazily; a race computes two equal ones.
  private @Nullable volatile Uses uses;
  private @Nullable volatile SourceBeginnings beginnings;

  private ClaimGraph(Builder builder) {
    super(builder, inLanguage(Given.value(builder.note), builder.language));
    schema = builder.schema;
    id = builder.id;
    language = builder.language;
    title = PartBuilder.required(inLanguage(Given.value(builder.title), language));
    claims = builder.indexedClaims.untagged
        ? builder.claims.map(each -> each.inLanguage(language)).toList()
        : builder.claims.toList();
    sources = builder.indexedSources.untagged
        ? builder.sources.map(each -> each.inLanguage(language)).toList()
        : builder.sources.toList();
    thesis = builder.thesis.toList();
    authors = builder.authors.toList();
    published = Given.value(builder.published);
    modified = Given.value(builder.modified);
    corrections = builder.corrections.map(each -> each.inLanguage(language)).toList();
    accepted = builder.accepted.map(each -> each.inLanguage(language)).toList();
    claimTable = new IdTable(builder.indexedClaims.ids);
    sourceTable = new IdTable(builder.indexedSources.ids);
    lines = new Lines(claims, claimTable, builder.indexedClaims);
  }

  /**
   * Returns a builder of a graph.
   *
   * @param id the id of the graph, which must be well-formed like every id
   */
  public static Builder builder(String id) {
    requireNonNull(id, "id");
    return new Builder(id);
  }

  /** Returns a builder with the members of this graph. */
  public Builder toBuilder() {
    Builder builder = new Builder(id).like(this);
    builder.schema = schema;
    builder.title = title;
    claims.forEach(builder::claim);
    sources.forEach(builder::source);
    builder.thesis = GivenList.of(thesis);
    builder.language = language;
    builder.authors = GivenList.of(authors);
    builder.published = published;
    builder.modified = modified;
    builder.corrections = GivenList.of(corrections);
    builder.accepted = GivenList.of(accepted);
    return builder;
  }

  /** Returns the address of the JSON Schema of the graph's format. */
  public Optional<String> schema() {
    return Optional.ofNullable(schema);
  }

  /** Returns the id of the graph. */
  public String id() {
    return id;
  }

  /** Returns the title of the graph. */
  public Text title() {
    return title;
  }

  /** Returns the claims, in document order. */
  public ImmutableList<Claim> claims() {
    return claims;
  }

  /** Returns the sources, in document order. */
  public ImmutableList<Source> sources() {
    return sources;
  }

  /** Returns the ids of the claims that the graph argues for. */
  public ImmutableList<String> thesis() {
    return thesis;
  }

  /** Returns the language of texts that are written as a string, a BCP 47 tag; {@value #DEFAULT_LANGUAGE} where left out. */
  public String language() {
    return language;
  }

  /** Returns the authors of the graph. */
  public ImmutableList<String> authors() {
    return authors;
  }

  /** Returns the date on which the graph was published. */
  public Optional<PartialDate> published() {
    return Optional.ofNullable(published);
  }

  /** Returns the date on which the graph was last changed. */
  public Optional<PartialDate> modified() {
    return Optional.ofNullable(modified);
  }

  /** Returns the corrections made since the graph was published, in document order. */
  public ImmutableList<Correction> corrections() {
    return corrections;
  }

  /** Returns the findings of the inspection that the authors accept. */
  public ImmutableList<Acceptance> accepted() {
    return accepted;
  }

  /** Returns the claim with an id, if the graph has it. */
  public Optional<Claim> findClaim(String claimId) {
    requireNonNull(claimId, "claimId");
    int number = claimTable.find(claimId);
    return number < 0 ? Optional.empty() : Optional.of(claims.get(number));
  }

  /**
   * Returns the claim with an id.
   *
   * @throws UnknownIdException if there is none
   */
  public Claim claim(String claimId) {
    requireNonNull(claimId, "claimId");
    return claims.get(knownClaim(claimId));
  }

  /** Returns the source with an id, if the graph has it. */
  public Optional<Source> findSource(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    int number = sourceTable.find(sourceId);
    return number < 0 ? Optional.empty() : Optional.of(sources.get(number));
  }

  /**
   * Returns the source with an id.
   *
   * @throws UnknownIdException if there is none
   */
  public Source source(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return sources.get(knownSource(sourceId));
  }

  /**
   * Returns the element, kind and id, of the line with an id, written or derived, if the graph has it; {@link #line} returns the line
   * itself, and {@link #findEvidence}, {@link #findInference} and {@link #findReview} do so where it is of that kind.
   */
  public Optional<Element> findLine(String lineId) {
    requireNonNull(lineId, "lineId");
    int line = lines.find(lineId);
    return line < 0 ? Optional.empty() : Optional.of(lines.element(line));
  }

  /**
   * Returns the line with an id, written or derived; {@link #findLine} returns its kind.
   *
   * @throws UnknownIdException if there is none
   */
  public Line line(String lineId) {
    requireNonNull(lineId, "lineId");
    return lines.line(knownLine(lineId));
  }

  /** Returns the evidence with an id, if the graph has it. */
  public Optional<Evidence> findEvidence(String lineId) {
    requireNonNull(lineId, "lineId");
    return findPart(lineId, Evidence.class);
  }

  /** Returns the inference with an id, if the graph has it. */
  public Optional<Inference> findInference(String lineId) {
    requireNonNull(lineId, "lineId");
    return findPart(lineId, Inference.class);
  }

  /** Returns the review with an id, such as {@code CLAIM/reviews/SOURCE}, if the graph has it. */
  public Optional<Review> findReview(String lineId) {
    requireNonNull(lineId, "lineId");
    return findPart(lineId, Review.class);
  }

  private <T extends Line> Optional<T> findPart(String lineId, Class<T> type) {
    int line = lines.find(lineId);
    return line < 0
        ? Optional.empty()
        : Optional.of(lines.line(line)).filter(type::isInstance).map(type::cast);
  }

  /**
   * Returns the claim that a line bears on.
   *
   * @throws UnknownIdException if no line has the id
   */
  public Claim claimOf(String lineId) {
    requireNonNull(lineId, "lineId");
    return claims.get(lines.claimOf(knownLine(lineId)));
  }

  /**
   * Returns the lines of a claim, contradictions aside: its evidence, its inferences and the steps from its parts, its reviews,
   * each in document order.
   *
   * @throws UnknownIdException if there is no such claim
   */
  public ImmutableList<Element> lines(String claimId) {
    requireNonNull(claimId, "claimId");
    int claim = knownClaim(claimId);
    ImmutableList.Builder<Element> elements = ImmutableList.builder();
    for (int line = lines.first(claim); line < lines.first(claim + 1); line++) {
      elements.add(lines.element(line));
    }
    return elements.build();
  }

  /**
   * Returns the sources that a piece of evidence of this graph only passes on: its own {@code derivedFrom}, otherwise its source's.
   */
  public ImmutableList<String> origins(Evidence evidence) {
    requireNonNull(evidence, "evidence");
    return evidence.derivedFrom().orElseGet(() -> source(evidence.sourceId()).derivedFrom());
  }

  /** Returns the relays of a piece of evidence of this graph: its own {@code via}, otherwise its source's {@code readIn}. */
  public ImmutableList<String> relays(Evidence evidence) {
    requireNonNull(evidence, "evidence");
    return evidence.via().orElseGet(() -> source(evidence.sourceId()).readIn());
  }

  /**
   * Returns the date from which a line of this graph exists. It is the line's own date; otherwise, for a piece of evidence, the
   * latest beginning of its source, by the evidence's own {@code derivedFrom} where it has one, and its relays; for an inference,
   * the beginning of the source that makes it; for a review, that of its reviewer. Empty where none of these has a date.
   *
   * @throws UnknownIdException if the line is of another graph and names a source that this one does not have
   */
  public Optional<PartialDate> begin(Line line) {
    requireNonNull(line, "line");
    if (line.date().isPresent()) {
      return line.date();
    }
    return Optional.ofNullable(beginnings().of(line));
  }

  /**
   * Returns the date from which a source of this graph exists: that of its publication, but no earlier than the earliest beginning
   * of the sources that it is derived from. An origin without a date is taken to have always existed, and so are origins that
   * form a ring without dates. The first call on a graph with derived sources takes time nearly linear in their number.
   *
   * @throws UnknownIdException if the source is of another graph, derived from others, and this graph does not have it
   */
  public Optional<PartialDate> begin(Source source) {
    requireNonNull(source, "source");
    return source.derivedFrom().isEmpty()
        ? source.published()
        : Optional.ofNullable(beginnings().of(source.id()));
  }

  private SourceBeginnings beginnings() {
    SourceBeginnings known = beginnings;
    if (known == null) {
      known = new SourceBeginnings(this);
      beginnings = known;
    }
    return known;
  }

  /**
   * Returns whether an element of this graph has a grade: a source, a piece of evidence or an inference that somebody wrote. A claim
   * has none, and neither have a review and a step from parts, which are there or not.
   *
   * @throws UnknownIdException if the graph has no such element
   */
  public boolean hasGrade(Element element) {
    requireNonNull(element, "element");
    switch (element.kind()) {
      case CLAIM -> {
        return knownClaim(element.id()) < 0;
      }
      case SOURCE -> {
        return knownSource(element.id()) >= 0;
      }
      case EVIDENCE, INFERENCE, REVIEW -> {
        Line line = line(element.id());
        Element.Kind kind = lines.element(lines.find(element.id())).kind();
        if (kind != element.kind()) {
          throw new UnknownIdException(element.kind().toString(), element.id(), ImmutableList.of());
        }
        return line instanceof Evidence
            || (line instanceof Inference inference && !inference.isFromParts());
      }
    }
    throw new AssertionError(element.kind());
  }

  /**
   * Returns every use of a source, in lines, appearances and searches of claims, and by other sources, in their notices too: claim by
   * claim, then source by source. The
   * list is unmodifiable; reading an element takes constant time. The first call on a graph indexes it, in time and space
   * linear in its size.
   *
   * @throws UnknownIdException if there is no such source
   */
  public List<Use> uses(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    return usesIndex().ofSource(knownSource(sourceId));
  }

  /**
   * Returns every use of a claim as a premise, assumption, exception or answer of a line, as a part, or as contradicted by another claim,
   * in document order. The list is unmodifiable; reading an element takes constant time. The first call on a graph indexes it,
   * in time and space linear in its size.
   *
   * @throws UnknownIdException if there is no such claim
   */
  public List<Use> dependents(String claimId) {
    requireNonNull(claimId, "claimId");
    return usesIndex().ofClaim(knownClaim(claimId));
  }

  private Uses usesIndex() {
    Uses index = uses;
    if (index == null) {
      index = new Uses(this);
      uses = index;
    }
    return index;
  }

  /** Returns the position in {@link #claims} of the claim with an id, if the graph has it. */
  public OptionalInt claimIndex(String claimId) {
    requireNonNull(claimId, "claimId");
    int number = claimTable.find(claimId);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Returns the position in {@link #sources} of the source with an id, if the graph has it. */
  public OptionalInt sourceIndex(String sourceId) {
    requireNonNull(sourceId, "sourceId");
    int number = sourceTable.find(sourceId);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  IdTable claimTable() {
    return claimTable;
  }

  IdTable sourceTable() {
    return sourceTable;
  }

  int claimNumber(String claimId) {
    return claimTable.find(claimId);
  }

  int sourceNumber(String sourceId) {
    return sourceTable.find(sourceId);
  }

  Lines lines() {
    return lines;
  }

  List<String> claimIds() {
    return Lists.transform(claims, Claim::id);
  }

  List<String> sourceIds() {
    return Lists.transform(sources, Source::id);
  }

  private List<String> lineIds() {
    List<Integer> numbers = new ArrayList<>();
    for (int line = 0; line < lines.count(); line++) {
      numbers.add(line);
    }
    return Lists.transform(numbers, line -> lines.element(line).id());
  }

  private int knownClaim(String claimId) {
    int number = claimTable.find(claimId);
    if (number < 0) {
      throw new UnknownIdException("claim", claimId, claimIds());
    }
    return number;
  }

  int knownSource(String sourceId) {
    int number = sourceTable.find(sourceId);
    if (number < 0) {
      throw new UnknownIdException("source", sourceId, sourceIds());
    }
    return number;
  }

  private int knownLine(String lineId) {
    int line = lines.find(lineId);
    if (line < 0) {
      throw new UnknownIdException("line", lineId, lineIds());
    }
    return line;
  }

  @Override
  boolean isUntagged() {
    return false;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> schema;
      case 1 -> id;
      case 2 -> title;
      case 3 -> claims;
      case 4 -> sources;
      case 5 -> thesis;
      case 6 -> language;
      case 7 -> authors;
      case 8 -> published;
      case 9 -> modified;
      case 10 -> corrections;
      case 11 -> accepted;
      case 12 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns the graph as a claim file, in the canonical layout; Jackson, 2 or 3, writes a graph as this too. */
  @Override
  @JsonValue
  @JsonRawValue
  public String toJson() {
    return ResultWriter.text(this, "");
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "claim graph " + id;
  }

  /**
   * Builds a graph. A method for a list adds to it, except {@code all…}, which replaces the list; every other method replaces
   * the value set before. Parts may be given built or as builders; the problems of builders are reported together with those of
   * the graph. Mutable, for use by one thread.
   */
  public static final class Builder extends NotedPartBuilder<ClaimGraph, Builder> {

    private String id;
    private GivenList<Claim> claims = GivenList.empty();
    private GivenList<Source> sources = GivenList.empty();
    private GraphIndexBuilder indexedClaims = new GraphIndexBuilder();
    private GraphIndexBuilder indexedSources = new GraphIndexBuilder();
    private @Nullable String schema;
    private @Nullable Given<Text> title;
    private GivenList<String> thesis = GivenList.empty();
    private String language = DEFAULT_LANGUAGE;
    private GivenList<String> authors = GivenList.empty();
    private @Nullable Given<PartialDate> published;
    private @Nullable Given<PartialDate> modified;
    private GivenList<Correction> corrections = GivenList.empty();
    private GivenList<Acceptance> accepted = GivenList.empty();

    private Builder(String id) {
      this.id = id;
    }

    /** Sets the id of the graph, which must be well-formed like every id. */
    public Builder id(String id) {
      requireNonNull(id, "id");
      this.id = id;
      return this;
    }

    /** Sets the address of the JSON Schema of the graph's format. */
    public Builder schema(String schema) {
      requireNonNull(schema, "schema");
      this.schema = schema;
      return this;
    }

    /** Sets the title of the graph. */
    public Builder title(Text title) {
      requireNonNull(title, "title");
      this.title = title;
      return this;
    }

    /** Sets the title of the graph, in the language of the graph. */
    public Builder title(String title) {
      requireNonNull(title, "title");
      this.title = Given.text(title);
      return this;
    }

    /**
     * Sets the title of the graph, in one language or several.
     *
     * @param tag a BCP 47 language tag
     * @param words the words in that language
     * @param more further tags, each followed by its words
     * @throws IllegalArgumentException if the last tag has no words
     */
    public Builder title(String tag, String words, String... more) {
      requireNonNull(tag, "tag");
      requireNonNull(words, "words");
      requireNonNull(more, "more");
      this.title = Given.text(tag, words, more);
      return this;
    }

    /** Adds a claim. */
    public Builder claim(Claim claim) {
      requireNonNull(claim, "claim");
      claims = claims.with(claim);
      indexedClaims.add(claim);
      return this;
    }

    /** Adds a claim that is not built yet. */
    public Builder claim(Claim.Builder claim) {
      requireNonNull(claim, "claim");
      claims = claims.with(claim, claim.id());
      indexedClaims.add(claims.last());
      return this;
    }

    /** Adds a claim with nothing but its text, in the language of the graph. */
    public Builder claim(String claimId, String text) {
      requireNonNull(claimId, "claimId");
      return claim(Claim.builder(claimId).text(text));
    }

    /** Replaces all claims. */
    public Builder allClaims(Iterable<Claim> claims) {
      requireNonNull(claims, "claims");
      this.claims = GivenList.of(claims);
      return indexClaims();
    }

    /**
     * Replaces the claim that has the id of another by that, at its place. Takes time linear in the claims.
     *
     * @throws UnknownIdException if the builder has no claim with the id
     */
    public Builder replaceClaim(Claim claim) {
      requireNonNull(claim, "claim");
      claims = claims.withInPlace(numberClaim(claim.id()), claim, claim.id());
      return indexClaims();
    }

    /**
     * Replaces the claim that has the id of another, which is not built yet, by that, at its place. Takes time linear in the claims.
     *
     * @throws UnknownIdException if the builder has no claim with the id
     */
    public Builder replaceClaim(Claim.Builder claim) {
      requireNonNull(claim, "claim");
      claims = claims.withInPlace(numberClaim(claim.id()), claim, claim.id());
      return indexClaims();
    }

    private int numberClaim(String id) {
      List<String> ids = Lists.transform(claims.values(), Claim::id);
      int number = ids.indexOf(id);
      if (number < 0) {
        throw new UnknownIdException("claim", id, ids);
      }
      return number;
    }

    private Builder indexClaims() {
      indexedClaims = new GraphIndexBuilder();
      claims.values().forEach(indexedClaims::add);
      return this;
    }

    /** Adds a source. */
    public Builder source(Source source) {
      requireNonNull(source, "source");
      sources = sources.with(source);
      indexedSources.add(source);
      return this;
    }

    /** Adds a source that is not built yet. */
    public Builder source(Source.Builder source) {
      requireNonNull(source, "source");
      sources = sources.with(source, source.id());
      indexedSources.add(sources.last());
      return this;
    }

    /** Adds a source with nothing but its title, or its address where that begins with {@code http://} or {@code https://}. */
    public Builder source(String sourceId, String titleOrUrl) {
      requireNonNull(sourceId, "sourceId");
      requireNonNull(titleOrUrl, "titleOrUrl");
      return source(Source.brief(sourceId, titleOrUrl));
    }

    /** Replaces all sources. */
    public Builder allSources(Iterable<Source> sources) {
      requireNonNull(sources, "sources");
      this.sources = GivenList.of(sources);
      return indexSources();
    }

    /**
     * Replaces the source that has the id of another by that, at its place. Takes time linear in the sources.
     *
     * @throws UnknownIdException if the builder has no source with the id
     */
    public Builder replaceSource(Source source) {
      requireNonNull(source, "source");
      sources = sources.withInPlace(numberSource(source.id()), source, source.id());
      return indexSources();
    }

    /**
     * Replaces the source that has the id of another, which is not built yet, by that, at its place. Takes time linear in the sources.
     *
     * @throws UnknownIdException if the builder has no source with the id
     */
    public Builder replaceSource(Source.Builder source) {
      requireNonNull(source, "source");
      sources = sources.withInPlace(numberSource(source.id()), source, source.id());
      return indexSources();
    }

    private int numberSource(String id) {
      List<String> ids = Lists.transform(sources.values(), Source::id);
      int number = ids.indexOf(id);
      if (number < 0) {
        throw new UnknownIdException("source", id, ids);
      }
      return number;
    }

    private Builder indexSources() {
      indexedSources = new GraphIndexBuilder();
      sources.values().forEach(indexedSources::add);
      return this;
    }

    /** Adds the ids of the claims that the graph argues for. */
    public Builder thesis(String... thesis) {
      requireNonNull(thesis, "thesis");
      this.thesis = this.thesis.withAll(thesis);
      return this;
    }

    /** Replaces the ids of the claims that the graph argues for by those of an iterable, in its order. */
    public Builder allThesis(Iterable<String> thesis) {
      requireNonNull(thesis, "thesis");
      this.thesis = GivenList.of(thesis);
      return this;
    }

    /** Sets the language of texts that are written as a string, a BCP 47 tag. */
    public Builder language(String language) {
      requireNonNull(language, "language");
      this.language = language;
      return this;
    }

    /** Adds the authors of the graph. */
    public Builder authors(String... authors) {
      requireNonNull(authors, "authors");
      this.authors = this.authors.withAll(authors);
      return this;
    }

    /** Replaces the authors of the graph by those of an iterable, in its order. */
    public Builder allAuthors(Iterable<String> authors) {
      requireNonNull(authors, "authors");
      this.authors = GivenList.of(authors);
      return this;
    }

    /** Sets the date on which the graph was published. */
    public Builder published(PartialDate published) {
      requireNonNull(published, "published");
      this.published = published;
      return this;
    }

    /** Sets the date on which the graph was published, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder published(String published) {
      requireNonNull(published, "published");
      this.published = Given.date(published);
      return this;
    }

    /** Sets the date on which the graph was published, as a day. */
    public Builder published(LocalDate published) {
      requireNonNull(published, "published");
      this.published = Given.date(published);
      return this;
    }

    /** Sets the date on which the graph was last changed. */
    public Builder modified(PartialDate modified) {
      requireNonNull(modified, "modified");
      this.modified = modified;
      return this;
    }

    /** Sets the date on which the graph was last changed, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder modified(String modified) {
      requireNonNull(modified, "modified");
      this.modified = Given.date(modified);
      return this;
    }

    /** Sets the date on which the graph was last changed, as a day. */
    public Builder modified(LocalDate modified) {
      requireNonNull(modified, "modified");
      this.modified = Given.date(modified);
      return this;
    }

    /** Replaces all corrections made since the graph was published. */
    public Builder allCorrections(Iterable<Correction> corrections) {
      requireNonNull(corrections, "corrections");
      this.corrections = GivenList.of(corrections);
      return this;
    }

    /** Adds a correction. */
    public Builder correction(Correction correction) {
      requireNonNull(correction, "correction");
      corrections = corrections.with(correction);
      return this;
    }

    /** Adds a correction that is not built yet. */
    public Builder correction(Correction.Builder correction) {
      requireNonNull(correction, "correction");
      corrections = corrections.with(correction);
      return this;
    }

    /** Replaces all findings of the inspection that the authors accept. */
    public Builder allAccepted(Iterable<Acceptance> accepted) {
      requireNonNull(accepted, "accepted");
      this.accepted = GivenList.of(accepted);
      return this;
    }

    /** Adds a finding that the authors accept. */
    public Builder accepted(Acceptance acceptance) {
      requireNonNull(acceptance, "acceptance");
      accepted = accepted.with(acceptance);
      return this;
    }

    /** Adds a finding that the authors accept, not built yet. */
    public Builder accepted(Acceptance.Builder acceptance) {
      requireNonNull(acceptance, "acceptance");
      accepted = accepted.with(acceptance);
      return this;
    }

    /**
     * Builds the graph, in time linear in its size, whatever the ids are.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws ClaimGraphException with all problems of the graph, each with its JSON Pointer
     */
    @Override
    public ClaimGraph build() {
      Problems problems = flaws();
      ClaimGraph graph = draft();
      GraphRules.check(graph, indexedClaims, indexedSources, problems);
      problems.throwIfAny();
      return graph;
    }

    @Override
    void check(Problems problems) {
      Rules.words(problems, "/$schema", schema);
      Rules.id(problems, "/id", id);
      Given.check(title, problems, "/title");
      claims.check(problems, "/claims");
      sources.check(problems, "/sources");
      Rules.ids(problems, "/thesis", thesis.values());
      Rules.tag(problems, "/language", language);
      Rules.allWords(problems, "/authors", authors.values());
      Given.check(published, problems, "/published");
      Given.check(modified, problems, "/modified");
      corrections.check(problems, "/corrections");
      accepted.check(problems, "/accepted");
      super.check(problems);
      missing(problems, title, "the graph has no title", "Write one under 'title'.");
    }

    @Override
    String subject() {
      return "claim graph " + Problem.visible(id);
    }

    @Override
    ClaimGraph draft() {
      return new ClaimGraph(this);
    }
  }

  /**
   * One use of a source or a claim in a graph.
   *
   * @param user the line, source or claim that uses it
   * @param role what it is used as
   */
  public record Use(Element user, Role role) {
    public Use {
      requireNonNull(user, "user");
      requireNonNull(role, "role");
    }

    /** The role in which a source or a claim is used. */
    public enum Role {
      /** The source of a piece of evidence. */
      SOURCE,
      /** A relay of a piece of evidence, named by it or by its source's {@code readIn}. */
      RELAY,
      /** The reviewer of a review. */
      REVIEWER,
      /** The source that makes an inference. */
      ASSERTER,
      /** A source that another, or a statement of another, is derived from. */
      ORIGIN,
      /** A source that another was read in. */
      READ_IN,
      /** A source that another cites. */
      CITED,
      /** A source in which a claim appears. */
      APPEARANCE,
      /** A claim that must be accepted for an inference to fire. */
      PREMISE,
      /** A claim that must be rejected for an inference to fire. */
      NEGATED_PREMISE,
      /** A claim that an inference assumes until there is a case against it. */
      ASSUMPTION,
      /** A claim that stops a line as soon as it is accepted. */
      EXCEPTION,
      /** A claim that another is said to contradict. */
      CONTRADICTED,
      /** A claim that answers a critical question of an inference. */
      ANSWER,
      /** A claim that another is made of. */
      PART,
      /** A source that was searched for evidence. */
      SEARCHED,
      /** A source that made something known about another. */
      NOTIFIER
    }
  }
}
