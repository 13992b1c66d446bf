package io.graceway.journey.placement.report;

import io.graceway.journey.delinquency.HouseCase;
import java.util.Optional;

/** Why an agency gives a placement back: one closed list, onto which every dialect maps its own codes. */
public enum ClosureCode {
    PAID, PARTIALLY_PAID, SETTLED, UNCOLLECTABLE, UNTRACEABLE, BANKRUPT, DECEASED, DISPUTED, STATUTE_EXPIRED, WITHDRAWN,
    RETURNED;

    /** The agency sees nothing more to be had: what is left is proposed to be written off. */
    public boolean givesUp() {
        return this == SETTLED || this == UNCOLLECTABLE || this == UNTRACEABLE || this == STATUTE_EXPIRED;
    }

    /** The case that the house then has to settle, if any. */
    public Optional<HouseCase.Type> opens() {
        return switch (this) {
            case BANKRUPT -> Optional.of(HouseCase.Type.BANKRUPTCY);
            case DECEASED -> Optional.of(HouseCase.Type.DECEASED);
            case DISPUTED -> Optional.of(HouseCase.Type.DISPUTE);
            default -> Optional.empty();
        };
    }
}
