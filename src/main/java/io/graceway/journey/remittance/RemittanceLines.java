package io.graceway.journey.remittance;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Agency;
import java.util.List;

/**
 * A page of a file of payments.
 *
 * @param file   digest of the file, for the money of lines that cannot be taken
 * @param before records of the file before this page
 */
public record RemittanceLines(Agency agency, String file, long before, List<DocumentLine> lines) {
}
