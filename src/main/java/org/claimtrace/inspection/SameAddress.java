package org.claimtrace.inspection;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimtrace.inspection.Finding.Severity;
import org.claimtrace.model.Source;
import org.claimtrace.wording.Sentence;

/**
 * Fires where sources with no deepest origin in common have one address, when these are taken as one: the address of an archive and the
 * address that it holds, http and https, with and without www, small and capital letters of the host, with and without a slash at the
 * end, with any or no fragment, and with or without parameters that only track readers. A fragment that begins with “!” or “/” names a
 * page of its own and counts. It says in what the addresses differ.
 */
final class SameAddress extends UsualRule {

  SameAddress() {
    super("same-address", Severity.WARNING);
  }

  @Override
  String bad() {
    return """
        {"id": "bad", "title": "The outbreak", "sources": {
          "who": {"title": "Situation report", "url": "https://www.who.example/reports/7"},
          "report": {"title": "Report no. 7", "url": "http://WHO.example/reports/7/?utm_source=mail"}},
         "claims": {"cases": {"text": "There were 40 cases", "evidence": ["who", "report"]}}}""";
  }

  @Override
  String good() {
    return """
        {"id": "good", "title": "The outbreak", "sources": {
          "who": {"title": "Situation report", "url": "https://www.who.example/reports/7"},
          "next": {"title": "Report no. 8", "url": "https://www.who.example/reports/8"}},
         "claims": {"cases": {"text": "There were 40 cases", "evidence": ["who", "next"]}}}""";
  }

  @Override
  void find(InspectedGraph inspected, Consumer<Finding> found) {
    Map<String, List<String>> byAddress = new LinkedHashMap<>();
    for (Source source : inspected.graph().sources()) {
      source
          .url()
          .ifPresent(url -> byAddress
              .computeIfAbsent(WebAddress.of(url).normal(), key -> new ArrayList<>())
              .add(source.id()));
    }
    CommonOrigins origins = new CommonOrigins(inspected);
    byAddress.forEach((address, sources) -> {
      List<String> apart = origins.apartOf(sources);
      if (apart.size() > 1) {
        found.accept(same(inspected, address, apart));
      }
    });
  }

  private Finding same(InspectedGraph inspected, String address, List<String> sources) {
    List<String> urls = sources.stream()
        .map(id -> inspected.graph().source(id).url().orElseThrow())
        .toList();
    ImmutableSet<WebAddress.Difference> differences = WebAddress.differences(urls);
    Finding.Builder finding = finding(
            inspected,
            phrases -> differences.isEmpty()
                ? phrases.say(Sentence.FINDING_SAME_ADDRESS, phrases.citedAll(sources))
                : phrases.say(
                    Sentence.FINDING_SAME_ADDRESS_BUT,
                    phrases.citedAll(sources),
                    phrases.list(differences.stream()
                        .map(each -> phrases.say(each.sentence()))
                        .toList())),
            InspectedGraph.asSources(sources))
        .word("address", address);
    for (int i = 0; i < urls.size(); i++) {
      finding.word("address of " + sources.get(i), urls.get(i));
    }
    return finding.build();
  }
}
