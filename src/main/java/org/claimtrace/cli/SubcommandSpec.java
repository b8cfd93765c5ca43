package org.claimtrace.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Creates the parts of specifications that subcommands have in common. */
final class SubcommandSpec {

  private SubcommandSpec() {}

  /**
   * Returns a specification without parameters and options of its own.
   *
   * @param header one sentence about the subcommand
   * @param description further sentences about it
   * @param footer examples, and further lines below them
   */
  static CommandSpec named(String name, String header, String description, String... footer) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .header(header)
        .description("", description, "")
        .footer(footer);
    return spec;
  }

  /** Returns the parameter for the claim file, which is the first. */
  static PositionalParamSpec file() {
    return required(0, "FILE", "the claim file; - is standard input");
  }

  /** Returns the parameter for the id of a claim, which is the second. */
  static PositionalParamSpec claim() {
    return required(1, "CLAIM", "the id of the claim");
  }

  /** Returns a mandatory parameter. */
  static PositionalParamSpec required(int index, String label, String description) {
    return one(index, label, description).arity("1").required(true).build();
  }

  /** Returns an optional parameter. */
  static PositionalParamSpec optional(int index, String label, String description) {
    return one(index, label, description).arity("0..1").build();
  }

  private static PositionalParamSpec.Builder one(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .index(String.valueOf(index))
        .type(String.class)
        .description(description);
  }

  /** Returns a parameter for any number of values from a position on. */
  static PositionalParamSpec any(int index, String label, String description) {
    return several(index, label, description).arity("0..*").build();
  }

  /** Returns a parameter for at least one value from the first position on. */
  static PositionalParamSpec atLeastOne(String label, String description) {
    return several(0, label, description).arity("1..*").required(true).build();
  }

  private static PositionalParamSpec.Builder several(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .index(index + "..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description);
  }
}
