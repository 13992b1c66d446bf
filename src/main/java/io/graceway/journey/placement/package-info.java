/** Handing over to one vetted agency: the choice with its reasons, the sealed parcel, the proof of delivery. */
package io.graceway.journey.placement;
