package org.claimtrace.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrace.model.PartialDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

  private static final Sentences ENGLISH = Sentences.of(Language.ENGLISH);
  private static final Sentences CHINESE = Sentences.of(Language.CHINESE);

  private static Properties bundle(String tag) {
    Properties bundle = new Properties();
    try (Reader reader = new InputStreamReader(
        Objects.requireNonNull(
            Sentences.class.getResourceAsStream("sentences-" + tag + ".properties")),
        UTF_8)) {
      bundle.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bundle;
  }

  @Nested
  class TheBundles {
    @Test
    void haveNoKeyWithoutASentence() {
      Set<String> said = Arrays.stream(Sentence.values())
          .map(Sentence::key)
          .collect(Collectors.toCollection(TreeSet::new));
      said.add("months");
      for (String tag : List.of("en", "zh")) {
        assertThat(bundle(tag).stringPropertyNames())
            .allMatch(key -> said.contains(key.replaceAll("\\.one$", "")));
      }
    }

    @ParameterizedTest
    @EnumSource(Sentence.class)
    void haveTheSamePlacesInBothLanguages(Sentence sentence) {
      // A word for one thing need not say the number, and the months are words in English only.
      Set<String> english = places(bundle("en").getProperty(sentence.key()));
      Set<String> chinese = places(bundle("zh").getProperty(sentence.key()));
      english.remove("{0}");
      chinese.remove("{0}");
      if (sentence != Sentence.DAY && sentence != Sentence.MONTH) {
        assertThat(chinese).isEqualTo(english);
      }
    }

    private Set<String> places(String wording) {
      return Pattern.compile("\\{[0-9]}")
          .matcher(wording)
          .results()
          .map(MatchResult::group)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void useThePunctuationOfTheirLanguage() {
      assertThat(bundle("zh").values())
          .map(Object::toString)
          .noneMatch(wording -> wording.matches("(?s).*\\p{IsHan}[,;:!?()].*"));
      assertThat(bundle("en").values())
          .map(Object::toString)
          .noneMatch(wording -> wording.matches("(?s).*[，。；：！？（）、\"].*"));
    }

    @Test
    void areUsedSomewhereInTheSources() throws IOException {
      String sources;
      try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
        sources = files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("Sentence.java"))
            .map(SentencesTest::read)
            .collect(Collectors.joining());
      }
      List<String> byName = List.of(
          "ARGUED_",
          "EXPECTED_",
          "WHY_",
          "LABEL_",
          "GRADE_",
          "SUPPOSED_",
          "ARGUMENT_",
          "QUERY_ARGUMENT_",
          "QUERY_KIND_",
          "QUERY_LABEL_",
          "WORD_",
          "BIBLIOGRAPHY_",
          "SOURCE_LEVEL_",
          "SOURCE_TYPE_",
          "FINDING_",
          "STANDARD_",
          "SUPPORTED",
          "MISLEADING",
          "REFUTED",
          "CONFLICTING",
          "UNVERIFIED");
      assertThat(Sentence.values())
          .filteredOn(sentence -> byName.stream().noneMatch(sentence.name()::startsWith))
          .allMatch(sentence -> sources.contains("Sentence." + sentence.name()));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Nested
  class ASentence {
    @Test
    void insertsNamesLiterally() {
      assertThat(ENGLISH.say(Sentence.READ_IN, "{1}'s $1 \\ {0}", "{0}"))
          .isEqualTo("{1}'s $1 \\ {0}, read in {0}");
    }

    @Test
    void hasASingularAndAPlural() {
      assertThat(ENGLISH.count(Sentence.MORE_CLAIMS, 1)).isEqualTo("… one more claim below it");
      assertThat(ENGLISH.count(Sentence.MORE_CLAIMS, 1_234_567))
          .isEqualTo("… 1,234,567 more claims below it");
      assertThat(CHINESE.count(Sentence.MORE_CLAIMS, 2)).isEqualTo("…… 其下还有 2 条说法");
    }

    @Test
    void inChineseSeparatesLettersFromIdeographs() {
      assertThat(CHINESE.say(Sentence.STEP_BY, "X 平台长帖")).isEqualTo("这一步出自 X 平台长帖。");
      assertThat(CHINESE.say(Sentence.STEP_BY, "《长帖》")).isEqualTo("这一步出自《长帖》。");
      assertThat(CHINESE.say(Sentence.READ_IN, "长帖", "OpenAI")).isEqualTo("长帖，转引自 OpenAI");
    }
  }

  @Nested
  class ADate {
    @ParameterizedTest
    @CsvSource({
      "2026,2026,2026 年",
      "2026-02,February 2026,2026 年 2 月",
      "2026-02-03,3 February 2026,2026 年 2 月 3 日",
      "0987-12-31,31 December 0987,0987 年 12 月 31 日"
    })
    void isWrittenAsPeopleDo(String date, String english, String chinese) {
      assertThat(ENGLISH.date(PartialDate.parse(date))).isEqualTo(english);
      assertThat(CHINESE.date(PartialDate.parse(date))).isEqualTo(chinese);
    }
  }
}
