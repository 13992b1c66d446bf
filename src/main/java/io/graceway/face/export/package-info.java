/** Tables that people take along, as CSV or Excel. */
package io.graceway.face.export;
