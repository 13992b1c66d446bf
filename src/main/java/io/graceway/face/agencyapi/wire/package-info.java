/** How requests of agencies come in and answers go out: what was asked, what is said, and how a problem is told. */
package io.graceway.face.agencyapi.wire;
