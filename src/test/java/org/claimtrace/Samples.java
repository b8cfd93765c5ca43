package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Extracts the code blocks of a Markdown page, compiles them and runs them. */
record Samples(String page) {

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  static Samples of(Path page) throws IOException {
    return new Samples(Files.readString(page));
  }

  /** Returns the blocks in a language, in the order of the page. */
  List<String> blocks(String language) {
    Matcher matcher = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(page);
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  /** Compiles a class of the unnamed package into a folder. */
  static void compile(String name, String program, Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve(name + ".java"), program);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            messages,
            messages,
            "-cp",
            CLASS_PATH,
            "-proc:none",
            "-d",
            folder.toString(),
            source.toString());
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
  }

  /** Runs a compiled class in a folder, asserts that it succeeds, and returns what it prints. */
  static String run(String name, Path classes, Path in) throws IOException, InterruptedException {
    Process java = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-cp",
            classes + File.pathSeparator + CLASS_PATH,
            name)
        .directory(in.toFile())
        .redirectErrorStream(true)
        .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(output).isZero();
    return output;
  }
}
