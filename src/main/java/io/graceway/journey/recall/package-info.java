/** Taking a placement back: pending, objection, final; one protocol for every agency. */
package io.graceway.journey.recall;
