package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;

/**
 * A claim as both sides have it.
 *
 * @param id the id of the claim
 * @param lines the lines of the claim on either side
 * @param byId the same lines by id; an id has two if it names a line of one kind before and of another kind after
 */
record ComparedClaim(
    String id,
    ImmutableList<ComparedLine> lines,
    ImmutableListMultimap<String, ComparedLine> byId) {

  ComparedClaim(String id, ImmutableList<ComparedLine> lines) {
    this(id, lines, Multimaps.index(lines, each -> each.element().id()));
  }

  ImmutableList<ComparedLine> named(String lineId) {
    return byId.get(lineId);
  }
}
