package org.claimtrace.wording;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Paragraph.Link;

/**
 * The sources that a document names, numbered in the order in which a reader meets them.
 *
 * <p>Words are composed before it is known whether and where they are printed. Phrases therefore put an invisible mark behind
 * the name of a source, which holds its id; a number takes the place of the mark when a paragraph is added to an outline. The
 * marks are delimited by noncharacters of Unicode, which are set aside for internal use. Not safe for use by several threads.
 */
public final class References {

  private static final char BEGIN = '\uFDD0';
  private static final char END = '\uFDD1';

  private static final References LATER = none();

  private final Function<String, Optional<Source>> sources;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private References(Function<String, Optional<Source>> sources) {
    this.sources = sources;
  }

  /** Returns references to the sources of a graph; a source that the later version lacks is that of the earlier one. */
  public static References to(ClaimGraph before, ClaimGraph after) {
    return new References(id -> after.findSource(id).or(() -> before.findSource(id)));
  }

  /** Returns references that leave all marks out, for words to which no list of sources belongs. */
  public static References none() {
    return new References(id -> Optional.empty());
  }

  /** Returns references that keep all marks, for paragraphs that are added to another outline. */
  public static References later() {
    return LATER;
  }

  /** Returns the mark that refers to a source. */
  static String mark(String sourceId) {
    return BEGIN + sourceId + END;
  }

  /** Returns words without the marks in them. */
  public static String unmarked(String words) {
    return none().numbered(words).text();
  }

  /** Returns the source with an id, if there is one. */
  Optional<Source> find(String sourceId) {
    return sources.apply(sourceId);
  }

  /** Returns the ids of the sources that are numbered, in the order of their numbers, which begin with 1. */
  public ImmutableList<String> sourceIds() {
    return ImmutableList.copyOf(numbers.keySet());
  }

  /** Returns words with numbers in place of the marks. */
  Numbered numbered(String words) {
    if (this == LATER || words.indexOf(BEGIN) < 0) {
      return new Numbered(words, ImmutableList.of());
    }
    StringBuilder text = new StringBuilder(words.length());
    List<Link> links = new ArrayList<>();
    for (int at = 0; at < words.length(); at++) {
      char c = words.charAt(at);
      int end = c == BEGIN ? words.indexOf(END, at) : -1;
      if (end < 0) {
        text.append(c);
        continue;
      }
      String id = words.substring(at + 1, end);
      Optional<Source> source = sources.apply(id);
      if (source.isPresent()) {
        int number = numbers.computeIfAbsent(id, each -> numbers.size() + 1);
        int begin = text.length();
        text.append('[').append(number).append(']');
        source
            .flatMap(References::address)
            .ifPresent(url -> links.add(new Link(begin, text.length(), url)));
      } else if (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
        text.setLength(text.length() - 1);
      }
      at = end;
    }
    return new Numbered(text.toString(), ImmutableList.copyOf(links));
  }

  /** Returns where a source can be read: its address, that of its DOI, or its first archived copy. */
  static Optional<String> address(Source source) {
    return source
        .url()
        .or(() -> source.doi().map(References::resolver))
        .or(() -> source.archived().stream().findFirst())
        .filter(Links::isOfTheWeb);
  }

  /** Returns the address that leads to what a DOI names. */
  static String resolver(String doi) {
    return "https://doi.org/" + doi;
  }

  /**
   * Words with numbers in place of marks.
   *
   * @param links the numbers of the sources that have an address
   */
  record Numbered(String text, ImmutableList<Link> links) {}
}
