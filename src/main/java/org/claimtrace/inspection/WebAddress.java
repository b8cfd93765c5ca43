package org.claimtrace.inspection;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimtrace.wording.Sentence;

/**
 * An address, and what is left of it when variants of one address are taken as one.
 *
 * @param normal what is left
 * @param parts what was taken away, and how it was written
 */
record WebAddress(String normal, ImmutableMap<WebAddress.Difference, String> parts) {

  /** In what two addresses may differ that are taken as one. */
  enum Difference {
    /** The address of an archive, before the address that it holds. */
    ARCHIVE(Sentence.FINDING_SAME_ADDRESS_ARCHIVE),
    /** Whether it begins with http or https. */
    SCHEME(Sentence.FINDING_SAME_ADDRESS_SCHEME),
    /** Whether the host begins with www. */
    WWW(Sentence.FINDING_SAME_ADDRESS_WWW),
    /** Small and capital letters of the host. */
    CAPITALS(Sentence.FINDING_SAME_ADDRESS_CAPITALS),
    /** Whether there is a slash at the end. */
    SLASH(Sentence.FINDING_SAME_ADDRESS_SLASH),
    /** The fragment. */
    FRAGMENT(Sentence.FINDING_SAME_ADDRESS_FRAGMENT),
    /** Parameters that track readers. */
    TRACKING(Sentence.FINDING_SAME_ADDRESS_TRACKING);

    private final Sentence sentence;

    Difference(Sentence sentence) {
      this.sentence = sentence;
    }

    /** Returns its name in a sentence. */
    Sentence sentence() {
      return sentence;
    }
  }

  private static final Pattern ARCHIVE = Pattern.compile(
      "(?i)https?://(?:web\\.archive\\.org/web/[0-9]+[a-z_]*/|archive\\.(?:today|is|ph|md|li|vn|fo)/(?:[0-9]+/|o/[^/]+/)?)(?=https?://)");

  private static final Pattern TRACKING = Pattern.compile(
      "(?i)(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|spm)(?:=.*)?");

  private static final Splitter PARAMETERS = Splitter.on('&');

  static WebAddress of(String url) {
    ImmutableMap.Builder<Difference, String> parts = ImmutableMap.builder();
    Matcher archive = ARCHIVE.matcher(url);
    String rest = url;
    boolean isArchived = archive.lookingAt();
    parts.put(Difference.ARCHIVE, isArchived ? archive.group() : "");
    if (isArchived) {
      rest = rest.substring(archive.end());
    }
    int host = rest.indexOf("://");
    String scheme = host < 0 ? "" : Ascii.toLowerCase(rest.substring(0, host));
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new WebAddress(url, ImmutableMap.of());
    }
    parts.put(Difference.SCHEME, scheme);
    rest = rest.substring(host + 3);
    int fragment = rest.indexOf('#');
    String anchor = fragment < 0 ? "" : rest.substring(fragment);
    boolean isPage = anchor.startsWith("#!") || anchor.startsWith("#/");
    parts.put(Difference.FRAGMENT, isPage ? "" : anchor);
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    int query = rest.indexOf('?');
    String all = query < 0 ? "" : rest.substring(query + 1);
    List<String> kept = new ArrayList<>();
    List<String> tracking = new ArrayList<>();
    for (String each : PARAMETERS.omitEmptyStrings().split(all)) {
      (TRACKING.matcher(each).matches() ? tracking : kept).add(each);
    }
    parts.put(Difference.TRACKING, String.join("&", tracking));
    rest = query < 0 ? rest : rest.substring(0, query);
    int path = rest.indexOf('/');
    String name = path < 0 ? rest : rest.substring(0, path);
    String lower = Ascii.toLowerCase(name);
    parts.put(Difference.WWW, lower.startsWith("www.") ? "www." : "");
    String bare = lower.startsWith("www.") ? lower.substring(4) : lower;
    parts.put(Difference.CAPITALS, lower.startsWith("www.") ? name.substring(4) : name);
    String where = path < 0 ? "" : rest.substring(path);
    parts.put(Difference.SLASH, where.endsWith("/") ? "/" : "");
    String normal = bare
        + (where.endsWith("/") ? where.substring(0, where.length() - 1) : where)
        + (kept.isEmpty() ? "" : "?" + String.join("&", kept))
        + (isPage ? anchor : "");
    return new WebAddress(normal, parts.buildOrThrow());
  }

  /** Returns whether it is an address of the web, and not one of an archive. */
  boolean isLive() {
    return !parts.isEmpty() && parts.getOrDefault(Difference.ARCHIVE, "").isEmpty();
  }

  /** Returns in what some addresses differ that are taken as one. */
  static ImmutableSet<Difference> differences(List<String> urls) {
    List<WebAddress> addresses = urls.stream().map(WebAddress::of).toList();
    return Stream.of(Difference.values())
        .filter(each -> addresses.stream()
                .map(address -> address.parts().getOrDefault(each, ""))
                .distinct()
                .count()
            > 1)
        .collect(toImmutableSet());
  }
}
