package org.claimtrace;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The classes that an embedder can name: public ones of exported packages, nested ones included. */
final class PublicTypes {

  private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

  private static final ImmutableList<Class<?>> ALL = found();

  private PublicTypes() {}

  static ImmutableList<Class<?>> all() {
    return ALL;
  }

  private static ImmutableList<Class<?>> found() {
    try {
      String module = Files.readString(Path.of("src/main/java/module-info.java"));
      ImmutableList<String> exported =
          EXPORT.matcher(module).results().map(match -> match.group(1)).collect(toImmutableList());
      Path main = Path.of("src/main/java");
      return ClassPath.from(PublicTypes.class.getClassLoader()).getAllClasses().stream()
          .filter(each -> exported.contains(each.getPackageName()))
          .filter(each -> Files.exists(main.resolve(sourceOf(each.getName()))))
          .map(ClassPath.ClassInfo::load)
          .filter(PublicTypes::isPublic)
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
