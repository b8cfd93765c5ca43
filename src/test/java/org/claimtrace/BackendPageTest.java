package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the backend of the page "In a web backend", posts its documents, and compares the answers with the page. */
class BackendPageTest {

  @TempDir
  private Path folder;

  private Samples samples = new Samples("");
  private URLClassLoader loader;
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    samples = Samples.of(Path.of("src/site/markdown/backend.md"));
    Samples.compile("Backend", samples.blocks("java").get(0), folder);
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    server =
        (HttpServer) loader.loadClass("Backend").getMethod("start", int.class).invoke(null, 0);
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(0);
    loader.close();
  }

  private HttpResponse<String> post(String document, String claimId, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create("http://localhost:" + server.getAddress().getPort() + "/explain/" + claimId))
        .POST(BodyPublishers.ofString(document));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void aDocumentWithProblemsIsAnsweredWithAllOfThem() throws Exception {
    List<String> json = samples.blocks("json");

    HttpResponse<String> answer = post(json.get(0), "closed");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).isEqualTo(json.get(1));
  }

  @Test
  void aDocumentWithoutProblemsIsAnsweredInTheLanguageOfTheReader() throws Exception {
    List<String> json = samples.blocks("json");

    HttpResponse<String> data = post(json.get(2), "closed", "Accept-Language", "zh-CN,zh;q=0.9");
    HttpResponse<String> text =
        post(json.get(2), "closed", "Accept-Language", "zh", "Accept", "text/markdown");

    assertThat(data.statusCode()).isEqualTo(200);
    assertThat(data.body()).isEqualTo(json.get(3));
    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.body()).isEqualTo(samples.blocks("markdown").get(0));
  }

  @Test
  void headersThatNameSeveralTypesOrNoLanguageAreTakenForWhatTheySay() throws Exception {
    String document = samples.blocks("json").get(2);

    HttpResponse<String> several = post(
        document,
        "closed",
        "Accept-Language",
        "zh",
        "Accept",
        "application/json;q=0.5, Text/Markdown;q=0.9");
    HttpResponse<String> illFormed = post(document, "closed", "Accept-Language", "zh_CN");
    HttpResponse<String> any = post(document, "closed", "Accept-Language", "*");
    HttpResponse<String> none = post(document, "closed");

    assertThat(several.body()).isEqualTo(samples.blocks("markdown").get(0));
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(none.body()).contains("\"closed\": {\n      \"en\": \"The old bridge is closed\"");
    assertThat(illFormed.body()).isEqualTo(none.body());
    assertThat(any.body()).isEqualTo(none.body());
  }

  @Test
  void aClaimThatTheGraphDoesNotHaveIsNotFound() throws Exception {
    HttpResponse<String> answer = post(samples.blocks("json").get(2), "close");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("no claim 'close'. Did you mean 'closed'?");
  }

  @Test
  void aDocumentThatIsTooLargeIsAProblemAndNotAFailure() throws Exception {
    HttpResponse<String> answer = post(" ".repeat(5 << 20), "closed");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"file-too-large\"");
  }
}
