package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrace.change.Changes;
import org.claimtrace.change.Difference;
import org.claimtrace.change.VerdictChange;
import org.claimtrace.change.VerdictChange.Cause;
import org.claimtrace.evaluation.Belief;
import tools.jackson.core.JsonGenerator;

/** Writes the changes between two evaluations as JSON, in the format of {@link ResultJson#write(Changes, Writer)}. */
final class ChangesJson {

  private ChangesJson() {}

  static void write(Changes changes, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      JsonMembers.evaluation(json, "before", changes.before());
      JsonMembers.evaluation(json, "after", changes.after());
      json.writeArrayPropertyStart("changed");
      changes.changed().forEach(change -> change(json, change));
      json.writeEndArray();
      JsonMembers.ids(json, "shifted", changes.shifted());
      JsonMembers.ids(json, "added", changes.added());
      JsonMembers.ids(json, "removed", changes.removed());
      JsonMembers.ids(json, "reworded", changes.reworded());
    });
  }

  /** Writes the change of a verdict as an object. */
  static void change(JsonGenerator json, VerdictChange change) {
    json.writeStartObject();
    json.writeStringProperty("claim", change.claimId());
    verdict(json, "before", change.before().toString(), change.beliefBefore());
    verdict(json, "after", change.after().toString(), change.beliefAfter());
    json.writeArrayPropertyStart("differences");
    change.differences().forEach(difference -> difference(json, difference));
    json.writeEndArray();
    if (change.unlisted() > 0) {
      json.writeNumberProperty("unlisted", change.unlisted());
    }
    Map<Difference, Integer> places = new HashMap<>();
    for (int i = 0; i < change.differences().size(); i++) {
      places.put(change.differences().get(i), i);
    }
    json.writeArrayPropertyStart("causes");
    for (Cause cause : change.causes()) {
      json.writeStartObject();
      places(json, "differences", cause.differences(), places);
      json.writeBooleanProperty("minimal", cause.isMinimal());
      json.writeEndObject();
    }
    json.writeEndArray();
    places(json, "necessary", change.necessary(), places);
    JsonMembers.ids(json, "through", change.through());
    json.writeNumberProperty("tried-up-to", change.triedUpTo());
    json.writeBooleanProperty("complete", change.isComplete());
    change.cap().ifPresent(cap -> json.writeStringProperty("cap", cap.toString()));
    json.writeEndObject();
  }

  static void verdict(JsonGenerator json, String name, String verdict, Belief belief) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("verdict", verdict);
    JsonMembers.belief(json, belief);
    json.writeEndObject();
  }

  private static void difference(JsonGenerator json, Difference difference) {
    json.writeStartObject();
    json.writeStringProperty("what", difference.kind().toString());
    difference.element().ifPresent(element -> {
      JsonMembers.element(json, element);
    });
    difference.claimId().ifPresent(claim -> json.writeStringProperty("claim", claim));
    JsonMembers.ids(json, "before", difference.before());
    JsonMembers.ids(json, "after", difference.after());
    json.writeEndObject();
  }

  private static void places(
      JsonGenerator json, String name, List<Difference> some, Map<Difference, Integer> places) {
    json.writeArrayPropertyStart(name);
    some.stream().mapToInt(each -> places.getOrDefault(each, -1)).forEach(json::writeNumber);
    json.writeEndArray();
  }
}
