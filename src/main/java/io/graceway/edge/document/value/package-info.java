/** Single values: amounts, days, texts and their spellings, exact in both directions. */
package io.graceway.edge.document.value;
