package org.claimtrace.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.claimtrace.model.Acceptance;
import org.claimtrace.model.Appearance;
import org.claimtrace.model.Claim;
import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.ClaimKind;
import org.claimtrace.model.Correction;
import org.claimtrace.model.Evidence;
import org.claimtrace.model.Inference;
import org.claimtrace.model.Notice;
import org.claimtrace.model.NoticeKind;
import org.claimtrace.model.Premise;
import org.claimtrace.model.Rating;
import org.claimtrace.model.Retraction;
import org.claimtrace.model.Review;
import org.claimtrace.model.Search;
import org.claimtrace.model.Source;
import org.claimtrace.model.SourceLevel;
import org.claimtrace.model.SourceType;
import org.claimtrace.model.Stance;
import org.claimtrace.model.Verdict;
import org.claimtrace.problem.ClaimGraphException;
import org.claimtrace.problem.Fix;
import org.claimtrace.problem.Problem;
import org.claimtrace.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a document into the model's builders in one pass.
 *
 * <p>This class checks types, members, nulls and words. Values, ids and their consistency are checked by the model, whose
 * messages are the same for graphs that are built in Java. For a value that cannot be read, the builder gets none; for an id,
 * it gets a placeholder that no graph can have. One mistake is thus one problem. If the text turns out not to be JSON, what was
 * read before is built all the same, to report its problems.
 */
final class GraphReader {

  private static final SourceType[] SOURCE_TYPES = SourceType.values();
  private static final SourceLevel[] SOURCE_LEVELS = SourceLevel.values();
  private static final ClaimKind[] CLAIM_KINDS = ClaimKind.values();
  private static final Stance[] STANCES = Stance.values();
  private static final NoticeKind[] NOTICE_KINDS = NoticeKind.values();
  private static final Verdict[] VERDICTS = Verdict.values();

  private final JsonBytes text;
  private final Limits limits;
  private final Parsers parsers;
  private final TokenReader tokens;
  private final JsonParser parser;
  private final boolean careful;
  private final LocatedProblems found = new LocatedProblems();
  private final ClaimGraph.Builder graph = ClaimGraph.builder(TokenReader.NO_ID);
  private final ImmutableIntArray.Builder sourceOffsets = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder claimOffsets = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder evidenceOffsets = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder inferenceOffsets = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder reviewOffsets = ImmutableIntArray.builder();
  // Reused, since nearly every inference has a handful.
  private final List<Premise> premises = new ArrayList<>();
  private @Nullable Fault fault;
  private String faultPointer = "";
  private boolean isGraph;
  private boolean hasId;

  private GraphReader(
      JsonBytes text,
      Limits limits,
      Parsers parsers,
      JsonParser parser,
      String language,
      boolean careful) {
    this.careful = careful;
    this.text = text;
    this.limits = limits;
    this.parsers = parsers;
    this.parser = parser;
    this.tokens = new TokenReader(parser, text, limits, found, language);
  }

  /**
   * Reads a document.
   *
   * @throws ClaimGraphException with all problems of the document
   */
  static ClaimDocument read(JsonBytes text, Limits limits, Parsers parsers) {
    String language = ClaimGraph.DEFAULT_LANGUAGE;
    boolean careful = false;
    while (true) {
      try (JsonParser parser = parsers.parser(text)) {
        GraphReader reader = new GraphReader(text, limits, parsers, parser, language, careful);
        ClaimDocument document = reader.read();
        if (document == null) {
          // There are problems: the document is read again to report them. Only then are
          // duplicate ids looked for while reading.
          careful = true;
        } else if (!reader.tokens.isLanguageLate()) {
          return document;
        } else {
          // The language came after texts in it; now it is known from the beginning.
          language = reader.tokens.language();
        }
      }
    }
  }

  /**
   * Reads the document; returns null if it has problems and is not read carefully.
   *
   * @throws ClaimGraphException with all problems, if the document is read carefully
   */
  private @Nullable ClaimDocument read() {
    try {
      graph();
      checkNothingFollows();
    } catch (JacksonException e) {
      if (!careful) {
        return null;
      }
      fault = fault(e);
    }
    ClaimGraphException flaws = null;
    if (!careful && (fault != null || !found.isEmpty())) {
      return null;
    }
    // An id in which the document breaks off was not read to its end.
    if (!hasId || (fault != null && faultPointer.equals("/id"))) {
      found.ignoreUnder("/id");
    }
    if (isGraph && !found.isFull()) {
      try {
        ClaimGraph built = graph.build();
        if (fault == null && found.isEmpty()) {
          return new ClaimDocument(
              built,
              text,
              parsers,
              sourceOffsets.build(),
              claimOffsets.build(),
              evidenceOffsets.build(),
              inferenceOffsets.build(),
              reviewOffsets.build());
        }
      } catch (ClaimGraphException e) {
        flaws = e;
      }
    }
    if (!careful) {
      return null;
    }
    throw found.all(text, parsers, flaws, fault, faultPointer);
  }

  private Fault fault(JacksonException cause) {
    int reached = Math.max(text.start(), tokens.offset());
    SyntaxCheck.Found first = SyntaxCheck.firstFault(text, limits, reached).orElse(null);
    // Between two values, the fault is that of the object or list around them.
    faultPointer = first == null || first.inValue() ? tokens.pointer() : tokens.pointerAround();
    if (first != null && first.concerns() >= 0) {
      faultPointer = PointerLocator.pointerAt(text, parsers, first.concerns());
      found.isUnclosed(faultPointer);
    }
    if (first == null) {
      return new Fault(
          Math.min(reached, text.end()),
          ProblemCode.SYNTAX,
          "the parser cannot go on here: " + cause.getOriginalMessage(),
          "Write it in another way.");
    }
    Fault brokenOff = text.brokenOff();
    return brokenOff != null && first.fault().code() == ProblemCode.TRUNCATED
        ? brokenOff
        : first.fault();
  }

  /** Reports content after the graph. */
  private void checkNothingFollows() {
    int at = isGraph ? tokens.endOffset() : text.end();
    while (at < text.end() && " \t\r\n".indexOf(text.bytes()[at]) >= 0) {
      at++;
    }
    if (at < text.end()) {
      found.at("", Surroundings.after(text.bytes(), at, text.end()));
      if (text.bytes()[at] == ',') {
        found.claimsAreUnknowable();
        found.sourcesAreUnknowable();
      }
    } else if (text.brokenOff() != null) {
      fault = text.brokenOff();
    }
  }

  // The graph

  private void graph() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      fault = text.brokenOff() != null
          ? text.brokenOff()
          : SyntaxCheck.firstFault(text, limits, 0).orElseThrow().fault();
      return;
    }
    if (!tokens.isObject(first, Expected.GRAPH)) {
      return;
    }
    isGraph = true;
    boolean hasTitle = false;
    boolean hasClaims = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "$schema" -> tokens.string(Expected.STRING, graph::schema);
        case "id" -> {
          hasId = true;
          graph.id(id(Expected.ID));
        }
        case "title" -> {
          hasTitle = true;
          tokens.text(graph::title);
        }
        case "claims" -> {
          hasClaims = true;
          claims();
        }
        case "sources" -> sources();
        case "thesis" -> tokens.strings(Expected.CLAIM_IDS, Expected.CLAIM_ID, graph::allThesis);
        case "language" -> tokens.string(Expected.TAG, this::language);
        case "authors" -> tokens.strings(Expected.STRINGS, Expected.STRING, graph::allAuthors);
        case "published" -> tokens.string(Expected.DATE, graph::published);
        case "modified" -> tokens.string(Expected.DATE, graph::modified);
        case "corrections" -> corrections();
        case "accepted" -> accepted();
        case "note" -> tokens.text(graph::note);
        default -> tokens.other(Members.GRAPH, name, graph::ownMember);
      }
    }
    if (!hasId) {
      tokens.missing(
          "the graph has no id", "Write one under 'id', such as \"my-first-graph\".", "id");
    }
    if (!hasClaims) {
      found.claimsAreUnknowable();
      tokens.missing("the graph has no claims", "Write them under 'claims', if only {}.", "claims");
    }
    if (!hasTitle) {
      tokens.missing("the graph has no title", "Write one under 'title'.", "title");
    }
  }

  private void language(String tag) {
    graph.language(tag);
    tokens.languageIs(tag);
  }

  private void corrections() {
    if (!tokens.list(Expected.OBJECTS)) {
      return;
    }
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      Correction.Builder correction = Correction.builder();
      try {
        if (tokens.isObject(token, Expected.CORRECTION)) {
          correction(correction);
        }
      } finally {
        graph.correction(correction);
      }
    }
  }

  private void correction(Correction.Builder correction) {
    boolean hasDate = false;
    boolean hasNote = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "date" -> {
          hasDate = true;
          tokens.string(Expected.DATE, correction::date);
        }
        case "note" -> {
          hasNote = true;
          tokens.text(correction::note);
        }
        default -> tokens.other(Members.CORRECTION, name, correction::ownMember);
      }
    }
    if (!hasDate) {
      tokens.missing(
          "a correction has no date",
          "Write under 'date' when it was made, such as \"2026-02-13\".",
          "date");
    }
    if (!hasNote) {
      tokens.missing("a correction has no note", "Write under 'note' what was corrected.", "note");
    }
  }

  private void accepted() {
    if (!tokens.list(Expected.OBJECTS)) {
      return;
    }
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      Acceptance.Builder acceptance = Acceptance.builder();
      try {
        if (tokens.isObject(token, Expected.ACCEPTANCE)) {
          acceptance(acceptance);
        }
      } finally {
        graph.accepted(acceptance);
      }
    }
  }

  private void acceptance(Acceptance.Builder acceptance) {
    boolean hasFinding = false;
    boolean hasBecause = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "finding" -> {
          hasFinding = true;
          tokens.string(Expected.STRING, acceptance::finding);
        }
        case "at" -> tokens.string(Expected.ID, acceptance::at);
        case "because" -> {
          hasBecause = true;
          tokens.text(acceptance::because);
        }
        default -> tokens.other(Members.ACCEPTANCE, name, acceptance::ownMember);
      }
    }
    if (!hasFinding) {
      tokens.missing(
          "an accepted finding has no code",
          "Write it under 'finding', as the inspection prints it.",
          "finding");
    }
    if (!hasBecause) {
      tokens.missing(
          "an accepted finding has no reason",
          "Write under 'because' why it may stand.",
          "because");
    }
  }

  // Sources

  private void sources() {
    if (!tokens.object(Expected.SOURCES)) {
      found.sourcesAreUnknowable();
      return;
    }
    Set<String> ids = careful ? new HashSet<>() : null;
    for (String id = tokens.nextKey(ids); id != null; id = tokens.nextKey(ids)) {
      sourceOffsets.add(tokens.offset());
      Source.Builder source = Source.builder(id);
      try {
        source(source);
      } finally {
        graph.source(source);
      }
    }
  }

  private void source(Source.Builder source) {
    JsonToken token = tokens.next();
    if (token == JsonToken.VALUE_STRING) {
      String words = tokens.checkedString();
      if (words != null && ShortForms.isUrl(words)) {
        source.url(words);
      } else if (words == null || !tokens.text(words, source::title)) {
        tokens.ignoreMissing();
      }
      return;
    }
    if (!tokens.isObject(token, Expected.SOURCE)) {
      tokens.ignoreMissing();
      return;
    }
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "title" -> {
          if (!tokens.text(source::title)) {
            tokens.ignoreMissingAround();
          }
        }
        case "url" -> {
          if (!tokens.string(Expected.URL, source::url)) {
            tokens.ignoreMissingAround();
          }
        }
        case "shortTitle" -> tokens.text(source::shortTitle);
        case "type" -> tokens.word("type of source", SOURCE_TYPES, source::type);
        case "level" -> tokens.word("level", SOURCE_LEVELS, source::level);
        case "publisher" -> tokens.string(Expected.STRING, source::publisher);
        case "authors" -> tokens.strings(Expected.STRINGS, Expected.STRING, source::allAuthors);
        case "language" -> tokens.string(Expected.TAG, source::language);
        case "published" -> tokens.string(Expected.DATE, source::published);
        case "accessed" -> tokens.string(Expected.DATE, source::accessed);
        case "archived" -> tokens.oneOrMore(Expected.URLS, Expected.URL, source::allArchived);
        case "doi" -> tokens.string(Expected.STRING, source::doi);
        case "reliability" ->
          tokens.grade(
              "reliability", Expected.RELIABILITY, source::reliability, source::reliability);
        case "derivedFrom" ->
          tokens.strings(Expected.SOURCE_IDS, Expected.SOURCE_ID, source::allDerivedFrom);
        case "readIn" -> tokens.strings(Expected.SOURCE_IDS, Expected.SOURCE_ID, source::allReadIn);
        case "cites" -> tokens.strings(Expected.SOURCE_IDS, Expected.SOURCE_ID, source::allCites);
        case "affiliations" ->
          tokens.strings(Expected.STRINGS, Expected.STRING, source::allAffiliations);
        case "retracted" -> retraction(source::retracted);
        case "notices" -> notices(source);
        case "note" -> tokens.text(source::note);
        default -> tokens.other(Members.SOURCE, name, source::ownMember);
      }
    }
  }

  private void notices(Source.Builder source) {
    if (!tokens.list(Expected.OBJECTS)) {
      return;
    }
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      Notice.Builder notice = Notice.builder();
      try {
        if (tokens.isObject(token, Expected.NOTICE)) {
          notice(notice);
        }
      } finally {
        source.notice(notice);
      }
    }
  }

  private void notice(Notice.Builder notice) {
    boolean hasKind = false;
    boolean hasDate = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "kind" -> {
          hasKind = true;
          tokens.word("kind of notice", NOTICE_KINDS, notice::kind);
        }
        case "date" -> {
          hasDate = true;
          tokens.string(Expected.DATE, notice::date);
        }
        case "note" -> tokens.text(notice::note);
        case "url" -> tokens.string(Expected.URL, notice::url);
        case "by" -> tokens.string(Expected.SOURCE_ID, notice::by);
        default -> tokens.other(Members.NOTICE, name, notice::ownMember);
      }
    }
    if (!hasKind) {
      tokens.missing(
          "a notice has no kind",
          "Write one under 'kind', such as \"correction\" or \"concern\".",
          "kind");
    }
    if (!hasDate) {
      tokens.missing(
          "a notice has no date",
          "Write under 'date' when it was made known, such as \"2026-02-13\".",
          "date");
    }
  }

  private void retraction(Consumer<Retraction.Builder> target) {
    if (!tokens.object(Expected.RETRACTION)) {
      return;
    }
    Retraction.Builder retraction = Retraction.builder();
    boolean hasDate = false;
    try {
      for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
        switch (name) {
          case "date" -> {
            hasDate = true;
            tokens.string(Expected.DATE, retraction::date);
          }
          case "note" -> tokens.text(retraction::note);
          case "url" -> tokens.string(Expected.URL, retraction::url);
          default -> tokens.other(Members.RETRACTION, name, retraction::ownMember);
        }
      }
    } finally {
      target.accept(retraction);
    }
    if (!hasDate) {
      tokens.missing(
          "a retraction has no date",
          "Write under 'date' when it was made, such as \"2026-02-13\".",
          "date");
    }
  }

  // Claims

  private void claims() {
    if (!tokens.object(Expected.CLAIMS)) {
      found.claimsAreUnknowable();
      return;
    }
    Set<String> ids = careful ? new HashSet<>() : null;
    for (String id = tokens.nextKey(ids); id != null; id = tokens.nextKey(ids)) {
      claimOffsets.add(tokens.offset());
      Claim.Builder claim = Claim.builder(id);
      try {
        claim(claim);
      } finally {
        graph.claim(claim);
      }
    }
  }

  private void claim(Claim.Builder claim) {
    JsonToken token = tokens.next();
    if (token == JsonToken.VALUE_STRING) {
      if (!tokens.text(token, claim::text)) {
        tokens.ignoreMissing();
      }
      return;
    }
    if (!tokens.isObject(token, Expected.CLAIM)) {
      tokens.ignoreMissing();
      return;
    }
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "text" -> {
          if (!tokens.text(claim::text)) {
            tokens.ignoreMissingAround();
          }
        }
        case "kind" -> tokens.word("kind of claim", CLAIM_KINDS, claim::kind);
        case "claimant" ->
          tokens.oneOrMore(Expected.ONE_OR_MORE, Expected.STRING, claim::allClaimants);
        case "due" -> tokens.string(Expected.DATE, claim::due);
        case "about" -> tokens.strings(Expected.STRINGS, Expected.STRING, claim::allAbout);
        case "parts" -> tokens.strings(Expected.CLAIM_IDS, Expected.CLAIM_ID, claim::allParts);
        case "appearances" -> appearances(claim);
        case "evidence" -> evidence(claim);
        case "inferences" -> inferences(claim);
        case "contradicts" ->
          tokens.strings(Expected.CLAIM_IDS, Expected.CLAIM_ID, claim::allContradicts);
        case "reviews" -> reviews(claim);
        case "searches" -> searches(claim);
        case "note" -> tokens.text(claim::note);
        default -> tokens.other(Members.CLAIM, name, claim::ownMember);
      }
    }
  }

  private void appearances(Claim.Builder claim) {
    if (!tokens.list(Expected.OBJECTS)) {
      return;
    }
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      Appearance.Builder appearance = Appearance.builder(TokenReader.NO_ID);
      try {
        if (tokens.isObject(token, Expected.APPEARANCE)) {
          appearance(appearance);
        } else {
          tokens.ignoreHere();
        }
      } finally {
        claim.appearance(appearance);
      }
    }
  }

  private void appearance(Appearance.Builder appearance) {
    boolean hasSource = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "source" -> {
          hasSource = true;
          appearance.sourceId(id(Expected.SOURCE_ID));
        }
        case "quote" -> tokens.string(Expected.STRING, appearance::quote);
        case "locator" -> tokens.string(Expected.STRING, appearance::locator);
        case "date" -> tokens.string(Expected.DATE, appearance::date);
        case "note" -> tokens.text(appearance::note);
        default -> tokens.other(Members.APPEARANCE, name, appearance::ownMember);
      }
    }
    if (!hasSource) {
      tokens.ignoreUnder("/source");
      tokens.missing(
          "an appearance has no source", "Write the id of one under 'source'.", "source");
    }
  }

  private void searches(Claim.Builder claim) {
    if (!tokens.list(Expected.OBJECTS)) {
      return;
    }
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      Search.Builder search = Search.builder();
      try {
        if (tokens.isObject(token, Expected.SEARCH)) {
          search(search);
        }
      } finally {
        claim.search(search);
      }
    }
  }

  private void search(Search.Builder search) {
    boolean hasPlace = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "where" -> {
          hasPlace = true;
          tokens.string(Expected.STRING, search::where);
        }
        case "source" -> {
          hasPlace = true;
          tokens.string(Expected.SOURCE_ID, search::sourceId);
        }
        case "query" -> tokens.string(Expected.STRING, search::query);
        case "date" -> tokens.string(Expected.DATE, search::date);
        case "quote" -> tokens.string(Expected.STRING, search::quote);
        case "locator" -> tokens.string(Expected.STRING, search::locator);
        case "note" -> tokens.text(search::note);
        default -> tokens.other(Members.SEARCH, name, search::ownMember);
      }
    }
    if (!hasPlace) {
      tokens.missing(
          "a search does not say where",
          "Write under 'where' what was searched, or the id of a source under 'source'.",
          "where",
          "source");
    }
  }

  // Lines

  private void evidence(Claim.Builder claim) {
    if (!tokens.list(Expected.EVIDENCES)) {
      return;
    }
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      evidenceOffsets.add(tokens.offset());
      String source = token == JsonToken.VALUE_STRING ? tokens.checkedString() : null;
      if (source != null) {
        claim.evidence(Evidence.builder(source));
        continue;
      }
      Evidence.Builder evidence = Evidence.builder(TokenReader.NO_ID);
      try {
        if (token == JsonToken.VALUE_STRING || !tokens.isObject(token, Expected.EVIDENCE)) {
          tokens.ignoreHere();
          evidence.sourceId(tokens.placeholder());
        } else {
          evidence(evidence);
        }
      } finally {
        claim.evidence(evidence);
      }
    }
  }

  private void evidence(Evidence.Builder evidence) {
    boolean hasSource = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "source" -> {
          hasSource = true;
          evidence.sourceId(id(Expected.SOURCE_ID));
        }
        case "id" -> evidence.id(id(Expected.ID));
        case "stance" -> tokens.word("stance", STANCES, evidence::stance);
        case "strength" ->
          tokens.grade("strength", Expected.STRENGTH, evidence::strength, evidence::strength);
        case "via" -> tokens.strings(Expected.SOURCE_IDS, Expected.SOURCE_ID, evidence::allVia);
        case "derivedFrom" ->
          tokens.strings(Expected.SOURCE_IDS, Expected.SOURCE_ID, evidence::allDerivedFrom);
        case "exhibit" -> tokens.bool(evidence::exhibit);
        case "retracted" -> retraction(evidence::retracted);
        case "unless" -> tokens.strings(Expected.CLAIM_IDS, Expected.CLAIM_ID, evidence::allUnless);
        case "overrides" ->
          tokens.strings(Expected.LINE_IDS, Expected.LINE_ID, evidence::allOverrides);
        case "date" -> tokens.string(Expected.DATE, evidence::date);
        case "quote" -> tokens.string(Expected.STRING, evidence::quote);
        case "translation" -> tokens.text(evidence::translation);
        case "locator" -> tokens.string(Expected.STRING, evidence::locator);
        case "againstInterest" -> tokens.bool(evidence::againstInterest);
        case "note" -> tokens.text(evidence::note);
        default -> tokens.other(Members.EVIDENCE, name, evidence::ownMember);
      }
    }
    if (!hasSource) {
      evidence.sourceId(tokens.placeholder());
      tokens.ignoreUnder("/source");
      tokens.missing(
          "a piece of evidence has no source", "Write the id of one under 'source'.", "source");
    }
  }

  /** Reads the next value as an id. An unreadable id is replaced by a placeholder, whose problems are ignored. */
  private String id(Expected expected) {
    JsonToken token = tokens.next();
    String id = token != JsonToken.VALUE_STRING
        ? null
        : expected.equals(Expected.ID) ? tokens.checkedId() : tokens.checkedString();
    if (id != null) {
      return id;
    }
    tokens.ignoreHere();
    if (token != JsonToken.VALUE_STRING) {
      tokens.wrongType(token, expected);
    }
    return tokens.placeholder();
  }

  private void inferences(Claim.Builder claim) {
    if (!tokens.list(Expected.OBJECTS)) {
      return;
    }
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      inferenceOffsets.add(tokens.offset());
      Inference.Builder inference = Inference.builder();
      try {
        if (tokens.isObject(token, Expected.INFERENCE)) {
          inference(inference);
        } else {
          tokens.ignoreHere();
          inference.id(tokens.placeholder());
        }
      } finally {
        claim.inference(inference);
      }
    }
  }

  private void inference(Inference.Builder inference) {
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "premises" -> premises(inference);
        case "id" -> inference.id(id(Expected.ID));
        case "stance" -> tokens.word("stance", STANCES, inference::stance);
        case "strength" ->
          tokens.grade("strength", Expected.STRENGTH, inference::strength, inference::strength);
        case "assuming" ->
          tokens.strings(Expected.CLAIM_IDS, Expected.CLAIM_ID, inference::allAssuming);
        case "unless" ->
          tokens.strings(Expected.CLAIM_IDS, Expected.CLAIM_ID, inference::allUnless);
        case "overrides" ->
          tokens.strings(Expected.LINE_IDS, Expected.LINE_ID, inference::allOverrides);
        case "date" -> tokens.string(Expected.DATE, inference::date);
        case "by" -> tokens.string(Expected.SOURCE_ID, inference::by);
        case "scheme" -> tokens.string(Expected.STRING, inference::scheme);
        case "answers" -> answers(inference);
        case "note" -> tokens.text(inference::note);
        default -> tokens.other(Members.INFERENCE, name, inference::ownMember);
      }
    }
  }

  private void premises(Inference.Builder inference) {
    if (!tokens.list(Expected.PREMISES)) {
      tokens.ignoreHere();
      return;
    }
    premises.clear();
    try {
      for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
        premises.add(premise(token));
      }
    } finally {
      inference.allPremises(premises);
    }
  }

  private Premise premise(JsonToken token) {
    String claim = token == JsonToken.VALUE_STRING ? tokens.checkedString() : null;
    if (claim != null) {
      return Premise.of(claim);
    }
    if (token == JsonToken.VALUE_STRING || !tokens.isObject(token, Expected.PREMISE)) {
      tokens.ignoreHere();
      return Premise.of(tokens.placeholder());
    }
    String rejected = null;
    boolean hasNot = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      if (name.equals("not")) {
        hasNot = true;
        JsonToken value = tokens.next();
        if (value == JsonToken.VALUE_STRING) {
          rejected = tokens.checkedString();
        } else {
          tokens.wrongType(value, Expected.CLAIM_ID);
        }
      } else {
        tokens.other(Members.NEGATION, name, (own, json) -> {});
      }
    }
    if (rejected != null) {
      return Premise.not(rejected);
    }
    if (!hasNot) {
      tokens.missing("a negated premise names no claim", "Write the id of one under 'not'.", "not");
    }
    tokens.ignoreHere();
    return Premise.not(tokens.placeholder());
  }

  private void answers(Inference.Builder inference) {
    if (!tokens.object(Expected.ANSWERS)) {
      return;
    }
    Map<String, String> answers = new LinkedHashMap<>();
    Set<String> questions = new HashSet<>();
    try {
      for (String question = tokens.nextKey(questions);
          question != null;
          question = tokens.nextKey(questions)) {
        JsonToken token = tokens.next();
        String claim = token == JsonToken.VALUE_STRING ? tokens.checkedString() : null;
        if (claim != null) {
          answers.put(question, claim);
        } else if (token != JsonToken.VALUE_STRING) {
          tokens.wrongType(token, Expected.CLAIM_ID);
        }
      }
    } finally {
      inference.allAnswers(ImmutableMap.copyOf(answers));
    }
  }

  private void reviews(Claim.Builder claim) {
    if (!tokens.object(Expected.REVIEWS)) {
      return;
    }
    Set<String> reviewers = new HashSet<>();
    for (String reviewer = tokens.nextKey(reviewers);
        reviewer != null;
        reviewer = tokens.nextKey(reviewers)) {
      int offset = tokens.offset();
      JsonToken token = tokens.next();
      if (token == JsonToken.START_ARRAY) {
        int begin = tokens.offset();
        if (reviews(reviewer, claim) == 0) {
          String at = tokens.pointer();
          found.at(
              begin,
              Problem.at(
                      at,
                      ProblemCode.EMPTY,
                      "the list of reviews by " + Problem.quoted(reviewer) + " is empty",
                      "Write a verdict, such as \"supported\", or leave the reviewer out.")
                  .with(Fix.of(new Fix.Remove(at))));
        }
        continue;
      }
      reviewOffsets.add(offset);
      Review.Builder review = Review.builder(reviewer);
      try {
        review(token, review);
      } finally {
        claim.review(review);
      }
    }
  }

  /** Reads the list of all reviews of one reviewer; returns how many there are. */
  private int reviews(String reviewer, Claim.Builder claim) {
    List<Review.Builder> reviews = new ArrayList<>();
    try {
      for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
        reviewOffsets.add(ClaimDocument.inList(tokens.offset()));
        Review.Builder review = Review.builder(reviewer);
        reviews.add(review);
        review(token, review);
      }
    } finally {
      claim.reviews(reviews.toArray(Review.Builder[]::new));
    }
    return reviews.size();
  }

  private void review(JsonToken token, Review.Builder review) {
    if (token == JsonToken.VALUE_STRING) {
      Verdict verdict = tokens.currentWord("verdict", VERDICTS);
      if (verdict != null) {
        review.verdict(verdict);
      }
      return;
    }
    if (!tokens.isObject(token, Expected.REVIEW)) {
      return;
    }
    boolean hasVerdict = false;
    for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
      switch (name) {
        case "verdict" -> {
          hasVerdict = true;
          tokens.word("verdict", VERDICTS, review::verdict);
        }
        case "label" -> {
          hasVerdict = true;
          tokens.string(Expected.STRING, review::label);
        }
        case "rating" -> rating(review);
        case "date" -> tokens.string(Expected.DATE, review::date);
        case "rationale" -> tokens.text(review::rationale);
        case "url" -> tokens.string(Expected.URL, review::url);
        case "overrides" ->
          tokens.strings(Expected.LINE_IDS, Expected.LINE_ID, review::allOverrides);
        case "note" -> tokens.text(review::note);
        default -> tokens.other(Members.REVIEW, name, review::ownMember);
      }
    }
    if (!hasVerdict) {
      tokens.missing(
          "a review has neither a verdict nor a label",
          "Write one under 'verdict', such as \"supported\", or the published words under 'label'.",
          "verdict",
          "label");
    }
  }

  private void rating(Review.Builder review) {
    if (!tokens.object(Expected.RATING)) {
      return;
    }
    Rating.Builder rating = Rating.builder();
    boolean hasValue = false;
    try {
      for (String name = tokens.nextMember(); name != null; name = tokens.nextMember()) {
        switch (name) {
          case "value" -> {
            hasValue = true;
            tokens.number(rating::value);
          }
          case "best" -> tokens.number(rating::best);
          case "worst" -> tokens.number(rating::worst);
          default -> tokens.other(Members.RATING, name, rating::ownMember);
        }
      }
    } finally {
      review.rating(rating);
    }
    if (!hasValue) {
      tokens.missing("a rating has no value", "Write the number under 'value'.", "value");
    }
  }
}
