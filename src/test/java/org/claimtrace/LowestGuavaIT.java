package org.claimtrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lowest version of Guava with which the library runs has every member that the library links to. */
class LowestGuavaIT {

  private static final Path GUAVA = Path.of(System.getProperty("claimtrace.lowest.guava"));
  private static final Path LIBRARY = Path.of(System.getProperty("claimtrace.library"));

  @Test
  void hasEveryMemberThatTheLibraryLinksTo() throws IOException {
    ImportOption notTheAssertions = location -> !location.contains("org/claimtrace/testing/");
    JavaClasses library;
    try (JarFile jar = new JarFile(LIBRARY.toFile())) {
      library = new ClassFileImporter().withImportOption(notTheAssertions).importJar(jar);
    }
    Set<String> linked = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    try (URLClassLoader guava = new URLClassLoader(
        new URL[] {GUAVA.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      for (JavaClass each : library) {
        for (JavaAccess<?> access : each.getAccessesFromSelf()) {
          AccessTarget target = access.getTarget();
          if (target.getOwner().getName().startsWith("com.google.common.")
              && linked.add(target.getFullName())
              && !isIn(guava, target)) {
            missing.add(target.getFullName());
          }
        }
      }
    }

    assertThat(linked)
        .contains("com.google.common.collect.ImmutableList.copyOf(java.util.Collection)")
        .hasSizeGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  private static boolean isIn(ClassLoader guava, AccessTarget target) {
    Set<Class<?>> types = new LinkedHashSet<>();
    try {
      addWithSuperTypes(Class.forName(target.getOwner().getName(), false, guava), types);
    } catch (ClassNotFoundException e) {
      return false;
    }
    return target instanceof CodeUnitAccessTarget called
        ? types.stream().flatMap(LowestGuavaIT::executables).anyMatch(each -> is(each, called))
        : types.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .anyMatch(field -> field.getName().equals(target.getName()));
  }

  private static void addWithSuperTypes(Class<?> type, Set<Class<?>> types) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      types.add(at);
      for (Class<?> each : at.getInterfaces()) {
        addWithSuperTypes(each, types);
      }
    }
  }

  private static Stream<Executable> executables(Class<?> type) {
    return Stream.concat(
        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()));
  }

  private static boolean is(Executable member, CodeUnitAccessTarget target) {
    boolean isConstructor = target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    String returned =
        member instanceof Method method ? method.getReturnType().getName() : void.class.getName();
    List<String> parameters =
        Arrays.stream(member.getParameterTypes()).map(Class::getName).toList();
    return isConstructor == member instanceof Constructor
        && (isConstructor || member.getName().equals(target.getName()))
        && returned.equals(target.getRawReturnType().getName())
        && parameters.equals(
            target.getRawParameterTypes().stream().map(JavaClass::getName).toList());
  }
}
