package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of explanations and other prose: the language, the width, the amount of detail and colour. Immutable. */
public final class Style {

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

  /**
   * Returns the tag of the language, {@code en} or {@code zh}; empty for the language of the graph if it is one of these,
   * otherwise English.
   */
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

  /** Builds a style. Not safe for use by several threads. */
  public static final class Builder {

    private @Nullable String language;
    private int width = 80;
    private boolean all;
    private boolean colour;

    private Builder() {}

    /**
     * Sets the language, {@code en} or {@code zh}. The default is the language of the graph if it is one of these, otherwise
     * English.
     *
     * @throws IllegalArgumentException if it is another language
     */
    public Builder language(String tag) {
      checkArgument(tag.equals("en") || tag.equals("zh"), "language '%s'; en and zh are told", tag);
      this.language = tag;
      return this;
    }

    /**
     * Sets the greatest width of a line of text, in columns, of which an ideograph takes two. The default is 80. Markdown is
     * not wrapped.
     *
     * @throws IllegalArgumentException if it is less than {@link Style#LEAST_WIDTH}
     */
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
    public Builder all(boolean all) {
      this.all = all;
      return this;
    }

    /** Sets whether text is coloured with ANSI escape sequences. The default is false. */
    public Builder colour(boolean colour) {
      this.colour = colour;
      return this;
    }

    /** Returns the style. */
    public Style build() {
      return new Style(this);
    }
  }
}
