package org.claimtrace.json;

/** Which strings stand for whole objects. */
final class ShortForms {

  private ShortForms() {}

  /** Whether a source that is written as a string is a URL; else the string is its title. */
  static boolean isUrl(String source) {
    return source.startsWith("http://") || source.startsWith("https://");
  }
}
