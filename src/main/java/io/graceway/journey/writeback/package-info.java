/** What happened outside is posted in the source system, in its own terms, once. */
package io.graceway.journey.writeback;
