package org.claimtrace.work;

/**
 * What a constructor asks for that is public only because other rooms of this library call it. Whoever embeds the library cannot name
 * this class, so that what such a constructor takes may change.
 */
public enum Inside {
  /** The only one. */
  KEY
}
