package org.claimtrace.json;

/** The short forms of the format: strings that stand for whole objects. */
final class ShortForms {

  private ShortForms() {}

  /** Returns whether a source that is written as a string is a URL; otherwise the string is its title. */
  static boolean isUrl(String source) {
    return source.startsWith("http://") || source.startsWith("https://");
  }
}
