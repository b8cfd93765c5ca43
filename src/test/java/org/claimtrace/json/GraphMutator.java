package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.claimtrace.json.JsonTree.Entries;
import org.claimtrace.json.JsonTree.Literal;
import org.claimtrace.json.JsonTree.Member;
import org.claimtrace.json.JsonTree.Members;
import org.claimtrace.json.JsonTree.Words;

/**
 * Mutates claim files as authors, programs and attackers might. It changes values in their place in the structure, takes
 * members and values from other files, and characters from the edges of rules. A mutant is always JSON, and sometimes a claim
 * graph. The same seed gives the same mutants.
 */
final class GraphMutator {

  /** Strings at the edges of some rule. */
  private static final ImmutableList<String> STRINGS = ImmutableList.of(
      "",
      " ",
      "\t",
      "\u3000",
      "\u200b",
      "\udb40\udc01",
      "x",
      "_",
      "-",
      ".",
      "/",
      "0",
      "?",
      "?0",
      "null",
      "true",
      "a/inference",
      "a/evidence/s",
      "a/reviews/s",
      "x\ny",
      "x\r",
      "x\u0000",
      "x\u007f",
      "x\u0085",
      "x\u2028",
      "\ud800x",
      "e\u0301",
      "\u212b",
      "\u3164",
      "\u30a2\u3099",
      "\u200fx",
      "\u0301x",
      "2026",
      "2026-02",
      "2026-02-13",
      "2026-2",
      "2026-02-30",
      "2024-02-29",
      "2023-02-29",
      "0000",
      "2026-13",
      "2026-02-13T10:00",
      "en",
      "EN",
      "zh-Hans-CN",
      "zh_CN",
      "i-klingon",
      "I-Default",
      "x-private",
      "en-",
      "e",
      "en-a-bb",
      "en-a",
      "de-1996-1996",
      "art-lojban",
      "sgn-BE-FR",
      "en-GB-oed",
      "zh-min-nan",
      "abcdefghi",
      "en-a-bb-a-cc",
      "en-u-ca-gregory",
      "en-x",
      "en-419",
      "https://example.org/",
      "http://",
      "https://a b",
      "https://\u4e2d\u6587.example/\u8def",
      "HTTP://EXAMPLE.ORG",
      "mailto:a@b.c",
      "urn:x",
      "//example.org",
      "x:",
      "https://[::1]/",
      "https://[::1",
      "https://a/%zz",
      "https://a/%41",
      "https://a#b#c",
      "https://a:80:80/",
      "https://a@b:1/?q={}",
      "file:///etc/passwd",
      "https://a_b/",
      "https:a",
      "https:///a",
      "x:?",
      "x:#",
      "supports",
      "refutes",
      "qualifies",
      "Supports",
      "supported",
      "misleading",
      "conflicting",
      "unverified",
      "primary",
      "news",
      "self-published",
      "opinion",
      "A",
      "F",
      "G",
      "a",
      "likely",
      "very likely",
      "Very likely",
      "0.5",
      "circular-sourcing",
      "a--b");

  /** Characters that some rule treats specially. */
  private static final ImmutableList<String> CHARACTERS = ImmutableList.of(
      " ",
      "\t",
      "\n",
      "\r",
      "\u0000",
      "\u001b",
      "\u007f",
      "\u0085",
      "\u00a0",
      "\u00ad",
      "\u0301",
      "\u0327",
      "\u200b",
      "\u200d",
      "\u202e",
      "\u2028",
      "\u2066",
      "\u3000",
      "\u3007",
      "\u3164",
      "\ufe0f",
      "\ufeff",
      "\ud800",
      "\udc00",
      "\ud83d\ude00",
      "\ud840\udc00",
      "\udb40\udc41",
      "\u00e9",
      "\u212a",
      "\u00b2",
      "\u2160",
      "\u0660",
      "\u0903",
      "\uac00",
      "\u1100",
      "a",
      "Z",
      "0",
      "9",
      "_",
      "-",
      ".",
      "/",
      ":",
      "%",
      "#",
      "?",
      "[",
      "]",
      "{",
      "}",
      "|",
      "\\",
      "\"",
      "<",
      ">",
      "^",
      "`",
      "@",
      "+",
      "~",
      "'",
      ",",
      ";",
      "&",
      "=",
      "(",
      ")",
      "*",
      "!",
      "$");

  private static final ImmutableList<String> LITERALS = ImmutableList.of(
      "null",
      "true",
      "false",
      "0",
      "1",
      "-0",
      "-0.0",
      "0.5",
      "0.80",
      "1.0",
      "1e0",
      "5e-1",
      "1.5",
      "-1",
      "2",
      "1e999",
      "-1e999",
      "1e-400",
      "0.99999999999999999999",
      "1.00000000000000000001",
      "4.9e-324",
      "12345678901234567890");

  private final SplittableRandom random;
  private final List<Member> members = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();

  /**
   * Creates a mutator.
   *
   * @param files the files whose members and values it uses
   */
  GraphMutator(long seed, List<JsonTree> files) {
    random = new SplittableRandom(seed);
    files.forEach(this::collect);
  }

  private void collect(JsonTree value) {
    if (value instanceof Members object) {
      for (Member member : object.all()) {
        members.add(member);
        names.add(member.name());
        collect(member.value());
      }
    } else if (value instanceof Entries list) {
      list.all().forEach(this::collect);
    }
  }

  /** Returns the file with one to three changes. */
  JsonTree mutant(JsonTree file) {
    JsonTree mutant = file;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      mutant = changed(mutant);
    }
    return mutant;
  }

  /** Descends to a random value and changes it. */
  private JsonTree changed(JsonTree value) {
    if (value instanceof Members object && !object.all().isEmpty() && random.nextInt(5) > 0) {
      List<Member> all = new ArrayList<>(object.all());
      int at = random.nextInt(all.size());
      all.set(at, new Member(all.get(at).name(), changed(all.get(at).value())));
      return new Members(all);
    }
    if (value instanceof Entries list && !list.all().isEmpty() && random.nextInt(5) > 0) {
      List<JsonTree> all = new ArrayList<>(list.all());
      int at = random.nextInt(all.size());
      all.set(at, changed(all.get(at)));
      return new Entries(all);
    }
    if (random.nextInt(4) == 0) {
      return another(value);
    }
    if (value instanceof Members object) {
      return changedObject(object);
    }
    if (value instanceof Entries list) {
      return changedList(list);
    }
    return value instanceof Words words
        ? new Words(changedString(words.text()))
        : new Literal(any(LITERALS));
  }

  /** Replaces a value by another, mostly of another type. */
  private JsonTree another(JsonTree value) {
    return switch (random.nextInt(7)) {
      case 0 -> new Literal(any(LITERALS));
      case 1 -> new Words(any(STRINGS));
      case 2 -> new Entries(List.of(value));
      case 3 -> new Members(List.of());
      case 4 -> new Entries(List.of());
      case 5 ->
        value instanceof Entries list && !list.all().isEmpty() ? any(list.all()) : new Words("x");
      default -> any(members).value();
    };
  }

  private JsonTree changedObject(Members object) {
    List<Member> all = new ArrayList<>(object.all());
    int at = all.isEmpty() ? -1 : random.nextInt(all.size());
    switch (at < 0 ? 0 : random.nextInt(7)) {
      case 0 -> all.add(any(members));
      case 1 -> all.remove(at);
      case 2 -> all.set(at, new Member(any(List.copyOf(names)), all.get(at).value()));
      case 3 ->
        all.set(at, new Member(changedString(all.get(at).name()), all.get(at).value()));
      case 4 ->
        all.add(
            random.nextInt(all.size() + 1),
            new Member(all.get(at).name(), any(members).value()));
      case 5 -> all.set(at, sameName(all.get(at)));
      default -> all.add(all.remove(at));
    }
    return new Members(all);
  }

  /** Returns a member of the same name from another place, if one is found in a few random tries. */
  private Member sameName(Member member) {
    for (int tries = 0; tries < 50; tries++) {
      Member other = any(members);
      if (other.name().equals(member.name())) {
        return other;
      }
    }
    return new Member(member.name(), any(members).value());
  }

  private JsonTree changedList(Entries list) {
    List<JsonTree> all = new ArrayList<>(list.all());
    int at = all.isEmpty() ? -1 : random.nextInt(all.size());
    switch (at < 0 ? 0 : random.nextInt(5)) {
      case 0 ->
        all.add(random.nextBoolean() ? new Words(any(STRINGS)) : any(members).value());
      case 1 -> all.remove(at);
      case 2 -> all.add(all.get(at));
      case 3 -> all.set(at, any(members).value());
      default -> all.add(0, all.remove(at));
    }
    return new Entries(all);
  }

  private String changedString(String text) {
    int at = random.nextInt(text.length() + 1);
    int next = text.isEmpty() ? 0 : Math.min(at, text.length() - 1);
    return switch (random.nextInt(8)) {
      case 0 -> any(STRINGS);
      case 1 -> any(List.copyOf(names));
      case 2 -> text.isEmpty() ? "x" : text.substring(0, next) + text.substring(next + 1);
      case 3 -> text + text;
      case 4 ->
        random.nextBoolean() ? text.toUpperCase(java.util.Locale.ROOT) : text + any(CHARACTERS);
      case 5 ->
        text.isEmpty()
            ? any(CHARACTERS)
            : text.substring(0, next) + any(CHARACTERS) + text.substring(next + 1);
      case 6 -> any(CHARACTERS) + text;
      default -> text.substring(0, at) + any(CHARACTERS) + text.substring(at);
    };
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
