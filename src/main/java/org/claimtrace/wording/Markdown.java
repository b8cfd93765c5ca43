package org.claimtrace.wording;

/** Puts words into Markdown so that none of them is taken for markup. */
public final class Markdown {

  private static final String MARKUP = "\\`*_{}[]<>()#+-!|~&";

  private Markdown() {}

  /** Words as one line of Markdown that reads as they are. */
  public static String escaped(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n') {
        escaped.append(' ');
        continue;
      }
      if (isMarkup(words, i)) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** A link whose words read as they are. */
  public static String link(String words, String url) {
    // In angle brackets a destination may hold parentheses, and nothing but these need be written
    // otherwise.
    String destination =
        url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace(" ", "%20");
    return "[" + escaped(words) + "](<" + destination + ">)";
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
