/** What people decide about what leaves for agencies, beside what happens by itself. */
package io.graceway.journey.placement.hand;
