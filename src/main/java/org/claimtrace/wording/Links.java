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
 * The addresses that stand for sources without a title. Markdown turns them into links; if they were escaped like other words,
 * they could not be followed. Immutable.
 */
public final class Links {

  private static final String CONTINUING = "/?#%&=_~@+-";

  /** The distinct lengths of the addresses, the longest first. */
  private final ImmutableSortedSet<Integer> lengths;

  private final ImmutableSet<String> addresses;

  private Links(ImmutableSet<String> addresses) {
    this.addresses = addresses;
    this.lengths = addresses.stream()
        .map(String::length)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.reverseOrder()));
  }

  /** Returns the web addresses of the sources without a title in some graphs. */
  public static Links in(ClaimGraph... graphs) {
    return new Links(Arrays.stream(graphs)
        .flatMap(graph -> graph.sources().stream())
        .filter(source -> source.title().isEmpty())
        .map(Source::url)
        .flatMap(Optional::stream)
        .filter(Links::isOfTheWeb)
        .collect(ImmutableSet.toImmutableSet()));
  }

  /** Returns whether an address has the scheme {@code http} or {@code https}, so that following it only opens a page. */
  public static boolean isOfTheWeb(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  /** Returns words as one line of Markdown in which each address is a link and everything else is escaped. */
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

  /** Returns the end of the longest address that begins at an index, or that index if none does. */
  private int end(String words, int begin) {
    for (int length : lengths) {
      int end = begin + length;
      if (end <= words.length() && addresses.contains(words.substring(begin, end))) {
        return continuesAt(words, end) ? begin : end;
      }
    }
    return begin;
  }

  /** Returns whether an address continues at an index, so that what was matched is only the beginning of another. */
  private static boolean continuesAt(String words, int end) {
    int next = end;
    // Punctuation belongs to an address if the address continues after it.
    if (next < words.length() - 1 && ".:,;!".indexOf(words.charAt(next)) >= 0) {
      next++;
    }
    return next < words.length()
        && (CONTINUING.indexOf(words.charAt(next)) >= 0 || isLetterOrDigit(words.charAt(next)));
  }

  private static boolean isLetterOrDigit(char c) {
    return Ascii.isLowerCase(Ascii.toLowerCase(c)) || (c >= '0' && c <= '9');
  }
}
