package io.graceway.journey.account;

/** The creditor's brand that the customer knows; the name of its file in {@code partner-config/brands}. */
public record Brand(String id) {

    public Brand {
        id = Texts.required("brand id", id, 32);
    }

    @Override
    public String toString() {
        return id;
    }
}
