package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Text;
import tools.jackson.core.io.NumberOutput;

/** Builds JSON text without white space. Members without a value, or with the default value, are left out. */
final class CompactJson implements CharSequence {

  private final StringBuilder json = new StringBuilder();
  private final String language;

  /** Begins a value of a graph; texts in that graph's language alone are written as strings. */
  CompactJson(String language) {
    this.language = language;
  }

  CompactJson begin() {
    json.append('{');
    return this;
  }

  /** Ends an object, after the author's own members. */
  CompactJson end(ImmutableMap<String, String> own) {
    own.forEach((name, value) -> name(name).json(value));
    json.append('}');
    return this;
  }

  /** Writes the name of a member; its value follows. */
  CompactJson name(String name) {
    if (json.charAt(json.length() - 1) != '{') {
      json.append(',');
    }
    string(name);
    json.append(':');
    return this;
  }

  /** Writes a value that is JSON text already. */
  CompactJson json(String value) {
    json.append(value);
    return this;
  }

  CompactJson string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> json.append(c);
      }
    }
    json.append('"');
    return this;
  }

  CompactJson strings(List<String> strings) {
    return list(strings, CompactJson::string);
  }

  <T> CompactJson list(List<T> parts, BiConsumer<CompactJson, T> write) {
    json.append('[');
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      write.accept(this, parts.get(i));
    }
    json.append(']');
    return this;
  }

  CompactJson text(Text text) {
    Optional<String> words = text.onlyIn(language);
    if (words.isPresent()) {
      return string(words.get());
    }
    begin();
    for (Map.Entry<String, String> each : text.byTag().entrySet()) {
      name(each.getKey()).string(each.getValue());
    }
    return end(ImmutableMap.of());
  }

  // Members

  CompactJson member(String name, String value) {
    return name(name).string(value);
  }

  CompactJson member(String name, Text value) {
    return name(name).text(value);
  }

  /** Writes a member whose value is a word: a date, or a constant. */
  CompactJson member(String name, Object word) {
    return name(name).string(word.toString());
  }

  CompactJson member(String name, Optional<?> word) {
    return word.isPresent() ? member(name, word.get()) : this;
  }

  CompactJson member(String name, Object word, Object usual) {
    return word.equals(usual) ? this : member(name, word);
  }

  CompactJson text(String name, Optional<Text> value) {
    return value.isPresent() ? member(name, value.get()) : this;
  }

  CompactJson strings(String name, ImmutableList<String> value) {
    return value.isEmpty() ? this : name(name).strings(value);
  }

  CompactJson grade(String name, Grade grade) {
    if (grade.equals(Grade.ONE)) {
      return this;
    }
    return grade.word().isPresent()
        ? member(name, grade.word().get())
        : name(name).json(number(grade.value()));
  }

  /** Writes a member whose value is a string or, where there are several, a list. */
  CompactJson oneOrMore(String name, ImmutableList<String> value) {
    return value.size() == 1 ? member(name, value.get(0)) : strings(name, value);
  }

  /** Writes a member whose value is a list that may be there and empty. */
  CompactJson strings(String name, Optional<ImmutableList<String>> value) {
    return value.isPresent() ? name(name).strings(value.get()) : this;
  }

  CompactJson number(String name, OptionalDouble value) {
    return value.isPresent() ? name(name).json(number(value.getAsDouble())) : this;
  }

  <T> CompactJson list(String name, ImmutableList<T> parts, BiConsumer<CompactJson, T> write) {
    return parts.isEmpty() ? this : name(name).list(parts, write);
  }

  <T> CompactJson part(String name, Optional<T> part, BiConsumer<CompactJson, T> write) {
    part.ifPresent(present -> write.accept(name(name), present));
    return this;
  }

  /** Formats a finite number as ECMAScript does: the shortest that reads back as the same double. */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal decimal = new BigDecimal(NumberOutput.toString(value, true));
    // The parser's output is the nearest number of two digits for the smallest doubles, even
    // where one digit would be enough.
    BigDecimal oneDigit = decimal.round(new MathContext(1));
    decimal = (oneDigit.doubleValue() == value ? oneDigit : decimal).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -6 && exponent < 21) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e" : "e+")
        + exponent;
  }

  @Override
  public int length() {
    return json.length();
  }

  @Override
  public char charAt(int index) {
    return json.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return json.subSequence(start, end);
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
