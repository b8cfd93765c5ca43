package org.claimtrace.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimtrace.model.ClaimGraph;
import org.claimtrace.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

  private static Links in(String... urls) {
    ClaimGraph.Builder graph = ClaimGraph.builder("g").title("t");
    for (int i = 0; i < urls.length; i++) {
      graph.source(Source.builder("s" + i).url(urls[i]));
    }
    return Links.in(graph.build());
  }

  private static final Links LINKS =
      in("https://a.org/x_y", "https://a.org", "http://b.org/水/", "https://a.org/?q=(1)*2*");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.org/x_y | [https://a.org/x\\_y](<https://a.org/x_y>)",
        "Source: https://a.org/x_y. | Source: [https://a.org/x\\_y](<https://a.org/x_y>).",
        "https://a.org; https://a.org/x_y | [https://a.org](<https://a.org>); [https://a.org/x\\_y](<https://a.org/x_y>)",
        "来源：http://b.org/水/是 *水* | 来源：[http://b.org/水/](<http://b.org/水/>)是 \\*水\\*",
        "“https://a.org/?q=(1)*2*” | “[https://a.org/?q=(1)\\*2\\*](<https://a.org/?q=(1)*2*>)”",
      })
  void becomeMarkdownLinks(String words, String markdown) {
    assertThat(LINKS.escaped(words)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.org/other_page | https://a.org/other\\_page",
        "https://a.org.example | https://a.org.example",
        "HTTPS://A.ORG | HTTPS://A.ORG",
        "http https:// *x* | http https:// \\*x\\*",
        "https://c.org/x_y | https://c.org/x\\_y",
      })
  void coverOnlyAddressesOfSources(String words, String markdown) {
    assertThat(LINKS.escaped(words)).isEqualTo(markdown);
  }

  @Test
  void excludeAddressesThatDoMoreThanOpenAPage() {
    assertThat(Links.isOfTheWeb("javascript:alert(1)")).isFalse();
    assertThat(Links.isOfTheWeb("HTTP://a.org")).isTrue();
    assertThat(Links.isOfTheWeb("ftp://a.org")).isFalse();
  }

  @Test
  void excludeSourcesWithATitle() {
    ClaimGraph graph = ClaimGraph.builder("g")
        .title("t")
        .source(Source.builder("s").title("T").url("https://a.org/x_y"))
        .build();
    assertThat(Links.in(graph).escaped("https://a.org/x_y")).isEqualTo("https://a.org/x\\_y");
  }

  @Test
  void areIsolatedLikeOtherWords() {
    assertThat(LINKS.escaped("\u2068שלום https://a.org"))
        .isEqualTo("\u2068שלום [https://a.org](<https://a.org>)\u2069");
  }

  @Test
  void encodeInvisibleCharactersOfTheAddress() {
    assertThat(Markdown.link("a", "https://a.org/\u202Egpj\u200B x<y>\\"))
        .isEqualTo("[a](<https://a.org/%E2%80%AEgpj%E2%80%8B%20x%3Cy%3E%5C>)");
    assertThat(Markdown.link("a", "https://a.org/水")).isEqualTo("[a](<https://a.org/水>)");
  }
}
