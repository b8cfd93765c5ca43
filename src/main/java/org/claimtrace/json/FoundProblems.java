package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The problems that reading a document finds, until they can be told all together: some come with the byte where they are,
 * some, the model's among them, with a pointer only.
 */
final class FoundProblems {

  private final List<Located> located = new ArrayList<>();
  private final Problems byPointer = new Problems();
  // The pointers of values that were replaced: what the model says about a replacement is nobody's
  // concern.
  private final Set<String> replaced = new HashSet<>();
  // The pointers of the claims and sources of which something that they must have cannot be read.
  private final Set<String> unreadable = new HashSet<>();
  private long characters;
  private long onlyCounted;
  private boolean claimsUnknowable;
  private boolean sourcesUnknowable;

  private record Located(int offset, Problem problem) {}

  boolean isEmpty() {
    return located.isEmpty() && byPointer.isEmpty() && onlyCounted == 0;
  }

  /**
   * Whether so many problems were found, or such long ones, that all others are only counted. Then what the model would say is
   * not asked any more, either.
   */
  boolean isFull() {
    return located.size() >= Problems.KEPT
        || characters >= Problems.CHARACTERS
        || byPointer.isFull();
  }

  /** Whether one more problem is kept; else it is only counted, and need not be worded. */
  boolean wantsMore() {
    if (isFull()) {
      onlyCounted++;
      return false;
    }
    return true;
  }

  /** Adds a problem that stands at a byte. */
  void at(int offset, Problem problem) {
    if (wantsMore()) {
      located.add(new Located(offset, problem));
      characters += Problems.characters(problem);
    }
  }

  /** Adds a fault that reading goes on behind. */
  void at(String pointer, Fault fault) {
    at(fault.offset(), Problem.at(pointer, fault.code(), fault.message(), fault.remedy()));
  }

  /** Adds a problem that stands where its pointer says. */
  void byPointer(Problem problem) {
    if (wantsMore()) {
      byPointer.add(problem);
    }
  }

  /** Whatever the model finds at a pointer and below it is to be ignored. */
  void ignoreUnder(String pointer) {
    replaced.add(pointer);
  }

  /** Whatever the model misses in the claim or source at a pointer is to be ignored. */
  void ignoreMissing(String pointer) {
    unreadable.add(pointer);
  }

  /** The claims, or what was meant for them, cannot be read: which ids are unknown cannot be told. */
  void claimsAreUnknowable() {
    claimsUnknowable = true;
  }

  /** The sources, or what was meant for them, cannot be read: which ids are unknown cannot be told. */
  void sourcesAreUnknowable() {
    sourcesUnknowable = true;
  }

  /** Notes that a member is unknown, which may have been meant for the claims or the sources. */
  void unknownMember(Members members, String name) {
    if (members.equals(Members.GRAPH)) {
      ImmutableList<String> meant = members.likely(name);
      claimsUnknowable |= meant.equals(ImmutableList.of("claims"));
      sourcesUnknowable |= meant.equals(ImmutableList.of("sources"));
    }
  }

  /**
   * Everything that is wrong with a document, in its order.
   *
   * @param model what the model found, if it was asked and found anything
   * @param fault what ended the reading, if anything did
   * @param faultPointer the pointer of the value at which it ended
   */
  ClaimGraphException all(
      JsonBytes text,
      Parsers parsers,
      @Nullable ClaimGraphException model,
      @Nullable Fault fault,
      String faultPointer) {
    PointerLocator places = new PointerLocator();
    List<Problem> pointed = new ArrayList<>(byPointer.kept());
    long count = located.size() + onlyCounted + byPointer.count();
    if (model != null) {
      count += model.count();
      for (Problem problem : model.problems()) {
        if (isIgnored(problem) || (fault != null && isPremature(problem, faultPointer))) {
          count--;
        } else {
          pointed.add(problem);
        }
      }
    }
    List<PointerLocator.Node> nodes = new ArrayList<>();
    pointed.forEach(problem -> nodes.add(places.add(problem.place().pointer())));
    if (!pointed.isEmpty()) {
      parsers.read(text, parser -> places.find(parser, text.start()));
    }
    List<Located> all = new ArrayList<>(located);
    for (int i = 0; i < pointed.size(); i++) {
      PointerLocator.Node node = nodes.get(i).nearest();
      Problem problem = pointed.get(i);
      int offset = node == nodes.get(i) ? node.offset(problem.code()) : node.value();
      all.add(new Located(offset, problem.at(Place.at(node.pointer()))));
    }
    all.sort(Comparator.comparingInt(Located::offset));
    if (fault != null) {
      count++;
      all.subList(Math.min(all.size(), Problems.KEPT - 1), all.size()).clear();
      all.add(new Located(
          fault.offset(), Problem.at(faultPointer, fault.code(), fault.message(), fault.remedy())));
    }
    LineIndex lines = new LineIndex(text);
    ImmutableList<Problem> problems = all.stream()
        .limit(Problems.KEPT)
        .map(each -> each.problem()
            .at(new Place(
                text.name(),
                Optional.of(lines.position(each.offset())),
                each.problem().place().pointer())))
        .collect(ImmutableList.toImmutableList());
    return new ClaimGraphException(problems, count);
  }

  private boolean isIgnored(Problem problem) {
    String pointer = problem.place().pointer();
    boolean ignored = switch (problem.code()) {
      case UNKNOWN_CLAIM -> claimsUnknowable;
      case UNKNOWN_SOURCE -> sourcesUnknowable;
      case UNKNOWN_ELEMENT, UNKNOWN_LINE -> claimsUnknowable || sourcesUnknowable;
      case MISSING_MEMBER -> !isClaimOrSource(pointer) || unreadable.contains(pointer);
      default -> false;
    };
    if (ignored) {
      return true;
    }
    for (int end = pointer.length();
        end > 0 && !replaced.isEmpty();
        end = pointer.lastIndexOf('/', end - 1)) {
      if (replaced.contains(pointer.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is one of these, of which the model says what they lack; of all else the reader says it. */
  private static boolean isClaimOrSource(String pointer) {
    String map = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    return map.equals("/claims") || map.equals("/sources");
  }

  /** Whether what was not read, behind a fault, might have cured the problem. */
  private static boolean isPremature(Problem problem, String faultPointer) {
    String pointer = problem.place().pointer();
    return switch (problem.code()) {
      case UNKNOWN_CLAIM, UNKNOWN_SOURCE, UNKNOWN_LINE, UNKNOWN_ELEMENT -> true;
      case MISSING_MEMBER, LINE_ID_NEEDED -> isAtOrBelow(faultPointer, pointer);
      case EMPTY ->
        isAtOrBelow(faultPointer, pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
      default -> false;
    };
  }

  private static boolean isAtOrBelow(String pointer, String ancestor) {
    return pointer.startsWith(ancestor)
        && (pointer.length() == ancestor.length() || pointer.charAt(ancestor.length()) == '/');
  }
}
