package org.claimtrace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Records the public API of the library: a jar of its exported packages, without code and without what is not public, with which later
 * builds are compared. {@code contributing.md} says when to run it.
 */
public final class ApiBaseline {

  private ApiBaseline() {}

  /**
   * Writes the baseline.
   *
   * @param arguments the library's jar, and the jar to write
   */
  public static void main(String[] arguments) throws IOException {
    Path library = Path.of(arguments[0]);
    Set<String> exported =
        ModuleFinder.of(library)
            .find("org.claimtrace")
            .orElseThrow()
            .descriptor()
            .exports()
            .stream()
            .map(Exports::source)
            .map(name -> name.replace('.', '/'))
            .collect(Collectors.toUnmodifiableSet());
    try (JarFile jar = new JarFile(library.toFile());
        OutputStream out = Files.newOutputStream(Path.of(arguments[1]));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      List<JarEntry> classes = jar.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .filter(entry -> exported.contains(folder(entry.getName())))
          .sorted(Comparator.comparing(JarEntry::getName))
          .toList();
      for (JarEntry entry : classes) {
        ClassReader reader;
        try (InputStream in = jar.getInputStream(entry)) {
          reader = new ClassReader(in);
        }
        if ((reader.getAccess() & Opcodes.ACC_PUBLIC) != 0) {
          ClassWriter writer = new ClassWriter(0);
          reader.accept(new Signatures(writer), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
          ZipEntry written = new ZipEntry(entry.getName());
          written.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
          zip.putNextEntry(written);
          zip.write(writer.toByteArray());
          zip.closeEntry();
        }
      }
    }
  }

  private static String folder(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /** Lets through what an embedder can see of a class. */
  private static final class Signatures extends ClassVisitor {

    Signatures(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    private static boolean isSeen(int access) {
      return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
          && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      return isSeen(access) ? super.visitField(access, name, descriptor, signature, value) : null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return isSeen(access)
          ? super.visitMethod(access, name, descriptor, signature, exceptions)
          : null;
    }

    @Override
    public void visitNestMember(String nestMember) {
      // Nests are about private members.
    }
  }
}
