package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.model.Element;
import org.claimtrace.sensitivity.Flips;
import org.claimtrace.sensitivity.Flips.Flip;
import org.claimtrace.sensitivity.GradeRanges;
import org.claimtrace.sensitivity.GradeRanges.VerdictRange;
import org.claimtrace.sensitivity.Pivots.Pivot;
import org.claimtrace.sensitivity.Sensitivity;
import org.claimtrace.sensitivity.SourceDependence;
import org.claimtrace.sensitivity.SourceDependence.TopplingSet;
import tools.jackson.core.JsonGenerator;

/** Writes the sensitivity of a verdict as JSON, in the format of {@link ResultJson#write(Sensitivity, Writer)}. */
final class SensitivityJson {

  private SensitivityJson() {}

  static void write(Sensitivity sensitivity, Writer writer) throws IOException {
    SourceDependence grounds = sensitivity.grounds();
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "evaluation", grounds.evaluation());
      json.writeStringProperty("claim", grounds.claimId());
      json.writeStringProperty("verdict", grounds.verdict().toString());
      grounds(json, grounds);
      pivots(json, sensitivity);
      flips(json, sensitivity.flips());
    });
  }

  private static void grounds(JsonGenerator json, SourceDependence grounds) {
    json.writeObjectPropertyStart("grounds");
    JsonMembers.ids(json, "sources", grounds.sourceIds());
    json.writeArrayPropertyStart("toppling");
    for (TopplingSet set : grounds.toppling()) {
      json.writeStartObject();
      JsonMembers.ids(json, "sources", set.sourceIds());
      json.writeStringProperty("verdict", set.verdict().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (grounds.isComplete()) {
      sets(json, "sufficient", grounds.sufficient());
    } else {
      sets(json, "holding", grounds.holding());
    }
    json.writeNumberProperty("tried-up-to", grounds.triedUpTo());
    if (grounds.cap().isPresent()) {
      json.writeNumberProperty("tried", grounds.tried());
      json.writeStringProperty("cap", grounds.cap().get().toString());
    }
    json.writeBooleanProperty("complete", grounds.isComplete());
    json.writeBooleanProperty("has-all-sufficient", grounds.hasAllSufficient());
    json.writeEndObject();
  }

  private static void sets(JsonGenerator json, String name, List<ImmutableList<String>> sets) {
    json.writeArrayPropertyStart(name);
    for (List<String> set : sets) {
      json.writeStartArray();
      set.forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void some(JsonGenerator json, String name, int number) {
    if (number > 0) {
      json.writeNumberProperty(name, number);
    }
  }

  private static void element(JsonGenerator json, Element element, double grade) {
    JsonMembers.element(json, element);
    JsonMembers.number(json, "grade", grade);
  }

  private static void pivots(JsonGenerator json, Sensitivity sensitivity) {
    json.writeObjectPropertyStart("pivots");
    json.writeStringProperty("label", sensitivity.pivots().label().toString());
    json.writeArrayPropertyStart("elements");
    for (Pivot pivot : sensitivity.pivots().pivots()) {
      json.writeStartObject();
      element(json, pivot.element(), pivot.grade());
      JsonMembers.number(json, "yes", pivot.effect().yes());
      JsonMembers.number(json, "no", pivot.effect().no());
      JsonMembers.number(json, "low", pivot.effect().interval().low());
      JsonMembers.number(json, "high", pivot.effect().interval().high());
      json.writeEndObject();
    }
    json.writeEndArray();
    some(json, "untried", sensitivity.pivots().untried());
    json.writeEndObject();
  }

  private static void flips(JsonGenerator json, Flips flips) {
    json.writeObjectPropertyStart("flips");
    flips.wanted().ifPresent(wanted -> json.writeStringProperty("wanted", wanted.toString()));
    json.writeArrayPropertyStart("changes");
    for (Flip flip : flips.flips()) {
      json.writeStartObject();
      json.writeArrayPropertyStart("elements");
      for (Flip.Change change : flip.changes()) {
        json.writeStartObject();
        element(json, change.element(), change.grade());
        JsonMembers.number(json, "from", change.from());
        JsonMembers.number(json, "to", change.to());
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
      element(json, standing.element(), standing.grade());
      json.writeArrayPropertyStart("ranges");
      for (VerdictRange range : standing.ranges()) {
        json.writeStartObject();
        JsonMembers.number(json, "from", range.from());
        JsonMembers.number(json, "to", range.to());
        json.writeStringProperty("verdict", range.verdict().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    some(json, "further", flips.further());
    some(json, "untried", flips.untried());
    json.writeNumberProperty("paired-pivots", flips.pairedPivots());
    json.writeBooleanProperty("complete", flips.isComplete());
    json.writeEndObject();
  }
}
