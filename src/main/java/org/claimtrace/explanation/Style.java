package org.claimtrace.explanation;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an explanation is told: in which language, how wide, how much of it. */
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

  /** Every option at its default. */
  public static Style usual() {
    return USUAL;
  }

  /** Begins a style. */
  public static Builder builder() {
    return new Builder();
  }

  /** The tag of the language, {@code en} or {@code zh}; empty for that of the graph where it is one of these, else English. */
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** The columns of a line of text. */
  public int width() {
    return width;
  }

  /** Whether everything is told, however long. */
  public boolean all() {
    return all;
  }

  /** Whether text carries the colours of a terminal. */
  public boolean colour() {
    return colour;
  }

  /** Builds a style. Not for use by several threads. */
  public static final class Builder {

    private @Nullable String language;
    private int width = 80;
    private boolean all;
    private boolean colour;

    private Builder() {}

    /**
     * The language: {@code en} or {@code zh}. Unless said, that of the graph where it is one of these, else English.
     *
     * @throws IllegalArgumentException if it is another
     */
    public Builder language(String tag) {
      checkArgument(tag.equals("en") || tag.equals("zh"), "language '%s'; en and zh are told", tag);
      this.language = tag;
      return this;
    }

    /**
     * How many columns a line of text may take; an ideograph takes two. 80 unless said. Markdown is not wrapped.
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

    /** Whether everything is told. Unless said, what lies deep is folded, and long lists and long chains are cut short. */
    public Builder all(boolean all) {
      this.all = all;
      return this;
    }

    /** Whether text carries the colours of a terminal, as ANSI escape sequences. Unless said, it does not. */
    public Builder colour(boolean colour) {
      this.colour = colour;
      return this;
    }

    /** Builds the style. */
    public Style build() {
      return new Style(this);
    }
  }
}
