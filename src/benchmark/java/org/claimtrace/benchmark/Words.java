package org.claimtrace.benchmark;

import java.util.SplittableRandom;

/** Ids and sentences that are as long, and as alike, as those that people write. */
final class Words {

  private static final String[] WORDS = {
    "senate", "budget", "vaccine", "report", "mayor", "water", "climate", "hospital", "minister",
        "study",
    "doctors", "border", "company", "election", "school", "police", "energy", "court", "data",
        "river",
    "bank", "union", "patient", "launch", "satellite", "harvest", "protest", "tunnel", "museum",
        "island",
    "worker", "engine", "treaty", "forest", "signal", "price", "record", "camera", "letter", "voter"
  };

  private Words() {}

  /** An id that tells a number apart from all others and does not stand in its order. */
  static String id(int number) {
    int scrambled = number * 0x9E3779B1;
    String id = word(scrambled >>> 3) + '-' + word(scrambled >>> 11);
    return id + '-' + Integer.toString(scrambled >>> 1, 36) + (scrambled & 1);
  }

  private static String word(int number) {
    return WORDS[Math.floorMod(number, WORDS.length)];
  }

  /** A sentence. */
  static String sentence(SplittableRandom random, int words) {
    StringBuilder sentence = new StringBuilder(words * 8);
    for (int i = 0; i < words; i++) {
      sentence.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return sentence.append('.').toString();
  }
}
