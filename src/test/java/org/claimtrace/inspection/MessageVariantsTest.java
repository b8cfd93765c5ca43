package org.claimtrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.claimtrace.ClaimTrace;
import org.claimtrace.inspection.Finding.Severity;
import org.junit.jupiter.api.Test;

/** Messages that the bad examples of the rules do not show, whole and in both languages. */
class MessageVariantsTest {

  private static Finding only(String code, String sources, String claims) {
    String json = "{\"id\": \"g\", \"title\": \"G\", \"thesis\": [\"c\"], \"sources\": {" + sources
        + "}, \"claims\": {" + claims + "}}";
    List<Finding> findings = ClaimTrace.read(json.replace('\'', '"'), "g.json")
        .inspect(Inspector.builder().only(code).build())
        .findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static final String C = "'c': {'text': {'en': 'C', 'zh': '丙'}, 'evidence': [%s]}";

  private static String source(String id, String more) {
    return "'" + id + "': {'title': {'en': '" + id + "', 'zh': '" + id + "'}" + more + "}";
  }

  private static void assertMessage(Finding finding, String english, String chinese) {
    assertThat(finding.message("en")).isEqualTo(english);
    assertThat(finding.message("zh")).isEqualTo(chinese);
  }

  @Test
  void aRingIntoWhichSomethingComesFromOutside() {
    assertMessage(
        only(
            "circular-sourcing",
            source("A", ", 'derivedFrom': ['B', 'O']") + "," + source("B", ", 'derivedFrom': ['A']")
                + "," + source("O", ""),
            C.formatted("'A'")),
        "These sources have it from each other, in a ring: “A” → “B” → “A”. Of what they pass on, only what comes in from outside can count.",
        "这些来源互相转述，绕成一圈：“A” → “B” → “A”。在它们转述的内容中，只有从圈外传进来的才可能算数。");
  }

  @Test
  void copiesOfSeveralOriginsAgainstAClaim() {
    Finding finding = only(
        "one-origin",
        source("A", ", 'derivedFrom': ['O', 'P']") + "," + source("B", ", 'derivedFrom': ['O']")
            + "," + source("D", ", 'derivedFrom': ['P']") + "," + source("O", "") + ","
            + source("P", ""),
        C.formatted("{'source': 'A', 'stance': 'refutes'}, {'source': 'B', 'stance': 'refutes'},"
            + " {'source': 'D', 'stance': 'refutes'}"));
    assertMessage(
        finding,
        "3 sources speak against “C”, but they go back to 2 origins only.",
        "有 3 个来源反对“丙”，但归根到底只有 2 个出处。");
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
  }

  @Test
  void copiesOfOneOriginAgainstAClaim() {
    Finding finding = only(
        "one-origin",
        source("A", ", 'derivedFrom': ['O'], 'reliability': 0.8") + ","
            + source("B", ", 'derivedFrom': ['O'], 'reliability': 0.8") + ","
            + source("O", ", 'reliability': 0.4"),
        C.formatted("{'source': 'A', 'stance': 'refutes'}, {'source': 'B', 'stance': 'refutes'}"));
    // 0.4 times the chance that one of two copies is right, and that chance itself.
    assertMessage(
        finding,
        "2 sources speak against “C”, but they all go back to one: “O”. The chance of a case against it is 38.4%; if every source were"
            + " taken for an original, it would be 96%.",
        "有 2 个来源反对“丙”，但归根到底出自同一处：“O”。有依据反对它的概率是 38.4%；若把每个来源都当作原始出处，则会是 96%。");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void theSlugOfOneAgency() {
    assertMessage(
        only(
            "same-words",
            source("A", "") + "," + source("B", ""),
            C.formatted("{'source': 'A', 'quote': 'LIMA (AFP) - One.'},"
                + " {'source': 'B', 'quote': 'LIMA (AFP) - Another.'}")),
        "The quotes of “A” and “B” carry the slug of the same news agency, “AFP”, and no shared origin is declared for them.",
        "“A”、“B”的引文都带有同一家通讯社（“AFP”）的电头，却没有注明共同的出处。");
  }

  @Test
  void theSameWordsAgainstAClaim() {
    String quote = "'quote': '一二三四五六七八九十一二三四五六'";
    assertMessage(
        only(
            "same-words",
            source("A", ", 'reliability': 0.5") + "," + source("B", ", 'reliability': 0.5"),
            C.formatted("{'source': 'A', 'stance': 'refutes', " + quote + "},"
                + " {'source': 'B', 'stance': 'refutes', " + quote + "}")),
        "“A” and “B” have the same words, and no shared origin is declared for them: “一二三四五六七八九十一二三四五六”. The chance that “C”"
            + " is refuted and not contested is 75%; if the first of them alone counted, it would be 50%.",
        "“A”、“B”用词相同，却没有注明共同的出处：“一二三四五六七八九十一二三四五六”。“丙”被推翻且没有争议的概率是 75%；" + "若只算其中第一个，则会是 50%。");
  }

  @Test
  void oneAddressWrittenAlike() {
    assertMessage(
        only(
            "same-address",
            source("A", ", 'url': 'https://x.example/1'") + ","
                + source("B", ", 'url': 'https://x.example/1'"),
            C.formatted("'A', 'B'")),
        "“A” and “B” have the same address, and no shared origin is declared for them.",
        "“A”、“B”的网址相同，却没有注明共同的出处。");
  }

  @Test
  void oneRelayAgainstAClaim() {
    assertMessage(
        only(
            "one-relay",
            source("A", ", 'readIn': ['R']") + "," + source("B", ", 'readIn': ['R']") + ","
                + source("R", ""),
            C.formatted(
                "{'source': 'A', 'stance': 'refutes'}, {'source': 'B', 'stance': 'refutes'}")),
        "2 sources speak against “C”, but all of it was read in “R”.",
        "有 2 个来源反对“丙”，但都是从“R”读到的。");
  }

  @Test
  void aNoticeOfCorrection() {
    assertMessage(
        only(
            "noticed-source",
            source("A", ", 'notices': [{'kind': 'correction', 'date': '2025-02'}]"),
            C.formatted("'A'")),
        "“A” has a notice of correction (February 2025), and without it there would be another verdict on “C”.",
        "“A”作过更正（2025 年 2 月）；若没有它，以下说法的结论就会不同：“丙”。");
  }

  @Test
  void anAssumptionThatNobodyExamined() {
    assertMessage(
        only(
            "unexamined-assumption",
            source("A", ""),
            "'c': {'text': {'en': 'C', 'zh': '丙'}, 'inferences': [{'premises': ['p'], 'assuming': ['q']}]},"
                + "'p': {'text': {'en': 'P', 'zh': '甲'}, 'evidence': ['A']},"
                + "'q': {'text': {'en': 'Q', 'zh': '乙'}}"),
        "What is concluded about “C” assumes “Q”, and nobody has examined that.",
        "得出“丙”时假定了“乙”，却没有人考察过。");
  }

  @Test
  void severalSourcesEachOfWhichIsNecessary() {
    assertMessage(
        only(
            "single-source",
            source("A", "") + "," + source("B", ""),
            "'c': {'text': {'en': 'C', 'zh': '丙'}, 'inferences': [{'premises': ['p', 'q']}]},"
                + "'p': {'text': 'P', 'evidence': ['A']}, 'q': {'text': 'Q', 'evidence': ['B']}"),
        "The verdict on “C” would be another one without any single one of 2 sources: “A” and “B”.",
        "以下 2 个来源，缺了其中任何一个，“丙”的结论都会不同：“A”、“B”。");
  }

  @Test
  void everyKindOfThingWithoutAGrade() {
    assertMessage(
        only(
            "taken-for-certain",
            source("A", ", 'reliability': 0.5") + "," + source("B", "") + "," + source("D", ""),
            "'c': {'text': {'en': 'C', 'zh': '丙'}, 'inferences': [{'premises': ['p'], 'id': 'i', 'strength': 0.5},"
                + " {'premises': ['p'], 'id': 'j'}]},"
                + "'p': {'text': 'P', 'evidence': [{'source': 'A', 'strength': 0.5}, 'B', 'D']}"),
        "What carries no grade is taken for certain beside what carries one. So are 2 of 3 sources. So are 2 of 3 pieces of evidence. So is"
            + " one of 2 steps.",
        "没有等级的内容与有等级的放在一起，一律当作确定无疑。来源：3 个中有 2 个。证据：3 条中有 2 条。推理：2 步中有 1 步。");
  }
}
