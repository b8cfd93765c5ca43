package org.claimtrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrace.evaluation.Evaluator;
import org.claimtrace.json.ClaimJson;
import org.junit.jupiter.api.Test;

/**
 * The page of findings is what the rules say of themselves: from its second heading on it is generated from them. With {@code
 * -Dgolden.write=true} that part is rewritten.
 */
class FindingsPageTest {

  private static final Path PAGE = Path.of("src/site/markdown/findings.md");
  private static final Path SOURCES = Path.of("src/main/java/org/claimtrace/inspection");
  private static final String RULES = "## The rules\n";

  private static final Pattern JAVADOC =
      Pattern.compile("/\\*\\*\\n((?: \\*.*\\n)+?) \\*/\\nfinal class");

  @Test
  void saysOfEveryRuleWhatItFindsAndWhyAndWhen() throws IOException {
    String page = Files.readString(PAGE);
    String written = page.substring(0, page.indexOf(RULES)) + rules();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, written);
    }
    assertThat(page.lines()).containsExactlyElementsOf(written.lines().toList());
  }

  private static String rules() throws IOException {
    StringBuilder rules = new StringBuilder(RULES);
    for (UsualRule rule : UsualRules.ALL) {
      rules.append("\n### ").append(rule.code()).append("\n\n");
      rules.append(english(rule.description())).append(' ').append(english(rule.reason()));
      rules.append("\n\n").append(condition(rule)).append("\n\n");
      rules.append("Usually: ").append(rule.severity()).append(". ");
      Finding finding = Inspector.usual()
          .inspect(Evaluator.usual().evaluate(rule.badExample().orElseThrow()))
          .findings(rule.code())
          .get(0);
      rules.append("In this graph:\n\n");
      rules.append(json(rule.badExample().orElseThrow().toJson()));
      rules.append("\nthe finding is:\n\n> ").append(english(finding.message()));
      rules.append("\n>\n> ").append(english(finding.remedy())).append("\n\n");
      rules.append("There is none in this one:\n\n");
      rules.append(json(rule.goodExample().orElseThrow().toJson()));
    }
    return rules.toString();
  }

  private static String json(String json) {
    assertThat(ClaimJson.write(ClaimJson.read(json))).isEqualTo(json);
    return "```json\n" + json + "```\n";
  }

  private static String english(org.claimtrace.model.Text text) {
    return text.in("en").words();
  }

  /** What the Javadoc of a rule says about when it fires, as Markdown. */
  private static String condition(UsualRule rule) throws IOException {
    String source = Files.readString(SOURCES.resolve(rule.getClass().getSimpleName() + ".java"));
    Matcher javadoc = JAVADOC.matcher(source);
    assertThat(javadoc.find()).as(rule.code()).isTrue();
    String text =
        javadoc.group(1).replaceAll("(?m)^ \\* ?", "").replace('\n', ' ').strip();
    assertThat(text).startsWith("Fires ");
    return Pattern.compile("\\{@(code|link|value) ([^}]*)}")
        .matcher(text)
        .replaceAll(tag -> Matcher.quoteReplacement(markdown(tag)));
  }

  private static String markdown(MatchResult tag) {
    String name = tag.group(2);
    return switch (tag.group(1)) {
      case "value" -> Long.toString(NoticedSource.MOST_WORK);
      case "link" ->
        "`"
            + name.substring(
                    name.lastIndexOf('.', name.indexOf('#') < 0 ? name.length() : name.indexOf('#'))
                        + 1)
                .replace('#', '.')
            + "`";
      default -> "`" + name + "`";
    };
  }
}
