package org.claimtrace;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The classes that an embedder can name: public ones of exported packages, nested ones included. */
final class PublicTypes {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

  private static final ImmutableList<Class<?>> ALL = found();

  private PublicTypes() {}

  static ImmutableList<Class<?>> all() {
    return ALL;
  }

  /** The file that a class is written in. */
  static Path source(Class<?> type) {
    return MAIN.resolve(sourceOf(type.getName()));
  }

  private static ImmutableList<Class<?>> found() {
    try {
      String module = Files.readString(MAIN.resolve("module-info.java"));
      ImmutableList<String> exported =
          EXPORT.matcher(module).results().map(match -> match.group(1)).collect(toImmutableList());
      return ClassPath.from(PublicTypes.class.getClassLoader()).getAllClasses().stream()
          .filter(each -> exported.contains(each.getPackageName()))
          .filter(each -> Files.exists(MAIN.resolve(sourceOf(each.getName()))))
          .map(ClassPath.ClassInfo::load)
          .filter(PublicTypes::isPublic)
          // A class path is listed in an order that differs from machine to machine.
          .sorted(Comparator.comparing(Class::getName))
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sourceOf(String className) {
    int nested = className.indexOf('$');
    return (nested < 0 ? className : className.substring(0, nested)).replace('.', '/') + ".java";
  }

  private static boolean isPublic(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        return false;
      }
    }
    return true;
  }
}
