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
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.model.Verdict;
import tools.jackson.core.JsonGenerator;

/** Writes the changes between two evaluations as JSON. */
final class ChangesJson {

  private final JsonGenerator json;
  private final ResultMembers members;

  ChangesJson(JsonGenerator json, ResultMembers members) {
    this.json = json;
    this.members = members;
  }

  static void write(Changes changes, String language, Writer writer) throws IOException {
    JsonDocument.write(writer, json -> {
      ResultMembers members = new ResultMembers(
          json, List.of(changes.after().graph(), changes.before().graph()), language);
      new ChangesJson(json, members).write(changes);
      members.words();
    });
  }

  private void write(Changes changes) {
    ResultMembers.begin(json, "changes");
    members.evaluation("before", changes.before());
    members.evaluation("after", changes.after());
    json.writeArrayPropertyStart("changed");
    changes.changed().forEach(change -> change(change, changes.before(), changes.after()));
    json.writeEndArray();
    members.claims("shifted", changes.shifted());
    members.claims("added", changes.added());
    members.claims("removed", changes.removed());
    members.claims("reworded", changes.reworded());
  }

  /** Writes the change of a verdict as an object. */
  void change(VerdictChange change, Evaluation before, Evaluation after) {
    json.writeStartObject();
    members.claim("claim", change.claimId());
    verdict("before", change.before(), change.beliefBefore(), before);
    verdict("after", change.after(), change.beliefAfter(), after);
    json.writeArrayPropertyStart("differences");
    change.differences().forEach(this::difference);
    json.writeEndArray();
    if (change.unlisted() > 0) {
      json.writeNumberProperty("unlistedCount", change.unlisted());
    }
    Map<Difference, Integer> places = new HashMap<>();
    for (int i = 0; i < change.differences().size(); i++) {
      places.put(change.differences().get(i), i);
    }
    json.writeArrayPropertyStart("causes");
    for (Cause cause : change.causes()) {
      json.writeStartObject();
      places("differences", cause.differences(), places);
      json.writeBooleanProperty("minimal", cause.isMinimal());
      json.writeEndObject();
    }
    json.writeEndArray();
    places("necessary", change.necessary(), places);
    members.claims("through", change.through());
    json.writeNumberProperty("triedUpTo", change.triedUpTo());
    json.writeBooleanProperty("complete", change.isComplete());
    change.cap().ifPresent(cap -> json.writeStringProperty("limit", cap.toString()));
    json.writeEndObject();
  }

  /** Writes a verdict and the belief behind it as an object. */
  void verdict(String name, Verdict verdict, Belief belief, Evaluation evaluation) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("verdict", verdict.toString());
    members.belief(belief, evaluation.standard());
    json.writeEndObject();
  }

  private void difference(Difference difference) {
    json.writeStartObject();
    json.writeStringProperty("what", difference.kind().toString());
    difference.element().ifPresent(members::element);
    difference.claimId().ifPresent(claim -> members.claim("claim", claim));
    members.strings("before", difference.before());
    members.strings("after", difference.after());
    json.writeEndObject();
  }

  private void places(String name, List<Difference> some, Map<Difference, Integer> places) {
    json.writeArrayPropertyStart(name);
    some.stream().mapToInt(each -> places.getOrDefault(each, -1)).forEach(json::writeNumber);
    json.writeEndArray();
  }
}
