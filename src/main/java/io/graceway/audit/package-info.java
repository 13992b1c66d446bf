/** The routing log: what was sent to whom, when, under which rule and why, so that anybody can check it afterwards. */
package io.graceway.audit;
