/** An agency on its way into the house, or a change to one: step by step, resumable, agreed to by a second person. */
package io.graceway.face.console.onboard;
