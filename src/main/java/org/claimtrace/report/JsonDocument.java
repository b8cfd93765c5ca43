package org.claimtrace.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.claimtrace.work.Cancellation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes an object as a JSON document, with the same bytes on every machine. Every line, also the last, ends with a line feed. */
final class JsonDocument {

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
      .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
      .build();

  /** Writes the content of a document. */
  interface Content {
    void write(Writer writer) throws IOException;
  }

  private JsonDocument() {}

  /** Returns a document as text. */
  static String text(Content content) {
    StringWriter text = new StringWriter();
    try {
      content.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes an object with every member and item on a line of its own; flushes the writer and leaves it open.
   *
   * @throws IOException if the writer throws it
   */
  static void write(Writer writer, Consumer<JsonGenerator> members) throws IOException {
    write(writer, new Indented(), members);
  }

  /**
   * Writes an object in a given layout; flushes the writer and leaves it open.
   *
   * @throws IOException if the writer throws it
   */
  static void write(Writer writer, ObjectWriteContext layout, Consumer<JsonGenerator> members)
      throws IOException {
    Cancellation.check();
    try (JsonGenerator json = FACTORY.createGenerator(layout, writer)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
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
