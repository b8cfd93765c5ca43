package org.claimtrace.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A document, person or post that asserts things. Two are equal when all their members are, order included.
 *
 * <p>Stable.
 */
public final class Source extends NotedPart {

  private final String id;
  private final @Nullable Text title;
  private final @Nullable String url;
  private final @Nullable Text shortTitle;
  private final SourceType type;
  private final @Nullable SourceLevel level;
  private final @Nullable String publisher;
  private final ImmutableList<String> authors;
  private final @Nullable String language;
  private final @Nullable PartialDate published;
  private final @Nullable PartialDate accessed;
  private final ImmutableList<String> archived;
  private final @Nullable String doi;
  private final Grade reliability;
  private final ImmutableList<String> derivedFrom;
  private final ImmutableList<String> readIn;
  private final ImmutableList<String> cites;
  private final ImmutableList<String> affiliations;
  private final @Nullable Retraction retracted;
  private final ImmutableList<Notice> notices;

  private Source(Builder builder) {
    super(builder);
    this.id = builder.id;
    this.title = Given.value(builder.title);
    this.url = builder.url;
    this.shortTitle = Given.value(builder.shortTitle);
    this.type = builder.type;
    this.level = builder.level;
    this.publisher = builder.publisher;
    this.authors = builder.authors.toList();
    this.language = builder.language;
    this.published = Given.value(builder.published);
    this.accessed = Given.value(builder.accessed);
    this.archived = builder.archived.toList();
    this.doi = builder.doi;
    this.reliability = Given.orOne(builder.reliability);
    this.derivedFrom = builder.derivedFrom.toList();
    this.readIn = builder.readIn.toList();
    this.cites = builder.cites.toList();
    this.affiliations = builder.affiliations.toList();
    this.retracted = Given.value(builder.retracted);
    this.notices = builder.notices.toList();
  }

  /**
   * Returns a builder of a source.
   *
   * @param id the id, unique among sources
   */
  public static Builder builder(String id) {
    requireNonNull(id, "id");
    return new Builder(id);
  }

  /**
   * Returns a source with nothing but its title, in the language of the graph that it is added to, or its address where that
   * begins with {@code http://} or {@code https://}.
   */
  public static Source of(String id, String titleOrUrl) {
    requireNonNull(id, "id");
    requireNonNull(titleOrUrl, "titleOrUrl");
    return brief(id, titleOrUrl).build();
  }

  static Builder brief(String id, String titleOrUrl) {
    boolean isUrl = titleOrUrl.startsWith("http://") || titleOrUrl.startsWith("https://");
    return isUrl ? builder(id).url(titleOrUrl) : builder(id).title(titleOrUrl);
  }

  /** Returns a builder with the members of this source. */
  public Builder toBuilder() {
    Builder builder = new Builder(id).like(this);
    builder.title = title;
    builder.url = url;
    builder.shortTitle = shortTitle;
    builder.type = type;
    builder.level = level;
    builder.publisher = publisher;
    builder.authors = GivenList.of(authors);
    builder.language = language;
    builder.published = published;
    builder.accessed = accessed;
    builder.archived = GivenList.of(archived);
    builder.doi = doi;
    builder.reliability = reliability;
    builder.derivedFrom = GivenList.of(derivedFrom);
    builder.readIn = GivenList.of(readIn);
    builder.cites = GivenList.of(cites);
    builder.affiliations = GivenList.of(affiliations);
    builder.retracted = retracted == null ? null : Given.part(retracted);
    builder.notices = GivenList.of(notices);
    return builder;
  }

  /** Returns the id, unique among sources. */
  public String id() {
    return id;
  }

  /** Returns the title of the source; a source has a title or a URL or both. */
  public Optional<Text> title() {
    return Optional.ofNullable(title);
  }

  /** Returns the address of the source. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** Returns a short name of the source, for running text. */
  public Optional<Text> shortTitle() {
    return Optional.ofNullable(shortTitle);
  }

  /** Returns the type of source; other where left out. */
  public SourceType type() {
    return type;
  }

  /** Returns how close the source is to what it reports. */
  public Optional<SourceLevel> level() {
    return Optional.ofNullable(level);
  }

  /** Returns the publisher. */
  public Optional<String> publisher() {
    return Optional.ofNullable(publisher);
  }

  /** Returns the authors of the source. */
  public ImmutableList<String> authors() {
    return authors;
  }

  /** Returns the language of the source, a BCP 47 tag. */
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** Returns the date on which the source was published. */
  public Optional<PartialDate> published() {
    return Optional.ofNullable(published);
  }

  /** Returns the date on which the authors of the graph read the source. */
  public Optional<PartialDate> accessed() {
    return Optional.ofNullable(accessed);
  }

  /** Returns the addresses of archived copies, in document order. */
  public ImmutableList<String> archived() {
    return archived;
  }

  /** Returns the Digital Object Identifier (ISO 26324), such as {@code 10.1000/182}. */
  public Optional<String> doi() {
    return Optional.ofNullable(doi);
  }

  /** Returns the probability that the source is right and relays faithfully; 1 where left out. */
  public Grade reliability() {
    return reliability;
  }

  /** Returns the ids of the sources that this one only passes on, by syndication, translation or rewriting. */
  public ImmutableList<String> derivedFrom() {
    return derivedFrom;
  }

  /** Returns the ids of the relays through which the source was read, for evidence that names none itself. */
  public ImmutableList<String> readIn() {
    return readIn;
  }

  /** Returns the ids of the sources that this one refers to. */
  public ImmutableList<String> cites() {
    return cites;
  }

  /** Returns the organizations that the source belongs to or is paid by. */
  public ImmutableList<String> affiliations() {
    return affiliations;
  }

  /** Returns the withdrawal of the source: a retracted source is not right. */
  public Optional<Retraction> retracted() {
    return Optional.ofNullable(retracted);
  }

  /** Returns what its publisher or others made known about the source; it changes no verdict. In document order. */
  public ImmutableList<Notice> notices() {
    return notices;
  }

  @Override
  boolean isUntagged() {
    return isUntagged(title)
        || isUntagged(shortTitle)
        || (retracted != null && retracted.isUntagged())
        || isAnyUntagged(notices)
        || super.isUntagged();
  }

  /** Returns this source, with the texts that have no tag tagged with {@code language}. */
  Source inLanguage(String language) {
    return isUntagged() ? toBuilder().inLanguage(language).draft() : this;
  }

  @Override
  @Nullable
  Object member(int number) {
    return switch (number) {
      case 0 -> id;
      case 1 -> title;
      case 2 -> url;
      case 3 -> shortTitle;
      case 4 -> type;
      case 5 -> level;
      case 6 -> publisher;
      case 7 -> authors;
      case 8 -> language;
      case 9 -> published;
      case 10 -> accessed;
      case 11 -> archived;
      case 12 -> doi;
      case 13 -> reliability;
      case 14 -> derivedFrom;
      case 15 -> readIn;
      case 16 -> cites;
      case 17 -> affiliations;
      case 18 -> retracted;
      case 19 -> notices;
      case 20 -> note;
      default -> NO_MORE;
    };
  }

  /** Returns a short description. */
  @Override
  public String toString() {
    return "source " + id;
  }

  /**
   * Builds a source. A method for a list adds to it, except {@code all…}, which replaces the list; every other method replaces
   * the value set before. Mutable, for use by one thread.
   */
  public static final class Builder extends NotedPartBuilder<Source, Builder> {

    private final String id;
    private @Nullable Given<Text> title;
    private @Nullable String url;
    private @Nullable Given<Text> shortTitle;
    private SourceType type = SourceType.OTHER;
    private @Nullable SourceLevel level;
    private @Nullable String publisher;
    private GivenList<String> authors = GivenList.empty();
    private @Nullable String language;
    private @Nullable Given<PartialDate> published;
    private @Nullable Given<PartialDate> accessed;
    private GivenList<String> archived = GivenList.empty();
    private @Nullable String doi;
    private @Nullable Given<Grade> reliability;
    private GivenList<String> derivedFrom = GivenList.empty();
    private GivenList<String> readIn = GivenList.empty();
    private GivenList<String> cites = GivenList.empty();
    private GivenList<String> affiliations = GivenList.empty();
    private @Nullable Given<Retraction> retracted;
    private GivenList<Notice> notices = GivenList.empty();

    private Builder(String id) {
      this.id = id;
    }

    /** Sets the title of the source; a source must have a title or a URL or both. */
    public Builder title(Text title) {
      requireNonNull(title, "title");
      this.title = title;
      return this;
    }

    /** Sets the title of the source, in the language of the graph. */
    public Builder title(String title) {
      requireNonNull(title, "title");
      this.title = Given.text(title);
      return this;
    }

    /**
     * Sets the title of the source, in one language or several.
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

    /** Sets the address of the source. */
    public Builder url(String url) {
      requireNonNull(url, "url");
      this.url = url;
      return this;
    }

    /** Sets a short name of the source, for running text. */
    public Builder shortTitle(Text shortTitle) {
      requireNonNull(shortTitle, "shortTitle");
      this.shortTitle = shortTitle;
      return this;
    }

    /** Sets a short name of the source, in the language of the graph. */
    public Builder shortTitle(String shortTitle) {
      requireNonNull(shortTitle, "shortTitle");
      this.shortTitle = Given.text(shortTitle);
      return this;
    }

    /**
     * Sets a short name of the source, in one language or several.
     *
     * @param tag a BCP 47 language tag
     * @param words the words in that language
     * @param more further tags, each followed by its words
     * @throws IllegalArgumentException if the last tag has no words
     */
    public Builder shortTitle(String tag, String words, String... more) {
      requireNonNull(tag, "tag");
      requireNonNull(words, "words");
      requireNonNull(more, "more");
      this.shortTitle = Given.text(tag, words, more);
      return this;
    }

    /** Sets the type of source; other where left out. */
    public Builder type(SourceType type) {
      requireNonNull(type, "type");
      this.type = type;
      return this;
    }

    /** Sets how close the source is to what it reports. */
    public Builder level(SourceLevel level) {
      requireNonNull(level, "level");
      this.level = level;
      return this;
    }

    /** Sets the publisher. */
    public Builder publisher(String publisher) {
      requireNonNull(publisher, "publisher");
      this.publisher = publisher;
      return this;
    }

    /** Adds the authors of the source. */
    public Builder authors(String... authors) {
      requireNonNull(authors, "authors");
      this.authors = this.authors.withAll(authors);
      return this;
    }

    /** Replaces the authors of the source by those of an iterable, in its order. */
    public Builder allAuthors(Iterable<String> authors) {
      requireNonNull(authors, "authors");
      this.authors = GivenList.of(authors);
      return this;
    }

    /** Sets the language of the source, a BCP 47 tag. */
    public Builder language(String language) {
      requireNonNull(language, "language");
      this.language = language;
      return this;
    }

    /** Sets the date on which the source was published. */
    public Builder published(PartialDate published) {
      requireNonNull(published, "published");
      this.published = published;
      return this;
    }

    /** Sets the date on which the source was published, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder published(String published) {
      requireNonNull(published, "published");
      this.published = Given.date(published);
      return this;
    }

    /** Sets the date on which the source was published, as a day. */
    public Builder published(LocalDate published) {
      requireNonNull(published, "published");
      this.published = Given.date(published);
      return this;
    }

    /** Sets the date on which the authors of the graph read the source. */
    public Builder accessed(PartialDate accessed) {
      requireNonNull(accessed, "accessed");
      this.accessed = accessed;
      return this;
    }

    /**
     * Sets the date on which the authors of the graph read the source, written as {@code 2026}, {@code 2026-02} or {@code
     * 2026-02-13}.
     */
    public Builder accessed(String accessed) {
      requireNonNull(accessed, "accessed");
      this.accessed = Given.date(accessed);
      return this;
    }

    /** Sets the date on which the authors of the graph read the source, as a day. */
    public Builder accessed(LocalDate accessed) {
      requireNonNull(accessed, "accessed");
      this.accessed = Given.date(accessed);
      return this;
    }

    /** Adds the addresses of archived copies. */
    public Builder archived(String... archived) {
      requireNonNull(archived, "archived");
      this.archived = this.archived.withAll(archived);
      return this;
    }

    /** Replaces the addresses of archived copies by those of an iterable, in its order. */
    public Builder allArchived(Iterable<String> archived) {
      requireNonNull(archived, "archived");
      this.archived = GivenList.of(archived);
      return this;
    }

    /** Sets the Digital Object Identifier, such as {@code 10.1000/182}. */
    public Builder doi(String doi) {
      requireNonNull(doi, "doi");
      this.doi = doi;
      return this;
    }

    /** Sets the probability that the source is right and relays faithfully; 1 where left out. */
    public Builder reliability(Grade reliability) {
      requireNonNull(reliability, "reliability");
      this.reliability = reliability;
      return this;
    }

    /** Sets the probability that the source is right and relays faithfully, as a number from 0 to 1. */
    public Builder reliability(double reliability) {
      this.reliability = Given.grade("reliability", reliability);
      return this;
    }

    /** Sets the probability that the source is right and relays faithfully, as a letter of the Admiralty code. */
    public Builder reliability(String reliability) {
      requireNonNull(reliability, "reliability");
      this.reliability = Given.reliability(reliability);
      return this;
    }

    /** Adds the ids of the sources that this one only passes on, by syndication, translation or rewriting. */
    public Builder derivedFrom(String... derivedFrom) {
      requireNonNull(derivedFrom, "derivedFrom");
      this.derivedFrom = this.derivedFrom.withAll(derivedFrom);
      return this;
    }

    /** Replaces the ids of the sources that this one only passes on by those of an iterable, in its order. */
    public Builder allDerivedFrom(Iterable<String> derivedFrom) {
      requireNonNull(derivedFrom, "derivedFrom");
      this.derivedFrom = GivenList.of(derivedFrom);
      return this;
    }

    /** Adds the ids of the relays through which the source was read, for evidence that names none itself. */
    public Builder readIn(String... readIn) {
      requireNonNull(readIn, "readIn");
      this.readIn = this.readIn.withAll(readIn);
      return this;
    }

    /** Replaces the ids of the relays through which the source was read by those of an iterable, in its order. */
    public Builder allReadIn(Iterable<String> readIn) {
      requireNonNull(readIn, "readIn");
      this.readIn = GivenList.of(readIn);
      return this;
    }

    /** Adds the ids of the sources that this one refers to. */
    public Builder cites(String... cites) {
      requireNonNull(cites, "cites");
      this.cites = this.cites.withAll(cites);
      return this;
    }

    /** Replaces the ids of the sources that this one refers to by those of an iterable, in its order. */
    public Builder allCites(Iterable<String> cites) {
      requireNonNull(cites, "cites");
      this.cites = GivenList.of(cites);
      return this;
    }

    /** Adds the organizations that the source belongs to or is paid by. */
    public Builder affiliations(String... affiliations) {
      requireNonNull(affiliations, "affiliations");
      this.affiliations = this.affiliations.withAll(affiliations);
      return this;
    }

    /** Replaces the organizations that the source belongs to or is paid by by those of an iterable, in its order. */
    public Builder allAffiliations(Iterable<String> affiliations) {
      requireNonNull(affiliations, "affiliations");
      this.affiliations = GivenList.of(affiliations);
      return this;
    }

    /** Sets the withdrawal of the source: a retracted source is not right. */
    public Builder retracted(Retraction retracted) {
      requireNonNull(retracted, "retracted");
      this.retracted = Given.part(retracted);
      return this;
    }

    /** Sets the withdrawal of the source, from a builder. */
    public Builder retracted(Retraction.Builder retracted) {
      requireNonNull(retracted, "retracted");
      this.retracted = Given.part(retracted);
      return this;
    }

    /** Sets the withdrawal of the source to a date, written as {@code 2026}, {@code 2026-02} or {@code 2026-02-13}. */
    public Builder retracted(String date) {
      requireNonNull(date, "date");
      return retracted(Retraction.builder(date));
    }

    /** Adds what its publisher or others made known about the source. */
    public Builder notice(Notice notice) {
      requireNonNull(notice, "notice");
      this.notices = this.notices.with(notice);
      return this;
    }

    /** Adds a notice that is not built yet; its problems are reported together with those of the source. */
    public Builder notice(Notice.Builder notice) {
      requireNonNull(notice, "notice");
      this.notices = this.notices.with(notice);
      return this;
    }

    /** Replaces all notices. */
    public Builder allNotices(Iterable<Notice> notices) {
      requireNonNull(notices, "notices");
      this.notices = GivenList.of(notices);
      return this;
    }

    @Override
    Builder inLanguage(String language) {
      title = Given.inLanguage(title, language);
      shortTitle = Given.inLanguage(shortTitle, language);
      notices = notices.map(each -> each.inLanguage(language));
      Retraction withdrawal = Given.value(retracted);
      retracted = withdrawal == null ? null : Given.part(withdrawal.inLanguage(language));
      return super.inLanguage(language);
    }

    @Override
    void check(Problems problems) {
      Rules.id(problems, "", id);
      Given.check(title, problems, "/title");
      Rules.url(problems, "/url", url);
      Given.check(shortTitle, problems, "/shortTitle");
      Rules.words(problems, "/publisher", publisher);
      Rules.allWords(problems, "/authors", authors.values());
      Rules.tag(problems, "/language", language);
      Given.check(published, problems, "/published");
      Given.check(accessed, problems, "/accessed");
      Rules.urls(problems, "/archived", archived.values());
      Rules.doi(problems, "/doi", doi);
      Given.check(reliability, problems, "/reliability");
      Rules.ids(problems, "/derivedFrom", derivedFrom.values());
      Rules.ids(problems, "/readIn", readIn.values());
      Rules.ids(problems, "/cites", cites.values());
      Rules.allWords(problems, "/affiliations", affiliations.values());
      Given.check(retracted, problems, "/retracted");
      notices.check(problems, "/notices");
      super.check(problems);
      missing(
          problems,
          title == null ? url : title,
          "source '" + id + "' has neither a title nor a url",
          "Write one of the two.");
    }

    @Override
    Source draft() {
      return new Source(this);
    }

    @Override
    String subject() {
      return "source " + Problem.visible(id);
    }

    String id() {
      return id;
    }
  }
}
