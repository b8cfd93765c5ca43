package org.claimtrace.result.writing;

import java.util.ServiceLoader;

/**
 * Writes results as JSON. The room of results for other programs knows all results and implements this; the results themselves,
 * which do not know that room, reach it by this service.
 */
public interface ResultWriter {

  /**
   * Returns a result as JSON.
   *
   * @param language the tag of the language in which texts are added, or nothing for none
   * @throws IllegalArgumentException if it is no result
   */
  String write(Object result, String language);

  /** Returns a result as JSON, written by the implementation that this library has. */
  static String text(Object result, String language) {
    return Loaded.WRITER.write(result, language);
  }

  /** Loads the implementation when it is first needed. */
  final class Loaded {
    private static final ResultWriter WRITER = ServiceLoader.load(
            ResultWriter.class, ResultWriter.class.getClassLoader())
        .findFirst()
        .orElseThrow();

    private Loaded() {}
  }
}
