/** Sources that say that something is new: they are read soon, as always, and not believed. */
package io.graceway.journey.delinquency.wake;
