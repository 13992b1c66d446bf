package io.graceway.journey.placement;

import java.time.LocalDate;

/** An agency's word that it works by one version of a brand's tone, given by echoing its hash. */
public record ToneAcceptance(String agency, String profile, int version, String sha256, LocalDate acceptedOn) {

    boolean covers(BrandTone tone) {
        return profile.equals(tone.profile()) && version == tone.version() && sha256.equals(tone.sha256());
    }
}
