package org.claimtrace.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.claimtrace.explanation.ReviewCheck;
import org.claimtrace.explanation.ReviewCheck.Comparison;
import org.claimtrace.explanation.Style;
import org.claimtrace.inspection.Finding;
import org.claimtrace.model.Element;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.wording.Language;

/**
 * The results of a check in the XML that build servers read for tests: each file is a suite, and each published verdict and each
 * element about which there are findings is a test of it.
 */
final class JunitReport {

  private record Failure(String type, String message) {}

  private record TestCase(String name, List<Failure> failures, List<String> output) {}

  private record Suite(String file, List<TestCase> cases) {

    long failures() {
      return cases.stream().filter(each -> !each.failures().isEmpty()).count();
    }
  }

  private final FailOn failOn;
  private final List<Suite> suites = new ArrayList<>();

  /**
   * Creates a report of no files.
   *
   * @param failOn which findings make a test fail; what is told of others is output of the test
   */
  JunitReport(FailOn failOn) {
    this.failOn = failOn;
  }

  /** Adds a file that was checked. */
  void add(String file, ReviewCheck check, List<Finding> findings, String language) {
    Style style = Style.builder().language(Language.of(language).tag()).build();
    List<TestCase> cases = new ArrayList<>();
    for (Comparison comparison : check.comparisons()) {
      String sentence = check.sentence(comparison, style);
      boolean fails = comparison.disagrees() || check.leftOut().contains(comparison.claimId());
      cases.add(new TestCase(
          comparison.review().id(),
          fails ? List.of(new Failure(comparison.outcome().toString(), sentence)) : List.of(),
          fails ? List.of() : List.of(sentence)));
    }
    Map<String, TestCase> byName = new LinkedHashMap<>();
    for (Finding finding : findings) {
      TestCase about = byName.computeIfAbsent(
          about(finding, check).orElse(check.evaluation().graph().id()),
          name -> new TestCase(name, new ArrayList<>(), new ArrayList<>()));
      String where = finding
          .place()
          .flatMap(place -> place.position())
          .map(position -> file + ":" + position + " ")
          .orElse("");
      String told = where + finding.message(language) + "\n" + finding.remedy(language);
      if (failOn.failsOn(finding.severity())) {
        about.failures().add(new Failure(finding.code(), told));
      } else {
        about.output().add(finding.code() + ": " + told);
      }
    }
    cases.addAll(byName.values());
    suites.add(new Suite(file, cases));
  }

  /** Adds a file that could not be read. */
  void add(String file, ClaimGraphException problems) {
    suites.add(new Suite(
        file,
        List.of(new TestCase(
            file,
            List.of(new Failure("unreadable", String.valueOf(problems.getMessage()))),
            List.of()))));
  }

  /** Returns the claim or the source that a finding is about, for a line that of its claim; absent for the whole graph. */
  private static Optional<String> about(Finding finding, ReviewCheck check) {
    return finding.elements().stream()
        .findFirst()
        .map(
            element -> element.kind() == Element.Kind.CLAIM || element.kind() == Element.Kind.SOURCE
                ? element.id()
                : check.evaluation().graph().claimOf(element.id()).id());
  }

  void writeTo(OutputStream stream) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(stream, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "claimtrace");
      counts(
          xml,
          suites.stream().mapToLong(each -> each.cases().size()).sum(),
          suites.stream().mapToLong(Suite::failures).sum());
      for (Suite suite : suites) {
        write(suite, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void counts(XMLStreamWriter xml, long tests, long failures)
      throws XMLStreamException {
    xml.writeAttribute("tests", Long.toString(tests));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
  }

  private static void write(Suite suite, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", legal(suite.file()));
    counts(xml, suite.cases().size(), suite.failures());
    for (TestCase each : suite.cases()) {
      write(each, suite.file(), xml);
    }
    if (!suite.cases().isEmpty()) {
      xml.writeCharacters("\n  ");
    }
    xml.writeEndElement();
  }

  private static void write(TestCase test, String file, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", legal(test.name()));
    xml.writeAttribute("classname", legal(file));
    xml.writeAttribute("file", legal(file));
    if (!test.failures().isEmpty()) {
      // Most build servers show a single failure of a test.
      List<Failure> failures = test.failures();
      xml.writeCharacters("\n      ");
      xml.writeStartElement("failure");
      xml.writeAttribute("type", legal(failures.get(0).type()));
      xml.writeAttribute("message", legal(firstLine(failures.get(0).message())));
      List<String> told =
          failures.stream().map(each -> each.type() + ": " + each.message()).toList();
      xml.writeCharacters(legal(String.join("\n\n", told)));
      xml.writeEndElement();
    }
    if (!test.output().isEmpty()) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("system-out");
      xml.writeCharacters(legal(String.join("\n\n", test.output())));
      xml.writeEndElement();
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Returns text without the characters that XML 1.0 cannot hold. */
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
