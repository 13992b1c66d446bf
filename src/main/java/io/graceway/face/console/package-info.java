/** The console: where every account, delivery and posting stands, for the people of the house; it only reads. */
package io.graceway.face.console;
