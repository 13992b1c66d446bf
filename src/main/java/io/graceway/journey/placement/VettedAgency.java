package io.graceway.journey.placement;

/** Evidence that one agency may have one account today; only {@link AgencyChoice} makes one. */
public final class VettedAgency {

    private final Agency agency;
    private final BrandTone tone;
    private final String credentials;

    VettedAgency(Agency agency, BrandTone tone, String credentials) {
        this.agency = agency;
        this.tone = tone;
        this.credentials = credentials;
    }

    public Agency agency() {
        return agency;
    }

    /** The version of the brand's tone that the agency has accepted. */
    public BrandTone tone() {
        return tone;
    }

    /** The credentials it rests on, as of the day. */
    public String credentials() {
        return credentials;
    }
}
