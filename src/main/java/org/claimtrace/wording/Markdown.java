package org.claimtrace.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Puts words into Markdown so that none of them is taken for markup. */
public final class Markdown {

  private static final String MARKUP = "\\`*_{}[]<>()#+-!|~&";

  private Markdown() {}

  /** Words as one line of Markdown that reads as they are. */
  public static String escaped(String words) {
    return withoutMarkup(Isolation.closed(words));
  }

  /** The same of words that are one line, and closed. */
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

  /** A link whose words read as they are. */
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

  /** In angle brackets a destination may hold parentheses, but not these brackets; what cannot be seen is better seen. */
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

  /** Whether a sign would be taken for markup where it stands; hyphens, brackets of ids and the like inside words would not. */
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

  /** Whether all before an index is a number, as before the point of an ordered list. */
  private static boolean isNumber(String words, int end) {
    for (int i = 0; i < end; i++) {
      if (words.charAt(i) < '0' || words.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
