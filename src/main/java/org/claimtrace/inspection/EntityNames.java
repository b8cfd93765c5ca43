package org.claimtrace.inspection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of persons, bodies and things, compared in NFC and case-folded. */
final class EntityNames {

  private EntityNames() {}

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /** Returns those of some names that are among others too, as they are written among the first. */
  static ImmutableList<String> common(Iterable<String> some, Iterable<String> others) {
    Set<String> known = new HashSet<>();
    others.forEach(name -> known.add(folded(name)));
    ImmutableSet.Builder<String> common = ImmutableSet.builder();
    for (String name : some) {
      if (known.contains(folded(name))) {
        common.add(name);
      }
    }
    return common.build().asList();
  }

  /** Returns those of some names that are not among others. */
  static ImmutableList<String> missing(Iterable<String> some, Iterable<String> others) {
    Set<String> known = new HashSet<>();
    others.forEach(name -> known.add(folded(name)));
    ImmutableSet.Builder<String> missing = ImmutableSet.builder();
    for (String name : some) {
      if (!known.contains(folded(name))) {
        missing.add(name);
      }
    }
    return missing.build().asList();
  }
}
