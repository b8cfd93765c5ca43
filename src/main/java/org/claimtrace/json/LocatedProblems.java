package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Place;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems that are found while a document is read, until all are reported together. Some are found with the
 * offset of a byte; others, the model's among them, with a pointer only.
 */
final class LocatedProblems {

  private final List<Located> located = new ArrayList<>();
  private final Problems byPointer = new Problems();
  // The pointers of values that were replaced by placeholders: problems of a placeholder are not
  // reported.
  private final Set<String> replaced = new HashSet<>();
  // The pointers of claims and sources that have an unreadable member.
  private final Set<String> unreadable = new HashSet<>();
  private long characters;
  private long onlyCounted;
  private boolean claimsUnknowable;
  private boolean sourcesUnknowable;
  private @Nullable String unclosed;

  /**
   * A problem at a place.
   *
   * @param offset the offset of the byte at which it is
   * @param problem the problem
   */
  private record Located(int offset, Problem problem) {

    /** Returns where the name or value ends that the problem is about; the fault that ends a document takes no room. */
    OptionalInt end(@Nullable Fault fault, ValueEnds ends) {
      boolean isFault = fault != null && fault.offset() == offset && fault.code() == problem.code();
      return isFault ? OptionalInt.of(offset) : ends.after(offset);
    }
  }

  boolean isEmpty() {
    return located.isEmpty() && byPointer.isEmpty() && onlyCounted == 0;
  }

  /**
   * Returns whether so many problems were found, or such long ones, that all others are only counted. The model is then not
   * asked for its problems, either.
   */
  boolean isFull() {
    return located.size() >= Problems.KEPT
        || characters >= Problems.CHARACTERS
        || byPointer.isFull();
  }

  /** Returns whether one more problem is kept; otherwise counts it, and it need not be put into words. */
  boolean wantsMore() {
    if (isFull()) {
      onlyCounted++;
      return false;
    }
    return true;
  }

  /** Adds a problem at a byte offset. */
  void at(int offset, Problem problem) {
    if (wantsMore()) {
      located.add(new Located(offset, problem));
      characters += Problems.characters(problem);
    }
  }

  /** Adds a fault after which reading goes on. */
  void at(String pointer, Fault fault) {
    at(fault.offset(), Problem.at(pointer, fault.code(), fault.message(), fault.remedy()));
  }

  /** Adds a problem at a JSON Pointer, whose offset is found later. */
  void byPointer(Problem problem) {
    if (wantsMore()) {
      byPointer.add(problem);
    }
  }

  /** Ignores all problems that the model finds at a pointer and below it. */
  void ignoreUnder(String pointer) {
    replaced.add(pointer);
  }

  /** Ignores missing members that the model finds in the claim or source at a pointer. */
  void ignoreMissing(String pointer) {
    unreadable.add(pointer);
  }

  /**
   * Records that the claims, or what was probably meant for them, cannot be read, so that it is not known which ids are
   * unknown.
   */
  void claimsAreUnknowable() {
    claimsUnknowable = true;
  }

  /**
   * Records that the sources, or what was probably meant for them, cannot be read, so that it is not known which ids are
   * unknown.
   */
  void sourcesAreUnknowable() {
    sourcesUnknowable = true;
  }

  /** Records that the object at a pointer is not closed, so that members of what is around it seem to be its own. */
  void isUnclosed(String pointer) {
    unclosed = pointer;
  }

  /** Records an unknown member, which may have been meant for the claims or the sources. */
  void unknownMember(Members members, String name) {
    if (members.equals(Members.GRAPH)) {
      ImmutableList<String> meant = MemberGuesses.meant(members, name)
          .map(ImmutableList::of)
          .orElseGet(() -> members.likely(name));
      claimsUnknowable |= meant.equals(ImmutableList.of("claims"));
      sourcesUnknowable |= meant.equals(ImmutableList.of("sources"));
    }
  }

  /**
   * Returns all problems of a document, in its order.
   *
   * @param model the problems that the model found, if it was asked and found any
   * @param fault the fault that ended the reading, if any
   * @param faultPointer the pointer of the value at which reading ended
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
    Map<String, PointerLocator.Node> targets = new HashMap<>();
    located.forEach(each -> renaming(each.problem())
        .ifPresent(move -> targets.put(move.pointer(), places.add(move.pointer()))));
    if (!pointed.isEmpty() || !targets.isEmpty()) {
      parsers.read(text, parser -> places.find(parser, text.start()));
    }
    List<Located> all = new ArrayList<>();
    for (Located each : located) {
      // A name is certain only where it is not taken, neither in the file nor by another problem.
      boolean isFree = renaming(each.problem())
          .map(move -> targets.get(move.pointer()))
          .map(node -> !node.isFound() && targets.remove(node.pointer()) != null)
          .orElse(renaming(each.problem()).isEmpty());
      all.add(isFree ? each : new Located(each.offset(), each.problem().with(Optional.empty())));
    }
    for (int i = 0; i < pointed.size(); i++) {
      PointerLocator.Node node = nodes.get(i).nearest();
      Problem problem = pointed.get(i);
      int offset = node == nodes.get(i) ? node.offset(problem.code()) : node.value();
      all.add(new Located(offset, moved(problem, node.pointer())));
    }
    all.sort(Comparator.comparingInt(Located::offset));
    if (fault != null) {
      count++;
      // What seems wrong after the fault may be so only because of it.
      int before = all.size();
      all.removeIf(each -> each.offset() > fault.offset()
          || isOfTheFault(each.problem(), fault.code(), faultPointer));
      count -= before - all.size();
      all.subList(Math.min(all.size(), Problems.KEPT - 1), all.size()).clear();
      all.add(new Located(
          fault.offset(), Problem.at(faultPointer, fault.code(), fault.message(), fault.remedy())));
    }
    LineIndex lines = new LineIndex(text);
    NavigableSet<Integer> offsets = new TreeSet<>();
    all.forEach(each -> offsets.add(each.offset()));
    ValueEnds ends = new ValueEnds(text, offsets);
    ImmutableList<Problem> problems = all.stream()
        .limit(Problems.KEPT)
        .map(each -> each.problem()
            .at(new Place(
                text.name(),
                Optional.of(lines.position(each.offset())),
                each.end(fault, ends).stream().mapToObj(lines::position).findFirst(),
                each.problem().place().pointer())))
        .collect(ImmutableList.toImmutableList());
    return new ClaimGraphException(problems, count);
  }

  /**
   * Whether a problem only follows from the fault: a text is blank where its quotation marks are not escaped, and a member is unknown
   * where the object before it is not closed.
   */
  private boolean isOfTheFault(Problem problem, ProblemCode fault, String faultPointer) {
    String pointer = problem.place().pointer();
    return fault == ProblemCode.SYNTAX
        && ((problem.code() == ProblemCode.BLANK && pointer.equals(faultPointer))
            || (problem.code() == ProblemCode.UNKNOWN_MEMBER
                && pointer.substring(0, pointer.lastIndexOf('/')).equals(unclosed)));
  }

  /** The operation of a problem's fix that gives a member another name. */
  private static Optional<Fix.Move> renaming(Problem problem) {
    return problem.fix().stream()
        .flatMap(fix -> fix.operations().stream())
        .filter(
            operation -> operation instanceof Fix.Move && !operation.pointer().isEmpty())
        .map(Fix.Move.class::cast)
        .findFirst();
  }

  /** Returns a problem of a part of a short form as one of the short form. */
  private static Problem moved(Problem problem, String to) {
    String from = problem.place().pointer();
    Optional<Fix> fix = problem.fix();
    if (!from.equals(to) && fix.isPresent()) {
      ImmutableList<Fix.Operation> operations = fix.get().operations();
      fix = operations.size() == 1
              && operations.get(0) instanceof Fix.Replace replace
              && replace.pointer().equals(from)
          ? Optional.of(Fix.of(new Fix.Replace(to, replace.json())))
          : Optional.empty();
    }
    return problem.at(Place.at(to)).with(fix);
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

  /**
   * Whether a pointer is that of a claim or a source, whose missing members the model reports; all others are reported by the
   * reader.
   */
  private static boolean isClaimOrSource(String pointer) {
    String map = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    return map.equals("/claims") || map.equals("/sources");
  }

  /** Whether a problem might not exist if the document could be read beyond the fault. */
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
