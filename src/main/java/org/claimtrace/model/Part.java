package org.claimtrace.model;

import com.google.common.collect.ImmutableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a graph and its parts have in common: members of the author's own, and equality over all members, order included. */
abstract class Part {

  /** What {@link #member} answers behind the last one. */
  static final Object NO_MORE = new Object();

  private final ImmutableMap<String, String> ownMembers;

  Part(PartBuilder<?, ?> builder) {
    ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /** The author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  public ImmutableMap<String, String> ownMembers() {
    return ownMembers;
  }

  /** The member with a number from 0, the author's own aside: what the part is, for whoever compares. Makes nothing. */
  abstract @Nullable Object member(int number);

  /** Whether a text in it has no tag yet. */
  abstract boolean isUntagged();

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Part that) || getClass() != that.getClass()) {
      return false;
    }
    Object mine = member(0);
    for (int i = 0; mine != NO_MORE; mine = member(++i)) {
      if (!Objects.equals(mine, that.member(i))) {
        return false;
      }
    }
    return ownMembers.entrySet().asList().equals(that.ownMembers.entrySet().asList());
  }

  @Override
  public int hashCode() {
    int hash = 1;
    Object mine = member(0);
    for (int i = 0; mine != NO_MORE; mine = member(++i)) {
      hash = 31 * hash + Objects.hashCode(mine);
    }
    return 31 * hash + ownMembers.hashCode();
  }

  /** What it is, in a few words. */
  @Override
  public abstract String toString();

  static boolean isUntagged(@Nullable Text text) {
    return text != null && text.isUntagged();
  }

  static @Nullable Text inLanguage(@Nullable Text text, String language) {
    return text == null ? null : text.inLanguage(language);
  }
}
