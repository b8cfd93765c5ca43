package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;

/**
 * A claim on both sides.
 *
 * @param id its id
 * @param lines its lines
 * @param byId the same, by id: two where an id is that of one kind of line before and of another after
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
