/** When personal data of accounts goes that are over, what keeps it, and its removal. */
package io.graceway.journey.writeback.retention;
