package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.claimtrace.model.Element;
import org.claimtrace.model.Verdict;
import org.claimtrace.sensitivity.Flips;
import org.claimtrace.sensitivity.Flips.Flip;
import org.claimtrace.sensitivity.GradeRanges;
import org.claimtrace.sensitivity.GradeRanges.VerdictRange;
import org.claimtrace.sensitivity.Pivots;
import org.claimtrace.sensitivity.Pivots.Pivot;
import org.claimtrace.sensitivity.RetractedSource;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceDependence;
import org.claimtrace.sensitivity.SourceDependence.TopplingSet;
import org.claimtrace.sensitivity.WithdrawnStatement;
import tools.jackson.core.JsonGenerator;

/** Writes the sensitivity of a verdict as JSON. */
final class SensitivityJson {

  private final JsonGenerator json;
  private final ResultMembers members;

  private SensitivityJson(JsonGenerator json, ResultMembers members) {
    this.json = json;
    this.members = members;
  }

  static void write(Sensitivity sensitivity, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members =
          new ResultMembers(json, List.of(sensitivity.grounds().evaluation().graph()), language);
      new SensitivityJson(json, members).write(sensitivity);
      members.words();
    });
  }

  private void write(Sensitivity sensitivity) {
    SourceDependence grounds = sensitivity.grounds();
    members.begin("sensitivity", grounds.evaluation());
    members.claim("claim", grounds.claimId());
    json.writeStringProperty("verdict", grounds.verdict().toString());
    grounds(grounds);
    pivots(sensitivity.pivots());
    flips(sensitivity.flips());
  }

  private void grounds(SourceDependence grounds) {
    json.writeObjectPropertyStart("grounds");
    members.sources("sources", grounds.sourceIds());
    if (!grounds.retracted().isEmpty()) {
      retracted(grounds.retracted());
    }
    if (!grounds.withdrawn().isEmpty()) {
      withdrawn(grounds.withdrawn());
    }
    json.writeArrayPropertyStart("toppling");
    for (TopplingSet set : grounds.toppling()) {
      json.writeStartObject();
      members.sources("sources", set.sourceIds());
      json.writeStringProperty("verdict", set.verdict().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (grounds.isComplete()) {
      sets("sufficient", grounds.sufficient());
    } else {
      sets("holding", grounds.holding());
    }
    json.writeNumberProperty("triedUpTo", grounds.triedUpTo());
    if (grounds.cap().isPresent()) {
      json.writeNumberProperty("triedCount", grounds.tried());
      json.writeStringProperty("limit", grounds.cap().get().toString());
    }
    json.writeBooleanProperty("complete", grounds.isComplete());
    json.writeBooleanProperty("hasAllSufficient", grounds.hasAllSufficient());
    json.writeEndObject();
  }

  private void retracted(List<RetractedSource> sources) {
    json.writeArrayPropertyStart("retracted");
    for (RetractedSource each : sources) {
      json.writeStartObject();
      members.source("id", each.sourceId());
      json.writeStringProperty("date", each.date().toString());
      verdict("before", each.before());
      verdict("beforeWithout", each.beforeWithout());
      verdict("lifted", each.lifted());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void withdrawn(List<WithdrawnStatement> statements) {
    json.writeArrayPropertyStart("withdrawn");
    for (WithdrawnStatement each : statements) {
      json.writeStartObject();
      json.writeStringProperty("id", each.evidenceId());
      json.writeStringProperty("date", each.date().toString());
      verdict("lifted", each.lifted());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void verdict(String name, Optional<Verdict> verdict) {
    verdict.ifPresent(each -> json.writeStringProperty(name, each.toString()));
  }

  private void sets(String name, List<ImmutableList<String>> sets) {
    json.writeArrayPropertyStart(name);
    for (List<String> set : sets) {
      json.writeStartArray();
      set.forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void some(String name, int number) {
    if (number > 0) {
      json.writeNumberProperty(name, number);
    }
  }

  private void element(Element element, double grade) {
    members.element(element);
    ResultMembers.exactNumber(json, "grade", grade);
  }

  private void pivots(Pivots pivots) {
    json.writeObjectPropertyStart("pivots");
    json.writeArrayPropertyStart("elements");
    for (Pivot pivot : pivots.pivots()) {
      json.writeStartObject();
      element(pivot.element(), pivot.grade());
      json.writeStringProperty("quantity", pivot.quantity().toString());
      members.number("yes", pivot.effect().yes());
      members.number("no", pivot.effect().no());
      members.interval("interval", pivot.effect().interval());
      json.writeEndObject();
    }
    json.writeEndArray();
    some("untriedCount", pivots.untried());
    json.writeEndObject();
  }

  private void flips(Flips flips) {
    json.writeObjectPropertyStart("flips");
    flips.wanted().ifPresent(wanted -> json.writeStringProperty("wanted", wanted.toString()));
    json.writeArrayPropertyStart("changes");
    for (Flip flip : flips.flips()) {
      json.writeStartObject();
      json.writeArrayPropertyStart("elements");
      for (Flip.Change change : flip.changes()) {
        json.writeStartObject();
        element(change.element(), change.grade());
        members.interval("interval", change.from(), change.to());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringProperty("verdict", flip.verdict().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("standings");
    for (GradeRanges standing : flips.standings()) {
      json.writeStartObject();
      element(standing.element(), standing.grade());
      json.writeArrayPropertyStart("ranges");
      for (VerdictRange range : standing.ranges()) {
        json.writeStartObject();
        members.interval("interval", range.from(), range.to());
        json.writeStringProperty("verdict", range.verdict().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    some("furtherCount", flips.further());
    some("untriedCount", flips.untried());
    json.writeNumberProperty("pairedPivots", flips.pairedPivots());
    json.writeBooleanProperty("complete", flips.isComplete());
    json.writeEndObject();
  }
}
