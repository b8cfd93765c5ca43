package org.claimtrace.report.provider;

import org.claimtrace.json.ClaimJson;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.report.ResultJson;
import org.claimtrace.result.Result;
import org.claimtrace.result.writing.ResultWriter;

/** Writes graphs as claim files and all other results as {@link ResultJson} does. */
public final class JsonResultWriter implements ResultWriter {

  /** Creates a writer; the service loader does. */
  public JsonResultWriter() {}

  @Override
  public String write(Object result, String language) {
    if (result instanceof ClaimGraph graph) {
      return ClaimJson.write(graph);
    }
    if (result instanceof Result known) {
      return ResultJson.write(known, language);
    }
    throw new IllegalArgumentException(result.getClass() + " is no result");
  }
}
