package io.graceway.journey.placement;

/**
 * What one delivery brings to an agency: the parcel, and the manifest that goes last and says that it is complete.
 *
 * @param delivery id of the delivery, the same at every attempt; 1 to 64 letters, digits and dashes
 */
public record Consignment(String delivery, SealedFile parcel, SealedFile manifest) {

    public Consignment {
        if (!delivery.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("a delivery's id has 1 to 64 letters, digits and dashes");
        }
        if (parcel.name().equals(manifest.name())) {
            throw new IllegalArgumentException("parcel and manifest have the same name");
        }
    }
}
