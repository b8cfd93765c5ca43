package org.claimtrace.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the specifications of subcommands have in common. */
final class SubcommandSpec {

  private SubcommandSpec() {}

  /**
   * Begins a specification.
   *
   * @param header what the subcommand does, in a sentence
   * @param description what else there is to know about it
   * @param footer examples, and what stands below them
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

  /** The claim file, which comes first. */
  static PositionalParamSpec file() {
    return required(0, "FILE", "the claim file");
  }

  /** The id of a claim, which comes second. */
  static PositionalParamSpec claim() {
    return required(1, "CLAIM", "the id of the claim");
  }

  /** A parameter that must be there. */
  static PositionalParamSpec required(int index, String label, String description) {
    return one(index, label, description).arity("1").required(true).build();
  }

  /** A parameter that may be there. */
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

  /** Parameters from a position on, any number of them. */
  static PositionalParamSpec any(int index, String label, String description) {
    return several(index, label, description).arity("0..*").build();
  }

  /** Parameters from the first on, of which there must be one. */
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
