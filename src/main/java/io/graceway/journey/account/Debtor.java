package io.graceway.journey.account;

import java.time.ZoneId;
import java.util.Optional;

/**
 * The customer who owes. Personal data: it never reaches a log, a metric, an error text or a file name.
 *
 * @param name     as the master record spells it
 * @param type     unknown counts as consumer
 * @param email    empty where none is known
 * @param phone    E.164; empty where none is known
 * @param address  for letters
 * @param zone     where the customer's days begin; empty when the master does not say, and then nothing passes
 * @param language ISO 639-1, for notices
 */
public record Debtor(String name, DebtorType type, String email, String phone, Address address, Optional<ZoneId> zone,
                     String language) {

    /**
     * A postal address; lines that are not known are empty.
     *
     * @param place country and region, which decide the law
     */
    public record Address(String street, String city, String postalCode, Place place) {

        /** Whether a letter can be sent there. */
        public boolean isComplete() {
            return !street.isBlank() && !city.isBlank() && place.isKnown();
        }

        @Override
        public String toString() {
            return "Address[" + place + "]";
        }
    }

    public Place place() {
        return address.place();
    }

    /** Without anything that says who it is. */
    @Override
    public String toString() {
        return "Debtor[" + type + ", " + place() + "]";
    }
}
