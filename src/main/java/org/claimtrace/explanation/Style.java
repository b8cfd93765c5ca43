package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.claimtrace.result.Result.WithoutJson;
import org.jspecify.annotations.Nullable;

/**
 * The options of explanations and other prose: the language, the width, the amount of detail and colour. Immutable.
 *
 * <p>Stable.
 */
public final class Style implements WithoutJson {

  /** The least width of a text, in columns. */
  public static final int LEAST_WIDTH = 40;

  private static final Style USUAL = builder().build();

  private final @Nullable String language;
  private final int width;
  private final boolean all;
  private final boolean colour;

  private Style(Builder builder) {
    language = builder.language;
    width = builder.width;
    all = builder.all;
    colour = builder.colour;
  }

  /** Returns the style with every option at its default. */
  public static Style usual() {
    return USUAL;
  }

  /** Returns a builder with every option at its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the BCP 47 tag of the language that is wanted; empty for that of the graph, see {@link Builder#language}. */
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** Returns the greatest width of a line of text, in columns. */
  public int width() {
    return width;
  }

  /** Returns whether nothing is abridged. */
  public boolean showsAll() {
    return all;
  }

  /** Returns whether text is coloured with the escape sequences of a terminal. */
  public boolean hasColour() {
    return colour;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Style style
        && language().equals(style.language())
        && width == style.width
        && all == style.all
        && colour == style.colour;
  }

  @Override
  public int hashCode() {
    return Objects.hash(language, width, all, colour);
  }

  /** Returns what is set, on one line, such as {@code language=zh, width=80}. */
  @Override
  public String toString() {
    return (language == null ? "" : "language=" + language + ", ") + "width=" + width
        + (all ? ", all" : "") + (colour ? ", colour" : "");
  }

  /** Builds a style. Not safe for use by several threads. */
  @SuppressWarnings("exports")
  public static final class Builder {

    private @Nullable String language;
    private int width = 80;
    private boolean all;
    private boolean colour;

    private Builder() {}

    /**
     * Sets the language that is wanted. Sentences are Chinese for any Chinese, and English for everything else; words of the
     * graph are in the wanted language where they are written in it, as {@link org.claimtrace.model.Text#in} finds them. The
     * default is the language of the graph for sentences, and that of the sentences for words.
     *
     * @param tag a BCP 47 tag, such as {@code zh-Hans-CN}
     * @throws IllegalArgumentException if the tag is ill-formed
     */
    @CanIgnoreReturnValue
    public Builder language(String tag) {
      requireNonNull(tag, "tag");
      this.language = wellFormed(tag);
      return this;
    }

    private static String wellFormed(String tag) {
      try {
        checkArgument(
            !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty(),
            "'%s' is not a language tag, such as en or zh-Hans",
            tag);
        return tag;
      } catch (IllformedLocaleException e) {
        throw new IllegalArgumentException(
            "'" + tag + "' is not a language tag, such as en or zh-Hans", e);
      }
    }

    /**
     * Sets the greatest width of a line of text, in columns, of which an ideograph takes two. The default is 80. Markdown is
     * not wrapped.
     *
     * @throws IllegalArgumentException if it is less than {@link Style#LEAST_WIDTH}
     */
    @CanIgnoreReturnValue
    public Builder width(int columns) {
      checkArgument(
          columns >= LEAST_WIDTH,
          "a width of %s columns; at least %s are needed",
          columns,
          LEAST_WIDTH);
      this.width = columns;
      return this;
    }

    /** Sets whether nothing is abridged. By default, claims deep in the tree are folded, and long lists and chains are shortened. */
    @CanIgnoreReturnValue
    public Builder all(boolean all) {
      this.all = all;
      return this;
    }

    /** Sets whether text is coloured with ANSI escape sequences. The default is false. */
    @CanIgnoreReturnValue
    public Builder colour(boolean colour) {
      this.colour = colour;
      return this;
    }

    /** Returns a short description for logs, in no stable format. */
    @Override
    public String toString() {
      return "builder of a style, " + build();
    }

    /** Returns the style. */
    public Style build() {
      return new Style(this);
    }
  }
}
