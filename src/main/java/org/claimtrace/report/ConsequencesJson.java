package org.claimtrace.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.claimtrace.change.Consequences;
import org.claimtrace.evaluation.Evaluation;

/** Writes what follows in a scenario as JSON. */
final class ConsequencesJson {

  private ConsequencesJson() {}

  static void write(Consequences consequences, String language, Writer writer) throws IOException {
    Evaluation before = consequences.before();
    Evaluation after = consequences.after();
    JsonDocument.write(writer, json -> {
      ResultMembers members = new ResultMembers(json, List.of(after.graph()), language);
      ChangesJson changes = new ChangesJson(json, members);
      ResultMembers.begin(json, "consequences");
      members.evaluation("before", before);
      members.evaluation("after", after);
      members.elements("added", consequences.added());
      json.writeArrayPropertyStart("changed");
      for (String claim : consequences.changed()) {
        json.writeStartObject();
        members.claim("claim", claim);
        changes.verdict("before", before.verdict(claim), before.belief(claim), before);
        changes.verdict("after", after.verdict(claim), after.belief(claim), after);
        json.writeEndObject();
      }
      json.writeEndArray();
      members.claims("shifted", consequences.shifted());
      members.words();
    });
  }
}
