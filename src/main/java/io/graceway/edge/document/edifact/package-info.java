/** UN/EDIFACT interchanges, taken apart and put together by StAEDI: envelopes proved, messages as trees of segments. */
package io.graceway.edge.document.edifact;
