package org.claimtrace.json;

import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes parsers of documents that keep our limits and none of their own.
 *
 * <p>Each parser has a factory to itself, and so a table of names that ends with it: what one document holds neither slows
 * down the next nor spoils it.
 */
final class Parsers {

  private final JsonFactory factory;

  Parsers(Limits limits) {
    factory = JsonFactory.builder()
        // Told from UTF-16 and UTF-32 before, and checked to be UTF-8.
        .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
        // Ids are names too, millions of them.
        .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
        // Ids that are alike fill the table's spare slots, too; then it grows, or begins anew.
        .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.stringBytes())
            .maxNameLength(limits.longestNameRead())
            .maxNumberLength(Integer.MAX_VALUE)
            .maxDocumentLength(-1)
            .maxTokenCount(-1)
            .build())
        .build();
  }

  /** A parser that stands before the first token of a document. */
  JsonParser parser(JsonBytes text) {
    return parser(text, text.start());
  }

  /** A parser that stands before the token at an offset. */
  JsonParser parser(JsonBytes text, int from) {
    return factory
        .rebuild()
        .build()
        .createParser(ObjectReadContext.empty(), text.bytes(), from, text.end() - from);
  }

  /** Uses a parser and closes it. */
  void read(JsonBytes text, Consumer<JsonParser> use) {
    try (JsonParser parser = parser(text)) {
      use.accept(parser);
    }
  }
}
