/** What agencies report about the placements they hold: answers, activity and how it conforms to the tone, closures. */
package io.graceway.journey.placement.report;
