package org.claimtrace.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.model.Claim;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Claims or sources that are written as a list of objects with an {@code id} each, as they are met, and the object by id that was
 * certainly meant if all of these ids are well-formed and differ. Mutable, for use by one thread.
 */
final class ListedParts {

  /** How many ids are shown in a remedy. */
  private static final int SHOWN = 2;

  private final byte[] bytes;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private boolean isCertain = true;
  private int begin;
  private int nameAt;
  private boolean isId;
  private @Nullable Part part;

  /**
   * An object of the list.
   *
   * @param begin where it begins
   * @param id its id
   * @param idFrom where the member with the id begins
   * @param idTo where that member ends
   */
  private record Part(int begin, String id, int idFrom, int idTo) {}

  ListedParts(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Begins an entry of the list, which may be no object. */
  void begin(boolean isObject, int offset) {
    isCertain &= isObject;
    begin = offset;
    isId = false;
    part = null;
  }

  /** Takes the name of a member of the entry. */
  void name(String name, int offset) {
    isId = name.equals("id");
    isCertain &= !isId || part == null;
    nameAt = offset;
  }

  /** Takes a member's value, a string. */
  void string(String value, int end) {
    if (isId) {
      part = new Part(begin, value, nameAt, end);
      isId = false;
    }
  }

  /** Ends an entry. */
  void end() {
    if (part == null || !isWellFormed(part.id()) || !ids.add(part.id())) {
      isCertain = false;
    } else {
      parts.add(part);
    }
  }

  /** Takes an entry that is neither an object nor a list. */
  void other() {
    isCertain = false;
  }

  private static boolean isWellFormed(String id) {
    try {
      return Claim.of(id, "C").id().equals(id);
    } catch (ClaimGraphException e) {
      return false;
    }
  }

  /**
   * Returns what cures the list, if it is certain.
   *
   * @param from where the list begins
   * @param to where it ends
   * @param pointer its JSON Pointer
   */
  Optional<Cure> cure(int from, int to, String pointer) {
    if (!isCertain || parts.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder shown = new StringBuilder();
    for (Part each : parts.subList(0, Math.min(SHOWN, parts.size()))) {
      shown.append(shown.isEmpty() ? "" : ", ").append(Fix.quoted(each.id())).append(": {…}");
    }
    String remedy = "Write an object with each under its id: {" + Problem.visible(shown.toString())
        + (parts.size() > SHOWN ? ", …" : "") + "}.";
    return Optional.of(Cure.certain(remedy, Fix.of(new Fix.Replace(pointer, byId(from, to)))));
  }

  private String byId(int from, int to) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(to - from);
    json.write('{');
    int at = from + 1;
    for (Part each : parts) {
      json.write(bytes, at, each.begin() - at);
      json.writeBytes((Fix.quoted(each.id()) + ": ").getBytes(StandardCharsets.UTF_8));
      int cutFrom = each.idFrom();
      int cutTo = afterBlanks(each.idTo());
      if (bytes[cutTo] == ',') {
        cutTo = afterBlanks(cutTo + 1);
      } else {
        cutTo = each.idTo();
        int before = cutFrom - 1;
        while (isBlank(bytes[before])) {
          before--;
        }
        cutFrom = bytes[before] == ',' ? before : cutFrom;
      }
      json.write(bytes, each.begin(), cutFrom - each.begin());
      at = cutTo;
    }
    json.write(bytes, at, to - 1 - at);
    json.write('}');
    return json.toString(StandardCharsets.UTF_8);
  }

  private int afterBlanks(int from) {
    int at = from;
    while (isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
