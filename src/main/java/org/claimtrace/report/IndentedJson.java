package org.claimtrace.report;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON with every member and item on a line of its own, whatever the machine. */
final class IndentedJson {

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
      .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
      .build();

  private IndentedJson() {}

  static JsonGenerator generator(Writer writer) {
    return FACTORY.createGenerator(new Indented(), writer);
  }

  /** A probability, a whole one without a point. */
  static void number(JsonGenerator json, String name, double probability) {
    json.writeName(name);
    number(json, probability);
  }

  /** A probability in an array, a whole one without a point. */
  static void number(JsonGenerator json, double probability) {
    if (probability == 0 || probability == 1) {
      json.writeNumber((int) probability);
    } else {
      json.writeNumber(probability);
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      Separators separators = Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(lines)
          .withArrayIndenter(lines);
    }
  }
}
