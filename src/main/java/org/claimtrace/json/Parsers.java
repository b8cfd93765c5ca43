package org.claimtrace.json;

import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Creates parsers of documents with the reader's limits and no others.
 *
 * <p>Each parser has its own factory, and so a table of names that ends with it: the names of one document do not slow down the
 * parsing of the next.
 */
final class Parsers {

  private final JsonFactory factory;

  Parsers(Limits limits) {
    factory = JsonFactory.builder()
        // UTF-16 and UTF-32 have been ruled out before, and the bytes checked to be UTF-8.
        .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
        // Ids are names too, millions of them.
        .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
        // Ids with equal hash codes may fill the table's spare slots; it then grows, or is
        // emptied.
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

  /** Returns a parser before the first token of a document. */
  JsonParser parser(JsonBytes text) {
    return parser(text, text.start());
  }

  /** Returns a parser before the token at an offset. */
  JsonParser parser(JsonBytes text, int from) {
    return factory
        .rebuild()
        .build()
        .createParser(ObjectReadContext.empty(), text.bytes(), from, text.end() - from);
  }

  /** Passes a new parser to a consumer, and closes it. */
  void read(JsonBytes text, Consumer<JsonParser> use) {
    try (JsonParser parser = parser(text)) {
      use.accept(parser);
    }
  }
}
