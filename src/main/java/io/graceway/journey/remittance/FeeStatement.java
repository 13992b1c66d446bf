package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency.Basis;

/**
 * What an agency and the house owe each other for a time, in one currency, by the contract.
 *
 * @param receipts    what customers paid to the agency and was credited, less what was taken back
 * @param onReceipts  the fee that the contract gives on it
 * @param onDirect    the fee on what customers paid to the house while it was placed
 * @param keptBack    the fee that the agency has kept back already, as far as the contract allows it
 */
public record FeeStatement(Money receipts, Money onReceipts, Money onDirect, Money keptBack) {

    /** All fees of the time. */
    public Money fees() {
        return onReceipts.plus(onDirect);
    }

    /** The part of it that the agency takes out of what it sends; what is below zero it sends more. */
    public Money offset(Basis basis) {
        return switch (basis) {
            case NET -> invoice();
            case COMBINED -> onReceipts.minus(keptBack);
            case GROSS -> Money.zero(receipts.currency());
        };
    }

    /** What the agency may still bill, or has to give back where it is below zero. */
    public Money invoice() {
        return fees().minus(keptBack);
    }
}
