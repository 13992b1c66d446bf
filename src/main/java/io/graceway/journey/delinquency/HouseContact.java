package io.graceway.journey.delinquency;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One contact between the house and the customer before any placement.
 *
 * @param at       local time at the customer's place
 * @param outbound the house spoke first; only these are attempts
 * @param outcome  as the source spells it, such as {@code CONVERSATION}
 * @param reason   the reason for non-payment that was learned, if any
 */
public record HouseContact(LocalDateTime at, Channel channel, boolean outbound, String outcome,
                           Optional<NonPaymentReason> reason) {
}
