/** From values to bytes in every form, byte for byte repeatable. */
package io.graceway.edge.document.writing;
