/**
 * What every result can do: {@link org.claimtrace.result.Result} returns itself as JSON for other programs.
 *
 * <p>Jackson, 2 or 3, writes a result that it meets as the same JSON. Its annotations alone serve for that; a program without
 * Jackson's databind does not need them.
 */
@CheckReturnValue
@NullMarked
package org.claimtrace.result;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
