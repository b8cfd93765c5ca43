package org.claimtrace.wording;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;

/**
 * The addresses by which sources are called that have no title. In Markdown they are links: escaped like other words, they would
 * lead nowhere. Immutable.
 */
public final class Links {

  private static final String GOES_ON = "/?#%&=_~@+-";

  /** How long the addresses are, the longest first. */
  private final ImmutableSortedSet<Integer> lengths;

  private final ImmutableSet<String> addresses;

  private Links(ImmutableSet<String> addresses) {
    this.addresses = addresses;
    this.lengths = addresses.stream()
        .map(String::length)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.reverseOrder()));
  }

  /** The addresses in some graphs. */
  public static Links in(ClaimGraph... graphs) {
    return new Links(Arrays.stream(graphs)
        .flatMap(graph -> graph.sources().stream())
        .filter(source -> source.title().isEmpty())
        .map(Source::url)
        .flatMap(Optional::stream)
        .filter(Links::isOfTheWeb)
        .collect(ImmutableSet.toImmutableSet()));
  }

  /** Whether following an address does no more than open a page. */
  public static boolean isOfTheWeb(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  /** Words as one line of Markdown in which an address is a link and everything else reads as it is. */
  public String escaped(String words) {
    return addresses.isEmpty() ? Markdown.escaped(words) : linked(Isolation.closed(words));
  }

  private String linked(String words) {
    StringBuilder escaped = new StringBuilder();
    int from = 0;
    for (int at = begin(words, 0); at >= 0; ) {
      int end = end(words, at);
      if (end > at) {
        String address = words.substring(at, end);
        escaped
            .append(Markdown.withoutMarkup(words.substring(from, at)))
            .append(Markdown.link(address, address));
        from = end;
      }
      at = begin(words, Math.max(end, at + 1));
    }
    return escaped.append(Markdown.withoutMarkup(words.substring(from))).toString();
  }

  private static int begin(String words, int from) {
    for (int at = from; at < words.length(); at++) {
      if (words.regionMatches(true, at, "http", 0, "http".length())) {
        return at;
      }
    }
    return -1;
  }

  /** Where the longest address ends that begins here; here, where none does. */
  private int end(String words, int begin) {
    for (int length : lengths) {
      int end = begin + length;
      if (end <= words.length() && addresses.contains(words.substring(begin, end))) {
        return goesOn(words, end) ? begin : end;
      }
    }
    return begin;
  }

  /** Whether an address is only the beginning of another. */
  private static boolean goesOn(String words, int end) {
    int next = end;
    // A sign that ends a sentence is a part of an address where that goes on behind it.
    if (next < words.length() - 1 && ".:,;!".indexOf(words.charAt(next)) >= 0) {
      next++;
    }
    return next < words.length()
        && (GOES_ON.indexOf(words.charAt(next)) >= 0 || isLetterOrDigit(words.charAt(next)));
  }

  private static boolean isLetterOrDigit(char c) {
    return Ascii.isLowerCase(Ascii.toLowerCase(c)) || (c >= '0' && c <= '9');
  }
}
