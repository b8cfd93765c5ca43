package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Optional;
import java.util.function.Predicate;
import org.claimtrace.model.Grade;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Source;

/** A mutable draft of a source, with the values of one side until differences set others. Not safe for use by several threads. */
final class SourceDraft {

  private Grade reliability;
  private ImmutableList<String> derivedFrom;
  private ImmutableList<String> readIn;
  private Optional<PartialDate> retracted;

  SourceDraft(CountedSource counted) {
    reliability = counted.reliability();
    derivedFrom = counted.derivedFrom();
    readIn = counted.readIn();
    retracted = counted.retracted();
  }

  void reliability(Grade value) {
    reliability = value;
  }

  void derivedFrom(ImmutableList<String> value) {
    derivedFrom = value;
  }

  void readIn(ImmutableList<String> value) {
    readIn = value;
  }

  void retracted(Optional<PartialDate> value) {
    retracted = value;
  }

  /** Returns the source, with only those origins and relays that are present. */
  Source.Builder source(String id, Predicate<String> isThere) {
    Source.Builder source = Source.builder(id)
        .title(id)
        .reliability(reliability)
        .allDerivedFrom(Iterables.filter(derivedFrom, isThere::test))
        .allReadIn(Iterables.filter(readIn, isThere::test));
    retracted.ifPresent(date -> source.retracted(Retraction.builder().date(date)));
    return source;
  }
}
