package org.claimtrace.json;

import java.util.Optional;
import org.claimtrace.problem.Fix;

/**
 * What cures a problem.
 *
 * @param remedy what to write instead, in whole sentences
 * @param fix the change that does it, where it is certain
 */
record Cure(String remedy, Optional<Fix> fix) {

  static Cure told(String remedy) {
    return new Cure(remedy, Optional.empty());
  }

  static Cure certain(String remedy, Fix fix) {
    return new Cure(remedy, Optional.of(fix));
  }
}
