/** From bytes to rows of raw values, in every form, within limits, never believing the sender. */
package io.graceway.edge.document.reading;
