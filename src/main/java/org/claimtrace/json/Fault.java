package org.claimtrace.json;

import org.claimtrace.problem.ProblemCode;

/**
 * The reason why a document cannot be read any further.
 *
 * @param offset the byte at which the fault is found
 * @param code the kind of problem
 * @param message what is wrong
 * @param remedy what to write instead
 */
record Fault(int offset, ProblemCode code, String message, String remedy) {}
