package org.claimtrace.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import org.claimtrace.problem.Fix;

/** The names that people first guess for a member, by the kind of object, and the members that they mean. */
final class MemberGuesses {

  /** How different a name may be that is certainly a misspelt one, and how long it must be for that. */
  private static final int LEAST_MISSPELT = 5;

  /** Members whose value is a list of strings. */
  private static final ImmutableSet<String> LISTS = ImmutableSet.of(
      "about",
      "affiliations",
      "assuming",
      "authors",
      "cites",
      "contradicts",
      "derivedFrom",
      "evidence",
      "overrides",
      "parts",
      "premises",
      "readIn",
      "thesis",
      "unless",
      "via");

  /** Members whose value is a string, or a text by language. */
  private static final ImmutableSet<String> STRINGS = ImmutableSet.of(
      "$schema",
      "accessed",
      "because",
      "by",
      "date",
      "doi",
      "due",
      "id",
      "kind",
      "label",
      "language",
      "level",
      "locator",
      "modified",
      "note",
      "published",
      "publisher",
      "query",
      "quote",
      "rationale",
      "reliability",
      "scheme",
      "source",
      "stance",
      "strength",
      "text",
      "title",
      "translation",
      "type",
      "url",
      "verdict",
      "where");

  private static final ImmutableMap<String, ImmutableMap<String, String>> MEANT =
      ImmutableMap.<String, ImmutableMap<String, String>>builder()
          .put(
              Members.GRAPH.owner(),
              table(
                  "name headline question heading: title",
                  "identifier slug: id",
                  "statements assertions claimlist nodes: claims",
                  "references refs bibliography documents sourcelist: sources",
                  "theses conclusion conclusions mainclaim mainclaims goal root: thesis",
                  "lang locale: language",
                  "author by createdby editors: authors",
                  "date created datepublished publishedon: published",
                  "updated lastmodified datemodified changed: modified",
                  "errata corrigenda: corrections",
                  "schema: $schema",
                  "notes comment comments description remark: note"))
          .put(
              Members.SOURCE.owner(),
              table(
                  "name headline heading: title",
                  "link href uri website webpage address urls: url",
                  "date datepublished publishedon publishedat publicationdate pubdate year: published",
                  "accessdate accessedon retrieved retrievedon dateaccessed: accessed",
                  "archive archiveurl archivedurl archivedat archivelink snapshot wayback: archived",
                  "copyof copiedfrom copies basedon syndicatedfrom translationof reprintof origin: derivedFrom",
                  "via quotedin seenin relay relays: readIn",
                  "author by writer writers byline: authors",
                  "kind category sourcetype genre: type",
                  "outlet newspaper site journal organisation organization: publisher",
                  "trust credibility confidence grade: reliability",
                  "lang locale: language",
                  "references citations refersto: cites",
                  "retraction withdrawn retractedon: retracted",
                  "notice corrections updates expressionofconcern: notices",
                  "affiliation interests conflictsofinterest funding: affiliations",
                  "notes comment comments description remark: note"))
          .put(
              Members.CLAIM.owner(),
              table(
                  "claim statement title name content proposition assertion sentence: text",
                  "speaker by author claimedby saidby claimants source: claimant",
                  "type category: kind",
                  "topics topic tags subject subjects entities keywords: about",
                  "appearance appearedin seenin saidin publishedin: appearances",
                  "sources support supportedby proof proofs evidences: evidence",
                  "reasons arguments argument because reasoning steps: inferences",
                  "contradictedby conflicts conflictswith incompatiblewith: contradicts",
                  "factchecks factcheck ratings reviewedby: reviews",
                  "search searched: searches",
                  "subclaims components conjuncts: parts",
                  "deadline duedate dueby: due",
                  "notes comment comments description remark: note"))
          .put(
              Members.EVIDENCE.owner(),
              table(
                  "from sourceid src: source",
                  "position polarity relation direction role type: stance",
                  "weight confidence probability certainty: strength",
                  "page pages paragraph section place: locator",
                  "text excerpt quotation passage snippet words: quote",
                  "published on: date",
                  "readin relay relays: via",
                  "retraction withdrawn: retracted",
                  "isexhibit asexhibit shown: exhibit",
                  "copyof copiedfrom basedon: derivedFrom",
                  "exception exceptions except: unless",
                  "supersedes corrects replaces: overrides",
                  "name lineid: id",
                  "notes comment comments description remark: note"))
          .put(
              Members.INFERENCE.owner(),
              table(
                  "from because reasons if given inputs grounds premise: premises",
                  "assumptions assumption assumes: assuming",
                  "exception exceptions except defeaters: unless",
                  "warrant rule type pattern: scheme",
                  "author source madeby arguer: by",
                  "weight confidence probability certainty: strength",
                  "position polarity relation: stance",
                  "questions criticalquestions: answers",
                  "supersedes corrects replaces: overrides",
                  "name lineid: id",
                  "notes comment comments description remark: note"))
          .put(
              Members.REVIEW.owner(),
              table(
                  "result conclusion judgement judgment ruling finding: verdict",
                  "score stars reviewrating: rating",
                  "textualrating words original publishedverdict: label",
                  "link href uri address: url",
                  "published datepublished reviewed on: date",
                  "reason reasons explanation justification why because: rationale",
                  "supersedes corrects replaces: overrides",
                  "notes comment comments description remark: note"))
          .put(
              Members.APPEARANCE.owner(),
              table(
                  "from in where sourceid: source",
                  "text excerpt quotation passage words: quote",
                  "published on: date",
                  "page pages paragraph section place: locator",
                  "notes comment comments description remark: note"))
          .put(
              Members.SEARCH.owner(),
              table(
                  "in database engine place: where",
                  "terms q keywords term search: query",
                  "searched on when: date",
                  "result results found notes comment comments remark: note"))
          .put(
              Members.CORRECTION.owner(),
              table("on when: date", "text what change correction comment: note"))
          .put(
              Members.ACCEPTANCE.owner(),
              table("code rule: finding", "element where: at", "reason note why comment: because"))
          .put(
              Members.NOTICE.owner(),
              table(
                  "type category: kind",
                  "on when published: date",
                  "reason text comment: note",
                  "link href: url",
                  "source from: by"))
          .put(
              Members.RATING.owner(),
              table(
                  "score rating ratingvalue: value",
                  "max maximum bestrating: best",
                  "min minimum worstrating: worst"))
          .put(
              Members.RETRACTION.owner(),
              table("on when: date", "reason because why comment text: note"))
          .buildOrThrow();

  /** Members that belong elsewhere, by the kind of object and the name, and where they belong. */
  private static final ImmutableMap<String, String> ELSEWHERE =
      ImmutableMap.<String, String>builder()
          .put("a claim verdict", publishedVerdict())
          .put("a claim rating", publishedVerdict())
          .put("a claim label", publishedVerdict())
          .put("a claim conclusion", publishedVerdict())
          .put("a claim id", "Its id is its key under \"claims\".")
          .put("a source id", "Its id is its key under \"sources\".")
          .put(
              "a claim premises",
              "Premises stand in an inference: \"inferences\": [{\"premises\": [\"some-claim\"]}].")
          .put(
              "a claim date",
              "Dates stand where it appeared: \"appearances\": [{\"source\": \"some-source\", \"date\": \"2026-02-13\"}].")
          .put(
              "a claim url",
              "An address stands in a source, which the claim names as evidence or as an appearance.")
          .put("a claim quote", "A quote stands in a piece of evidence or in an appearance.")
          .put(
              "a claim overrides",
              "What overrides a line is another line: \"overrides\" stands in a piece of evidence, an inference or a review.")
          .put("a claim stance", "A stance stands in a piece of evidence, beside its \"source\".")
          .put("a piece of evidence url", "The address stands in the source, under \"sources\".")
          .put("a piece of evidence title", "The title stands in the source, under \"sources\".")
          .put(
              "a piece of evidence reliability",
              "The reliability stands in the source, under \"sources\"; here it is \"strength\".")
          .put(
              "an inference conclusion",
              "An inference stands in the claim that it concludes, under \"inferences\".")
          .put(
              "an inference claim",
              "An inference stands in the claim that it concludes, under \"inferences\".")
          .put("an appearance url", "The address stands in the source, under \"sources\".")
          .put(
              "a review strength",
              "A published verdict has no strength; its reviewer is a source, which has a \"reliability\".")
          .put(
              "a source verdict",
              "A verdict is derived for claims; a source has a \"reliability\".")
          .put(
              "the graph verdict",
              "Verdicts are derived, not written: \"claimtrace evaluate\" prints them.")
          .put("the graph evidence", "Evidence stands in the claim that it bears on.")
          .put("the graph inferences", "An inference stands in the claim that it concludes.")
          .put("the graph reviews", "A review stands in the claim that was reviewed.")
          .buildOrThrow();

  private MemberGuesses() {}

  private static String publishedVerdict() {
    return "A verdict is derived, not written. One that somebody published stands under \"reviews\", by the id of its source:"
        + " {\"some-source\": \"refuted\"}.";
  }

  /** Returns a table of guesses from rows, each of which has guesses, a colon and the member that they mean. */
  private static ImmutableMap<String, String> table(String... rows) {
    ImmutableMap.Builder<String, String> meant = ImmutableMap.builder();
    for (String row : rows) {
      int colon = row.indexOf(':');
      for (String guess : row.substring(0, colon).split(" ", -1)) {
        meant.put(guess, row.substring(colon + 2));
      }
    }
    return meant.buildOrThrow();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
  }

  /** Returns the member that a name was certainly meant to be, as another spelling or another word for it. */
  static Optional<String> meant(Members members, String name) {
    String folded = folded(name);
    for (String member : members.names()) {
      if (folded(member).equals(folded)) {
        return Optional.of(member);
      }
    }
    String guess = MEANT.getOrDefault(members.owner(), ImmutableMap.of()).get(folded);
    if (guess != null && members.names().contains(guess)) {
      return Optional.of(guess);
    }
    ImmutableList<String> likely = members.likely(name);
    return name.length() >= LEAST_MISSPELT && likely.size() == 1 && isOneAway(name, likely.get(0))
        ? Optional.of(likely.get(0))
        : Optional.empty();
  }

  /** Whether two words differ in one letter: one that is missing, too many, another, or exchanged with its neighbour. */
  private static boolean isOneAway(String word, String other) {
    int begin = 0;
    while (begin < Math.min(word.length(), other.length())
        && word.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    String rest = word.substring(begin);
    String otherRest = other.substring(begin);
    return (!rest.isEmpty() && rest.substring(1).equals(otherRest))
        || (!otherRest.isEmpty() && otherRest.substring(1).equals(rest))
        || (!rest.isEmpty()
            && !otherRest.isEmpty()
            && rest.substring(1).equals(otherRest.substring(1)))
        || (rest.length() > 1
            && otherRest.length() > 1
            && rest.charAt(0) == otherRest.charAt(1)
            && rest.charAt(1) == otherRest.charAt(0)
            && rest.substring(2).equals(otherRest.substring(2)));
  }

  /**
   * Returns what cures an unknown member.
   *
   * @param pointer the JSON Pointer of the member
   * @param value the JSON text of its value if that is short, otherwise only its first character
   */
  static Cure cure(Members members, String name, String pointer, String value) {
    String elsewhere = ELSEWHERE.get(members.owner() + " " + folded(name));
    if (elsewhere != null) {
      return Cure.told(elsewhere);
    }
    Optional<String> meant = meant(members, name);
    if (meant.isEmpty()) {
      return Cure.told(members.remedy(name));
    }
    String member = meant.get();
    String remedy = members.likely(name).equals(ImmutableList.of(member))
        ? "Did you mean '" + member + "'?"
        : "Write '" + member + "'.";
    char first = value.isEmpty() ? ' ' : value.charAt(0);
    if (first == '"' && LISTS.contains(member)) {
      return value.length() == 1
          ? Cure.told("Write '" + member + "', with a list.")
          : Cure.certain(
              "Write it as a list: \"" + member + "\": [" + value + "].",
              Fix.of(new Fix.Replace(pointer, "[" + value + "]"), Fix.renaming(pointer, member)));
    }
    boolean suits = LISTS.contains(member)
        ? first == '['
        : STRINGS.contains(member) ? first != '[' && (first != '{' || isText(member)) : true;
    return suits ? Cure.certain(remedy, Fix.rename(pointer, member)) : Cure.told(remedy);
  }

  private static boolean isText(String member) {
    return ImmutableSet.of("text", "title", "note", "rationale", "translation").contains(member);
  }
}
