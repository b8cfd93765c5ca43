package org.claimtrace.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;

/** Says what is wrong with texts that are not URLs. */
final class IllFormedUrls {

  /** Longer ones are not shown as they should be. */
  private static final int LONGEST = 2000;

  private static final String USUAL =
      "Write the whole web address, such as \"https://example.org/page\".";
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("(?:[\\p{L}\\p{N}-]++\\.)++[\\p{L}]{2,}+(?::\\d++)?+(?:[/?#].*+)?+");
  private static final Pattern BROKEN_SCHEME =
      Pattern.compile("(?i)(https?)(?::/?|/{1,2}|;//)(?!/)(\\S++)");

  private IllFormedUrls() {}

  /** Returns the problem of a text that is not a URL. */
  static Problem problem(String pointer, String url) {
    String message = Rules.quoted(url) + " is not a URL";
    if (url.length() > LONGEST) {
      return problem(pointer, message, USUAL);
    }
    String bare = bare(url);
    if (!bare.equals(url) && isWebAddress(bare)) {
      return problem(pointer, message, "Write \"" + bare + "\".").with(Fix.text(pointer, bare));
    }
    String whole = "https://" + bare;
    if (WITHOUT_SCHEME.matcher(bare).matches() && isWebAddress(whole)) {
      return problem(pointer, message, "Write its scheme, too: \"" + whole + "\".");
    }
    Matcher broken = BROKEN_SCHEME.matcher(bare);
    if (broken.matches()) {
      String mended = broken.group(1).toLowerCase(Locale.ROOT) + "://" + broken.group(2);
      if (isWebAddress(mended)) {
        return problem(pointer, message, "Did you mean \"" + mended + "\"?");
      }
    }
    int spoiler = spoiler(url, 0);
    if (spoiler < 0) {
      return problem(pointer, message, USUAL);
    }
    int character = url.codePointAt(spoiler);
    String encoded = encoded(url);
    String remedy = "Write " + percent(character) + " in its place";
    return isWebAddress(encoded)
        ? problem(
                pointer,
                message + ": " + named(character) + " must not stand in it",
                remedy + ": " + Fix.quoted(encoded) + ".")
            .with(Fix.text(pointer, encoded))
        : problem(
            pointer, message + ": " + named(character) + " must not stand in it", remedy + ".");
  }

  private static Problem problem(String pointer, String message, String remedy) {
    return Problem.at(pointer, ProblemCode.ILL_FORMED_URL, message, remedy);
  }

  /** A URL without spaces and angle brackets around it. */
  private static String bare(String url) {
    String stripped = url.strip();
    return stripped.startsWith("<") && stripped.endsWith(">")
        ? stripped.substring(1, stripped.length() - 1).strip()
        : stripped;
  }

  /** Returns whether a text is the whole address of something on the web. */
  static boolean isWebAddress(String url) {
    try {
      URI uri = new URI(url);
      // Not getHost, which is null for a host outside ASCII.
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The position from which on a URL has the next character that must not stand in it; -1 where it has none. */
  private static int spoiler(String url, int from) {
    int fragment = url.indexOf('#');
    for (int i = from; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean spoils = c <= ' '
          || "\"<>\\^`{|}".indexOf(c) >= 0
          || (c >= 0x7f && (Character.isISOControl(c) || Character.isSpaceChar(c)))
          || (c == '%' && !isEscape(url, i))
          || (c == '#' && fragment >= 0 && i > fragment);
      if (spoils) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEscape(String url, int at) {
    return at + 2 < url.length()
        && Character.digit(url.charAt(at + 1), 16) >= 0
        && Character.digit(url.charAt(at + 2), 16) >= 0;
  }

  private static String encoded(String url) {
    StringBuilder encoded = new StringBuilder();
    int done = 0;
    for (int i = spoiler(url, 0); i >= 0; i = spoiler(url, done)) {
      encoded.append(url, done, i).append(percent(url.charAt(i)));
      done = i + 1;
    }
    return encoded.append(url.substring(done)).toString();
  }

  private static String percent(int character) {
    StringBuilder percent = new StringBuilder();
    for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
      percent.append(String.format(Locale.ROOT, "%%%02X", b));
    }
    return percent.toString();
  }

  private static String named(int character) {
    if (character == ' ') {
      return "a space";
    }
    return character == '#'
        ? "a second '#'"
        : character == '%'
            ? "a '%' without two hexadecimal digits"
            : Character.isISOControl(character) || Character.isSpaceChar(character)
                ? String.format(Locale.ROOT, "the invisible character U+%04X", character)
                : Rules.quoted(Character.toString(character));
  }
}
