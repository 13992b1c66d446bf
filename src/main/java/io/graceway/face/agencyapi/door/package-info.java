/** Who may come in: tokens for secrets, certificates, and how often an agency may ask. */
package io.graceway.face.agencyapi.door;
