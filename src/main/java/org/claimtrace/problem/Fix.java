package org.claimtrace.problem;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Locale;

/**
 * A change of a document that certainly cures a problem: operations of a JSON Patch (RFC 6902), made one after the other. What
 * is likely but not certain is only told in the remedy of the problem.
 *
 * <p>Every fix is for the document as it was read. Whoever applies those of several problems begins with the last one, since a
 * removal moves what follows it in a list. Immutable and serializable.
 *
 * <p>Stable.
 *
 * @param operations what is done, at least one operation
 */
public record Fix(ImmutableList<Operation> operations) implements Serializable {
  public Fix {
    requireNonNull(operations, "operations");
    checkArgument(!operations.isEmpty(), "no operations");
  }

  /** One step of a fix. */
  public sealed interface Operation extends Serializable permits Replace, Move, Remove {

    /** Returns the JSON Pointer (RFC 6901) of what is there after a replacement or a move, or was there before a removal. */
    String pointer();
  }

  /**
   * Puts another value in the place of one.
   *
   * @param pointer the JSON Pointer of the value
   * @param json the other value, as JSON text
   */
  public record Replace(String pointer, String json) implements Operation {
    public Replace {
      requireNonNull(pointer, "pointer");
      requireNonNull(json, "json");
    }
  }

  /**
   * Gives a member another name, or puts a value in the place of the whole document.
   *
   * @param from the JSON Pointer at which the value is
   * @param pointer the JSON Pointer at which it will be: that of another member of the same object, or empty for the document
   */
  public record Move(String from, String pointer) implements Operation {
    public Move {
      requireNonNull(from, "from");
      requireNonNull(pointer, "pointer");
    }
  }

  /**
   * Removes a member of an object or an entry of a list.
   *
   * @param pointer its JSON Pointer
   */
  public record Remove(String pointer) implements Operation {
    public Remove {
      requireNonNull(pointer, "pointer");
    }
  }

  /** Returns the fix that consists of some operations, one after the other. */
  public static Fix of(Operation... operations) {
    requireNonNull(operations, "operations");
    return new Fix(ImmutableList.copyOf(operations));
  }

  /** Returns the fix that puts another string in the place of a value. */
  public static Fix text(String pointer, String words) {
    requireNonNull(pointer, "pointer");
    requireNonNull(words, "words");
    return of(new Replace(pointer, quoted(words)));
  }

  /** Returns the fix that gives a member another name. */
  public static Fix rename(String pointer, String name) {
    requireNonNull(pointer, "pointer");
    requireNonNull(name, "name");
    return of(renaming(pointer, name));
  }

  /** Returns the operation that gives a member another name. */
  public static Move renaming(String pointer, String name) {
    requireNonNull(pointer, "pointer");
    requireNonNull(name, "name");
    return new Move(
        pointer, pointer.substring(0, pointer.lastIndexOf('/') + 1) + Place.escape(name));
  }

  /** Returns a text as a JSON string. */
  public static String quoted(String words) {
    requireNonNull(words, "words");
    StringBuilder json = new StringBuilder(words.length() + 2).append('"');
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) && !isPaired(words, i)) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static boolean isPaired(String words, int i) {
    return Character.isHighSurrogate(words.charAt(i))
        ? i + 1 < words.length() && Character.isLowSurrogate(words.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(words.charAt(i - 1));
  }

  /** Returns this fix with {@code prefix} put before every pointer. */
  public Fix under(String prefix) {
    requireNonNull(prefix, "prefix");
    return new Fix(operations.stream()
        .map(operation -> under(prefix, operation))
        .collect(ImmutableList.toImmutableList()));
  }

  private static Operation under(String prefix, Operation operation) {
    if (operation instanceof Replace replace) {
      return new Replace(prefix + replace.pointer(), replace.json());
    }
    if (operation instanceof Move move) {
      return new Move(prefix + move.from(), prefix + move.pointer());
    }
    return new Remove(prefix + operation.pointer());
  }
}
