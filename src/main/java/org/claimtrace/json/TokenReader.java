package org.claimtrace.json;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.claimtrace.model.Text;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.InvalidValueException;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.claimtrace.work.Cancellation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Reads the tokens of a document as values of the format's simple types. Values of another type, unknown members, duplicates
 * and nulls are collected as problems and skipped. A caller gets a value or nothing; only the parser throws exceptions.
 */
final class TokenReader {

  /** A placeholder for an id that has not been read. It is not well-formed, so that no graph with it can be built. */
  static final String NO_ID = "?";

  // As many as the largest kind of object has members, so that a hostile object with a million
  // members costs no more.
  private static final int REMEMBERED_NAMES = 24;
  private static final int SHOWN_CHARACTERS = 40;
  private static final int STEPS_BETWEEN_CHECKS = 4096;

  /** Members without which their object cannot be. */
  private static final ImmutableSet<String> REQUIRED = ImmutableSet.of(
      "id",
      "title",
      "claims",
      "text",
      "url",
      "source",
      "premises",
      "not",
      "verdict",
      "label",
      "where",
      "date",
      "note",
      "finding",
      "because",
      "kind",
      "value");

  private final JsonParser parser;
  private final byte[] bytes;
  private final int base;
  private final Limits limits;
  private final LocatedProblems found;

  private String[][] namesSeen = new String[8][];
  private int[] namesCount = new int[8];
  // A bit for the hash code of each name seen, so that nearly no names are compared.
  private long[] namesMarks = new long[8];
  private int depth = -1;
  private int placeholders;
  private int steps;
  private String language;
  private boolean readUntagged;
  private boolean readInOtherLanguage;
  // Members that were written under another name, after the pointer of their object.
  private final Set<String> guessed = new HashSet<>();
  private boolean isWrapped;

  TokenReader(
      JsonParser parser, JsonBytes text, Limits limits, LocatedProblems found, String language) {
    this.parser = parser;
    this.bytes = text.bytes();
    this.base = text.start();
    this.limits = limits;
    this.found = found;
    this.language = language;
  }

  /** Returns the language of texts without a tag, as far as it is known. */
  String language() {
    return language;
  }

  /** Returns whether texts without a tag were read in another language than the one given after them. */
  boolean isLanguageLate() {
    return readInOtherLanguage;
  }

  void languageIs(String tag) {
    try {
      Text.of(tag, "?");
    } catch (InvalidValueException e) {
      // The graph's builder reports it; the texts keep their language.
      return;
    }
    readInOtherLanguage = readUntagged && !tag.equals(language);
    language = tag;
  }

  JsonToken next() {
    checkNowAndThen();
    JsonToken token = parser.nextToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  private void checkNowAndThen() {
    if (++steps % STEPS_BETWEEN_CHECKS == 0) {
      Cancellation.check();
    }
  }

  /** Returns the offset of the current token. */
  int offset() {
    return PointerLocator.offset(parser, base);
  }

  /** Returns the offset after the current token. */
  int endOffset() {
    parser.finishToken();
    return base + (int) parser.currentLocation().getByteOffset();
  }

  String string() {
    return parser.getString();
  }

  /** Returns the JSON Pointer of the current value or member. */
  String pointer() {
    return parser.streamReadContext().pathAsPointer().toString();
  }

  /** Returns the JSON Pointer of the object or list around the current value or member. */
  String pointerAround() {
    TokenStreamContext around = parser.streamReadContext().getParent();
    return around == null ? "" : around.pathAsPointer().toString();
  }

  // Objects and lists

  /** Reads the next value, which must be an object; returns whether it is one. Its members follow. */
  boolean object(Expected expected) {
    return isObject(next(), expected);
  }

  /** Returns whether the current value is an object; reports it otherwise. Its members follow. */
  boolean isObject(JsonToken token, Expected expected) {
    if (token != JsonToken.START_OBJECT) {
      wrongType(token, expected);
      return false;
    }
    enterObject();
    return true;
  }

  /** Records that the current value is an object; its members follow. */
  void enterObject() {
    depth++;
    if (depth == namesSeen.length) {
      namesSeen = Arrays.copyOf(namesSeen, 2 * depth);
      namesCount = Arrays.copyOf(namesCount, 2 * depth);
      namesMarks = Arrays.copyOf(namesMarks, 2 * depth);
    }
    if (namesSeen[depth] == null) {
      namesSeen[depth] = new String[REMEMBERED_NAMES];
    }
    namesCount[depth] = 0;
    namesMarks[depth] = 0;
  }

  /** Reads the name of the next member of an object, skipping duplicates; returns null at the end of the object. */
  @Nullable
  String nextMember() {
    while (true) {
      String name = parser.nextName();
      if (name == null) {
        depth--;
        return null;
      }
      checkName(name);
      if (!isSeen(name)) {
        return name;
      }
      duplicate(name);
    }
  }

  private boolean isSeen(String name) {
    String[] seen = namesSeen[depth];
    int count = namesCount[depth];
    long mark = 1L << name.hashCode();
    if ((namesMarks[depth] & mark) != 0) {
      for (int i = 0; i < count; i++) {
        if (seen[i].equals(name)) {
          return true;
        }
      }
    }
    if (count < REMEMBERED_NAMES) {
      namesMarks[depth] |= mark;
      seen[count] = name;
      namesCount[depth]++;
    }
    return false;
  }

  /**
   * Reads the next key of a map, skipping duplicates; returns null at the end of the map.
   *
   * @param seen the keys so far; null where duplicates are found elsewhere
   */
  @Nullable
  String nextKey(@Nullable Set<String> seen) {
    while (true) {
      String key = parser.nextName();
      if (key == null) {
        depth--;
        return null;
      }
      checkName(key);
      if (seen == null || seen.add(key)) {
        return key;
      }
      duplicate(key);
    }
  }

  private void duplicate(String name) {
    if (found.wantsMore()) {
      found.at(
          offset(),
          Problem.at(
              pointer(),
              ProblemCode.DUPLICATE_KEY,
              "the key " + Problem.quoted(name) + " stands twice",
              "Keep one of the two."));
    }
    skip();
  }

  private void checkName(String name) {
    if (isLongerThan(limits.nameBytes(), name) && found.wantsMore()) {
      found.at(pointer(), SyntaxCheck.nameTooLong(offset(), utf8Length(name), limits));
    }
  }

  private static boolean isLongerThan(int bytes, String text) {
    return text.length() > bytes / 3 && utf8Length(text) > bytes;
  }

  private static int utf8Length(String text) {
    try {
      return Utf8.encodedLength(text);
    } catch (IllegalArgumentException e) {
      // Half a surrogate pair, which is reported elsewhere.
      return 3 * text.length();
    }
  }

  /**
   * Handles a member that the format does not define for its object: keeps it if it is the author's own, otherwise reports it.
   */
  void other(Members members, String name, BiConsumer<String, String> own) {
    // Only known names are remembered: there may be any number of others, and their duplicates
    // are found elsewhere.
    if (namesCount[depth] > 0 && namesSeen[depth][namesCount[depth] - 1].equals(name)) {
      namesCount[depth]--;
    }
    if (!members.takesOwn() || !name.startsWith("_")) {
      unknown(members, name);
      return;
    }
    next();
    int from = offset();
    skipChildren();
    int length = endOffset() - from;
    if (length > limits.stringBytes()) {
      if (found.wantsMore()) {
        found.at(pointer(), SyntaxCheck.stringTooLong(from, length, limits));
      }
    } else {
      own.accept(name, new String(bytes, from, length, StandardCharsets.UTF_8));
    }
  }

  private void unknown(Members members, String name) {
    if (!found.wantsMore()) {
      skip();
      return;
    }
    int from = offset();
    String pointer = pointer();
    String around = pointerAround();
    found.unknownMember(members, name);
    JsonToken value;
    int valueFrom;
    boolean hasClaims;
    try {
      value = next();
      valueFrom = offset();
      hasClaims = skipChildrenLookingFor("claims");
    } catch (JacksonException e) {
      found.at(from, unknown(members, name, pointer, Cure.told(members.remedy(name))));
      throw e;
    }
    if (members.equals(Members.GRAPH) && value == JsonToken.START_OBJECT && hasClaims) {
      isWrapped = true;
      found.claimsAreUnknowable();
      found.sourcesAreUnknowable();
      found.at(
          from,
          Problem.at(
                  pointer,
                  ProblemCode.UNKNOWN_MEMBER,
                  "the graph stands inside " + Problem.quoted(name),
                  "Write it in place of the object around it.")
              .with(Fix.of(new Fix.Move(pointer, ""))));
      return;
    }
    MemberGuesses.meant(members, name).ifPresent(member -> meant(around, member));
    Cure cure = MemberGuesses.cure(members, name, pointer, shortValue(value, valueFrom));
    found.at(from, unknown(members, name, pointer, cure));
  }

  private static Problem unknown(Members members, String name, String pointer, Cure cure) {
    return Problem.at(
            pointer,
            ProblemCode.UNKNOWN_MEMBER,
            members.owner() + " has no member " + Problem.quoted(name),
            cure.remedy())
        .with(cure.fix());
  }

  /** Records that a member that is missing was written under another name, which is problem enough. */
  private void meant(String around, String member) {
    guessed.add(around + " " + member);
    if (member.equals("text") || member.equals("title") || member.equals("url")) {
      found.ignoreMissing(around);
    }
    if (member.equals("premises")) {
      found.ignoreUnder(around + "/premises");
    }
  }

  /** The JSON text of a short string, otherwise the first character of a value. */
  private String shortValue(JsonToken token, int from) {
    int length = token == JsonToken.VALUE_STRING ? endOffset() - from : 1;
    return new String(bytes, from, length <= SHOWN_CHARACTERS ? length : 1, StandardCharsets.UTF_8);
  }

  private void skip() {
    next();
    skipChildren();
  }

  /** Skips the content of the current object or list, if there is one. */
  private void skipChildren() {
    boolean unused = skipChildrenLookingFor("");
  }

  /** Skips the content of the current object or list, if there is one; returns whether it is an object with a member. */
  private boolean skipChildrenLookingFor(String member) {
    JsonToken token = parser.currentToken();
    int open = token != null && token.isStructStart() ? 1 : 0;
    boolean has = false;
    while (open > 0) {
      token = next();
      if (token.isStructStart()) {
        open++;
      } else if (token.isStructEnd()) {
        open--;
      } else if (token == JsonToken.NOT_AVAILABLE) {
        return has;
      }
      has |=
          open == 1 && token == JsonToken.PROPERTY_NAME && parser.currentName().equals(member);
    }
    return has;
  }

  /** Reads the next value, which must be a list; returns whether it is one. Its entries follow. */
  boolean list(Expected expected) {
    JsonToken token = next();
    if (token != JsonToken.START_ARRAY) {
      wrongType(token, expected);
      return false;
    }
    return true;
  }

  // Values

  /** Reads the next value, a string; returns false if it cannot be read. */
  boolean string(Expected expected, Consumer<String> target) {
    JsonToken token = next();
    if (token != JsonToken.VALUE_STRING) {
      wrongType(token, expected);
      return false;
    }
    String words = checkedString();
    if (words == null) {
      return false;
    }
    target.accept(words);
    return true;
  }

  /** Returns the current string, or null if it is too long. */
  @Nullable
  String checkedString() {
    String words = parser.getString();
    if (!isLongerThan(limits.stringBytes(), words)) {
      return words;
    }
    if (found.wantsMore()) {
      found.at(pointer(), SyntaxCheck.stringTooLong(offset(), utf8Length(words), limits));
    }
    return null;
  }

  /** Returns the current string as an id, or null if it is longer than a name may be, since ids are names elsewhere. */
  @Nullable
  String checkedId() {
    String id = checkedString();
    if (id == null || !isLongerThan(limits.nameBytes(), id)) {
      return id;
    }
    if (found.wantsMore()) {
      found.at(pointer(), SyntaxCheck.idTooLong(offset(), utf8Length(id), limits));
    }
    return null;
  }

  /** Reads the next value, a list of strings. An entry of another type is replaced, so that the others keep their positions. */
  void strings(Expected expected, Expected entry, Consumer<ImmutableList<String>> target) {
    if (!list(expected)) {
      return;
    }
    JsonToken token = next();
    if (token == JsonToken.END_ARRAY) {
      target.accept(ImmutableList.of());
      return;
    }
    String first = entry(token, entry);
    token = next();
    if (token == JsonToken.END_ARRAY) {
      target.accept(ImmutableList.of(first));
      return;
    }
    ImmutableList.Builder<String> strings = ImmutableList.builder();
    strings.add(first);
    for (; token != JsonToken.END_ARRAY; token = next()) {
      strings.add(entry(token, entry));
    }
    target.accept(strings.build());
  }

  /** Reads the next value, a string or a list of strings. */
  void oneOrMore(Expected expected, Expected entry, Consumer<ImmutableList<String>> target) {
    JsonToken token = next();
    if (token == JsonToken.VALUE_STRING) {
      String words = checkedString();
      if (words != null) {
        target.accept(ImmutableList.of(words));
      }
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      wrongType(token, expected);
      return;
    }
    ImmutableList.Builder<String> strings = ImmutableList.builder();
    for (token = next(); token != JsonToken.END_ARRAY; token = next()) {
      strings.add(entry(token, entry));
    }
    target.accept(strings.build());
  }

  /** The current string as an entry of a list. */
  private String entry(JsonToken token, Expected expected) {
    String words = token == JsonToken.VALUE_STRING ? checkedString() : null;
    if (words != null) {
      return words;
    }
    ignoreHere();
    if (token != JsonToken.VALUE_STRING) {
      wrongType(token, expected);
    }
    return placeholder();
  }

  /** Ignores all problems that the model finds in the current value or member. */
  void ignoreHere() {
    ignoreUnder("");
  }

  /**
   * Ignores all problems that the model finds in a part of the current value.
   *
   * @param part the pointer of the part, relative to the current value
   */
  void ignoreUnder(String part) {
    if (!found.isFull()) {
      found.ignoreUnder(pointer() + part);
    }
  }

  /** Ignores missing members of the claim or source that is the current value, since it cannot be read. */
  void ignoreMissing() {
    if (!found.isFull()) {
      found.ignoreMissing(pointer());
    }
  }

  /** Ignores missing members of the claim or source around the current value, since that value cannot be read. */
  void ignoreMissingAround() {
    if (!found.isFull()) {
      found.ignoreMissing(pointerAround());
    }
  }

  /** Returns an id that no graph can have and that differs from all others; its problems are to be ignored. */
  String placeholder() {
    return NO_ID + placeholders++;
  }

  /** Reads the next value, a text; returns false if it cannot be read. */
  boolean text(Consumer<Text> target) {
    return text(next(), target);
  }

  /** Reads the current value as a text; returns false if it cannot be read. */
  boolean text(JsonToken token, Consumer<Text> target) {
    if (token == JsonToken.VALUE_STRING) {
      String words = checkedString();
      return words != null && text(words, target);
    }
    if (token != JsonToken.START_OBJECT) {
      wrongType(token, Expected.TEXT);
      return false;
    }
    return textByTag(target);
  }

  /** Reads words in the language of the graph; returns false if they break a rule. */
  boolean text(String words, Consumer<Text> target) {
    readUntagged = true;
    try {
      target.accept(Text.of(language, words));
      return true;
    } catch (InvalidValueException e) {
      if (found.wantsMore()) {
        String pointer = pointer();
        e.problems()
            .forEach(problem -> found.byPointer(
                Problem.at(pointer, problem.code(), problem.message(), problem.remedy())));
      }
      return false;
    }
  }

  /** Returns words by tag as a text in the order of the map; {@link Text#of(Map)} would order them by tag. */
  private static Text inOrder(Map<String, String> wordsByTag) {
    if (wordsByTag.isEmpty()) {
      return Text.of(wordsByTag);
    }
    List<String> all = new ArrayList<>();
    wordsByTag.forEach((tag, words) -> {
      all.add(tag);
      all.add(words);
    });
    return Text.of(all.get(0), all.get(1), all.subList(2, all.size()).toArray(String[]::new));
  }

  private boolean textByTag(Consumer<Text> target) {
    String pointer = found.isFull() ? "" : pointer();
    Map<String, String> wordsByTag = new LinkedHashMap<>();
    boolean broken = false;
    Set<String> tags = new HashSet<>();
    enterObject();
    for (String tag = nextKey(tags); tag != null; tag = nextKey(tags)) {
      JsonToken token = next();
      String words = token == JsonToken.VALUE_STRING ? checkedString() : null;
      if (words != null) {
        wordsByTag.put(tag, words);
      } else {
        broken = true;
        if (token != JsonToken.VALUE_STRING) {
          wrongType(token, Expected.STRING);
        }
      }
    }
    if (broken && wordsByTag.isEmpty()) {
      return false;
    }
    try {
      target.accept(inOrder(wordsByTag));
      return true;
    } catch (InvalidValueException e) {
      if (found.wantsMore()) {
        e.problems().forEach(problem -> found.byPointer(problem.under(pointer)));
      }
      return false;
    }
  }

  /** Reads the next value, true or false. */
  void bool(Consumer<Boolean> target) {
    JsonToken token = next();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      target.accept(token == JsonToken.VALUE_TRUE);
    } else {
      wrongType(token, Expected.BOOLEAN);
    }
  }

  /** Reads the next value, one of a few words. */
  <T> void word(String kind, T[] all, Consumer<T> target) {
    JsonToken token = next();
    if (token == JsonToken.VALUE_STRING) {
      T value = currentWord(kind, all);
      if (value != null) {
        target.accept(value);
      }
    } else {
      wrongType(token, new Expected("a word", WordGuesses.oneOf(words(all))));
    }
  }

  /** Returns the current string as one of a few words, or null if it is none of them. */
  <T> @Nullable T currentWord(String kind, T[] all) {
    String word = parser.getString();
    for (T each : all) {
      if (each.toString().equals(word)) {
        return each;
      }
    }
    if (found.wantsMore()) {
      String pointer = pointer();
      Cure cure = WordGuesses.cure(kind, word, words(all), pointer);
      found.at(
          offset(),
          Problem.at(
                  pointer,
                  ProblemCode.UNKNOWN_WORD,
                  Problem.quoted(word) + " is not a " + kind,
                  cure.remedy())
              .with(cure.fix()));
    }
    return null;
  }

  private static <T> ImmutableList<String> words(T[] all) {
    return Arrays.stream(all).map(Object::toString).collect(ImmutableList.toImmutableList());
  }

  /** Reads the next value, a grade: a number or a word. */
  void grade(String member, Expected expected, DoubleConsumer number, Consumer<String> word) {
    JsonToken token = next();
    if (token == JsonToken.VALUE_STRING) {
      word.accept(parser.getString());
    } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = numberCharacters() > Limits.NUMBER_CHARACTERS ? 0 : parser.getDoubleValue();
      if (value > 0 && value < 1) {
        number.accept(value);
      } else {
        number(member, number);
      }
    } else {
      wrongType(token, expected);
    }
  }

  /** Reads the next value, any finite number. */
  void number(DoubleConsumer target) {
    JsonToken token = next();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      wrongType(token, Expected.NUMBER);
      return;
    }
    int from = offset();
    int to = numberEnd(from);
    if (to - from > Limits.NUMBER_CHARACTERS) {
      found.at(from, tooLong(to - from, "Write it with fewer digits."));
      return;
    }
    double value =
        Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    if (Double.isInfinite(value)) {
      found.at(
          from,
          Problem.at(
              pointer(),
              ProblemCode.WRONG_TYPE,
              "the number is too large to be kept",
              "Write the number that was published."));
      return;
    }
    target.accept(value);
  }

  private Problem tooLong(int characters, String remedy) {
    return Problem.at(
        pointer(),
        ProblemCode.NUMBER_TOO_LONG,
        "the number has " + characters + " characters, and at most " + Limits.NUMBER_CHARACTERS
            + " are read",
        remedy);
  }

  private int numberCharacters() {
    return parser.getStringLength();
  }

  /** Reads the current number, which may be too long, too large, or so near to 0 or 1 that it would be rounded to it. */
  private void number(String member, DoubleConsumer target) {
    int from = offset();
    int to = numberEnd(from);
    if (to - from > Limits.NUMBER_CHARACTERS) {
      found.at(from, tooLong(to - from, "Write a number from 0 to 1, such as 0.8."));
      return;
    }
    String literal = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    double value = Double.parseDouble(literal);
    if (Double.isInfinite(value)) {
      found.at(
          from,
          Problem.at(
              pointer(),
              ProblemCode.GRADE_OUT_OF_RANGE,
              member + " is " + shortened(literal) + ", and must lie between 0 and 1",
              "Write a number from 0 to 1, such as 0.8."));
      return;
    }
    if ((value == 0 && !isZero(literal))
        || (value == 1 && new BigDecimal(literal).compareTo(BigDecimal.ONE) != 0)) {
      String rounded = value == 0 ? "0" : "1";
      found.at(
          from,
          Problem.at(
              pointer(),
              ProblemCode.GRADE_ROUNDED,
              member + " is " + shortened(literal) + ", so near to " + rounded
                  + " that it would be rounded to it",
              "Write " + rounded + ", or a number further from it."));
      return;
    }
    target.accept(value);
  }

  private int numberEnd(int from) {
    int to = from;
    while (to < bytes.length && "+-.eE0123456789".indexOf(bytes[to]) >= 0) {
      to++;
    }
    return to;
  }

  private static String shortened(String literal) {
    return literal.length() <= SHOWN_CHARACTERS
        ? literal
        : literal.substring(0, SHOWN_CHARACTERS) + "…";
  }

  private static boolean isZero(String literal) {
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }

  // Problems

  /** Reports that the current value has another type than it must have, and skips it. */
  void wrongType(JsonToken token, Expected expected) {
    if (found.wantsMore()) {
      int from = offset();
      String pointer = pointer();
      String subject = subject(token);
      boolean isNull = token == JsonToken.VALUE_NULL;
      if (token == JsonToken.START_ARRAY
          && (expected.equals(Expected.CLAIMS) || expected.equals(Expected.SOURCES))) {
        listed(subject, expected, from, pointer);
        return;
      }
      Cure cure = isNull ? ofNull(expected, pointer) : cure(token, expected, from, pointer);
      found.at(
          from,
          Problem.at(
                  pointer,
                  isNull ? ProblemCode.NULL_VALUE : ProblemCode.WRONG_TYPE,
                  isNull
                      ? subject + " is null"
                      : subject + " is " + type(token) + ", and must be " + expected.what(),
                  cure.remedy())
              .with(cure.fix()));
    }
    skipChildren();
  }

  /** Reports that claims or sources are a list, and skips it; where all of them say their id, it is certain what was meant. */
  private void listed(String subject, Expected expected, int from, String pointer) {
    ListedParts parts = new ListedParts(bytes);
    Cure cure = Cure.told(expected.remedy());
    try {
      if (skipListed(parts)) {
        cure = parts.cure(from, endOffset(), pointer).orElse(cure);
      }
    } finally {
      found.at(
          from,
          Problem.at(
                  pointer,
                  ProblemCode.WRONG_TYPE,
                  subject + " is a list, and must be " + expected.what(),
                  cure.remedy())
              .with(cure.fix()));
    }
  }

  /** Skips the current list and shows its entries; returns whether its end was reached. */
  private boolean skipListed(ListedParts parts) {
    int open = 1;
    while (open > 0) {
      JsonToken token = next();
      if (token == JsonToken.NOT_AVAILABLE) {
        return false;
      } else if (token.isStructStart()) {
        if (open++ == 1) {
          parts.begin(token == JsonToken.START_OBJECT, offset());
        }
      } else if (token.isStructEnd()) {
        if (--open == 1) {
          parts.end();
        }
      } else if (open == 1) {
        parts.other();
      } else if (open == 2 && token == JsonToken.PROPERTY_NAME) {
        parts.name(parser.currentName(), offset());
      } else if (open == 2 && token == JsonToken.VALUE_STRING) {
        parts.string(parser.getString(), endOffset());
      }
    }
    return true;
  }

  /** Returns what cures null; only a member that may be left out is certain to be left out. */
  private Cure ofNull(Expected expected, String pointer) {
    TokenStreamContext context = parser.streamReadContext();
    boolean isOptional = context.inObject()
        && depth >= 0
        && namesCount[depth] > 0
        && namesSeen[depth][namesCount[depth] - 1].equals(context.currentName())
        && !REQUIRED.contains(context.currentName());
    String remedy = expected.remedy() + " Leave out what is not known.";
    return isOptional ? Cure.certain(remedy, Fix.of(new Fix.Remove(pointer))) : Cure.told(remedy);
  }

  private Cure cure(JsonToken token, Expected expected, int from, String pointer) {
    boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    if (token == JsonToken.START_ARRAY && expected.equals(Expected.GRAPH)) {
      return Cure.told("Write one graph a file, without a list around it.");
    }
    int to = number
        ? numberEnd(from)
        : token == JsonToken.VALUE_STRING ? endOffset() : Integer.MAX_VALUE;
    if (to - from > SHOWN_CHARACTERS) {
      return Cure.told(expected.remedy());
    }
    return TypeGuesses.cure(
        expected, new String(bytes, from, to - from, StandardCharsets.UTF_8), number, pointer);
  }

  /** Describes the current value, as the subject of a sentence. */
  private String subject(JsonToken token) {
    TokenStreamContext context = parser.streamReadContext();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      context = context.getParent();
    }
    if (context.inRoot()) {
      return "the graph";
    }
    TokenStreamContext outer = context.getParent();
    if (context.inArray()) {
      return "an entry of " + Problem.quoted(String.valueOf(outer.currentName()));
    }
    String name = Problem.quoted(context.currentName());
    String map = outer.inObject() && outer.currentName() != null ? outer.currentName() : "";
    if (outer.getNestingDepth() == 1) {
      return map.equals("claims")
          ? "claim " + name
          : map.equals("sources") ? "source " + name : name;
    }
    return outer.getNestingDepth() == 3 && map.equals("reviews") ? "the review by " + name : name;
  }

  private static String type(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a string";
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      default -> "a number";
    };
  }

  /** Reports that the object that ends here lacks a member, one of those named, unless it was written under another name. */
  void missing(String message, String remedy, String... members) {
    if (!guessed.isEmpty() || isWrapped) {
      String around = pointer();
      boolean isWritten =
          Arrays.stream(members).anyMatch(member -> guessed.contains(around + " " + member));
      if (isWritten || (isWrapped && around.isEmpty())) {
        return;
      }
    }
    if (found.wantsMore()) {
      found.byPointer(Problem.at(pointer(), ProblemCode.MISSING_MEMBER, message, remedy));
    }
  }
}
