/** What agencies bill and transfer, checked against what the contract gives and what they told of. */
package io.graceway.journey.remittance.billing;
