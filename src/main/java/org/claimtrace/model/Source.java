package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A document, person or post that asserts things. Two are equal when all their members are, order included. */
public final class Source {
  private final String id;
  private final @Nullable Text title;
  private final @Nullable String url;
  private final SourceType type;
  private final @Nullable SourceLevel level;
  private final @Nullable String publisher;
  private final ImmutableList<String> authors;
  private final @Nullable String language;
  private final @Nullable PartialDate published;
  private final @Nullable PartialDate accessed;
  private final @Nullable String archived;
  private final Grade reliability;
  private final ImmutableList<String> derivedFrom;
  private final ImmutableList<String> readIn;
  private final ImmutableList<String> cites;
  private final ImmutableList<String> affiliations;
  private final @Nullable Retraction retracted;
  private final @Nullable Text note;
  private final ImmutableMap<String, String> ownMembers;

  private Source(Builder builder) {
    this.id = builder.id;
    this.title = builder.title;
    this.url = builder.url;
    this.type = builder.type;
    this.level = builder.level;
    this.publisher = builder.publisher;
    this.authors = builder.authors;
    this.language = builder.language;
    this.published = builder.published;
    this.accessed = builder.accessed;
    this.archived = builder.archived;
    this.reliability = builder.reliability;
    this.derivedFrom = builder.derivedFrom;
    this.readIn = builder.readIn;
    this.cites = builder.cites;
    this.affiliations = builder.affiliations;
    this.retracted = builder.retracted;
    this.note = builder.note;
    this.ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /**
   * Begins a source.
   *
   * @param id the id, unique among sources
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Begins a source like this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.title = title;
    builder.url = url;
    builder.type = type;
    builder.level = level;
    builder.publisher = publisher;
    builder.authors = authors;
    builder.language = language;
    builder.published = published;
    builder.accessed = accessed;
    builder.archived = archived;
    builder.reliability = reliability;
    builder.derivedFrom = derivedFrom;
    builder.readIn = readIn;
    builder.cites = cites;
    builder.affiliations = affiliations;
    builder.retracted = retracted;
    builder.note = note;
    builder.ownMembers = ownMembers;
    return builder;
  }

  /** The id, unique among sources. */
  public String id() {
    return id;
  }

  /** What the source is called; at least one of title and URL is present. */
  public Optional<Text> title() {
    return Optional.ofNullable(title);
  }

  /** Where the source is found. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** What kind of thing it is; other, where left out. */
  public SourceType type() {
    return type;
  }

  /** How near the source is to what it reports. */
  public Optional<SourceLevel> level() {
    return Optional.ofNullable(level);
  }

  /** Who publishes it. */
  public Optional<String> publisher() {
    return Optional.ofNullable(publisher);
  }

  /** Who wrote it. */
  public ImmutableList<String> authors() {
    return authors;
  }

  /** The language of the source, a BCP 47 tag. */
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** When it was published. */
  public Optional<PartialDate> published() {
    return Optional.ofNullable(published);
  }

  /** When the authors of the graph read it. */
  public Optional<PartialDate> accessed() {
    return Optional.ofNullable(accessed);
  }

  /** Where an archived copy is found. */
  public Optional<String> archived() {
    return Optional.ofNullable(archived);
  }

  /** How surely the source is right and relays faithfully; 1 where left out. */
  public Grade reliability() {
    return reliability;
  }

  /** The ids of the sources that this one only passes on, by syndication, translation or rewriting. */
  public ImmutableList<String> derivedFrom() {
    return derivedFrom;
  }

  /** The ids of the relays through which the source was read, for evidence that names none itself. */
  public ImmutableList<String> readIn() {
    return readIn;
  }

  /** The ids of the sources that this one refers to. */
  public ImmutableList<String> cites() {
    return cites;
  }

  /** Whom the source belongs to or is paid by. */
  public ImmutableList<String> affiliations() {
    return affiliations;
  }

  /** Its withdrawal: a retracted source is not right. */
  public Optional<Retraction> retracted() {
    return Optional.ofNullable(retracted);
  }

  /** What the authors of the graph say about it. */
  public Optional<Text> note() {
    return Optional.ofNullable(note);
  }

  /** The author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  public ImmutableMap<String, String> ownMembers() {
    return ownMembers;
  }

  boolean isUntagged() {
    return (title != null && title.isUntagged())
        || (retracted != null && retracted.isUntagged())
        || (note != null && note.isUntagged());
  }

  /** This source, with the language given to the texts that have no tag. */
  Source inLanguage(String language) {
    if (!isUntagged()) {
      return this;
    }
    Builder builder = toBuilder();
    builder.title = title == null ? null : title.inLanguage(language);
    builder.retracted = retracted == null ? null : retracted.inLanguage(language);
    builder.note = note == null ? null : note.inLanguage(language);
    return new Source(builder);
  }

  private Object[] state() {
    return new Object[] {
      id,
      title,
      url,
      type,
      level,
      publisher,
      authors,
      language,
      published,
      accessed,
      archived,
      reliability,
      derivedFrom,
      readIn,
      cites,
      affiliations,
      retracted,
      note,
      ownMembers.entrySet().asList()
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Source that && Arrays.equals(state(), that.state()));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /** What it is, in a few words. */
  @Override
  public String toString() {
    return "source " + id;
  }

  /** Builds a source; each call replaces what was said before, but for {@code ownMember}, which adds. Not for use by several threads. */
  public static final class Builder {
    private final String id;
    private @Nullable Text title;
    private @Nullable String url;
    private SourceType type = SourceType.OTHER;
    private @Nullable SourceLevel level;
    private @Nullable String publisher;
    private ImmutableList<String> authors = ImmutableList.of();
    private @Nullable String language;
    private @Nullable PartialDate published;
    private @Nullable PartialDate accessed;
    private @Nullable String archived;
    private Grade reliability = Grade.ONE;
    private ImmutableList<String> derivedFrom = ImmutableList.of();
    private ImmutableList<String> readIn = ImmutableList.of();
    private ImmutableList<String> cites = ImmutableList.of();
    private ImmutableList<String> affiliations = ImmutableList.of();
    private @Nullable Retraction retracted;
    private @Nullable Text note;
    private Map<String, String> ownMembers = ImmutableMap.of();
    private final Problems problems = new Problems();

    private Builder(String id) {
      this.id = id;
      Rules.id(problems, "", id);
    }

    /** What the source is called; at least one of title and URL is present. */
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

    /** Where the source is found. */
    public Builder url(String url) {
      problems.forget("/url");
      Rules.url(problems, "/url", url);
      this.url = url;
      return this;
    }

    /** What kind of thing it is; other, where left out. */
    public Builder type(SourceType type) {
      problems.forget("/type");
      this.type = type;
      return this;
    }

    /** How near the source is to what it reports. */
    public Builder level(SourceLevel level) {
      problems.forget("/level");
      this.level = level;
      return this;
    }

    /** Who publishes it. */
    public Builder publisher(String publisher) {
      problems.forget("/publisher");
      Rules.words(problems, "/publisher", publisher);
      this.publisher = publisher;
      return this;
    }

    /** Who wrote it. */
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

    /** The language of the source, a BCP 47 tag. */
    public Builder language(String language) {
      problems.forget("/language");
      Rules.tag(problems, "/language", language);
      this.language = language;
      return this;
    }

    /** When it was published. */
    public Builder published(PartialDate published) {
      problems.forget("/published");
      this.published = published;
      return this;
    }

    /** The same, written {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder published(String published) {
      problems.forget("/published");
      Optional<Problem> problem = PartialDate.problem("/published", published);
      problem.ifPresent(problems::add);
      this.published = PartialDate.parsed(problem.isPresent() ? "0001" : published);
      return this;
    }

    /** When the authors of the graph read it. */
    public Builder accessed(PartialDate accessed) {
      problems.forget("/accessed");
      this.accessed = accessed;
      return this;
    }

    /** The same, written {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder accessed(String accessed) {
      problems.forget("/accessed");
      Optional<Problem> problem = PartialDate.problem("/accessed", accessed);
      problem.ifPresent(problems::add);
      this.accessed = PartialDate.parsed(problem.isPresent() ? "0001" : accessed);
      return this;
    }

    /** Where an archived copy is found. */
    public Builder archived(String archived) {
      problems.forget("/archived");
      Rules.url(problems, "/archived", archived);
      this.archived = archived;
      return this;
    }

    /** How surely the source is right and relays faithfully; 1 where left out. */
    public Builder reliability(Grade reliability) {
      problems.forget("/reliability");
      this.reliability = reliability;
      return this;
    }

    /** The same, as a number from 0 to 1. */
    public Builder reliability(double reliability) {
      problems.forget("/reliability");
      Optional<Problem> problem = Grade.problem("/reliability", "reliability", reliability);
      problem.ifPresent(problems::add);
      this.reliability = problem.isPresent() ? Grade.ONE : Grade.ofChecked(reliability);
      return this;
    }

    /** The same, as a letter of the Admiralty code. */
    public Builder reliability(String reliability) {
      problems.forget("/reliability");
      Optional<Grade> grade = Grade.findReliability(reliability);
      if (grade.isEmpty()) {
        problems.add(Grade.unknownReliability("/reliability", reliability));
      }
      this.reliability = grade.orElse(Grade.ONE);
      return this;
    }

    /** The ids of the sources that this one only passes on, by syndication, translation or rewriting. */
    public Builder derivedFrom(String... derivedFrom) {
      return derivedFrom(Arrays.asList(derivedFrom));
    }

    /** The same, in the order of an iterable. */
    public Builder derivedFrom(Iterable<String> derivedFrom) {
      problems.forget("/derivedFrom");
      this.derivedFrom = ImmutableList.copyOf(derivedFrom);
      Rules.ids(problems, "/derivedFrom", this.derivedFrom);
      return this;
    }

    /** The ids of the relays through which the source was read, for evidence that names none itself. */
    public Builder readIn(String... readIn) {
      return readIn(Arrays.asList(readIn));
    }

    /** The same, in the order of an iterable. */
    public Builder readIn(Iterable<String> readIn) {
      problems.forget("/readIn");
      this.readIn = ImmutableList.copyOf(readIn);
      Rules.ids(problems, "/readIn", this.readIn);
      return this;
    }

    /** The ids of the sources that this one refers to. */
    public Builder cites(String... cites) {
      return cites(Arrays.asList(cites));
    }

    /** The same, in the order of an iterable. */
    public Builder cites(Iterable<String> cites) {
      problems.forget("/cites");
      this.cites = ImmutableList.copyOf(cites);
      Rules.ids(problems, "/cites", this.cites);
      return this;
    }

    /** Whom the source belongs to or is paid by. */
    public Builder affiliations(String... affiliations) {
      return affiliations(Arrays.asList(affiliations));
    }

    /** The same, in the order of an iterable. */
    public Builder affiliations(Iterable<String> affiliations) {
      problems.forget("/affiliations");
      this.affiliations = ImmutableList.copyOf(affiliations);
      for (int i = 0; i < this.affiliations.size(); i++) {
        Rules.words(problems, "/affiliations/" + i, this.affiliations.get(i));
      }
      return this;
    }

    /** Its withdrawal: a retracted source is not right. */
    public Builder retracted(Retraction retracted) {
      problems.forget("/retracted");
      this.retracted = retracted;
      return this;
    }

    /** The same, from a builder. */
    public Builder retracted(Retraction.Builder retracted) {
      problems.forget("/retracted");
      problems.addAll("/retracted", retracted.flaws());
      this.retracted = retracted.unchecked();
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

    /**
     * Builds the source.
     *
     * @throws ClaimGraphException with everything that is wrong in it, pointers relative to it
     */
    public Source build() {
      flaws().throwIfAny();
      return unchecked();
    }

    /** What is wrong, pointers relative to the part. */
    Problems flaws() {
      if (title == null && url == null) {
        return problems.and(Problem.at(
            "",
            ProblemCode.MISSING_MEMBER,
            "source '" + id + "' has neither a title nor a url",
            "Write one of the two."));
      }
      return problems;
    }

    /** What is built whatever is wrong, so that what it is a part of can tell all problems at once. */
    Source unchecked() {
      return new Source(this);
    }

    String id() {
      return id;
    }
  }
}
