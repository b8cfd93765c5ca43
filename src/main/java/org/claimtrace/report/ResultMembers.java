package org.claimtrace.report;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrace.evaluation.Belief;
import org.claimtrace.evaluation.Evaluation;
import org.claimtrace.evaluation.Interval;
import org.claimtrace.evaluation.Label;
import org.claimtrace.evaluation.Method;
import org.claimtrace.evaluation.Standard;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Element;
import org.claimtrace.model.Source;
import org.claimtrace.model.Text;
import org.claimtrace.work.Cancellation;
import org.claimtrace.work.ShortNumber;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the members that results of several kinds have in common, and remembers which claims and sources a document names, so
 * that their words can follow in a wanted language.
 */
final class ResultMembers {

  /** The version of the format of results. */
  private static final int FORMAT = 1;

  private final JsonGenerator json;
  private final ImmutableList<ClaimGraph> graphs;
  private final String language;
  private final Set<String> claims = new LinkedHashSet<>();
  private final Set<String> sources = new LinkedHashSet<>();

  /**
   * Creates the members of one document.
   *
   * @param graphs the graphs to which ids belong, the first that has an id before others
   * @param language the tag of the language in which words are added, empty for none
   */
  ResultMembers(JsonGenerator json, List<ClaimGraph> graphs, String language) {
    this.json = json;
    this.graphs = ImmutableList.copyOf(graphs);
    this.language = language;
  }

  /** Writes the members with which every document begins. */
  static void begin(JsonGenerator json, String result) {
    json.writeNumberProperty("format", FORMAT);
    json.writeStringProperty("result", result);
  }

  /** Writes the members with which a document about one evaluation begins. */
  void begin(String result, Evaluation evaluation) {
    begin(json, result);
    EvaluationHead.of(evaluation).write(json);
  }

  /** Writes what was evaluated, and how, as an object. */
  void evaluation(String name, Evaluation evaluation) {
    json.writeObjectPropertyStart(name);
    EvaluationHead.of(evaluation).write(json);
    json.writeEndObject();
  }

  /** Writes a probability, or a difference of two, with the fewest decimal places that are true to it. */
  static void number(JsonGenerator json, String name, double number) {
    exactNumber(json, name, ShortNumber.of(number));
  }

  /** Writes a number as it is, without a decimal point if it is whole. */
  static void exactNumber(JsonGenerator json, String name, double number) {
    json.writeName(name);
    if (number == Math.rint(number)) {
      json.writeNumber((int) number);
    } else {
      json.writeNumber(number);
    }
  }

  void number(String name, double number) {
    number(json, name, number);
  }

  /** Writes an interval of probabilities, in the one form that intervals have. */
  static void interval(JsonGenerator json, String name, double low, double high) {
    json.writeObjectPropertyStart(name);
    number(json, "low", low);
    number(json, "high", high);
    json.writeEndObject();
  }

  void interval(String name, double low, double high) {
    interval(json, name, low, high);
  }

  void interval(String name, Interval interval) {
    interval(json, name, interval.low(), interval.high());
  }

  /** Writes the probabilities behind a verdict, from which the same verdict follows by the standard. */
  static void belief(JsonGenerator json, Belief belief, Standard standard) {
    Belief rounded = RoundedBelief.of(belief, standard);
    exactNumber(json, "supported", rounded.supported());
    exactNumber(json, "refuted", rounded.refuted());
    exactNumber(json, "conflicting", rounded.conflicting());
    exactNumber(json, "unverified", rounded.unverified());
    exactNumber(json, "qualified", rounded.qualified());
  }

  void belief(Belief belief, Standard standard) {
    belief(json, belief, standard);
  }

  /** Writes the interval of each label of a claim, if the evaluation is sampled. */
  static void intervals(JsonGenerator json, Evaluation evaluation, String claim) {
    if (evaluation.method() != Method.SAMPLED) {
      return;
    }
    json.writeObjectPropertyStart("intervals");
    for (Label label : Label.values()) {
      Interval interval = evaluation.interval(claim, label);
      interval(json, label.toString(), interval.low(), interval.high());
    }
    json.writeEndObject();
  }

  /**
   * Writes the words of a text in a language, with the tag that they have.
   *
   * @param language the tag of the wanted language
   * @param graphLanguage the tag of the language of the graph
   */
  static void text(
      JsonGenerator json, String name, Text text, String language, String graphLanguage) {
    Text.Wording wording = text.in(language, graphLanguage);
    json.writeObjectPropertyStart(name);
    json.writeStringProperty(wording.tag(), wording.words());
    json.writeEndObject();
  }

  /** Writes the kind and the id of an element into the current object. */
  void element(Element element) {
    json.writeStringProperty("kind", element.kind().toString());
    json.writeStringProperty("id", element.id());
    if (element.kind() == Element.Kind.CLAIM) {
      claims.add(element.id());
    } else if (element.kind() == Element.Kind.SOURCE) {
      sources.add(element.id());
    }
  }

  /** Writes elements as an array of objects. */
  void elements(String name, Collection<Element> elements) {
    json.writeArrayPropertyStart(name);
    for (Element element : elements) {
      json.writeStartObject();
      element(element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the id of a claim. */
  void claim(String name, String id) {
    json.writeStringProperty(name, id);
    claims.add(id);
  }

  /** Writes the id of a source. */
  void source(String name, String id) {
    json.writeStringProperty(name, id);
    sources.add(id);
  }

  /** Remembers a claim and a source that are named in some other way. */
  void name(String claim, String source) {
    claims.add(claim);
    sources.add(source);
  }

  /** Writes the ids of claims. */
  void claims(String name, Collection<String> ids) {
    strings(name, ids);
    claims.addAll(ids);
  }

  /** Writes the ids of sources. */
  void sources(String name, Collection<String> ids) {
    strings(name, ids);
    sources.addAll(ids);
  }

  /** Writes an array of strings. */
  void strings(String name, Collection<String> strings) {
    json.writeArrayPropertyStart(name);
    strings.forEach(json::writeString);
    json.writeEndArray();
  }

  /**
   * Writes the part of the graph that the document is about, with all that it records of the claims and sources that the document has
   * named: a claim graph of its own, in the form in which claim graphs are written.
   */
  void excerpt() {
    ClaimGraph graph = graphs.get(0);
    String excerpt = Excerpt.of(
            graph,
            claims.stream().filter(id -> graph.findClaim(id).isPresent()).toList(),
            sources.stream().filter(id -> graph.findSource(id).isPresent()).toList())
        .toJson();
    json.writeName("excerpt");
    json.writeRawValue(excerpt.strip().replace("\n", "\n  "));
  }

  /**
   * Writes the texts of the claims and the titles of the sources that the document has named, if a language is wanted. It is
   * called last. A source without a title has its address in place of one, under the tag of an undetermined language.
   */
  void words() {
    if (language.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("texts");
    for (String id : claims) {
      Cancellation.check();
      for (ClaimGraph graph : graphs) {
        Optional<Claim> claim = graph.findClaim(id);
        if (claim.isPresent()) {
          text(json, id, claim.get().text(), language, graph.language());
          break;
        }
      }
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("titles");
    for (String id : sources) {
      Cancellation.check();
      for (ClaimGraph graph : graphs) {
        Optional<Source> source = graph.findSource(id);
        if (source.isPresent()) {
          title(id, source.get(), graph);
          break;
        }
      }
    }
    json.writeEndObject();
  }

  private void title(String id, Source source, ClaimGraph graph) {
    if (source.title().isPresent()) {
      text(json, id, source.title().get(), language, graph.language());
    } else {
      json.writeObjectPropertyStart(id);
      json.writeStringProperty("und", source.url().orElse(id));
      json.writeEndObject();
    }
  }
}
