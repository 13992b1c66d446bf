/** A source system's records become one canonical delinquent account each, or a refusal that says why. */
package io.graceway.journey.delinquency;
