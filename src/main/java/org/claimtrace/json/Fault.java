package org.claimtrace.json;

import org.claimtrace.problem.ProblemCode;

/**
 * Why a document cannot be read on.
 *
 * @param offset the byte where that shows
 * @param code what kind of problem it is
 * @param message what is wrong
 * @param remedy what to write instead
 */
record Fault(int offset, ProblemCode code, String message, String remedy) {}
