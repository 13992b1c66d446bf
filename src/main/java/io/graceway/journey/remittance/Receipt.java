package io.graceway.journey.remittance;

/**
 * What became of one file.
 *
 * @param outcome A accepted, E accepted with remarks, P partly accepted, R refused: nothing of it had an effect
 * @param code    of the first refusal, or else of the first remark; empty when there is none
 */
public record Receipt(String outcome, long records, long accepted, long rejected, long repeated, String code) {

    public static Receipt refused(String code) {
        return new Receipt("R", 0, 0, 0, 0, code);
    }
}
