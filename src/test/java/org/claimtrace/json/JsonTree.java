package org.claimtrace.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value that a test can take apart and reassemble, duplicate keys included. Numbers and the three literals are kept as
 * they are written.
 */
sealed interface JsonTree {

  /** An object: its members in their order. */
  record Members(List<Member> all) implements JsonTree {}

  /** A name and a value. */
  record Member(String name, JsonTree value) {}

  /** A list. */
  record Entries(List<JsonTree> all) implements JsonTree {}

  /** A string, escapes resolved. */
  record Words(String text) implements JsonTree {}

  /** A number, {@code true}, {@code false} or {@code null}. */
  record Literal(String text) implements JsonTree {}

  /** Reads JSON text. */
  static JsonTree of(String json) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      return value(parser, parser.nextToken());
    }
  }

  private static JsonTree value(JsonParser parser, JsonToken token) {
    switch (token) {
      case START_OBJECT -> {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          members.add(new Member(parser.currentName(), value(parser, parser.nextToken())));
        }
        return new Members(members);
      }
      case START_ARRAY -> {
        List<JsonTree> entries = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          entries.add(value(parser, next));
        }
        return new Entries(entries);
      }
      case VALUE_STRING -> {
        return new Words(parser.getString());
      }
      default -> {
        return new Literal(parser.getString());
      }
    }
  }

  /** Returns the value as JSON text, in which all characters outside ASCII are escaped. */
  default String json() {
    StringBuilder json = new StringBuilder();
    write(this, json);
    return json.toString();
  }

  private static void write(JsonTree value, StringBuilder json) {
    if (value instanceof Members members) {
      json.append('{');
      for (int i = 0; i < members.all().size(); i++) {
        json.append(i == 0 ? "" : ",");
        string(members.all().get(i).name(), json);
        write(members.all().get(i).value(), json.append(':'));
      }
      json.append('}');
    } else if (value instanceof Entries entries) {
      json.append('[');
      for (int i = 0; i < entries.all().size(); i++) {
        write(entries.all().get(i), json.append(i == 0 ? "" : ","));
      }
      json.append(']');
    } else if (value instanceof Words words) {
      string(words.text(), json);
    } else if (value instanceof Literal literal) {
      json.append(literal.text());
    }
  }

  private static void string(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
