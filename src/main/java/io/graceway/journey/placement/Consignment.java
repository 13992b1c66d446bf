package io.graceway.journey.placement;

/**
 * What one delivery brings to an agency: the parcel, and the manifest that goes last and says that it is complete.
 *
 * @param delivery id of the delivery; the same at every attempt
 */
public record Consignment(String delivery, SealedFile parcel, SealedFile manifest) {
}
