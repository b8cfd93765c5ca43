package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.claimtrace.problem.UnknownIdException;
import org.jspecify.annotations.Nullable;

/**
 * An argument: claims, the sources they lean on, the inferences between them, and what others said about them.
 *
 * <p>A graph is consistent: every id it mentions is declared, every id is unique, no grade is out of range. It need not be
 * acyclic. Parts are listed in document order; finding one by id takes constant time, and so does every step of {@link
 * #lines}, {@link #uses} and {@link #dependents}. Two graphs are equal when all their members are, order included.
 */
public final class ClaimGraph {

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
  private final @Nullable Text note;
  private final ImmutableMap<String, String> ownMembers;

  private final IdTable claimTable;
  private final IdTable sourceTable;
  private final Lines lines;
  // Made when first asked for; a race makes two equal ones.
  private @Nullable volatile Uses uses;

  private ClaimGraph(Builder builder) {
    schema = builder.schema;
    id = builder.id;
    language = builder.language;
    title = (builder.title == null ? Text.untagged("?") : builder.title).inLanguage(language);
    claims = builder.claimNotes.untagged
        ? builder.claims.stream()
            .map(each -> each.inLanguage(language))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.copyOf(builder.claims);
    sources = builder.sourceNotes.untagged
        ? builder.sources.stream()
            .map(each -> each.inLanguage(language))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.copyOf(builder.sources);
    thesis = builder.thesis;
    authors = builder.authors;
    published = builder.published;
    modified = builder.modified;
    corrections = builder.corrections.stream()
        .map(each -> each.inLanguage(language))
        .collect(ImmutableList.toImmutableList());
    accepted = builder.accepted.stream()
        .map(each -> each.inLanguage(language))
        .collect(ImmutableList.toImmutableList());
    note = builder.note == null ? null : builder.note.inLanguage(language);
    ownMembers = ImmutableMap.copyOf(builder.ownMembers);
    claimTable = new IdTable(builder.claimNotes.ids);
    sourceTable = new IdTable(builder.sourceNotes.ids);
    lines = new Lines(claims, claimTable, builder.claimNotes);
  }

  /**
   * Begins a graph.
   *
   * @param id the id of the graph, which keeps the rule for ids
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Begins a graph like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.schema = schema;
    builder.title = title;
    claims.forEach(builder::claim);
    sources.forEach(builder::source);
    builder.thesis = thesis;
    builder.language = language;
    builder.authors = authors;
    builder.published = published;
    builder.modified = modified;
    builder.corrections = corrections;
    builder.accepted = accepted;
    builder.note = note;
    builder.ownMembers = ownMembers;
    return builder;
  }

  /** Where the JSON Schema of the graph's format is found. */
  public Optional<String> schema() {
    return Optional.ofNullable(schema);
  }

  /** The id of the graph. */
  public String id() {
    return id;
  }

  /** What the graph is called. */
  public Text title() {
    return title;
  }

  /** The claims. */
  public ImmutableList<Claim> claims() {
    return claims;
  }

  /** The sources. */
  public ImmutableList<Source> sources() {
    return sources;
  }

  /** The ids of the claims that the argument is for. */
  public ImmutableList<String> thesis() {
    return thesis;
  }

  /** The language of texts that are written as a string, a BCP 47 tag; {@value #DEFAULT_LANGUAGE}, where left out. */
  public String language() {
    return language;
  }

  /** Who made the graph. */
  public ImmutableList<String> authors() {
    return authors;
  }

  /** When the graph was published. */
  public Optional<PartialDate> published() {
    return Optional.ofNullable(published);
  }

  /** When the graph was last changed. */
  public Optional<PartialDate> modified() {
    return Optional.ofNullable(modified);
  }

  /** The corrections made since it was published. */
  public ImmutableList<Correction> corrections() {
    return corrections;
  }

  /** The findings of the inspection that the authors accept. */
  public ImmutableList<Acceptance> accepted() {
    return accepted;
  }

  /** What the authors of the graph say about it. */
  public Optional<Text> note() {
    return Optional.ofNullable(note);
  }

  /** The author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  public ImmutableMap<String, String> ownMembers() {
    return ownMembers;
  }

  /** The claim with an id. */
  public Optional<Claim> findClaim(String claimId) {
    int number = claimTable.find(claimId);
    return number < 0 ? Optional.empty() : Optional.of(claims.get(number));
  }

  /**
   * The claim with an id.
   *
   * @throws UnknownIdException if there is none
   */
  public Claim claim(String claimId) {
    return claims.get(knownClaim(claimId));
  }

  /** The source with an id. */
  public Optional<Source> findSource(String sourceId) {
    int number = sourceTable.find(sourceId);
    return number < 0 ? Optional.empty() : Optional.of(sources.get(number));
  }

  /**
   * The source with an id.
   *
   * @throws UnknownIdException if there is none
   */
  public Source source(String sourceId) {
    return sources.get(knownSource(sourceId));
  }

  /** The line with an id, written or derived: an evidence, an inference or a review. */
  public Optional<Element> findLine(String lineId) {
    int line = lines.find(lineId);
    return line < 0 ? Optional.empty() : Optional.of(lines.element(line));
  }

  /** The evidence with an id. */
  public Optional<Evidence> findEvidence(String lineId) {
    return findPart(lineId, Evidence.class);
  }

  /** The inference with an id. */
  public Optional<Inference> findInference(String lineId) {
    return findPart(lineId, Inference.class);
  }

  /** The review with an id, {@code CLAIM/reviews/SOURCE}. */
  public Optional<Review> findReview(String lineId) {
    return findPart(lineId, Review.class);
  }

  private <T> Optional<T> findPart(String lineId, Class<T> type) {
    int line = lines.find(lineId);
    return line < 0 || !type.isInstance(lines.part(line))
        ? Optional.empty()
        : Optional.of(type.cast(lines.part(line)));
  }

  /**
   * The claim that a line bears on.
   *
   * @throws UnknownIdException if no line has the id
   */
  public Claim claimOf(String lineId) {
    int line = lines.find(lineId);
    if (line < 0) {
      throw new UnknownIdException("line", lineId, lineIds());
    }
    return claims.get(lines.claimOf(line));
  }

  /**
   * The lines of a claim, contradictions aside: its evidence, its inferences, its reviews.
   *
   * @throws UnknownIdException if there is no such claim
   */
  public ImmutableList<Element> lines(String claimId) {
    int claim = knownClaim(claimId);
    ImmutableList.Builder<Element> elements = ImmutableList.builder();
    for (int line = lines.first(claim); line < lines.first(claim + 1); line++) {
      elements.add(lines.element(line));
    }
    return elements.build();
  }

  /** The relays of an evidence of this graph: its own {@code via}, else its source's {@code readIn}. */
  public ImmutableList<String> relays(Evidence evidence) {
    return evidence.via().orElseGet(() -> source(evidence.source()).readIn());
  }

  /**
   * From when on an evidence of this graph exists: its own date, else the latest of those that its source and its relays were
   * published; empty where none of these has a date.
   */
  public Optional<PartialDate> begin(Evidence evidence) {
    if (evidence.date().isPresent()) {
      return evidence.date();
    }
    Optional<PartialDate> latest = source(evidence.source()).published();
    for (String relay : relays(evidence)) {
      Optional<PartialDate> published = source(relay).published();
      if (published.isPresent()
          && (latest.isEmpty()
              || published.get().firstDay().isAfter(latest.get().firstDay()))) {
        latest = published;
      }
    }
    return latest;
  }

  /** From when on a review of this graph exists: its own date, else that of its reviewer. */
  public Optional<PartialDate> begin(Review review) {
    return review.date().or(() -> source(review.reviewer()).published());
  }

  /**
   * Every use of a source: in lines, by other sources, in appearances; claim by claim, then source by source. Reading one
   * takes constant time; the first call on a graph indexes it, in time and space linear in its size.
   *
   * @throws UnknownIdException if there is no such source
   */
  public List<Use> uses(String sourceId) {
    return usesIndex().ofSource(knownSource(sourceId));
  }

  /**
   * Every use of a claim: as premise, assumption, exception or answer of a line, or as contradicted by another claim; in
   * document order. Reading one takes constant time; the first call on a graph indexes it, in time and space linear in its
   * size.
   *
   * @throws UnknownIdException if there is no such claim
   */
  public List<Use> dependents(String claimId) {
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

  /** The position in {@link #claims} of the claim with an id. */
  public OptionalInt claimIndex(String claimId) {
    int number = claimTable.find(claimId);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The position in {@link #sources} of the source with an id. */
  public OptionalInt sourceIndex(String sourceId) {
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

  private int knownSource(String sourceId) {
    int number = sourceTable.find(sourceId);
    if (number < 0) {
      throw new UnknownIdException("source", sourceId, sourceIds());
    }
    return number;
  }

  private Object[] state() {
    return new Object[] {
      schema,
      id,
      title,
      claims,
      sources,
      thesis,
      language,
      authors,
      published,
      modified,
      corrections,
      accepted,
      note,
      ownMembers.entrySet().asList()
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ClaimGraph that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "claim graph " + id;
  }

  /**
   * Builds a graph. What adds a claim or a source adds at the end; everything else replaces what was said before, but for
   * {@code ownMember}, which adds. Claims and sources may be given built or as builders: given as builders, what is wrong
   * inside them is told together with everything else. Not for use by several threads.
   */
  public static final class Builder {

    private String id;
    private final Problems problems = new Problems();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private GraphIndexBuilder claimNotes = new GraphIndexBuilder();
    private GraphIndexBuilder sourceNotes = new GraphIndexBuilder();
    private @Nullable String schema;
    private @Nullable Text title;
    private ImmutableList<String> thesis = ImmutableList.of();
    private String language = DEFAULT_LANGUAGE;
    private ImmutableList<String> authors = ImmutableList.of();
    private @Nullable PartialDate published;
    private @Nullable PartialDate modified;
    private List<Correction> corrections = ImmutableList.of();
    private List<Acceptance> accepted = ImmutableList.of();
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();

    private Builder(String id) {
      this.id = id;
      Rules.id(problems, "/id", id);
    }

    /** The id of the graph, which keeps the rule for ids. */
    public Builder id(String id) {
      problems.forget("/id");
      Rules.id(problems, "/id", id);
      this.id = id;
      return this;
    }

    /** Where the JSON Schema of the graph's format is found. */
    public Builder schema(String schema) {
      problems.forget("/$schema");
      Rules.words(problems, "/$schema", schema);
      this.schema = schema;
      return this;
    }

    /** What the graph is called. */
    public Builder title(Text title) {
      problems.forget("/title");
      this.title = title;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder title(String title) {
      problems.forget("/title");
      Rules.words(problems, "/title", title);
      this.title = Text.untagged(title);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder title(Map<String, String> title) {
      problems.forget("/title");
      Rules.languages(problems, "/title", title);
      this.title = title.isEmpty() ? Text.untagged("?") : Text.tagged(title);
      return this;
    }

    /** Adds a claim. */
    public Builder claim(Claim claim) {
      claims.add(claim);
      claimNotes.add(claim);
      return this;
    }

    /** Adds a claim that is not built yet. */
    public Builder claim(Claim.Builder claim) {
      Problems flaws = claim.flaws();
      if (!flaws.isEmpty()) {
        problems.addAll("/claims/" + Place.escape(claim.id()), flaws);
      }
      return claim(claim.unchecked());
    }

    /** Adds a claim with nothing but its text, in the language of the graph. */
    public Builder claim(String claimId, String text) {
      return claim(Claim.builder(claimId).text(text));
    }

    /** Replaces all claims. */
    public Builder claims(Iterable<Claim> claims) {
      problems.forget("/claims");
      List<Claim> all = ImmutableList.copyOf(claims);
      this.claims.clear();
      claimNotes = new GraphIndexBuilder();
      all.forEach(this::claim);
      return this;
    }

    /** Adds a source. */
    public Builder source(Source source) {
      sources.add(source);
      sourceNotes.add(source);
      return this;
    }

    /** Adds a source that is not built yet. */
    public Builder source(Source.Builder source) {
      Problems flaws = source.flaws();
      if (!flaws.isEmpty()) {
        problems.addAll("/sources/" + Place.escape(source.id()), flaws);
      }
      return source(source.unchecked());
    }

    /** Replaces all sources. */
    public Builder sources(Iterable<Source> sources) {
      problems.forget("/sources");
      List<Source> all = ImmutableList.copyOf(sources);
      this.sources.clear();
      sourceNotes = new GraphIndexBuilder();
      all.forEach(this::source);
      return this;
    }

    /** The ids of the claims that the argument is for. */
    public Builder thesis(String... thesis) {
      return thesis(Arrays.asList(thesis));
    }

    /** The same, in the order of an iterable. */
    public Builder thesis(Iterable<String> thesis) {
      problems.forget("/thesis");
      this.thesis = ImmutableList.copyOf(thesis);
      Rules.ids(problems, "/thesis", this.thesis);
      return this;
    }

    /** The language of texts that are written as a string, a BCP 47 tag. */
    public Builder language(String language) {
      problems.forget("/language");
      Rules.tag(problems, "/language", language);
      this.language = language;
      return this;
    }

    /** Who made the graph. */
    public Builder authors(String... authors) {
      return authors(Arrays.asList(authors));
    }

    /** The same, in the order of an iterable. */
    public Builder authors(Iterable<String> authors) {
      problems.forget("/authors");
      this.authors = ImmutableList.copyOf(authors);
      for (int i = 0; i < this.authors.size(); i++) {
        Rules.words(problems, "/authors/" + i, this.authors.get(i));
      }
      return this;
    }

    /** When the graph was published. */
    public Builder published(PartialDate published) {
      problems.forget("/published");
      this.published = published;
      return this;
    }

    /** The same, written {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder published(String published) {
      this.published = date("/published", published);
      return this;
    }

    /** When the graph was last changed. */
    public Builder modified(PartialDate modified) {
      problems.forget("/modified");
      this.modified = modified;
      return this;
    }

    /** The same, written {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder modified(String modified) {
      this.modified = date("/modified", modified);
      return this;
    }

    /** The corrections made since the graph was published. */
    public Builder corrections(Iterable<Correction> corrections) {
      problems.forget("/corrections");
      this.corrections = ImmutableList.copyOf(corrections);
      return this;
    }

    /** Adds a correction that is not built yet. */
    public Builder correction(Correction.Builder correction) {
      problems.addAll("/corrections/" + corrections.size(), correction.flaws());
      corrections = Rules.with(corrections, correction.unchecked());
      return this;
    }

    /** The findings of the inspection that the authors accept. */
    public Builder accepted(Iterable<Acceptance> accepted) {
      problems.forget("/accepted");
      this.accepted = ImmutableList.copyOf(accepted);
      return this;
    }

    /** Adds a finding that the authors accept, not built yet. */
    public Builder accepted(Acceptance.Builder acceptance) {
      problems.addAll("/accepted/" + accepted.size(), acceptance.flaws());
      accepted = Rules.with(accepted, acceptance.unchecked());
      return this;
    }

    /** What the authors of the graph say about it. */
    public Builder note(Text note) {
      problems.forget("/note");
      this.note = note;
      return this;
    }

    /** The same, in the language of the graph. */
    public Builder note(String note) {
      problems.forget("/note");
      Rules.words(problems, "/note", note);
      this.note = Text.untagged(note);
      return this;
    }

    /** The same, as words by language tag. */
    public Builder note(Map<String, String> note) {
      problems.forget("/note");
      Rules.languages(problems, "/note", note);
      this.note = note.isEmpty() ? Text.untagged("?") : Text.tagged(note);
      return this;
    }

    /**
     * Adds a member of the author's own, which is kept and never read.
     *
     * @param name its name, which begins with {@code _}
     * @param json its value as JSON text; kept minified
     */
    public Builder ownMember(String name, String json) {
      ownMembers = OwnMembers.with(ownMembers, problems, name, json);
      return this;
    }

    private PartialDate date(String pointer, String text) {
      problems.forget(pointer);
      Optional<Problem> problem = PartialDate.problem(pointer, text);
      problem.ifPresent(problems::add);
      return PartialDate.parsed(problem.isPresent() ? "0001" : text);
    }

    /**
     * Builds the graph, in time linear in its size, whatever the ids are.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws ClaimGraphException with everything that is wrong in the graph, each with its JSON Pointer
     */
    public ClaimGraph build() {
      ClaimGraph graph = new ClaimGraph(this);
      Problems all = new Problems();
      all.addAll("", problems);
      if (title == null) {
        all.add(Problem.at(
            "", ProblemCode.MISSING_MEMBER, "the graph has no title", "Write one under 'title'."));
      }
      GraphRules.check(graph, claimNotes, sourceNotes, all);
      all.throwIfAny();
      return graph;
    }
  }
}
