/** What an agency says it holds, against our own book: every difference is named. */
package io.graceway.journey.remittance.inventory;
