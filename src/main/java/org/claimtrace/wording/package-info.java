/**
 * Words for readers, in English and Chinese, and how they are laid out where every character takes whole columns.
 *
 * <p>No part of the interface: other packages put these words into what they hand out. Nothing here depends on the machine's
 * locale.
 */
@NullMarked
package org.claimtrace.wording;

import org.jspecify.annotations.NullMarked;
