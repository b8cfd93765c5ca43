package org.claimtrace.inspection;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.claimtrace.model.Acceptance;
import org.claimtrace.model.Element;
import org.claimtrace.model.Text;
import org.claimtrace.problem.Place;
import org.claimtrace.result.Result.WithoutJson;
import org.claimtrace.work.ResultComponents;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the inspection noticed. An {@link Inspection} writes its findings as JSON.
 *
 * <p>Stable.
 */
public final class Finding implements WithoutJson {

  private final String code;
  private final Severity severity;
  private final ImmutableList<Element> elements;
  private final Supplier<Text> message;
  private final Text remedy;
  private final ImmutableListMultimap<String, Element> related;
  private final ImmutableMap<String, Double> numbers;
  private final ImmutableMap<String, String> words;
  private final String topic;
  private final String pointer;
  private final @Nullable Place place;
  private final @Nullable Acceptance acceptance;

  private Finding(Builder builder, Supplier<Text> message, Text remedy) {
    code = builder.code;
    severity = builder.severity;
    elements = builder.elements;
    this.message = message;
    this.remedy = remedy;
    related = builder.related.build();
    numbers = ImmutableMap.copyOf(builder.numbers);
    words = ImmutableMap.copyOf(builder.words);
    topic = builder.topic;
    pointer = builder.pointer;
    place = null;
    acceptance = null;
  }

  private Finding(
      Finding same, Severity severity, @Nullable Place place, @Nullable Acceptance acceptance) {
    code = same.code;
    this.severity = severity;
    elements = same.elements;
    message = same.message;
    remedy = same.remedy;
    related = same.related;
    numbers = same.numbers;
    words = same.words;
    topic = same.topic;
    pointer = same.pointer;
    this.place = place;
    this.acceptance = acceptance;
  }

  /** Returns a builder of a finding with the code and the severity of a rule, and nothing else yet. */
  public static Builder builder(InspectionRule rule) {
    requireNonNull(rule, "rule");
    return new Builder(rule.code(), rule.severity());
  }

  /** Returns the code of the rule that found it, such as {@code circular-sourcing}. */
  public String code() {
    return code;
  }

  /** Returns how grave it is. */
  public Severity severity() {
    return severity;
  }

  /** Returns the elements that it is about, the most important first; empty if it is about the whole graph. */
  public ImmutableList<Element> elements() {
    return elements;
  }

  /**
   * Returns the place of its first element in the document, or of the graph if it has no elements; absent if the graph was not read
   * from a document.
   */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /** Returns what was noticed, in whole sentences; findings of this library have it in English and Chinese. */
  public Text message() {
    return message.get();
  }

  /** Returns what was noticed, in whole sentences, in a language: see {@link Text#in(String)}. */
  public String message(String language) {
    requireNonNull(language, "language");
    return message().in(language).words();
  }

  /** Returns what to do about it, in whole sentences; findings of this library have it in English and Chinese. */
  public Text remedy() {
    return remedy;
  }

  /** Returns what to do about it, in whole sentences, in a language: see {@link Text#in(String)}. */
  public String remedy(String language) {
    requireNonNull(language, "language");
    return remedy.in(language).words();
  }

  /** Returns the elements that show it, by what they are: the {@code ring} of a circle in order, the {@code origin} of copies. */
  public ImmutableListMultimap<String, Element> related() {
    return related;
  }

  /** Returns the numbers that show it, by what they are, such as how many {@code sources} have how many {@code origins}. */
  public ImmutableMap<String, Double> numbers() {
    return numbers;
  }

  /** Returns the words that show it, by what they are, such as the {@code address} that two sources have in common. */
  public ImmutableMap<String, String> words() {
    return words;
  }

  /**
   * Returns the fingerprint of the finding: the SHA-256, in hexadecimal, of its code, the ids of its elements and, where a rule may find
   * two things about the same elements, what tells them apart. It stays the same when lines move and when anything else in the graph
   * changes.
   */
  public String fingerprint() {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putString(code, StandardCharsets.UTF_8);
    for (Element element : elements) {
      hasher.putString("\n" + element.kind() + " " + element.id(), StandardCharsets.UTF_8);
    }
    if (!topic.isEmpty()) {
      hasher.putString("\n\n" + topic, StandardCharsets.UTF_8);
    }
    return hasher.hash().toString();
  }

  /** Returns the acceptance by which the authors of the graph accept it; absent if they do not. */
  public Optional<Acceptance> acceptance() {
    return Optional.ofNullable(acceptance);
  }

  /** Returns whether an acceptance of the graph accepts it. */
  boolean isAcceptedBy(Acceptance each) {
    return each.finding().equals(code)
        && each.at()
            .map(id -> elements.stream().anyMatch(element -> element.id().equals(id)))
            .orElse(elements.isEmpty());
  }

  /** Returns the JSON Pointer of what it is about, if that is no element; otherwise the empty string. */
  String pointer() {
    return pointer;
  }

  Finding accepted(Acceptance by) {
    return new Finding(this, severity, place, by);
  }

  Finding at(Place where) {
    return new Finding(this, severity, where, acceptance);
  }

  Finding with(Severity other) {
    return new Finding(this, other, place, acceptance);
  }

  private ResultComponents components() {
    return ResultComponents.of("Finding")
        .and("code", code)
        .and("severity", severity)
        .and("elements", elements)
        .and("place", place())
        .and("message", message())
        .and("remedy", remedy)
        .and("related", related)
        .and("numbers", numbers)
        .and("words", words)
        .and("fingerprint", fingerprint())
        .and("acceptance", acceptance());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** Returns a short description for logs, in no stable format. */
  @Override
  public String toString() {
    return severity + " " + code + " at " + elements;
  }

  /** How grave a finding is. The constants are ordered from the gravest. */
  public enum Severity {
    /** The graph says something that cannot stand as it is. */
    ERROR,
    /** A reader would be misled, or a verdict may be wrong. */
    WARNING,
    /** Something that could be better, or that one should know. */
    NOTE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the stable word, in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Builds a finding. Each call replaces what was set before, except {@code related}, {@code number} and {@code word}, which add.
   * Not safe for use by several threads.
   */
  @SuppressWarnings("exports")
  public static final class Builder {

    private final String code;
    private Severity severity;
    private ImmutableList<Element> elements = ImmutableList.of();
    private @Nullable Supplier<Text> message;
    private @Nullable Text remedy;
    private final ImmutableListMultimap.Builder<String, Element> related =
        ImmutableListMultimap.builder();
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private String topic = "";
    private String pointer = "";

    private Builder(String code, Severity severity) {
      this.code = requireNonNull(code, "code");
      this.severity = requireNonNull(severity, "severity");
    }

    /** Sets how grave it is; the default is as grave as its rule says. */
    @CanIgnoreReturnValue
    public Builder severity(Severity severity) {
      requireNonNull(severity, "severity");
      this.severity = severity;
      return this;
    }

    /** Sets the elements that it is about, the most important first. */
    @CanIgnoreReturnValue
    public Builder elements(Element... elements) {
      requireNonNull(elements, "elements");
      this.elements = ImmutableList.copyOf(elements);
      return this;
    }

    /** Sets the elements that it is about, the most important first. */
    @CanIgnoreReturnValue
    public Builder elements(Iterable<Element> elements) {
      requireNonNull(elements, "elements");
      this.elements = ImmutableList.copyOf(elements);
      return this;
    }

    /** Sets what was noticed, in whole sentences. */
    @CanIgnoreReturnValue
    public Builder message(Text message) {
      requireNonNull(message, "message");
      this.message = () -> message;
      return this;
    }

    /** Sets what makes the message when it is first asked for. */
    @CanIgnoreReturnValue
    Builder message(Supplier<Text> later) {
      this.message = Suppliers.memoize(later::get);
      return this;
    }

    /** Sets what to do about it, in whole sentences. */
    @CanIgnoreReturnValue
    public Builder remedy(Text remedy) {
      requireNonNull(remedy, "remedy");
      this.remedy = remedy;
      return this;
    }

    /** Adds elements that show it, see {@link Finding#related}. */
    @CanIgnoreReturnValue
    public Builder related(String name, Iterable<Element> elements) {
      requireNonNull(name, "name");
      requireNonNull(elements, "elements");
      related.putAll(name, elements);
      return this;
    }

    /** Adds elements that show it, see {@link Finding#related}. */
    @CanIgnoreReturnValue
    public Builder related(String name, Element... elements) {
      requireNonNull(elements, "elements");
      return related(name, List.of(elements));
    }

    /**
     * Adds a number that shows it, see {@link Finding#numbers}.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    @CanIgnoreReturnValue
    public Builder number(String name, double number) {
      requireNonNull(name, "name");
      checkArgument(Double.isFinite(number), "%s is %s; it must be a finite number", name, number);
      numbers.put(name, number);
      return this;
    }

    /** Adds words that show it, see {@link Finding#words}. */
    @CanIgnoreReturnValue
    public Builder word(String name, String word) {
      requireNonNull(name, "name");
      requireNonNull(word, "word");
      words.put(name, word);
      return this;
    }

    /** Says what tells it from other findings of its rule about the same elements, and where that stands in the document. */
    @CanIgnoreReturnValue
    Builder about(String topic, String pointer) {
      this.topic = topic;
      this.pointer = pointer;
      return this;
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return "builder of a finding, " + code;
    }

    /**
     * Returns the finding.
     *
     * @throws IllegalArgumentException if it has no message or no remedy
     */
    public Finding build() {
      checkArgument(message != null && remedy != null, "a finding needs a message and a remedy");
      return new Finding(
          this, requireNonNull(message, "message"), requireNonNull(remedy, "remedy"));
    }
  }
}
