/** The auditor's view: what left the house, what stands out of it, and whether the log holds. */
package io.graceway.face.console.audit;
