/** From a warned account to an agency that may have it: choice, tone, parcel, delivery, acknowledgement. */
package io.graceway.journey.placement;
