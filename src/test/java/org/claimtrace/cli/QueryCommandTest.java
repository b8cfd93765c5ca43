package org.claimtrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimtrace.wording.Columns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCommandTest {

  private static final String BRIDGE = """
      {"id": "bridge", "title": "The bridge",
       "claims": {
         "closed": {"text": {"en": "The bridge is closed", "zh": "桥已封闭"}, "about": ["The Bridge"],
           "inferences": [{"premises": ["flooded"], "by": "post"}]},
         "flooded": {"text": "The road is flooded", "evidence": ["survey"], "appearances": [{"source": "post", "date": "2026-02"}]},
         "dry": {"text": "The road is dry", "kind": "opinion", "claimant": "A neighbour",
           "evidence": [{"source": "survey", "stance": "refutes"}]}},
       "sources": {"survey": {"title": "The survey", "published": "2025-06"}, "post": "A post"}}
      """;
  private static final String FERRY = """
      {"id": "ferry", "title": "The ferry", "language": "zh",
       "claims": {"late": {"text": "渡轮晚点", "evidence": ["captain"]}, "sunk": "渡轮沉没"},
       "sources": {"captain": {"title": "船长", "reliability": "B"}}}
      """;

  @TempDir
  private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.writeString(folder.resolve("bridge.json"), BRIDGE);
    Files.writeString(Files.createDirectories(folder.resolve("更多")).resolve("ferry.json"), FERRY);
  }

  private CommandRun query(String... arguments) {
    List<String> all = new ArrayList<>(List.of("query", folder.toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(new String[0]));
  }

  private List<String> ids(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    return query(all.toArray(new String[0]))
        .out()
        .lines()
        .filter(line -> line.contains("\"claim\": "))
        .map(line -> line.replaceAll(".*: \"(.*)\",", "$1"))
        .toList();
  }

  @Nested
  class Finding {
    @Test
    void listsTheClaimsOfEachFileAndDescribesTheCondition() {
      assertThat(query("--verdict", "supported"))
          .isEqualTo(new CommandRun(
              0,
              folder + """
          /bridge.json
          ✓ supported    closed   The bridge is closed
          ✓ supported    flooded  The road is flooded

          """ + folder + """
          /更多/ferry.json
          ✓ 属实       80%  late  渡轮晚点

          百分数：每 100 个可能世界中，有多少个得出这一结论。
          """,
              "claimtrace: 3 of 5 claims match. Looked for: claims that are supported.\n"));
    }

    @Test
    void writesChineseOnDemand() {
      assertThat(query("--uses", "survey", "--not", "--kind", "opinion", "--lang", "zh"))
          .isEqualTo(new CommandRun(
              0, folder + """
          /bridge.json
          ✓ 属实      closed   桥已封闭
          ✓ 属实      flooded  The road is flooded [en]
          """, "claimtrace: 共 5 条说法，符合条件的有 2 条。查找条件：用到来源“survey”且不属于观点的说法。\n"));
    }

    @Test
    void writesJson() {
      String bridge = folder.resolve("bridge.json").toString();
      assertThat(CommandRun.of("query", bridge, "--kind", "opinion", "--format", "json"))
          .isEqualTo(new CommandRun(
              0,
              """
              {
                "format": 1,
                "result": "searched-files",
                "query": "claims that are opinions",
                "files": [
                  {
                    "file": "%s",
                    "graph": "bridge",
                    "method": "certain",
                    "worlds": 1,
                    "standard": "preponderance",
                    "reviews": "evidence-first",
                    "claims": [
                      {
                        "claim": "dry",
                        "verdict": "refuted",
                        "supported": 0,
                        "refuted": 1,
                        "conflicting": 0,
                        "unverified": 0,
                        "qualified": 0,
                        "text": {
                          "en": "The road is dry"
                        }
                      }
                    ]
                  }
                ]
              }
              """.formatted(bridge),
              "claimtrace: One of 3 claims matches. Looked for: claims that are opinions.\n"));
    }

    @Test
    void writesFilesWithoutMatchesAsJson() {
      CommandRun run = query("--about", "moon", "--format", "json", "--lang", "zh");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).isEqualTo("""
          {
            "format": 1,
            "result": "searched-files",
            "query": "与“moon”有关的说法",
            "files": [
              {
                "file": "%s/bridge.json",
                "graph": "bridge",
                "method": "certain",
                "worlds": 1,
                "standard": "preponderance",
                "reviews": "evidence-first",
                "claims": []
              },
              {
                "file": "%s/更多/ferry.json",
                "graph": "ferry",
                "method": "exact",
                "standard": "preponderance",
                "reviews": "evidence-first",
                "claims": []
              }
            ]
          }
          """.formatted(folder, folder));
    }

    @Test
    void exitsWithOneIfNothingMatches() {
      assertThat(query("--text", "moon"))
          .isEqualTo(new CommandRun(
              1,
              "",
              "claimtrace: None of 5 claims matches. Looked for: claims that say “moon”.\n"));
      assertThat(query("--text", "moon", "--lang", "zh").err())
          .isEqualTo("claimtrace: 共 5 条说法，没有一条符合条件。查找条件：文中有“moon”的说法。\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "--verdict refuted,unverified | dry sunk",
          "--belief-above .7 --belief-below 0.9 | late",
          "--belief-above refuted=0.5 | dry",
          "--belief-below unverified=0 |",
          "--text ＢＲＩＤＧＥ | closed",
          "--text 晚 | late",
          "--about bridge | closed",
          "--claimed-by neighbour | dry",
          "--by post | closed flooded",
          "--by source:post --depends-on claim:flooded | closed",
          "--appeared 2026 | flooded",
          "--appeared ..2025 |",
          "--appeared 2025..2026-02 | flooded",
          "--evidence-from 2025-06.. | flooded dry",
          "--rests-on captain | late",
          "--rests-on survey | closed flooded dry",
          "--diagnosis no-argument | dry sunk",
          "--not --uses survey | late sunk",
          "--verdict refuted --or --by post --not --diagnosis no-argument | closed flooded dry",
          "--verdict supported --as-of 2025-01 | late",
          "--verdict supported --standard beyond-reasonable-doubt | closed flooded",
        })
    void understands(String conditions, String claims) {
      assertThat(ids(conditions.split(" ")))
          .isEqualTo(claims == null ? List.of() : List.of(claims.split(" ")));
    }

    @Test
    void keepsToTheWidth() {
      CommandRun run = CommandRun.of("query", "claims", "--about", "Altman", "--width", "50");
      assertThat(run.out().lines()).allMatch(line -> Columns.width(line) <= 50);
      assertThat(run.out())
          .isEqualTo(CommandRun.of("query", "claims", "--about", "Altman", "--width", "50")
              .out());
    }
  }

  @Nested
  class WithAnError {

    private static final String HELP = "\nRun 'claimtrace query --help' to see what there is.\n";

    @Test
    void anIdInNoFileIsAnErrorAndFindsNothing() {
      assertThat(query("--verdict", "supported", "--not", "--uses", "surwey"))
          .isEqualTo(new CommandRun(
              2,
              "",
              "claimtrace: no source 'surwey' in any of these files. Did you mean 'survey'?\n"));
      assertThat(query("--depends-on", "elsewhere"))
          .isEqualTo(
              new CommandRun(
                  2,
                  "",
                  "claimtrace: no claim 'elsewhere' in any of these files. None of them has an id like it.\n"));
    }

    @Test
    void aBrokenFileDoesNotHideOthers() throws IOException {
      Files.writeString(folder.resolve("a.json"), "{");
      CommandRun run = query("--uses", "captain");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).contains("late  渡轮晚点\n");
      assertThat(run.err())
          .startsWith(folder + "/a.json:1:2 ")
          .endsWith(
              "claimtrace: One of 5 claims matches. Looked for: claims that use source 'captain'. One file could not be read.\n");
    }

    @Test
    void aFolderWithoutClaimFilesIsAnError() throws IOException {
      Path empty = Files.createDirectories(folder.resolve("empty"));
      assertThat(CommandRun.of("query", empty.toString(), "--uses", "captain"))
          .isEqualTo(new CommandRun(
              2,
              "",
              empty
                  + ": no file in this folder ends in .json. Name the folder that holds the claim files.\n"
                  + "claimtrace: One file could not be read.\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "--verdict refutd | --verdict does not know 'refutd'. Did you mean 'refuted'?",
          "--verdict false | --verdict does not know 'false'. Did you mean 'refuted'?",
          "--diagnosis circle | --diagnosis does not know 'circle'. Did you mean 'circular'?",
          "--verdict refuted,suported | --verdict does not know 'suported'. Did you mean 'supported'?",
          "--kind rumour | --kind does not know 'rumour'. It knows: fact, opinion, prediction.",
          "--diagnosis broken-lead | --diagnosis does not know 'broken-lead'. Did you mean 'broken-leap'?",
          "--belief-above refutd=1 | --belief-above does not know 'refutd'. Did you mean 'refuted'?",
          "--belief-above 1.5 | --belief-above: '1.5' is not a probability. Write a number from 0 to 1, such as 0.9, or with another label before it, such as refuted=0.9.",
          "--belief-below NaN | --belief-below: 'NaN' is not a probability. Write a number from 0 to 1, such as 0.9, or with another label before it, such as refuted=0.9.",
          "--text= | --text: there are no letters in ''. Write what to look for.",
          "--uses= | --uses needs an id.",
          "--appeared 2026-13 | --appeared: '2026-13' is not a date. Write a date, such as 2026, 2026-02 or 2026-02-13, or two with .. between them, such as 2025..2026-02.",
          "--appeared .. | --appeared: '..' is not a date. Write a date, such as 2026, 2026-02 or 2026-02-13, or two with .. between them, such as 2025..2026-02.",
          "--appeared 2026..2025 | --appeared: '2026..2025' ends before it begins. Write a date, such as 2026, 2026-02 or 2026-02-13, or two with .. between them, such as 2025..2026-02.",
          "--not | --not needs a condition after it.",
          "--verdict refuted --not | --not needs a condition after it.",
          "--not --or --verdict refuted | --not needs a condition after it.",
          "--not --not --verdict refuted | --not stands twice before one condition. Leave both out.",
          "--or --verdict refuted | --or needs a condition on either side of it.",
          "--verdict refuted --or | --or needs a condition on either side of it.",
          "--logic | query needs to know what is looked for: --verdict, --belief-above, --belief-below, --text, --about, --kind, --diagnosis, --uses, --rests-on, --depends-on, --part-of, --made-of, --by, --claimed-by, --appeared, --evidence-from.",
          "--rest-on survey | There is no option '--rest-on'. Did you mean '--rests-on'?",
        })
    void suggestsARemedy(String conditions, String message) {
      assertThat(query(conditions.split(" ")))
          .isEqualTo(new CommandRun(2, "", "claimtrace: " + message + HELP));
    }

    @Test
    void needsAPath() {
      assertThat(CommandRun.of("query", "--verdict", "refuted").err())
          .isEqualTo("claimtrace: query needs a PATH." + HELP);
    }
  }

  @Test
  void helpsAtEightyColumnsWithExamples() {
    CommandRun run = CommandRun.of("query", "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(run.out())
        .startsWith("Finds the claims that meet conditions.\n")
        .contains(
            "  claimtrace query claims --verdict refuted --rests-on earlier-reports\n",
            "  claimtrace query claims --uses x-post --format json | jq '.files[]'\n");
  }
}
