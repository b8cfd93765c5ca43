package org.claimtrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Checks the artifacts of the build: the jar of the library and that of the command. */
class PackagingIT {
  private static final Path LIBRARY = Path.of(System.getProperty("claimtrace.library"));
  private static final Path EXECUTABLE = Path.of(System.getProperty("claimtrace.executable"));

  @Nested
  class TheLibrary {
    private final ModuleDescriptor module =
        ModuleFinder.of(LIBRARY).find("org.claimtrace").orElseThrow().descriptor();

    @Test
    void needsOnlyJacksonGuavaAndJGraphTAtRunTime() {
      assertThat(module.requires().stream()
              .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
              .map(Requires::name))
          .containsExactlyInAnyOrder(
              "java.base", "tools.jackson.core", "com.google.common", "org.jgrapht.core");
    }

    @Test
    void bundlesNoOtherClasses() {
      assertThat(Stream.of(System.getProperty("claimtrace.dependencies").split(File.pathSeparator))
              .map(path -> Path.of(path).getFileName().toString()))
          .allMatch(
              name -> name.matches(
                  "(jackson-core|guava|failureaccess|listenablefuture|error_prone_annotations|j2objc-annotations|jspecify|jgrapht-core|jheaps|apfloat)-.*"));
    }

    @Test
    void opensNoPackageAndExportsNeitherCommandNorWording() {
      assertThat(module.opens()).isEmpty();
      assertThat(module.isOpen()).isFalse();
      assertThat(module.exports().stream().map(Exports::source))
          .contains("org.claimtrace")
          .doesNotContain("org.claimtrace.cli", "org.claimtrace.wording");
    }

    @Test
    void holdsNoCommand() throws IOException {
      try (JarFile jar = new JarFile(LIBRARY.toFile())) {
        assertThat(jar.stream().map(JarEntry::getName))
            .contains("org/claimtrace/ClaimTrace.class", "module-info.class")
            .noneMatch(name -> name.startsWith("org/claimtrace/cli/"));
        assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class")).isNull();
      }
    }

    @Test
    void namesItsTitleAndVersion() throws IOException {
      try (JarFile jar = new JarFile(LIBRARY.toFile())) {
        Attributes manifest = jar.getManifest().getMainAttributes();
        assertThat(manifest.getValue("Implementation-Title")).isEqualTo("claimtrace");
        assertThat(LIBRARY.getFileName().toString())
            .isEqualTo("claimtrace-" + manifest.getValue("Implementation-Version") + ".jar");
      }
    }

    @Test
    void resolvesOnTheModulePathWithTheDependenciesOfItsPom() throws FindException {
      Path[] dependencies = Stream.of(
              System.getProperty("claimtrace.dependencies").split(File.pathSeparator))
          .map(Path::of)
          .toArray(Path[]::new);
      ModuleFinder path =
          ModuleFinder.compose(ModuleFinder.of(LIBRARY), ModuleFinder.of(dependencies));
      ModuleLayer layer = ModuleLayer.boot()
          .defineModulesWithOneLoader(
              ModuleLayer.boot()
                  .configuration()
                  .resolve(path, ModuleFinder.of(), Set.of("org.claimtrace")),
              ClassLoader.getPlatformClassLoader());
      assertThat(Class.forName(
              layer.findModule("org.claimtrace").orElseThrow(), "org.claimtrace.ClaimTrace"))
          .isNotNull();
    }
  }

  @Nested
  class TheExecutable {
    @Test
    void runsWithoutOtherFiles() throws IOException, InterruptedException {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String coverage = System.getProperty("claimtrace.coverage", "");
      List<String> command = Stream.of(java, coverage, "-jar", EXECUTABLE.toString(), "--help")
          .filter(part -> !part.isEmpty())
          .toList();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    }

    @Test
    void isNotAModuleAndHasAMainClass() throws IOException {
      try (JarFile jar = new JarFile(EXECUTABLE.toFile())) {
        Attributes manifest = jar.getManifest().getMainAttributes();
        assertThat(manifest.getValue("Main-Class")).isEqualTo("org.claimtrace.cli.Main");
        assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
        assertThat(jar.stream().map(JarEntry::getName))
            .noneMatch(name -> name.endsWith("module-info.class"));
      }
    }

    @Test
    void hasNoClassesForTests() throws IOException {
      try (JarFile jar = new JarFile(EXECUTABLE.toFile())) {
        assertThat(jar.stream().map(JarEntry::getName))
            .noneMatch(name -> name.startsWith("org/claimtrace/testing/")
                || name.startsWith("org/assertj/")
                || name.startsWith("org/junit/")
                || name.startsWith("org/opentest4j/")
                || name.startsWith("net/bytebuddy/"));
      }
    }

    @Test
    void hasTheLicenceOnceAndEveryServiceOfItsParts() throws IOException {
      try (JarFile jar = new JarFile(EXECUTABLE.toFile())) {
        Set<String> names = jar.stream().map(JarEntry::getName).collect(toSet());
        assertThat(names)
            .contains(
                "META-INF/LICENSE", "META-INF/services/tools.jackson.core.TokenStreamFactory");
        assertThat(new String(
                jar.getInputStream(jar.getEntry("META-INF/LICENSE")).readAllBytes(), UTF_8))
            .containsOnlyOnce("Apache License\n");
      }
    }
  }
}
