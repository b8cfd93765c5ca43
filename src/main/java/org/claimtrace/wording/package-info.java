/**
 * Sentences for readers in English and Chinese, and their layout as text in columns and as Markdown.
 *
 * <p>Not exported: other packages use it to render their results. Nothing here depends on the machine's locale.
 */
@NullMarked
package org.claimtrace.wording;

import org.jspecify.annotations.NullMarked;
