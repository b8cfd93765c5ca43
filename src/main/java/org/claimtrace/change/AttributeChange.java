package org.claimtrace.change;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.claimtrace.model.Element;

/**
 * The change of the value of an attribute. Immutable.
 *
 * @param <D> the type of the draft that has the attribute
 * @param <T> the type of its values
 */
final class AttributeChange<D, T> extends Difference {

  private final Attribute<D, T> attribute;
  private final T was;
  private final T is;

  private AttributeChange(
      Attribute<D, T> attribute, Optional<Element> element, Optional<String> claim, T was, T is) {
    super(attribute.kind(), element, claim);
    this.attribute = attribute;
    this.was = was;
    this.is = is;
  }

  /** Returns a change of a line on a claim. */
  static <T> AttributeChange<LineDraft, T> ofLine(
      Attribute<LineDraft, T> attribute, Element line, String claimId, T was, T is) {
    return new AttributeChange<>(attribute, Optional.of(line), Optional.of(claimId), was, is);
  }

  /** Returns a change of a source. */
  static <T> AttributeChange<SourceDraft, T> ofSource(
      Attribute<SourceDraft, T> attribute, String sourceId, T was, T is) {
    return new AttributeChange<>(
        attribute, Optional.of(Element.source(sourceId)), Optional.empty(), was, is);
  }

  /** Returns a change of an option of the evaluation. */
  static <T> AttributeChange<EvaluatorDraft, T> ofOption(
      Attribute<EvaluatorDraft, T> attribute, T was, T is) {
    return new AttributeChange<>(attribute, Optional.empty(), Optional.empty(), was, is);
  }

  T was() {
    return was;
  }

  T is() {
    return is;
  }

  /** Applies the change to a draft. */
  void apply(D draft) {
    attribute.set(draft, is);
  }

  @Override
  public ImmutableList<String> before() {
    return attribute.text(was);
  }

  @Override
  public ImmutableList<String> after() {
    return attribute.text(is);
  }

  @Override
  String sentence(ChangePhrases phrases, String root) {
    return attribute.sentence(phrases, this, root);
  }
}
