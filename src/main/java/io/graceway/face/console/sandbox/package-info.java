/** The pages that only a sandbox has: its calendar, and the sign that it is one. */
package io.graceway.face.console.sandbox;
