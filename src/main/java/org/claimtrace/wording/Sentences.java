package org.claimtrace.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Text;

/**
 * The sentences of one language, loaded from its bundle, with places for names and numbers. Names are inserted literally: no
 * character in them is interpreted, and their direction is isolated (see {@link Isolation}). A space is inserted where an
 * ideograph and a letter or digit meet at the border of a name. Immutable.
 */
public final class Sentences {

  private static final Sentences ENGLISH = new Sentences("en");
  private static final Sentences CHINESE = new Sentences("zh");

  private final String tag;
  private final Map<Sentence, String> many = new EnumMap<>(Sentence.class);
  private final Map<Sentence, String> one = new EnumMap<>(Sentence.class);
  private final String[] months;

  private Sentences(String tag) {
    this.tag = tag;
    Properties bundle = bundle(tag);
    for (Sentence sentence : Sentence.values()) {
      String wording = bundle.getProperty(sentence.key());
      if (wording == null) {
        throw new IllegalStateException("no sentence '" + sentence.key() + "' in " + tag);
      }
      many.put(sentence, wording);
      one.put(sentence, bundle.getProperty(sentence.key() + ".one", wording));
    }
    months = bundle.getProperty("months", "").split(" ", -1);
  }

  private static Properties bundle(String tag) {
    Properties bundle = new Properties();
    try (InputStream in = Sentences.class.getResourceAsStream("sentences-" + tag + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("no sentences in " + tag);
      }
      bundle.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }

  /** Returns the sentences of a language. */
  public static Sentences of(Language language) {
    return language == Language.CHINESE ? CHINESE : ENGLISH;
  }

  /** Returns a sentence with names in its places, which are counted from 0. */
  public String say(Sentence sentence, String... names) {
    return filled(many.getOrDefault(sentence, ""), names);
  }

  /** Returns a sentence about a number of things, in its singular wording for 1: the number in place 0, names from place 1 on. */
  public String count(Sentence sentence, int number, String... names) {
    String[] all = new String[names.length + 1];
    all[0] = number(number);
    System.arraycopy(names, 0, all, 1, names.length);
    return filled((number == 1 ? one : many).getOrDefault(sentence, ""), all);
  }

  /** Returns a number with its thousands separated by commas. */
  public String number(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /** Returns a date as it is written in the language: a year, a month or a day. */
  public String date(PartialDate date) {
    String[] parts = date.toString().split("-", -1);
    if (parts.length == 1) {
      return say(Sentence.YEAR, parts[0]);
    }
    String month = Integer.toString(Integer.parseInt(parts[1]));
    String name = months[Integer.parseInt(parts[1]) - 1];
    return parts.length == 2
        ? say(Sentence.MONTH, parts[0], name, "", month)
        : say(Sentence.DAY, parts[0], name, Integer.toString(Integer.parseInt(parts[2])), month);
  }

  /** Returns a text in a wanted language or, marked with its tag, in the language in which it is written. */
  public String text(Text text, String wanted, String graphLanguage) {
    return textIfWritten(text, wanted, graphLanguage).orElseGet(() -> {
      Text.Wording wording = text.in(wanted, graphLanguage);
      return say(Sentence.IN_LANGUAGE, wording.words(), wording.tag());
    });
  }

  /** Returns a text in a wanted language or that of these sentences, if it is written in one of them. */
  public Optional<String> textIfWritten(Text text, String wanted, String graphLanguage) {
    Text.Wording wording = text.in(wanted, graphLanguage);
    String primary = primary(wording.tag());
    return primary.equalsIgnoreCase(primary(wanted)) || primary.equalsIgnoreCase(tag)
        ? Optional.of(Isolation.isolated(wording.words()))
        : Optional.empty();
  }

  private static String primary(String languageTag) {
    return languageTag.split("-", 2)[0];
  }

  /** Returns names with a separator between them. */
  public String list(Sentence separator, Iterable<String> names) {
    return Streams.stream(names)
        .map(Isolation::isolated)
        .collect(Collectors.joining(say(separator)));
  }

  private String filled(String wording, String[] names) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < wording.length()) {
      boolean isPlace = at + 2 < wording.length()
          && wording.charAt(at) == '{'
          && wording.charAt(at + 1) >= '0'
          && wording.charAt(at + 1) < '0' + names.length
          && wording.charAt(at + 2) == '}';
      if (!isPlace) {
        filled.append(wording.charAt(at++));
        continue;
      }
      String name = Isolation.isolated(names[wording.charAt(at + 1) - '0']);
      at += 3;
      if (!name.isEmpty() && !filled.isEmpty()) {
        space(filled, lastSeen(filled), firstSeen(name));
      }
      filled.append(name);
      if (!name.isEmpty() && at < wording.length()) {
        space(filled, lastSeen(name), wording.codePointAt(at));
      }
    }
    return filled.toString();
  }

  private static int firstSeen(String words) {
    int at = 0;
    while (at < words.length() - 1 && Isolation.isUnseen(words.charAt(at))) {
      at++;
    }
    return words.codePointAt(at);
  }

  private static int lastSeen(CharSequence words) {
    int end = words.length();
    while (end > 1 && Isolation.isUnseen(words.charAt(end - 1))) {
      end--;
    }
    return Character.codePointBefore(words, end);
  }

  private static void space(StringBuilder filled, int before, int after) {
    if ((isIdeograph(before) && isLatin(after)) || (isLatin(before) && isIdeograph(after))) {
      filled.append(' ');
    }
  }

  private static boolean isIdeograph(int codePoint) {
    return Character.isIdeographic(codePoint);
  }

  private static boolean isLatin(int codePoint) {
    return Character.isDigit(codePoint)
        || (Character.isLetter(codePoint) && !isIdeograph(codePoint));
  }
}
