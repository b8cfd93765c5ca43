package org.claimtrace.json;

import com.google.common.base.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document up to the first that are not UTF-8, where the document is taken to end with a fault.
 *
 * @param name the name of the document in its places
 * @param bytes the bytes, not changed any more
 * @param start where the text begins, after a byte-order mark
 * @param end where the text ends
 * @param brokenOff why the text ends there; null where the document just ends
 */
record JsonBytes(
    Optional<String> name,
    byte[] bytes,
    int start,
    int end,
    @Nullable Fault brokenOff) {

  private static final String SAVE_AS_UTF_8 = "Save the file as UTF-8.";
  private static final int[] LEAST_OF_LENGTH = {0, 0, 0x80, 0x800, 0x10000};

  static JsonBytes of(Optional<String> name, byte[] bytes) {
    Optional<String> wide = wideEncoding(bytes);
    if (wide.isPresent()) {
      return new JsonBytes(
          name,
          bytes,
          0,
          0,
          new Fault(0, ProblemCode.ENCODING, "the file is " + wide.get(), SAVE_AS_UTF_8));
    }
    int start = at(bytes, 0) == 0xef && at(bytes, 1) == 0xbb && at(bytes, 2) == 0xbf ? 3 : 0;
    if (Utf8.isWellFormed(bytes)) {
      return new JsonBytes(name, bytes, start, bytes.length, null);
    }
    int bad = firstIllFormed(bytes, start);
    return new JsonBytes(name, bytes, start, bad, notUtf8(bytes, bad));
  }

  static JsonBytes of(Optional<String> name, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
          i++;
          continue;
        }
        byte[] before = text.substring(0, i).getBytes(StandardCharsets.UTF_8);
        return new JsonBytes(
            name,
            before,
            of(name, before).start(),
            before.length,
            new Fault(
                before.length,
                ProblemCode.LONE_SURROGATE,
                String.format(Locale.ROOT, "the text holds half a surrogate pair, U+%04X", (int)
                    text.charAt(i)),
                "Write the whole character, or remove it."));
      }
    }
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Recognizes UTF-16 and UTF-32 by their byte-order marks or by the zeros beside the first character of JSON text. */
  private static Optional<String> wideEncoding(byte[] bytes) {
    int first = at(bytes, 0) << 8 | at(bytes, 1);
    int second = at(bytes, 2) << 8 | at(bytes, 3);
    if (bytes.length < 2) {
      return Optional.empty();
    }
    if ((first == 0xfffe && second == 0 && bytes.length >= 4)
        || (isAscii(first, 8) && second == 0 && bytes.length >= 4)) {
      return Optional.of("UTF-32, little-endian");
    }
    if (first == 0 && (second == 0xfeff || isAscii(second, 0)) && bytes.length >= 4) {
      return Optional.of("UTF-32, big-endian");
    }
    if (first == 0xfffe || isAscii(first, 8)) {
      return Optional.of("UTF-16, little-endian");
    }
    return first == 0xfeff || isAscii(first, 0)
        ? Optional.of("UTF-16, big-endian")
        : Optional.empty();
  }

  /** Whether one of two bytes is an ASCII character and the other zero. */
  private static boolean isAscii(int twoBytes, int shift) {
    int character = twoBytes >> shift & 0xff;
    return character > 0 && character < 0x80 && twoBytes == character << shift;
  }

  private static int at(byte[] bytes, int i) {
    return i < bytes.length ? bytes[i] & 0xff : 0;
  }

  private static Fault notUtf8(byte[] bytes, int bad) {
    int length = sequenceLength(at(bytes, bad));
    boolean cut = length > bytes.length - bad;
    for (int i = bad + 1; cut && i < bytes.length; i++) {
      cut = isContinuation(bytes[i]);
    }
    return cut
        ? new Fault(
            bad,
            ProblemCode.TRUNCATED,
            "the file ends in the middle of a character",
            "Write the rest of it: something was cut off.")
        : new Fault(
            bad,
            ProblemCode.ENCODING,
            String.format(Locale.ROOT, "the byte %02X is not UTF-8", at(bytes, bad)),
            SAVE_AS_UTF_8);
  }

  /** The offset of the first character that is not well-formed UTF-8 (RFC 3629, section 4). */
  private static int firstIllFormed(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length) {
      int length = sequenceLength(at(bytes, i));
      if (length == 0 || i + length > bytes.length) {
        return i;
      }
      int character = length == 1 ? bytes[i] : at(bytes, i) & (0x7f >> length);
      for (int j = 1; j < length; j++) {
        if (!isContinuation(bytes[i + j])) {
          return i;
        }
        character = character << 6 | (bytes[i + j] & 0x3f);
      }
      boolean surrogate = character >= 0xd800 && character <= 0xdfff;
      if (surrogate || character > 0x10ffff || character < LEAST_OF_LENGTH[length]) {
        return i;
      }
      i += length;
    }
    return i;
  }

  private static int sequenceLength(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  /** Returns whether a byte of UTF-8 continues a character. */
  static boolean isContinuation(byte b) {
    return (b & 0xc0) == 0x80;
  }
}
