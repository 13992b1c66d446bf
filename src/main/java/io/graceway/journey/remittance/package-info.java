/** Money and other news from agencies: matched, fees computed, every cent applied once or in suspense with a reason. */
package io.graceway.journey.remittance;
