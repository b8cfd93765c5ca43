package org.claimtrace.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrace.model.Element;
import org.claimtrace.model.Grade;
import org.claimtrace.model.Notice;
import org.claimtrace.model.PartialDate;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Source;
import org.claimtrace.model.SourceType;

/**
 * The list of the sources that a document names, by their numbers: where each can be read, what it is graded and why, what
 * interests it has, and what was said of it since. Not safe for use by several threads.
 */
public final class Bibliography {

  private final Phrasebook phrases;
  private final Outline.Builder outline;
  private final Optional<PartialDate> asOf;
  private final boolean all;

  private Bibliography(
      Phrasebook phrases, Outline.Builder outline, Optional<PartialDate> asOf, boolean all) {
    this.phrases = phrases;
    this.outline = outline;
    this.asOf = asOf;
    this.all = all;
  }

  /**
   * Adds the sources that a document has named so far, in a section of their own; nothing if it has named none.
   *
   * @param asOf the date at which the graph is looked at; retractions and notices of later dates are left out
   * @param all whether everything that the graph records of a source is added, and the sources to which that refers
   */
  public static void add(
      Phrasebook phrases, Outline.Builder outline, Optional<PartialDate> asOf, boolean all) {
    new Bibliography(phrases, outline, asOf, all).list();
  }

  private void list() {
    List<String> sources = outline.references().sourceIds();
    if (!sources.isEmpty()) {
      outline.section(phrases.say(Sentence.BIBLIOGRAPHY));
    }
    // An entry may name further sources, which come after those named so far.
    for (int number = 1; number <= sources.size(); number++) {
      Optional<Source> source = outline.references().find(sources.get(number - 1));
      if (source.isPresent()) {
        entry(number, source.get());
        sources = outline.references().sourceIds();
      }
    }
  }

  private void entry(int number, Source source) {
    String title = phrases.sourceTitle(source);
    List<String> about = new ArrayList<>(source.authors());
    source.publisher().ifPresent(about::add);
    source.published().ifPresent(date -> about.add(phrases.date(date)));
    String head = about.isEmpty()
        ? title
        : phrases.say(
            Sentence.BIBLIOGRAPHY_ENTRY,
            title,
            phrases.sentences().list(Sentence.BIBLIOGRAPHY_SEPARATOR, about));
    outline
        .about(Element.source(source.id()))
        .numbered(number, head, title.length(), References.address(source));
    addresses(source);
    sentence(graded(source));
    if (!source.affiliations().isEmpty()) {
      sentence(
          phrases.say(Sentence.BIBLIOGRAPHY_AFFILIATIONS, phrases.allNames(source.affiliations())));
    }
    source.retracted().filter(each -> isPast(each.date())).ifPresent(this::retraction);
    source.notices().stream().filter(each -> isPast(each.date())).forEach(this::notice);
    if (all) {
      sentence(kind(source));
      source
          .accessed()
          .ifPresent(
              date -> sentence(phrases.say(Sentence.BIBLIOGRAPHY_ACCESSED, phrases.date(date))));
      sources(Sentence.BIBLIOGRAPHY_DERIVED, source.derivedFrom());
      sources(Sentence.BIBLIOGRAPHY_READ_IN, source.readIn());
      sources(Sentence.BIBLIOGRAPHY_CITES, source.cites());
    }
  }

  private void sentence(String words) {
    outline.sentence(1, false, words);
  }

  private void addresses(Source source) {
    Optional<String> doi = source.doi().map(References::resolver);
    doi.filter(address -> source.url().isPresent() && !source.url().equals(doi))
        .ifPresent(address -> address(Sentence.BIBLIOGRAPHY_DOI, address));
    boolean isReadElsewhere = source.url().isPresent() || doi.isPresent();
    source.archived().stream()
        .skip(isReadElsewhere ? 0 : 1)
        .forEach(address -> address(Sentence.BIBLIOGRAPHY_ARCHIVED, address));
  }

  private void address(Sentence label, String address) {
    outline.address(1, phrases.say(label), address);
  }

  private String graded(Source source) {
    String note = phrases.text(source.note());
    Grade grade = source.reliability();
    boolean isGraded = grade.word().isPresent() || grade.value() < 1;
    return isGraded
        ? phrases.join(phrases.say(Sentence.BIBLIOGRAPHY_GRADED, grade.toString()), note)
        : all ? note : "";
  }

  private void retraction(Retraction retraction) {
    sentence(phrases.join(
        phrases.say(Sentence.BIBLIOGRAPHY_RETRACTED, phrases.when(retraction.date())),
        phrases.text(retraction.note())));
    retraction.url().ifPresent(url -> address(Sentence.BIBLIOGRAPHY_SEE, url));
  }

  private void notice(Notice notice) {
    Sentence kind = Sentence.valueOf(
        "BIBLIOGRAPHY_" + notice.kind().name() + (notice.by().isPresent() ? "_BY" : ""));
    sentence(phrases.join(
        phrases.say(
            kind, phrases.when(notice.date()), notice.by().map(phrases::source).orElse("")),
        phrases.text(notice.note())));
    notice.url().ifPresent(url -> address(Sentence.BIBLIOGRAPHY_SEE, url));
  }

  /** Returns what kind of source it is, as far as the graph records it. */
  private String kind(Source source) {
    List<String> kinds = Stream.of(
            Optional.of(source.type())
                .filter(type -> type != SourceType.OTHER)
                .map(type -> phrases.say(Sentence.valueOf("SOURCE_TYPE_" + type.name()))),
            source
                .level()
                .map(level -> phrases.say(Sentence.valueOf("SOURCE_LEVEL_" + level.name()))),
            source.language().map(tag -> phrases.say(Sentence.BIBLIOGRAPHY_LANGUAGE, tag)))
        .flatMap(Optional::stream)
        .toList();
    return kinds.isEmpty() ? "" : phrases.say(Sentence.BIBLIOGRAPHY_KIND, phrases.list(kinds));
  }

  private void sources(Sentence sentence, List<String> sourceIds) {
    if (!sourceIds.isEmpty()) {
      sentence(phrases.say(
          sentence, phrases.allNames(sourceIds.stream().map(phrases::source).toList())));
    }
  }

  private boolean isPast(PartialDate date) {
    return asOf.isEmpty() || date.beginsBy(asOf.get());
  }
}
