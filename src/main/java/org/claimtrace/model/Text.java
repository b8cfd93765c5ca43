package org.claimtrace.model;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A text in one or more languages, each under its BCP 47 tag, in the order in which they were written.
 *
 * <p>A text may also be created without a tag, by {@link #of(String)}: it takes the language of the graph that it is added to.
 * Two texts are equal when they have the same tags with the same words in the same order.
 *
 * <p>Stable.
 */
public final class Text extends Given<Text> {

  /** The tag of a text that was given none and has not been added to a graph. */
  private static final String GRAPH_LANGUAGE = "";

  // A linked list, since nearly every text has one language and a graph has millions of texts.
  private final String tag;
  private final String words;
  private final @Nullable Text next;

  private Text(String tag, String words, @Nullable Text next) {
    this.tag = tag;
    this.words = words;
    this.next = next;
  }

  /**
   * Returns words in one language or several, in the order given.
   *
   * @param tag a BCP 47 language tag, such as {@code en} or {@code zh-Hans}
   * @param words the words in that language
   * @param more further tags, each followed by its words
   * @throws InvalidValueException if a tag is ill-formed or occurs twice up to case, or words are blank or have control
   *     characters
   * @throws IllegalArgumentException if the last tag has no words
   */
  public static Text of(String tag, String words, String... more) {
    requireNonNull(tag, "tag");
    requireNonNull(words, "words");
    requireNonNull(more, "more");
    return checked(tagged(tag, words, more));
  }

  /**
   * Returns words in the language of the graph that the text is added to.
   *
   * @throws InvalidValueException if the words are blank or have control characters
   */
  public static Text of(String words) {
    requireNonNull(words, "words");
    Problems problems = new Problems();
    Rules.words(problems, "", words);
    throwIfAny(problems);
    return untagged(words);
  }

  /**
   * Returns words in several languages, ordered by their tags, since the order of a map may be any. To give them an order, use
   * {@link #of(String, String, String...)} or {@link #and}.
   *
   * @param wordsByTag words by BCP 47 language tag, at least one
   * @throws InvalidValueException if there are none, a tag is ill-formed or occurs twice up to case, or words are blank or have
   *     control characters
   */
  public static Text of(Map<String, String> wordsByTag) {
    requireNonNull(wordsByTag, "wordsByTag");
    if (wordsByTag.isEmpty()) {
      throw new InvalidValueException(Rules.noWords(""));
    }
    ImmutableList<Map.Entry<String, String>> ordered =
        ImmutableSortedMap.copyOf(wordsByTag).entrySet().asList();
    Map.Entry<String, String> last = ordered.get(ordered.size() - 1);
    return checked(tagged(
        ordered.subList(0, ordered.size() - 1), new Text(last.getKey(), last.getValue(), null)));
  }

  /**
   * Returns this text with words in one more language, after all others. Takes time linear in the number of languages.
   *
   * @param tag a BCP 47 language tag, which the text does not have yet
   * @throws InvalidValueException if the tag is ill-formed or the text has it, up to case, or the words are blank or have
   *     control characters
   * @throws IllegalStateException if the words of this text have no tag
   */
  public Text and(String tag, String words) {
    requireNonNull(tag, "tag");
    requireNonNull(words, "words");
    checkState(
        !isUntagged(), "'%s' has no language tag; begin with Text.of(tag, words)", this.words);
    return checked(tagged(byTag().entrySet().asList(), new Text(tag, words, null)));
  }

  private static Text checked(Text text) {
    Problems problems = new Problems();
    Rules.languages(problems, "", text);
    throwIfAny(problems);
    return text;
  }

  private static void throwIfAny(Problems problems) {
    if (!problems.isEmpty()) {
      throw new InvalidValueException(problems.kept());
    }
  }

  static Text untagged(String words) {
    return new Text(GRAPH_LANGUAGE, words, null);
  }

  /** Returns words by tag, unchecked. */
  static Text tagged(String tag, String words, String... more) {
    checkArgument(
        more.length % 2 == 0,
        "no words in language '%s'",
        more.length == 0 ? tag : more[more.length - 1]);
    Text text = null;
    for (int i = more.length - 2; i >= 0; i -= 2) {
      text = new Text(more[i], more[i + 1], text);
    }
    return new Text(tag, words, text);
  }

  private static Text tagged(List<Map.Entry<String, String>> wordsByTag, Text last) {
    Text text = last;
    for (Map.Entry<String, String> entry : Lists.reverse(wordsByTag)) {
      text = new Text(entry.getKey(), entry.getValue(), text);
    }
    return text;
  }

  /** Calls a function with each tag and its words, in the order in which they were written. */
  void forEach(BiConsumer<String, String> action) {
    for (Text each = this; each != null; each = each.next) {
      action.accept(each.tag, each.words);
    }
  }

  /** Returns this text, tagged with {@code language} if it has no tag. */
  Text inLanguage(String language) {
    return isUntagged() ? new Text(language, words, null) : this;
  }

  boolean isUntagged() {
    return tag.equals(GRAPH_LANGUAGE);
  }

  /** Returns the words by tag, in the order in which they were written; the tag is empty where the text was given none. */
  @JsonValue
  public ImmutableMap<String, String> byTag() {
    ImmutableMap.Builder<String, String> map = ImmutableMap.builder();
    for (Text each = this; each != null; each = each.next) {
      map.put(each.tag, each.words);
    }
    return map.buildOrThrow();
  }

  /** Returns the words, if the text has a single language and that is the given one. */
  public Optional<String> onlyIn(String language) {
    requireNonNull(language, "language");
    return next == null && tag.equals(language) ? Optional.of(words) : Optional.empty();
  }

  /**
   * Returns the wording for a reader who wants a language, as {@link #in(String, String)} does where the text has no words in
   * the graph's language.
   */
  public Wording in(String wanted) {
    return in(wanted, GRAPH_LANGUAGE);
  }

  /**
   * Returns the wording for a reader who wants a language: the first match by BCP 47 lookup (RFC 4647, section 3.4: {@code
   * zh-Hans-CN}, then {@code zh-Hans}, then {@code zh}); otherwise the first in that language with any script or region;
   * otherwise the one in the graph's language; otherwise the first that was written.
   *
   * @param wanted the tag of the wanted language
   * @param graphLanguage the language of the graph
   */
  public Wording in(String wanted, String graphLanguage) {
    requireNonNull(wanted, "wanted");
    requireNonNull(graphLanguage, "graphLanguage");
    for (String range = wanted; !range.isEmpty(); range = shortened(range)) {
      Text exact = find(range);
      if (exact != null) {
        return exact.wording();
      }
    }
    String primary = primary(wanted);
    for (Text each = this; each != null; each = each.next) {
      if (primary(each.tag).equals(primary)) {
        return each.wording();
      }
    }
    Text fallback = find(graphLanguage);
    return (fallback == null ? this : fallback).wording();
  }

  private Wording wording() {
    return new Wording(tag, words);
  }

  private @Nullable Text find(String wanted) {
    for (Text each = this; each != null; each = each.next) {
      if (each.tag.equalsIgnoreCase(wanted)) {
        return each;
      }
    }
    return null;
  }

  private static String shortened(String range) {
    int hyphen = range.lastIndexOf('-');
    if (hyphen < 0) {
      return "";
    }
    // RFC 4647, section 3.4: a subtag of one character goes together with the one after it.
    return hyphen >= 2 && range.charAt(hyphen - 2) == '-'
        ? range.substring(0, hyphen - 2)
        : range.substring(0, hyphen);
  }

  private static String primary(String tag) {
    int hyphen = tag.indexOf('-');
    return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
  }

  /**
   * Words and the language that they are in.
   *
   * @param tag the BCP 47 tag
   * @param words the words
   */
  public record Wording(String tag, String words) {
    public Wording {
      requireNonNull(tag, "tag");
      requireNonNull(words, "words");
    }
  }

  @Override
  Text read() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Text that)) {
      return false;
    }
    Text left = this;
    Text right = that;
    while (left != null
        && right != null
        && left.tag.equals(right.tag)
        && left.words.equals(right.words)) {
      left = left.next;
      right = right.next;
    }
    return left == null && right == null;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (Text each = this; each != null; each = each.next) {
      hash = 31 * (31 * hash + each.tag.hashCode()) + each.words.hashCode();
    }
    return hash;
  }

  /** Returns the words, with their tags where there are several. */
  @Override
  public String toString() {
    return next == null ? words : byTag().toString();
  }
}
