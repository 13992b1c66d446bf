package io.graceway.edge.agency.soap;

import io.graceway.soap.Place;
import io.graceway.soap.ShownKey;
import io.graceway.soap.Signing;
import java.util.Optional;

/**
 * Where an agency's file tray is and how we say who we are: as a user, by what we sign, by a certificate that the line
 * shows, or by several of them.
 *
 * @param signing our key, and the certificate by which answers have to be signed; empty where nothing is signed
 * @param shown   our certificate for the line; empty where the line asks for none
 */
public record SoapTerms(Place place, Optional<Signing> signing, Optional<ShownKey> shown) {

    public SoapTerms {
        if (place.user().isEmpty() && signing.isEmpty() && shown.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing says who we are; add 'user' with 'password', 'signature' or 'certificate'");
        }
        if (shown.isPresent() && !place.endpoint().getScheme().equals("https")) {
            throw new IllegalArgumentException("a certificate is shown on a line that is https:; correct the endpoint");
        }
    }

    /** As a user only. */
    public SoapTerms(Place place) {
        this(place, Optional.empty(), Optional.empty());
    }

    void mustBeValid() {
        signing.ifPresent(Signing::mustBeValid);
        shown.ifPresent(ShownKey::mustBeValid);
    }
}
