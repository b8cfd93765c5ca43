package org.claimtrace.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.claimtrace.json.JsonTree.Entries;
import org.claimtrace.json.JsonTree.Member;
import org.claimtrace.json.JsonTree.Members;
import org.claimtrace.json.JsonTree.Words;
import org.claimtrace.problem.ClaimGraphException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the patterns of the JSON Schema use only the syntax common to all engines, and agree with the reader. */
class SchemaPatternsTest {

  private static final JsonTree SCHEMA = schema();

  private static JsonTree schema() {
    try (InputStream stream = ClaimJson.schema().openStream()) {
      return JsonTree.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static ImmutableList<String> patterns() {
    List<String> patterns = new ArrayList<>();
    collect(SCHEMA, patterns);
    return patterns.stream().distinct().collect(ImmutableList.toImmutableList());
  }

  private static void collect(JsonTree value, List<String> patterns) {
    if (value instanceof Entries list) {
      list.all().forEach(entry -> collect(entry, patterns));
    } else if (value instanceof Members object) {
      for (Member member : object.all()) {
        if (member.name().equals("pattern") && member.value() instanceof Words pattern) {
          patterns.add(pattern.text());
        } else if (member.name().equals("patternProperties")
            && member.value() instanceof Members byPattern) {
          byPattern.all().forEach(each -> patterns.add(each.name()));
        }
        collect(member.value(), patterns);
      }
    }
  }

  @Test
  void areFound() {
    assertThat(patterns()).hasSizeGreaterThanOrEqualTo(9);
  }

  /**
   * Checks for the syntax that ECMAScript with the flag u, Python's re and Java interpret alike: groups, alternatives, classes,
   * greedy repetition and look-ahead; of escapes only single characters, and {@code \\s} and {@code \\S} together, which match
   * every character. A {@code $} is excluded, since it also matches before a final line feed in Python and in Java.
   */
  @ParameterizedTest
  @MethodSource("patterns")
  void useOnlyTheSyntaxOfAllEngines(String pattern) {
    assertThat(pattern).doesNotContain("\\p", "\\P", "&&", "||", "~~", "--");
    String plain = pattern
        .replace("[\\s\\S]", "x")
        .replaceAll("\\\\u[0-9A-F]{4}", "x")
        .replaceAll("\\\\[tn\\[\\]\\\\?.+*(){}|^$/]", "x");
    assertThat(plain).doesNotContain("\\");
    String withoutClasses = plain.replaceAll("\\[\\^?[^\\[\\]]+]", "x");
    assertThat(withoutClasses)
        .doesNotContain("[", "]", "$", "*+", "++", "?+", "}+", "*?", "+?", "??", "}?");
    assertThat(withoutClasses.replace("(?:", "(").replace("(?=", "(").replace("(?!", "("))
        .doesNotContain("(?");
    assertThat(withoutClasses.replaceAll("\\{[0-9]+(,[0-9]*)?}", "")).doesNotContain("{", "}");
    assertThatCode(() -> Pattern.compile(pattern)).doesNotThrowAnyException();
  }

  /** Writes characters as in a class: ranges with a hyphen, and those of the BMP escaped, since many of them are invisible. */
  private static String characters(IntPredicate which) {
    StringBuilder all = new StringBuilder();
    for (int from = 0; from <= Character.MAX_CODE_POINT; from++) {
      if (which.test(from)) {
        int to = from;
        while (to < Character.MAX_CODE_POINT && which.test(to + 1)) {
          to++;
        }
        all.append(character(from))
            .append(to > from + 1 ? "-" : "")
            .append(to > from ? character(to) : "");
        from = to;
      }
    }
    return all.toString();
  }

  private static String character(int c) {
    boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return c > 0xFFFF || plain ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04X", c);
  }

  private static String pattern(String definition) {
    JsonTree at = SCHEMA;
    for (String name : new String[] {"$defs", definition, "pattern"}) {
      at = ((Members) at)
          .all().stream()
              .filter(member -> member.name().equals(name))
              .findFirst()
              .orElseThrow()
              .value();
    }
    return ((Words) at).text();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isIdCharacter(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || isMark(c);
  }

  private static boolean isInvisible(int c) {
    return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
  }

  /** The schema uses the Unicode version of Java 17; later versions of Java have more letters. */
  private static void hasUnicode13() {
    assumeThat(Runtime.version().feature()).isBetween(15, 18);
  }

  /** When the rule for ids changes, copy the expected side into the schema. */
  @Test
  void containEachCharacterThatTheReaderAcceptsInAnId() {
    hasUnicode13();
    String end = "(?![\\s\\S])";
    String marks = characters(SchemaPatternsTest::isMark);
    String all = characters(SchemaPatternsTest::isIdCharacter);
    assertThat(pattern("id")).isEqualTo("^(?![" + marks + "._-])[" + all + "._-]+" + end);
    assertThat(pattern("line"))
        .isEqualTo("^(?!(?:.*/)?[" + marks + "._-])(?=[^/]+(?:/inference|/parts(?:/[^/]+)?"
            + "|/evidence/[^/]+|/reviews/[^/]+(?:/[^/]+)?)?"
            + end + ")[" + all + "._/-]+" + end);
  }

  @Test
  void containEachCharacterThatTheReaderTakesAsInvisible() {
    hasUnicode13();
    String invisible = characters(SchemaPatternsTest::isInvisible);
    assertThat(pattern("words"))
        .startsWith("^[\\t\\n" + invisible + "]*[^" + invisible
            + "\\u0000-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF][^");
  }

  /** Whether the reader accepts a value for a member of a source. */
  private static boolean isRead(String member, String value) {
    try {
      ClaimJson.read(
          "{\"id\": \"g\", \"title\": \"t\", \"claims\": {\"c\": {\"text\": \"x\"}}, \"sources\": {\"s\": {\"title\": \"t\", "
              + new Members(List.of(new Member(member, new Words(value))))
                  .json()
                  .substring(1) + "}}");
      return true;
    } catch (ClaimGraphException e) {
      return false;
    }
  }

  private static String any(SplittableRandom random, String... parts) {
    StringBuilder text = new StringBuilder();
    for (int count = 1 + random.nextInt(6); count > 0; count--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void ofTagsAcceptWhatTheReaderAccepts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Pattern pattern = Pattern.compile(pattern("tag"));
    Set<String> differences = new TreeSet<>();
    int read = 0;
    for (int i = 0; i < 10_000; i++) {
      String tag = any(
          random,
          "en",
          "zh",
          "-",
          "-Hans",
          "-hak",
          "-CN",
          "-419",
          "-1996",
          "-rozaj",
          "-a-bb",
          "-u-ca-gregory",
          "-x-y",
          "x",
          "i-",
          "klingon",
          "i-default",
          "sgn",
          "-BE-FR",
          "-GB",
          "-oed",
          "art",
          "-lojban",
          "-min",
          "-nan",
          "_",
          "e",
          "engl",
          "-b",
          "-0-aaa",
          " ");
      boolean isRead = isRead("language", tag);
      read += isRead ? 1 : 0;
      if (pattern.matcher(tag).find() != isRead) {
        differences.add(tag);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(read).isGreaterThan(1_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void ofUrlsAcceptWhatTheReaderAccepts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Pattern pattern = Pattern.compile(pattern("url"));
    Set<String> differences = new TreeSet<>();
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String host = any(
          random,
          "1",
          "2001",
          ":",
          "::",
          "db8",
          "255",
          "256",
          ".",
          "0",
          "[",
          "]",
          "]",
          "%",
          "eth0",
          "@",
          "example.org");
      String url = (random.nextBoolean() ? "https://" : "")
          + (random.nextBoolean() ? "[" + host + "]" : "")
          + any(
              random,
              "http:",
              "//",
              "/",
              "example.org",
              "example.org:80",
              ":",
              "a@",
              "[::1]",
              "[",
              "]",
              "?",
              "#",
              "%41",
              "%",
              "%e4",
              "路",
              " ",
              "\u00a0",
              "{",
              "|",
              "^",
              "&",
              "=",
              "-",
              "_",
              ".",
              "..",
              "mailto:",
              "urn:x",
              "1",
              "\u0085",
              "\u202e",
              "😀",
              "~",
              "\"",
              "\\");
      boolean isRead = isRead("url", url);
      read += isRead ? 1 : 0;
      if (pattern.matcher(url).find() != isRead) {
        differences.add(url);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(read).isGreaterThan(1_000);
  }
}
