package org.claimtrace.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Finds where and why a document is not JSON (RFC 8259), with messages that help its author. It runs only after the parser has
 * failed, and reads the bytes again, without recursion.
 */
final class SyntaxCheck {

  private static final int SHOWN_CHARACTERS = 20;

  /** Characters outside ASCII that authors write in place of JSON's own, or that cannot be seen. */
  private static final String UNUSUAL = "“”„«»‘’「」，：；、\u00a0\u3000\u200b\ufeff";

  private final JsonBytes text;
  private final byte[] bytes;
  private final int end;
  private final Limits limits;
  private final int reached;
  private final StringBuilder open = new StringBuilder();
  private int at;
  private boolean inValue;
  private @Nullable Fault fault;
  private boolean isTrailingComma;
  // Of each open object or list, where it begins and how far the line that it begins in is
  // indented.
  private int[] openedAt = new int[16];
  private int[] openedIndentation = new int[16];
  private int indentation;
  private boolean isFirstOnLine;
  // The value that was read last if it is a string, with its quotation marks.
  private int lastString = -1;
  private int lastStringEnd = -1;
  // An object or list that probably is not closed where the author meant to close it.
  private int unclosed = -1;
  private int unclosedBefore = -1;
  private int concerns = -1;

  private SyntaxCheck(JsonBytes text, Limits limits, int reached) {
    this.text = text;
    this.bytes = text.bytes();
    this.at = text.start();
    this.end = text.end();
    this.limits = limits;
    this.reached = reached;
  }

  /**
   * Returns the first fault in the first value of a document.
   *
   * @param reached where the parser failed, or an offset before that; limits are checked from here on, since what is before was
   *     read
   */
  static Optional<Found> firstFault(JsonBytes text, Limits limits, int reached) {
    SyntaxCheck check = new SyntaxCheck(text, limits, reached);
    check.value();
    return check.fault == null
        ? Optional.empty()
        : Optional.of(new Found(check.fault, check.inValue, check.concerns, check.isTrailingComma));
  }

  /** Returns the offset of the comma before the end of an object or a list that is the first fault of a document, if that is one. */
  static OptionalInt trailingComma(JsonBytes text, Limits limits) {
    return firstFault(text, limits, text.start())
        .filter(Found::isTrailingComma)
        .map(found -> OptionalInt.of(found.fault().offset()))
        .orElseGet(OptionalInt::empty);
  }

  /**
   * A fault, and whether it is in a value.
   *
   * @param fault the fault
   * @param inValue whether the fault is in a value, or in what is written in place of one; otherwise it is in the object or
   *     list around it
   * @param concerns where the object or list begins that the fault is about, if it was found only later; otherwise -1
   * @param isTrailingComma whether the fault is a comma before the end of an object or a list
   */
  record Found(Fault fault, boolean inValue, int concerns, boolean isTrailingComma) {}

  private void value() {
    boolean valueNext = true;
    while (fault == null) {
      skipWhiteSpace();
      inValue = valueNext;
      if (valueNext) {
        valueNext = begin();
      } else if (open.isEmpty()) {
        return;
      } else {
        valueNext = next();
      }
    }
  }

  /** Reads a value, or the beginning of an object or a list; returns whether a value must follow. */
  private boolean begin() {
    int c = peek();
    if (c != '{' && c != '[') {
      scalar(c);
      return false;
    }
    if (open.length() >= limits.depth()) {
      fail(
          at,
          ProblemCode.NESTING_TOO_DEEP,
          "objects and lists are nested more than " + limits.depth() + " deep here",
          "Nest them less deeply; a claim graph needs no more than eight levels.");
      return false;
    }
    open((char) c);
    skipWhiteSpace();
    if (peek() == (c == '{' ? '}' : ']')) {
      close();
      return false;
    }
    if (c == '{') {
      inValue = false;
      name();
    }
    return true;
  }

  /** Reads what follows a value inside an object or a list; returns whether a value must follow. */
  private boolean next() {
    int c = peek();
    boolean object = inObject();
    if (c == (object ? '}' : ']')) {
      close();
      return false;
    }
    if (c == ',') {
      int comma = at++;
      skipWhiteSpace();
      if (peek() == '}' || peek() == ']') {
        isTrailingComma = true;
        syntax(comma, "a comma stands before the end of " + container(), "Remove the comma.");
      } else if (object) {
        name();
      }
      return true;
    }
    if (c < 0) {
      endsOpen();
    } else if (c == '}' || c == ']') {
      syntax(
          at,
          container() + " that begins in line " + line(openedAt[open.length() - 1])
              + " is not closed before this " + shown(),
          "Write '" + (object ? '}' : ']') + "' before it, or in its place.");
    } else if (isInsideText(c)) {
      inValue = true;
      if (reportMissingEnd()) {
        return false;
      }
      String before = text(lastString + 1, Math.min(lastStringEnd - 1, lastString + 241));
      syntax(
          lastStringEnd - 1,
          before.isEmpty()
              ? "a text begins with two quotation marks"
              : "a quotation mark stands inside a text, after " + Problem.quoted(before),
          "Write \\\" for a quotation mark inside a text, or “ and ”.");
    } else if (!reportUnusual()) {
      boolean value = c == '"' || c == '{' || c == '[' || isWordCharacter(c);
      syntax(
          at,
          value
              ? "a comma is missing before " + shownValue()
              : shown() + " stands where a comma or the end of " + container() + " must stand",
          value
              ? "Write ',' between two entries."
              : "Write ',' or '" + (object ? '}' : ']') + "'.");
    }
    return false;
  }

  private void open(char bracket) {
    if (open.length() == openedAt.length) {
      openedAt = Arrays.copyOf(openedAt, 2 * open.length());
      openedIndentation = Arrays.copyOf(openedIndentation, 2 * open.length());
    }
    openedAt[open.length()] = at;
    openedIndentation[open.length()] = indentation;
    open.append(bracket);
    at++;
  }

  private void close() {
    int last = open.length() - 1;
    if (unclosed < 0 && isFirstOnLine && indentation < openedIndentation[last]) {
      unclosed = openedAt[last];
      unclosedBefore = at;
    }
    open.setLength(last);
    at++;
  }

  /** Reports that the document ends before all objects and lists are closed. */
  private void endsOpen() {
    if (unclosed >= 0) {
      boolean object = bytes[unclosed] == '{';
      concerns = unclosed;
      syntax(
          unclosedBefore,
          "the " + (object ? "object" : "list") + " that begins in line " + line(unclosed)
              + " is not closed before this " + Problem.quoted(charAt(unclosedBefore)),
          "Write '" + (object ? '}' : ']') + "' where that " + (object ? "object" : "list")
              + " is to end.");
      return;
    }
    fail(
        end,
        ProblemCode.TRUNCATED,
        "the file ends before the end of " + container() + " that begins in line "
            + line(openedAt[open.length() - 1]),
        "Write '" + (inObject() ? '}' : ']') + "', or the rest of it if something was cut off.");
  }

  /**
   * Whether the string before was probably not meant to end where it does, since it goes on in the same line with what is neither a
   * separator nor the next value: a quotation mark in it is not escaped.
   *
   * @param c the character after the string
   */
  private boolean isInsideText(int c) {
    if (lastStringEnd < 0 || !isBlankBetween(lastStringEnd, at)) {
      return false;
    }
    boolean digit = c >= '0' && c <= '9';
    boolean letter = c >= 0x80 ? !UNUSUAL.contains(charAt(at)) : isWordCharacter(c) && !digit;
    if (at > lastStringEnd) {
      return letter && !isNameAhead() && isMarkAhead();
    }
    return letter || digit || ".!?%&*<=>@^|~()[{".indexOf(c) >= 0 || (c == '"' && !isStringAhead());
  }

  /**
   * Reports that the string before lacks its end quote, if it holds a comma at its end and a member's name ends at the next quotation
   * mark: then it ends where that name begins. Returns whether it does.
   */
  private boolean reportMissingEnd() {
    int comma = lastStringEnd - 2;
    while (comma > lastString && isBlankBetween(comma, comma + 1)) {
      comma--;
    }
    int nameEnd = at;
    while (nameEnd < end && isNamePart(bytes[nameEnd])) {
      nameEnd++;
    }
    if (!inObject()
        || bytes[comma] != ','
        || at != lastStringEnd
        || nameEnd == at
        || nameEnd + 1 >= end
        || bytes[nameEnd] != '"'
        || !isColonAt(nameEnd + 1)) {
      return false;
    }
    syntax(
        comma,
        "the text before this comma has no end quote: " + Problem.quoted(text(at, nameEnd))
            + " is the next member",
        "Write '\"' before the comma.");
    return true;
  }

  private static boolean isNamePart(int b) {
    return b < 0 || (b > ' ' && "\",:{}[]\\".indexOf(b) < 0);
  }

  private boolean isColonAt(int from) {
    int i = from;
    while (i < end && isBlankBetween(i, i + 1)) {
      i++;
    }
    return i < end && bytes[i] == ':';
  }

  private boolean isBlankBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether a word and a colon follow: a member's name without quotation marks. */
  private boolean isNameAhead() {
    int i = at;
    while (i < end && "\":,{}[]\n".indexOf(bytes[i]) < 0) {
      i++;
    }
    return i < end && bytes[i] == ':';
  }

  /** Whether a quotation mark follows in this line. */
  private boolean isMarkAhead() {
    int i = at;
    while (i < end && bytes[i] != '\n' && bytes[i] != '"') {
      i++;
    }
    return i < end && bytes[i] == '"';
  }

  /** Whether a string follows that ends before a separator. */
  private boolean isStringAhead() {
    int i = at + 1;
    while (i < end && bytes[i] != '"' && bytes[i] != '\n') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    i++;
    while (i < end && " \t\r\n".indexOf(bytes[i]) >= 0) {
      i++;
    }
    return i >= end || ":,}]".indexOf(bytes[i]) >= 0;
  }

  private int line(int offset) {
    return new LineIndex(text).position(offset).line();
  }

  private boolean inObject() {
    return open.charAt(open.length() - 1) == '{';
  }

  private String container() {
    return inObject() ? "the object" : "the list";
  }

  private void name() {
    int c = peek();
    if (c < 0) {
      endsOpen();
      return;
    }
    if (c != '"') {
      int before = at - 2;
      if (c >= '0'
          && c <= '9'
          && before >= 0
          && bytes[at - 1] == ','
          && bytes[before] >= '0'
          && bytes[before] <= '9') {
        inValue = true;
        syntax(at - 1, "a comma stands inside a number", "Write a point, as in 0.5.");
      } else if (!reportUnusual()) {
        syntax(
            at,
            shown() + " stands where a member's name must stand",
            isWordCharacter(c)
                ? "Write the name in double quotes: \"" + word() + "\"."
                : "Write a name in double quotes.");
      }
      return;
    }
    int from = at;
    String name = string(true);
    if (fault != null) {
      return;
    }
    skipWhiteSpace();
    c = peek();
    if (c == ':') {
      at++;
    } else if (c < 0) {
      cutOff("after the name " + Problem.quoted(name));
    } else if (!reportUnusual()) {
      inValue = true;
      syntax(
          from,
          "no ':' follows the name " + Problem.quoted(name),
          "Write ':' and a value after it.");
    }
  }

  private void scalar(int c) {
    if (open.isEmpty() && reportWhatStandsBeforeTheGraph()) {
      return;
    }
    if (c < 0) {
      cutOff(open.isEmpty() ? "" : "where a value must stand");
    } else if (c == '"') {
      string(false);
    } else if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) {
      number();
    } else if (isWordCharacter(c)) {
      literal();
    } else if (!reportUnusual()) {
      syntax(
          at,
          shown() + " stands where a value must stand",
          "Write a string in double quotes, a number, a list or an object.");
    }
  }

  /** Reports a Markdown fence or words before the graph; returns false if the document does not begin with these. */
  private boolean reportWhatStandsBeforeTheGraph() {
    if (Surroundings.isFence(bytes, at, end)) {
      syntax(
          at,
          "a Markdown fence stands before the graph",
          "Remove it, and the one after the graph: a file holds the graph alone.");
      return true;
    }
    int c = peek();
    boolean letter = (c >= 0x80 && !UNUSUAL.contains(charAt(at)))
        || (c != '+' && c != '-' && isWordCharacter(c));
    if (!letter || (c >= '0' && c <= '9') || Surroundings.indexOf(bytes, '{', at, end) < 0) {
      return false;
    }
    syntax(
        at,
        "words stand before the graph: " + Problem.quoted(Surroundings.lineAt(bytes, at, end)),
        "Remove them: a file holds the graph alone, from its '{' to its '}'.");
    return true;
  }

  private void literal() {
    String word = word();
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      at += word.length();
      return;
    }
    for (String known : new String[] {"true", "false", "null"}) {
      if (at + word.length() == end && known.startsWith(word)) {
        cutOff("inside the word '" + known + "'");
        return;
      }
    }
    String lower = word.toLowerCase(Locale.ROOT);
    syntax(
        at,
        Problem.quoted(word) + " is not a value",
        lower.equals("true") || lower.equals("false")
            ? "Write " + lower + ", in lower case."
            : lower.equals("nan") || lower.equals("infinity")
                ? "Write a number."
                : "Write a string in double quotes: \"" + word + "\".");
  }

  private void number() {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    int digits = digits();
    boolean leadingZero = digits > 1 && bytes[at - digits] == '0';
    boolean broken = digits == 0 || leadingZero;
    if (!broken && peek() == '.') {
      at++;
      broken = digits() == 0;
    }
    if (!broken && (peek() == 'e' || peek() == 'E')) {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      broken = digits() == 0;
    }
    if (broken && at == end && at > from && !leadingZero) {
      cutOff("inside a number");
    } else if (broken || isWordCharacter(peek()) || peek() == '.') {
      at = from;
      syntax(
          from,
          Problem.quoted(word()) + " is not a number",
          "Write a number such as 0, 0.8 or 1, or a string in double quotes.");
    } else if (from >= reached && at - from > limits.stringBytes()) {
      fail(
          from,
          ProblemCode.NUMBER_TOO_LONG,
          "the number has " + (at - from) + " characters",
          "Write at most " + Limits.NUMBER_CHARACTERS + ".");
    }
  }

  private int digits() {
    int from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at - from;
  }

  /** Reads a string; returns its beginning for messages, with escapes as written. */
  private String string(boolean name) {
    int from = at++;
    int escapes = 0;
    while (at < end && bytes[at] != '"') {
      int c = bytes[at] & 0xff;
      if (c < ' ') {
        inString(c);
        return "";
      }
      if (c == '\\') {
        int before = at;
        escape(from, name);
        if (fault != null) {
          return "";
        }
        escapes += at - before - 1;
      } else {
        at++;
      }
    }
    if (at == end) {
      cutOff(name ? "inside a member's name" : "inside a string");
      return "";
    }
    at++;
    if (!name) {
      lastString = from;
      lastStringEnd = at;
    }
    int length = at - from - 2 - escapes;
    if (from >= reached && length > (name ? limits.nameBytes() : limits.stringBytes())) {
      tooLong(from, name, length);
    }
    return text(from + 1, Math.min(at - 1, from + 1 + 4 * 60));
  }

  private void tooLong(int from, boolean name, int length) {
    fault = name ? nameTooLong(from, length, limits) : stringTooLong(from, length, limits);
  }

  static Fault nameTooLong(int offset, int bytes, Limits limits) {
    return tooLong(offset, ProblemCode.NAME_TOO_LONG, "name", bytes, limits.nameBytes());
  }

  static Fault idTooLong(int offset, int bytes, Limits limits) {
    return tooLong(offset, ProblemCode.NAME_TOO_LONG, "id", bytes, limits.nameBytes());
  }

  static Fault stringTooLong(int offset, int bytes, Limits limits) {
    return tooLong(offset, ProblemCode.STRING_TOO_LONG, "string", bytes, limits.stringBytes());
  }

  private static Fault tooLong(int offset, ProblemCode code, String what, int bytes, int most) {
    return new Fault(
        offset,
        code,
        "the " + what + " has " + bytes + " bytes, and at most " + most + " are read",
        "Write a shorter " + what + ".");
  }

  private void inString(int c) {
    if (c == '\n' || c == '\r') {
      syntax(
          at,
          "a line ends inside a string",
          "Close the string with '\"', or write \\n for a line break in it.");
    } else if (c == '\t') {
      syntax(at, "a tab stands inside a string", "Write \\t, or a space.");
    } else {
      fail(
          at,
          ProblemCode.CONTROL_CHARACTER,
          String.format(Locale.ROOT, "the text holds the control character U+%04X", c),
          "Remove it; only line feed and tab may stand in a text.");
    }
  }

  private void escape(int from, boolean name) {
    int start = at;
    int c = at + 1 < end ? bytes[at + 1] : -1;
    if (c < 0) {
      at = end;
      cutOff("inside a string");
    } else if (c == 'u') {
      int unit = unit(at);
      if (unit < 0) {
        badUnicodeEscape(start);
        return;
      }
      at += 6;
      // In a value, half a surrogate pair is reported by the rules for texts; in a name, it ends
      // the reading here as it does in the parser.
      if (name && Character.isSurrogate((char) unit)) {
        int second = Character.isHighSurrogate((char) unit) && at + 1 < end && bytes[at] == '\\'
            ? unit(at)
            : -1;
        if (second >= 0 && Character.isLowSurrogate((char) second)) {
          at += 6;
        } else if (!isCutInEscape()) {
          fail(
              from,
              ProblemCode.LONE_SURROGATE,
              String.format(Locale.ROOT, "the name holds half a surrogate pair, U+%04X", unit),
              "Write the whole character, or remove it.");
        }
      }
    } else if ("\"\\/bfnrt".indexOf(c) >= 0) {
      at += 2;
    } else {
      syntax(
          start,
          "'\\" + charAt(at + 1) + "' is not an escape",
          c == '\'' ? "Write ' alone: it needs no backslash." : "Write \\\\ for a backslash.");
    }
  }

  /** Whether the document ends before the next character of a string is complete. */
  private boolean isCutInEscape() {
    return at == end
        || (bytes[at] == '\\' && (at + 1 == end || (bytes[at + 1] == 'u' && at + 6 > end)));
  }

  private void badUnicodeEscape(int start) {
    boolean cut = start + 6 > end;
    for (int i = start + 2; cut && i < end; i++) {
      cut = Character.digit(bytes[i], 16) >= 0;
    }
    if (cut) {
      at = end;
      cutOff("inside a string");
    } else {
      syntax(
          start,
          "'\\u' is not followed by four hexadecimal digits",
          "Write four, such as \\u00e9, or the character itself.");
    }
  }

  /** The code unit of a {@code \\u} escape that begins at an offset, or -1. */
  private int unit(int escape) {
    if (escape + 6 > end || bytes[escape + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = escape + 2; i < escape + 6; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  /**
   * Reports mistakes of authors who do not know JSON, such as typographic quotation marks; returns false if it is none of
   * these.
   */
  private boolean reportUnusual() {
    String c = at < end ? charAt(at) : "";
    int following = at + 1 < end ? bytes[at + 1] : -1;
    if (c.equals("'") || c.equals("`")) {
      syntax(at, "a single quotation mark stands here", "Write a double one: \".");
    } else if ("“”„«»‘’「」".contains(c) && !c.isEmpty()) {
      syntax(
          at,
          "the typographic quotation mark " + shown() + " stands here",
          "Write a straight one: \".");
    } else if ((c.equals("/") && (following == '/' || following == '*')) || c.equals("#")) {
      syntax(
          at,
          "a comment stands here, and JSON has none",
          "Remove it, or make it a \"note\" or a member whose name begins with '_'.");
    } else if (c.equals("，") || c.equals("：") || c.equals("；") || c.equals("、")) {
      syntax(
          at,
          "the full-width " + shown() + " stands here",
          "Write '" + (c.equals("：") ? ':' : ',') + "'.");
    } else if (c.equals("\u00a0")
        || c.equals("\u3000")
        || c.equals("\u200b")
        || c.equals("\ufeff")) {
      syntax(
          at,
          String.format(
              Locale.ROOT, "the invisible character U+%04X stands between the values", (int)
                  c.charAt(0)),
          "Remove it, or write a plain space.");
    } else {
      return false;
    }
    return true;
  }

  private void skipWhiteSpace() {
    int from = at;
    int lineStart = -1;
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        lineStart = at + 1;
      }
      at++;
    }
    if (at > from) {
      isFirstOnLine = lineStart >= 0;
      indentation = lineStart < 0 ? indentation : at - lineStart;
    }
  }

  private int peek() {
    return at < end ? bytes[at] & 0xff : -1;
  }

  private static boolean isWordCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$'
        || c == '-'
        || c == '+';
  }

  /** The word or number at the current position, for a message. */
  private String word() {
    int to = at;
    while (to < end
        && to - at < 4 * SHOWN_CHARACTERS
        && (isWordCharacter(bytes[to]) || bytes[to] == '.')) {
      to++;
    }
    return text(at, to);
  }

  private String shown() {
    return Problem.quoted(charAt(at));
  }

  /** The value at the current position, or its beginning, for a message. */
  private String shownValue() {
    int c = peek();
    if (c != '"') {
      return Problem.quoted(isWordCharacter(c) ? word() : charAt(at));
    }
    int to = at + 1;
    while (to < end && to - at < 4 * SHOWN_CHARACTERS && bytes[to] != '"' && bytes[to] >= ' ') {
      to++;
    }
    return text(at, to) + '"';
  }

  private String charAt(int offset) {
    int to = offset + 1;
    while (to < end && JsonBytes.isContinuation(bytes[to])) {
      to++;
    }
    return text(offset, to);
  }

  private String text(int from, int to) {
    int whole = to;
    while (whole < end && whole > from && JsonBytes.isContinuation(bytes[whole])) {
      whole--;
    }
    return new String(bytes, from, whole - from, StandardCharsets.UTF_8);
  }

  private void syntax(int offset, String message, String remedy) {
    fail(offset, ProblemCode.SYNTAX, message, remedy);
  }

  private void cutOff(String where) {
    boolean nothing = where.isEmpty();
    fail(
        end,
        ProblemCode.TRUNCATED,
        nothing ? "the file is empty" : "the file ends " + where,
        nothing
            ? "Write a claim graph: an object with an id, a title and claims."
            : "Write the rest of it: something was cut off.");
  }

  private void fail(int offset, ProblemCode code, String message, String remedy) {
    fault = new Fault(offset, code, message, remedy);
  }
}
