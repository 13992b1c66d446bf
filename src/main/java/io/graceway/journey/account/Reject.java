package io.graceway.journey.account;

/**
 * Why one record was not taken: it goes back to its sender, and stops only itself.
 *
 * @param line  where in the sender's file, counted from 1; 0 where the whole record is missing
 * @param field which field, in the sender's spelling; empty where no single field is at fault
 * @param code  stable code from the error catalogue, such as {@code GW-DOC-004}
 * @param why   for people, without personal data
 */
public record Reject(long line, String field, String code, String why) {

    @Override
    public String toString() {
        return code + (line > 0 ? " line " + line : "") + (field.isEmpty() ? "" : " field " + field) + ": " + why;
    }
}
