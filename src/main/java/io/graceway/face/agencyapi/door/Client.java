package io.graceway.face.agencyapi.door;

import java.time.LocalDate;
import java.util.List;

/**
 * An agency that may use the API.
 *
 * @param secrets      one, or two while the agency changes over; none where it comes by certificate
 * @param certificates likewise; an agency comes one way only
 * @param unsealed     whether the house takes documents of it as JSON
 * @param perMinute    most requests a minute
 */
public record Client(String agency, List<Secret> secrets, List<Certificate> certificates, boolean unsealed,
                     int perMinute) {

    public Client {
        secrets = List.copyOf(secrets);
        certificates = List.copyOf(certificates);
        if (secrets.isEmpty() == certificates.isEmpty()) {
            throw new IllegalArgumentException("an agency comes by secret or by certificate");
        }
    }

    /**
     * A secret, as far as we know it.
     *
     * @param sha256 of the secret, lower-case hex
     * @param until  last day on which it counts, in UTC
     */
    public record Secret(String sha256, LocalDate until) {

        boolean counts(LocalDate today) {
            return !today.isAfter(until);
        }
    }

    /**
     * A certificate that is the agency's.
     *
     * @param sha256 of its DER form, lower-case hex
     * @param from   first day on which it counts, in UTC
     * @param until  last day
     */
    public record Certificate(String sha256, LocalDate from, LocalDate until) {

        boolean counts(LocalDate today) {
            return !today.isBefore(from) && !today.isAfter(until);
        }
    }
}
