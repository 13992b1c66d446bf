/** What changed in house about a customer after the placement, and what the agency is told of it. */
package io.graceway.journey.placement.change;
