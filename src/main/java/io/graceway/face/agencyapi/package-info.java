/** The API that agencies use: one contract, by which every request is checked, and ports for what stands behind it. */
package io.graceway.face.agencyapi;
