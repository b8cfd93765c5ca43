package org.claimtrace.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Objects;
import org.claimtrace.result.Result.WithoutJson;
import org.jspecify.annotations.Nullable;

/** The common base of a graph and its parts: the author's own members, and equality over all members, order included. */
abstract class Part implements WithoutJson {

  /** The result of {@link #member} for a number after the last member. */
  static final Object NO_MORE = new Object();

  private final ImmutableMap<String, String> ownMembers;

  Part(PartBuilder<?, ?> builder) {
    ownMembers = ImmutableMap.copyOf(builder.ownMembers);
  }

  /** Returns the author's own members, whose names begin with {@code _}: minified JSON text by name, in the author's order. */
  public ImmutableMap<String, String> ownMembers() {
    return ownMembers;
  }

  /** Returns the member with a number from 0, own members aside, for comparison. Allocates nothing. */
  abstract @Nullable Object member(int number);

  /** Returns whether a text of this part has no tag yet. */
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

  /** Returns a short description, such as {@code claim sky-is-blue}. */
  @Override
  public abstract String toString();

  static boolean isUntagged(@Nullable Text text) {
    return text != null && text.isUntagged();
  }

  static boolean isAnyUntagged(ImmutableList<? extends Part> parts) {
    // By index: every part that is read passes here, and neither streams nor iterators are free.
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).isUntagged()) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Text inLanguage(@Nullable Text text, String language) {
    return text == null ? null : text.inLanguage(language);
  }
}
