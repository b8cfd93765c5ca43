/** The writer of results that results find by themselves, so that those rooms need not know this one. */
@NullMarked
package org.claimtrace.report.provider;

import org.jspecify.annotations.NullMarked;
