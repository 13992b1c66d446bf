/** The auditor's side of the routing log: finds whatever was changed, and says where. */
package io.graceway.audit.verify;
