/** The hash tree of the routing log (RFC 6962) and the tiles it is published in (C2SP tlog-tiles). */
package io.graceway.audit.tree;
