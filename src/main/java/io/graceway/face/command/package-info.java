/** The command line: what finance IT types, and what it answers. */
package io.graceway.face.command;
