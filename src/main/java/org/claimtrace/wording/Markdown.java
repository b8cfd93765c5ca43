package org.claimtrace.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Escapes words for Markdown, so that none of them is taken for markup. */
public final class Markdown {

  private static final String MARKUP = "\\`*_{}[]<>()#+-!|~&";

  private Markdown() {}

  /** Returns words as one line of Markdown that renders as these words. */
  public static String escaped(String words) {
    return withoutMarkup(Isolation.closed(words));
  }

  /** Escapes words that are already one line, without control characters and with balanced isolates. */
  static String withoutMarkup(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      if (isMarkup(words, i)) {
        escaped.append('\\');
      }
      escaped.append(words.charAt(i));
    }
    return escaped.toString();
  }

  /** Returns a link with escaped words; characters that a destination must not hold are percent-encoded as UTF-8. */
  public static String link(String words, String url) {
    StringBuilder destination = new StringBuilder();
    url.codePoints().forEach(c -> {
      if (staysInDestination(c)) {
        destination.appendCodePoint(c);
      } else {
        for (byte octet : Character.toString(c).getBytes(UTF_8)) {
          destination.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
      }
    });
    return "[" + escaped(words) + "](<" + destination + ">)";
  }

  /**
   * A destination in angle brackets may hold parentheses, but no angle brackets; invisible characters are encoded to make them
   * visible.
   */
  private static boolean staysInDestination(int c) {
    return "<>\\ ".indexOf(c) < 0
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR,
              Character.SURROGATE -> false;
          default -> true;
        };
  }

  /** Returns whether a character would be taken for markup at its place; a hyphen inside a word, for example, would not. */
  private static boolean isMarkup(String words, int at) {
    char c = words.charAt(at);
    if (MARKUP.indexOf(c) < 0) {
      return c == '.' && at > 0 && isNumber(words, at);
    }
    return switch (c) {
      case '(', ')', '{', '}' -> false;
      case '#', '+', '-' -> at == 0;
      case '!' -> at + 1 < words.length() && words.charAt(at + 1) == '[';
      default -> true;
    };
  }

  /** Returns whether the characters before an index are all digits, as before the point of an ordered list. */
  private static boolean isNumber(String words, int end) {
    for (int i = 0; i < end; i++) {
      if (words.charAt(i) < '0' || words.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
