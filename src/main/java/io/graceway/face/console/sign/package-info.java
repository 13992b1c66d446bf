/** Who signs in to the console, what they may do there, and what is kept of it. */
package io.graceway.face.console.sign;
