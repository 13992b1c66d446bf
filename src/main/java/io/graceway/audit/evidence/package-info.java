/** Evidence packs: files that prove by themselves what the routing log says, and that they are what was handed out. */
package io.graceway.audit.evidence;
